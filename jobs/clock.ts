/** The clock that sends: summaries and alerts, woken by node-cron; what is due, and whether it was done, only the store says. */
import { schedule } from 'node-cron';
import { ALERT_JOB } from '../src/store/alert-events.ts';
import type { Queue } from '../src/store/queue.ts';
import { SUMMARY_JOB } from '../src/store/slots.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import { evaluateAlerts } from './alerts.ts';
import { createAudiences } from './audiences.ts';
import { wakeAfterToken } from './channel-life.ts';
import type { Skip, Summary } from './content.ts';
import { alertHandler } from './deliver-alerts.ts';
import { summaryHandler } from './deliver-summary.ts';
import { createDesk, type Desk, type DeskOptions } from './desk.ts';
import { claimDue } from './due.ts';
import { previewed } from './preview-summary.ts';

/** A job's name, the cron line that wakes it, and what it runs; running it too often or too late changes nothing. */
interface ClockJob {
  readonly name: string;
  readonly cron: string;
  run(desk: Desk): Promise<unknown>;
}

const CLOCK_JOBS: readonly ClockJob[] = [
  { name: 'summaries', cron: '*/20 * * * * *', run: claimDue },
  { name: 'alerts', cron: '5 */5 * * * *', run: evaluateAlerts },
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

/** For node-cron's own lines: a sleeping computer would make it write hundreds, and the store knows better. */
const SILENT = { info() {}, warn() {}, error() {}, debug() {} };

/** Starts the clock: takes up what a crash left, sends what was missed while that still makes sense, then wakes by cron. */
export async function startClock(options: DeskOptions, { cron = true, alone = true } = {}): Promise<RunningClock> {
  const desk = createDesk(options);
  const { store, clock, wait, log } = desk;
  const queue = store.createQueue({ clock, wait, log, alone });
  const audiences = createAudiences(desk.content);
  queue.work(SUMMARY_JOB, summaryHandler(desk, audiences));
  queue.work(ALERT_JOB, alertHandler(desk));
  await wakeAfterToken(desk);
  await queue.start();
  const runs = CLOCK_JOBS.map((job) => onceAtATime(job, desk));
  const tasks = cron
    ? CLOCK_JOBS.map((job, index) =>
        schedule(job.cron, () => runs[index]?.().then(() => queue.drain()), {
          name: job.name,
          logger: SILENT,
          suppressMissedWarning: true,
        }),
      )
    : [];
  const tick = async () => {
    for (const run of runs) await run();
    await queue.drain();
  };
  if (cron) void tick();
  return {
    desk,
    queue,
    preview: (subscription, now) => previewed(audiences, subscription, { now, meetings: desk.meetings }),
    tick,
    async stop() {
      for (const task of tasks) await task.destroy();
      await queue.stop();
    },
  };
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
