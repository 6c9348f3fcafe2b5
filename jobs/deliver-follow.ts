/** A section that a summary lacked → posted once into its thread when its source answers, or never. Sends no summary. */
import type { SlotName } from '../src/calendar/slots.ts';
import { CapwatchError } from '../src/errors.ts';
import { publishOnce } from '../src/publish-once.ts';
import type { JobResult, Queue, QueuedJob } from '../src/store/queue.ts';
import { pauseAfter } from '../src/store/queue-sqlite.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import type { Audiences } from './audiences.ts';
import { lifeAfter } from './channel-life.ts';
import type { Json, Part } from './content.ts';
import type { Desk } from './desk.ts';

/** The name of the queue's jobs that wait for a source. */
export const FOLLOW_JOB = 'follow';

/** Asked again so often; the next summary, or so long a time, ends it. */
const EVERY = { minutes: 10 };
const PATIENCE = { hours: 12 };

/** A summary that is out without some of its sections. */
export interface Incomplete {
  readonly subscription: string;
  readonly slot: SlotName;
  readonly day: string;
  readonly due: Temporal.Instant;
  readonly thread: string;
  /** JSON of what the channel was told. */
  readonly snapshot: string;
}

/** Queues one job a missing section; each has a lane of its own, for it holds nothing up. */
export async function queueFollowing(
  queue: Queue,
  desk: Pick<Desk, 'team' | 'clock'>,
  { summary, missing }: { readonly summary: Incomplete; readonly missing: readonly Part[] },
): Promise<void> {
  for (const part of missing) {
    const key = `${summary.subscription}/${summary.day}/${summary.slot}/${part}`;
    const payload = JSON.stringify({ ...summary, due: summary.due.toString(), part });
    await queue.send(FOLLOW_JOB, payload, { team: desk.team, key, notBefore: desk.clock().add(EVERY) });
  }
}

/** The handler of the queue's following jobs. */
export function followHandler(desk: Desk, audiences: Audiences): (job: QueuedJob) => Promise<JobResult> {
  return async ({ payload, key, attempt }) => {
    const { due, part, ...rest } = JSON.parse(payload) as Omit<Incomplete, 'due'> & { due: string; part: Part };
    const summary = { ...rest, due: Temporal.Instant.from(due) };
    const subscription = await desk.store.findSubscription(desk.team, summary.subscription);
    if (!subscription || !isWanted(subscription, summary, desk.clock())) return undefined;
    const slot = { day: summary.day, due: summary.due, now: desk.clock() };
    const told = { day: summary.day, snapshot: JSON.parse(summary.snapshot) as Json };
    const message = await audiences.section(summary.slot, slot, { part, told });
    if (!message) return { again: EVERY };
    const { channel, theme } = subscription;
    const facts = { team: desk.team, key, channel, about: summary.slot, day: summary.day, snapshot: '{}' };
    try {
      const posted = await publishOnce(message, { ...facts, thread_ts: summary.thread }, desk.once[theme]);
      return posted.kind === 'later' ? { again: { seconds: posted.seconds } } : undefined;
    } catch (error) {
      return afterFailure(desk, error, { key, attempt });
    }
  };
}

/** Not once it is paused, too old, or overtaken by the next summary, which tells of the same figures. */
function isWanted({ status, seen }: Subscription, { day, due }: Incomplete, now: Temporal.Instant): boolean {
  const isOld = Temporal.Instant.compare(now, due.add(PATIENCE)) > 0;
  return status === 'active' && !isOld && (seen === undefined || seen.day <= day);
}

/** A channel or token that is gone is for the next summary to find out; a section alone is only let go. */
function afterFailure(
  { log }: Desk,
  error: unknown,
  { key, attempt }: { readonly key: string; readonly attempt: number },
): JobResult {
  if (!(error instanceof CapwatchError)) throw error;
  const passes = error.kind === 'unreachable' || error.kind === 'rate_limited';
  if (passes && lifeAfter(error).kind === 'alive') {
    return { again: { seconds: error.details.retryAfterSeconds ?? pauseAfter(attempt) } };
  }
  log.warn('a section that was missing could not follow', { key, error });
  return undefined;
}
