/** The queued events of one channel → posts, edits of older posts and notes in their threads, each once. Evaluates nothing. */
import { newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import type { Message } from '../src/messages/message.ts';
import { editOnce, type Once, publishOnce } from '../src/publish-once.ts';
import { isDeleted } from '../src/slack/failure.ts';
import type { KeptEvent } from '../src/store/alert-events.ts';
import type { StoredPost } from '../src/store/posts.ts';
import type { JobResult, QueuedJob } from '../src/store/queue.ts';
import { pauseAfter } from '../src/store/queue-sqlite.ts';
import type { SlotState } from '../src/store/slots.ts';
import { lifeAfter, restAll, restChannel, restsForToken } from './channel-life.ts';
import type { AlertEvent } from './content.ts';
import type { Desk } from './desk.ts';

interface Out {
  readonly kept: KeptEvent;
  readonly event: AlertEvent;
}

/** So many events of one tick become one post. */
const BUNDLE_FROM = 3;
/** Longer than this Slack need not be waited for: the market has moved on. */
const PATIENCE = { hours: 12 };
const TRIES = 5;

/** The handler of the queue's alert jobs. */
export function alertHandler(desk: Desk): (job: QueuedJob) => Promise<JobResult> {
  return async ({ payload, key, attempt }) => {
    const outs = await readEvents(desk, payload);
    const [first, newest] = [outs[0], outs.at(-1)];
    if (!first || !newest) return undefined;
    if (Temporal.Instant.compare(desk.clock(), newest.kept.notBefore.add(PATIENCE)) > 0) {
      return finishAll(desk, outs, { state: 'failed', detail: 'Slack did not take it in time.' });
    }
    const alert = await desk.store.findAlert({ team: desk.team, id: first.kept.alert });
    if (alert && restsForToken(alert)) return { again: { minutes: 5 } };
    try {
      return await deliver(desk, outs, key);
    } catch (error) {
      return afterFailure(desk, outs, { error, attempt });
    }
  };
}

async function readEvents({ team, store }: Desk, payload: string): Promise<Out[]> {
  const { events } = JSON.parse(payload) as { events: { alert: string; event: number }[] };
  const outs: Out[] = [];
  for (const { alert, event } of events) {
    const kept = await store.findEvent({ team, alert, event });
    if (kept) outs.push({ kept, event: JSON.parse(kept.content) as AlertEvent });
  }
  return outs;
}

async function deliver(desk: Desk, outs: readonly Out[], key: string): Promise<JobResult> {
  const speaking = outs.filter(({ event }) => event.kind === 'fired' || event.kind === 'again');
  if (speaking.length >= BUNDLE_FROM) {
    const message = desk.content.alerts.bundle(speaking.map(({ event }) => event));
    const posted = await post(desk, speaking, { message, key: `bundle/${key}` });
    if (posted.kind === 'later') return { again: { seconds: posted.seconds } };
    await finishAll(desk, speaking, outcomeOf(posted), `bundle/${key}`);
    return deliverEach(desk, await withoutOvertaken(desk, outs, speaking));
  }
  return deliverEach(desk, outs);
}

async function deliverEach(desk: Desk, outs: readonly Out[]): Promise<JobResult> {
  for (const out of outs) {
    const again = await deliverOne(desk, out);
    if (again) return again;
  }
  return undefined;
}

/** What a bundle leaves to say; "cleared" below a bundle in which the alert has fired again since would be wrong. */
async function withoutOvertaken(desk: Desk, outs: readonly Out[], bundled: readonly Out[]): Promise<Out[]> {
  const isOvertaken = ({ kept }: Out) =>
    bundled.some((one) => one.kept.alert === kept.alert && one.kept.event > kept.event);
  const rest = outs.filter((out) => !bundled.includes(out));
  const detail = 'It had fired again before Slack could take this.';
  await finishAll(desk, rest.filter(isOvertaken), { state: 'skipped', detail });
  return rest.filter((out) => !isOvertaken(out));
}

async function deliverOne(desk: Desk, out: Out): Promise<JobResult> {
  const { kept, event } = out;
  const key = `${kept.alert}/${kept.event}`;
  if (event.kind === 'cleared' || event.kind === 'corrected') {
    const fired = await firedPost(desk, kept.alert);
    if (!fired)
      return finishAll(desk, [out], {
        state: 'skipped',
        detail: 'Nobody was told that it fired, so there is nothing to edit.',
      });
    if (await edited(desk, fired, out)) return undefined;
  }
  const posted = await post(desk, [out], { message: event.message, key });
  if (posted.kind === 'later') return { again: { seconds: posted.seconds } };
  await finishAll(desk, [out], outcomeOf(posted), key);
  return undefined;
}

/** Edits the post that fired and notes it in its thread; false when somebody has deleted it, and a new post is due. */
async function edited(desk: Desk, fired: StoredPost, out: Out): Promise<boolean> {
  const { kept, event } = out;
  const { team, key, place } = fired;
  try {
    if (!key.startsWith('bundle/')) {
      await editOnce(
        event.message,
        { team, key, posted: place, snapshot: JSON.stringify(event.snapshot) },
        desk.once.light,
      );
    }
    const note = event.threadNote ?? event.message;
    const noted = await post(desk, [out], {
      message: note,
      key: `${kept.alert}/${kept.event}/note`,
      thread_ts: place.ts,
    });
    if (noted.kind === 'later') throw new CapwatchError('rate_limited', 'Later.', { retryAfterSeconds: noted.seconds });
    await finishAll(desk, [out], outcomeOf(noted));
    return true;
  } catch (error) {
    if (isDeleted(error)) return false;
    throw error;
  }
}

async function firedPost({ team, store }: Desk, alert: string): Promise<StoredPost | undefined> {
  const kept = await store.findAlert({ team, id: alert });
  return kept?.firedKey === undefined ? undefined : store.findPost({ team, key: kept.firedKey });
}

interface OnePost {
  readonly message: Message;
  readonly key: string;
  readonly thread_ts?: string;
}

function post(desk: Desk, outs: readonly Out[], { message, key, thread_ts }: OnePost): Promise<Once> {
  const [first] = outs;
  const snapshots = outs.map(({ event }) => event.snapshot);
  const snapshot = JSON.stringify(outs.length === 1 ? snapshots[0] : snapshots);
  const channel = first?.kept.channel ?? '';
  const facts = { team: desk.team, key, channel, about: 'alert', day: message.asOf, snapshot };
  return publishOnce(message, { ...facts, ...(thread_ts !== undefined && { thread_ts }) }, desk.once.light);
}

interface Outcome {
  readonly state: SlotState;
  readonly detail: string;
}

function outcomeOf(posted: Once): Outcome {
  if (posted.kind === 'sent') return { state: 'sent', detail: '' };
  return { state: 'unknown', detail: 'Slack did not confirm it, and Capwatch may not look; it was not sent again.' };
}

/** The events are out or given up, and the delivery log says which. */
async function finishAll(
  desk: Desk,
  outs: readonly Out[],
  { state, detail }: Outcome,
  key?: string,
): Promise<undefined> {
  const { team, store, clock } = desk;
  for (const { kept, event } of outs) {
    const { alert: job, event: number, channel, createdAt: due } = kept;
    const speaks = event.kind === 'fired' || event.kind === 'again';
    const { day } = newYorkTime(due);
    await store.recordSlot({
      team,
      job,
      day,
      slot: `alert ${event.kind} ${number}`,
      channel,
      due,
      state,
      detail,
      at: clock(),
    });
    await store.finishEvent({ team, alert: job, event: number }, speaks && state === 'sent' ? key : undefined);
  }
}

async function afterFailure(
  desk: Desk,
  outs: readonly Out[],
  { error, attempt }: { readonly error: unknown; readonly attempt: number },
): Promise<JobResult> {
  if (!(error instanceof CapwatchError)) {
    if (attempt < TRIES) throw error;
    desk.log.error('an alert failed on our side', { error });
    return finishAll(desk, outs, { state: 'failed', detail: 'It failed on our side; the log has the cause.' });
  }
  const life = lifeAfter(error);
  if (life.kind === 'gone') {
    await finishAll(desk, outs, { state: 'failed', detail: `Not posted: ${life.reason}.` });
    await restChannel(desk, outs[0]?.kept.channel ?? '', life.reason);
    return undefined;
  }
  if (life.kind === 'token') {
    await restAll(desk);
    return { again: { minutes: 5 } };
  }
  if (error.kind === 'unreachable' || error.kind === 'rate_limited') {
    return { again: { seconds: error.details.retryAfterSeconds ?? pauseAfter(attempt) } };
  }
  desk.log.error('slack refused an alert', { error });
  return finishAll(desk, outs, { state: 'failed', detail: error.userMessage });
}
