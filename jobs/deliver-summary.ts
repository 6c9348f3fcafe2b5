/** One queued slot → its summary → posted once into the channel and its thread → logged. Repeats nothing that is out. */
import type { SlotName } from '../src/calendar/slots.ts';
import { CapwatchError } from '../src/errors.ts';
import { lateMessage, lateSentence } from '../src/messages/deliveries.ts';
import type { Message } from '../src/messages/message.ts';
import { editOnce, type Once, publishOnce } from '../src/publish-once.ts';
import { isDeleted } from '../src/slack/failure.ts';
import type { JobResult, Queue, QueuedJob } from '../src/store/queue.ts';
import { pauseAfter } from '../src/store/queue-sqlite.ts';
import type { SlotState } from '../src/store/slots.ts';
import type { Seen, Subscription } from '../src/store/subscriptions.ts';
import type { Audiences, Reader } from './audiences.ts';
import { lifeAfter, restAll, restChannel } from './channel-life.ts';
import { type Json, PARTS, type Summary } from './content.ts';
import { queueFollowing } from './deliver-follow.ts';
import type { Desk } from './desk.ts';
import { CATCH_UP } from './due.ts';

/** A summary under way. */
interface Delivery {
  readonly subscription: Subscription;
  readonly slot: SlotName;
  readonly day: string;
  readonly due: Temporal.Instant;
  /** First part of every key of its posts. */
  readonly key: string;
}

/** Later than this is said. */
const LATE_AFTER = { minutes: 5 };
/** How long Slack may be away after the catch-up window before the summary is given up. */
const PATIENCE = { hours: 1 };
/** A fault of ours is tried so often. */
const TRIES = 5;

/** The handler of the queue's summary jobs. */
export function summaryHandler(desk: Desk, audiences: Audiences, queue: Queue): (job: QueuedJob) => Promise<JobResult> {
  return async ({ payload, attempt }) => {
    const delivery = await readDelivery(desk, payload);
    if (!delivery) return undefined;
    const { subscription, due, slot } = delivery;
    const begun = await desk.store.findPost({ team: desk.team, key: delivery.key });
    if (subscription.status !== 'active' && !begun)
      return ended(desk, delivery, 'skipped', 'Paused before it was sent.');
    if (Temporal.Instant.compare(desk.clock(), due.add(CATCH_UP[slot]).add(PATIENCE)) > 0) {
      return ended(desk, delivery, 'failed', 'Slack did not take it in time.');
    }
    try {
      return await deliver(desk, { audiences, queue }, delivery);
    } catch (error) {
      return afterFailure(desk, delivery, { error, attempt });
    }
  };
}

/** The job's slot with its subscription as it is now; undefined when nothing is left to do. */
async function readDelivery({ team, store, log }: Desk, payload: string): Promise<Delivery | undefined> {
  const {
    subscription: id,
    slot,
    day,
    due,
  } = JSON.parse(payload) as Record<'subscription' | 'slot' | 'day' | 'due', string>;
  const found = await store.findSlot({ team, job: id, day, slot });
  const subscription = await store.findSubscription(team, id);
  if (found?.state !== 'queued' || !subscription) {
    log.info('nothing left of a summary', { subscription: id, day, slot });
    return undefined;
  }
  const name = slot as SlotName;
  return { subscription, slot: name, day, due: Temporal.Instant.from(due), key: `${id}/${day}/${name}` };
}

/** What a channel may be told, and what it was told last; a lead that stands alone announces no thread. */
export function readerOf({
  parts,
  placement,
  theme,
  zone,
  seen,
}: Pick<Subscription, 'parts' | 'placement' | 'theme' | 'zone' | 'seen'>): Reader {
  const told = placement === 'channel' ? [] : PARTS.filter((part) => parts.includes(part));
  return {
    audience: { parts: told, theme, zone },
    seen: seen && { day: seen.day, snapshot: JSON.parse(seen.snapshot) as Json },
  };
}

interface Sending {
  readonly audiences: Audiences;
  readonly queue: Queue;
}

async function deliver(desk: Desk, { audiences, queue }: Sending, delivery: Delivery): Promise<JobResult> {
  const { subscription, slot, day, due, key } = delivery;
  const { zone } = subscription;
  const now = desk.clock();
  const summary = await audiences.summary(slot, { day, due, now }, readerOf(subscription));
  if ('skip' in summary) return ended(desk, delivery, 'skipped', summary.skip);
  const isLate = Temporal.Instant.compare(now, due.add(LATE_AFTER)) > 0;
  const lead = isLate ? lateMessage(summary.lead, { due, now, zone }) : summary.lead;
  const snapshot = JSON.stringify(summary.snapshot);
  const { posted, standing } = await postLead(desk, delivery, { message: lead, key, snapshot });
  if (posted.kind === 'later') return { again: { seconds: posted.seconds } };
  if (posted.kind === 'unknown') {
    return ended(
      desk,
      delivery,
      'unknown',
      'Slack did not confirm it, and Capwatch may not look; it was not sent again.',
    );
  }
  const thread = standing ?? posted.posted.ts;
  const rest = await postReplies(desk, delivery, { summary, thread });
  if (rest) return rest;
  await correct(desk, delivery, summary);
  const { missing = [] } = summary;
  const incomplete = { subscription: subscription.id, slot, day, due, thread, snapshot };
  await queueFollowing(queue, desk, { summary: incomplete, missing });
  const told = { day, snapshot, ...(subscription.placement === 'thread' && { standing_ts: thread }) };
  return ended(desk, delivery, 'sent', isLate ? lateSentence({ due, now, zone }) : '', told);
}

