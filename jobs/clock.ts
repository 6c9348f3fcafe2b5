/** The clock that sends: it wakes at marks of the wall clock; what is due, and whether it was done, only the store says. */
import { ALERT_JOB } from '../src/store/alert-events.ts';
import type { Queue } from '../src/store/queue.ts';
import { SUMMARY_JOB } from '../src/store/slots.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import { evaluateAlerts } from './alerts.ts';
import { createAudiences } from './audiences.ts';
import { wakeAfterToken } from './channel-life.ts';
import type { Skip, Summary } from './content.ts';
import { alertHandler } from './deliver-alerts.ts';
import { FOLLOW_JOB, followHandler } from './deliver-follow.ts';
import { summaryHandler } from './deliver-summary.ts';
import { createDesk, type Desk, type DeskOptions } from './desk.ts';
import { claimDue } from './due.ts';
import { previewed } from './preview-summary.ts';

/** A job's name, the marks it wakes at, and what it runs; running it too often or too late changes nothing. */
interface ClockJob {
  readonly name: string;
  /** It wakes when the seconds since 1970, less `after`, are a multiple of this. */
  readonly every: number;
  readonly after: number;
  run(desk: Desk): Promise<unknown>;
}

const CLOCK_JOBS: readonly ClockJob[] = [
  { name: 'summaries', every: 20, after: 0, run: claimDue },
  { name: 'alerts', every: 300, after: 5, run: evaluateAlerts },
];

export interface RunningClock {
  readonly desk: Desk;
  readonly queue: Queue;
  /** The newest summary that there is data for. */
  preview(subscription: Subscription, now: Temporal.Instant): Promise<Summary | Skip>;
  /** Runs every job now and sends all that is due; for a start, and for tests. */
  tick(): Promise<void>;
  /** Wakes no more, takes nothing new, and waits up to ten seconds for what is being sent. */
  stop(): Promise<void>;
}

/** Starts the clock: takes up what a crash left, sends what was missed while that still makes sense, then wakes by itself. */
export async function startClock(options: DeskOptions, { wakes = true, alone = true } = {}): Promise<RunningClock> {
  const desk = createDesk(options);
  const { store, clock, wait, log } = desk;
  const queue = store.createQueue({ clock, wait, log, alone });
  const audiences = createAudiences(desk.content);
  queue.work(SUMMARY_JOB, summaryHandler(desk, audiences, queue));
  queue.work(FOLLOW_JOB, followHandler(desk, audiences));
  queue.work(ALERT_JOB, alertHandler(desk));
  await wakeAfterToken(desk);
  await queue.start();
  const runs = CLOCK_JOBS.map((job) => onceAtATime(job, desk));
  const tick = async () => {
    for (const run of runs) await run();
    await queue.drain();
  };
  const stopped = new AbortController();
  if (wakes) {
    void tick();
    for (const [index, job] of CLOCK_JOBS.entries()) {
      void wake(job, async () => runs[index]?.().then(() => queue.drain()), { ...desk, signal: stopped.signal });
    }
  }
  return {
    desk,
    queue,
    preview: (subscription, now) => previewed(audiences, subscription, { now, meetings: desk.meetings }),
    tick,
    async stop() {
      stopped.abort();
      await queue.stop();
    },
  };
}

/** A timer may come a moment early, when nothing is due yet; the next wake would be a whole round later. */
const TIMER_MS = 10;

/**
 * Runs at every mark, until aborted. It never sleeps longer than from one mark to the next, whatever is done to the wall
 * clock meanwhile: node-cron 4 sleeps as long as a clock was set back, and counts every mark of a time that was skipped.
 */
async function wake(
  { every, after }: ClockJob,
  run: () => Promise<unknown>,
  { clock, wait, signal }: Pick<Desk, 'clock' | 'wait'> & { readonly signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    const past = (clock().epochMilliseconds / 1000 - after) % every;
    await wait((every - past) * 1000 + TIMER_MS, signal).catch(() => {});
    if (!signal.aborted) void run();
  }
}

/** A run that is asked for while one is under way waits for that one and counts as done; a failure is logged. */
function onceAtATime(job: ClockJob, desk: Desk): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  return () => {
    underWay ??= job
      .run(desk)
      .then(() => undefined)
      .catch((error: unknown) => desk.log.error('a job failed', { job: job.name, error }))
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };
}
