/** What the clock starts: the table of jobs, woken by node-cron. */
import { schedule } from 'node-cron';
import type { Capwatch } from '../src/capwatch.ts';
import { REFRESH_CRON, REFRESH_ZONE, refresh } from './refresh.ts';

/** A job's name, its cron lines and their zone, and what it runs; running it too often or too late changes nothing. */
export interface Job {
  readonly name: string;
  readonly cron: readonly string[];
  readonly zone: string;
  run(capwatch: Capwatch): Promise<unknown>;
}

/** Jobs that keep live data fresh; without live sources there is nothing to do. */
export const JOBS: readonly Job[] = [{ name: 'refresh', cron: REFRESH_CRON, zone: REFRESH_ZONE, run: refresh }];

export interface Scheduled {
  /** Wakes no more. */
  stop(): Promise<void>;
}

/** For node-cron's own lines: a sleeping computer would make it write hundreds. */
const SILENT = { info() {}, warn() {}, error() {}, debug() {} };

/** Wakes every job by its cron lines; a failure is logged and the next waking tries again. */
export function scheduleJobs(capwatch: Capwatch): Scheduled {
  const jobs = capwatch.config.live ? JOBS : [];
  const tasks = jobs.flatMap((job) => {
    const run = onceAtATime(job, capwatch);
    return job.cron.map((line) =>
      schedule(line, run, { name: job.name, timezone: job.zone, logger: SILENT, suppressMissedWarning: true }),
    );
  });
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
    },
  };
}

/** A run asked for while one is under way waits for that one. */
function onceAtATime(job: Job, capwatch: Capwatch): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  return () => {
    underWay ??= job
      .run(capwatch)
      .then(() => undefined)
      .catch((error: unknown) => capwatch.log.error('a job failed', { job: job.name, error }))
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };
}