interface OnePost {
  readonly message: Message;
  readonly key: string;
  readonly snapshot: string;
  readonly thread_ts: string | undefined;
}

/** The lead in its standing thread; where somebody has deleted that, in the channel, as the parent of a new one. */
async function postLead(
  desk: Desk,
  delivery: Delivery,
  lead: Omit<OnePost, 'thread_ts'>,
): Promise<{ readonly posted: Once; readonly standing: string | undefined }> {
  const { id, placement, standing_ts } = delivery.subscription;
  const standing = placement === 'thread' ? standing_ts : undefined;
  try {
    return { posted: await post(desk, delivery, { ...lead, thread_ts: standing }), standing };
  } catch (error) {
    if (standing === undefined || !isDeleted(error)) throw error;
    // Forgotten first: whoever takes this up after a lost answer or a crash must look for it in the channel.
    await desk.store.forgetThread({ team: desk.team, id }, standing);
    return { posted: await post(desk, delivery, { ...lead, thread_ts: undefined }), standing: undefined };
  }
}

function post(desk: Desk, delivery: Delivery, { message, key, snapshot, thread_ts }: OnePost): Promise<Once> {
  const { subscription, slot, day } = delivery;
  const { channel, theme } = subscription;
  const facts = { team: desk.team, key, channel, about: slot, day, snapshot };
  return publishOnce(message, { ...facts, ...(thread_ts !== undefined && { thread_ts }) }, desk.once[theme]);
}

/** Replies in their order; a result when the rest must wait. One whose fate is unknown does not hold up the others. */
async function postReplies(
  desk: Desk,
  delivery: Delivery,
  { summary, thread }: { readonly summary: Summary; readonly thread: string },
): Promise<JobResult> {
  if (delivery.subscription.placement === 'channel') return undefined;
  for (const [index, message] of summary.replies.entries()) {
    const key = `${delivery.key}/${index + 1}`;
    const posted = await post(desk, delivery, { message, key, snapshot: '{}', thread_ts: thread });
    if (posted.kind === 'later') return { again: { seconds: posted.seconds } };
  }
  return undefined;
}

/** Edits older leads whose numbers were wrong, and says so once in their threads; a deleted one needs no correction. */
async function correct(desk: Desk, delivery: Delivery, { corrections = [] }: Summary): Promise<void> {
  for (const correction of corrections) {
    try {
      await correctOne(desk, delivery, correction);
    } catch (error) {
      if (!isDeleted(error)) throw error;
      desk.log.info('a wrong summary was deleted before its correction', { key: delivery.key, day: correction.day });
    }
  }
}

async function correctOne(
  desk: Desk,
  delivery: Delivery,
  { day, lead, note }: NonNullable<Summary['corrections']>[number],
): Promise<void> {
  const { team, store, once } = desk;
  const { subscription, slot, key } = delivery;
  const wrong = await store.findPost({ team, key: `${subscription.id}/${day}/${slot}` });
  if (!wrong) return;
  const { snapshot } = wrong;
  await editOnce(lead, { team, key: wrong.key, posted: wrong.place, snapshot }, once[subscription.theme]);
  const thread_ts = wrong.thread_ts ?? wrong.place.ts;
  await post(desk, delivery, { message: note, key: `${key}/corrects/${day}`, snapshot: '{}', thread_ts });
}

async function afterFailure(
  desk: Desk,
  delivery: Delivery,
  { error, attempt }: { readonly error: unknown; readonly attempt: number },
): Promise<JobResult> {
  if (!(error instanceof CapwatchError)) {
    if (attempt < TRIES) throw error;
    desk.log.error('a summary failed on our side', { key: delivery.key, error });
    return ended(desk, delivery, 'failed', 'It failed on our side; the log has the cause.');
  }
  const life = lifeAfter(error);
  if (life.kind === 'gone') {
    await ended(desk, delivery, 'failed', `Not posted: ${life.reason}.`);
    await restChannel(desk, delivery.subscription.channel, life.reason);
    return undefined;
  }
  if (life.kind === 'token') {
    await restAll(desk);
    return ended(desk, delivery, 'failed', 'Not posted: Slack does not accept the token.');
  }
  if (error.kind === 'unreachable' || error.kind === 'rate_limited') {
    return { again: { seconds: error.details.retryAfterSeconds ?? pauseAfter(attempt) } };
  }
  desk.log.error('slack refused a summary', { key: delivery.key, error });
  return ended(desk, delivery, 'failed', error.userMessage);
}

/** Writes how it ended; the job is done. */
async function ended(
  desk: Desk,
  delivery: Delivery,
  ...[state, detail, seen]: [state: SlotState, detail: string, seen?: Seen]
): Promise<undefined> {
  const { subscription, slot, day, due } = delivery;
  const { id: job, channel } = subscription;
  const at = desk.clock();
  await desk.store.recordSlot({ team: desk.team, job, day, slot, channel, due, state, detail, at }, seen);
}
