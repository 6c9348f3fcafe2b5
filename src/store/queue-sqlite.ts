/** The queue for one process, on the store's own file: what is due comes from the rows, timers only make it look again. */
import type { Kysely } from 'kysely';
import type { Log } from '../log.ts';
import type { JobHandler, JobResult, Queue } from './queue.ts';
import { finishJob, insertJobs, nextJobAt, postponeJob, pruneJobs, reopenJobs, takeJobs } from './queue-rows.ts';
import type { Tables } from './tables.ts';

export interface QueueOptions {
  readonly clock: () => Temporal.Instant;
  /** Resolves after so long, rejects when aborted. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly log: Log;
  /** Jobs running side by side. Default 16. */
  readonly width?: number;
  /** False when another queue works on the same rows: then what it runs is its own. Default true. */
  readonly alone?: boolean;
}

/** Tried so often, then given up with a line in the log: a handler that knows better decides earlier. */
const TRIES = 12;
const FIRST_PAUSE_S = 2;
const LONGEST_PAUSE_S = 300;
const STOP_MS = 10_000;

/** A queue over the store's rows; it runs nothing before `start`. */
export function createSqliteQueue(db: Kysely<Tables>, options: QueueOptions): Queue {
  const { clock, wait, log, width = 16, alone = true } = options;
  const handlers = new Map<string, JobHandler>();
  const running = new Set<Promise<void>>();
  const stopped = new AbortController();
  let started = false;
  let looking = Promise.resolve();

  async function run(row: Awaited<ReturnType<typeof takeJobs>>[number]): Promise<void> {
    const { seq, team, job, key, payload, attempts } = row;
    const again = await tried(handlers.get(job), { team, key, payload, attempt: attempts }, { job, log });
    if (again === undefined) await finishJob(db, seq);
    else await postponeJob(db, seq, clock().add(again.again));
  }

  /** Fills the width with what is due; true when something was taken. */
  async function take(): Promise<boolean> {
    if (stopped.signal.aborted || running.size >= width) return false;
    const rows = await takeJobs(db, { now: clock(), limit: width - running.size, alone });
    for (const row of rows) {
      const work = run(row)
        .catch((error: unknown) => log.error('job could not be settled', { job: row.job, key: row.key, error }))
        .finally(() => {
          running.delete(work);
          look();
        });
      running.add(work);
    }
    return rows.length > 0;
  }

  function look(): void {
    if (!started) return;
    looking = looking
      .then(take)
      .then(() => undefined)
      .catch((error: unknown) => log.error('queue could not be read', { error }));
  }

  async function drain(): Promise<void> {
    look();
    await looking;
    while (running.size > 0) {
      await Promise.race(running);
      await looking;
    }
  }

  return {
    async send(job, payload, { team, key, lane = key, notBefore }) {
      const one = { team, job, key, lane, payload, ...(notBefore !== undefined && { notBefore }) };
      const added = await db.transaction().execute((trx) => insertJobs(trx, [one]));
      look();
      return added > 0 ? 'queued' : 'known';
    },
    work: (job, handler) => void handlers.set(job, handler),
    async start() {
      if (alone) await reopenJobs(db);
      await pruneJobs(db, clock());
      started = true;
      void rouse(db, { clock, wait, signal: stopped.signal, look });
      look();
    },
    drain,
    async stop() {
      stopped.abort();
      started = false;
      const given = new AbortController();
      const over = wait(STOP_MS, given.signal).catch(() => {});
      await Promise.race([looking.then(() => Promise.allSettled(running)), over]);
      given.abort();
    },
  };
}

/** What the handler wants next; a job nobody handles, or that failed too often, is done. */
async function tried(
  handler: JobHandler | undefined,
  call: Parameters<JobHandler>[0],
  { job, log }: { readonly job: string; readonly log: Log },
): Promise<JobResult> {
  try {
    if (!handler) throw new Error('nobody handles this job');
    return await handler(call);
  } catch (error) {
    const given = call.attempt >= TRIES;
    log.error(given ? 'job given up' : 'job failed', { job, key: call.key, attempt: call.attempt, error });
    return given ? undefined : { again: { seconds: pauseAfter(call.attempt) } };
  }
}

/** 2, 4, 8 … seconds, at most five minutes. */
export function pauseAfter(attempt: number): number {
  return Math.min(FIRST_PAUSE_S * 2 ** (attempt - 1), LONGEST_PAUSE_S);
}

interface Rousing extends Pick<QueueOptions, 'clock' | 'wait'> {
  readonly signal: AbortSignal;
  look(): void;
}

/** Looks whenever a postponed job comes due, and every few seconds for the clock may have been changed. */
async function rouse(db: Kysely<Tables>, { clock, wait, signal, look }: Rousing): Promise<void> {
  while (!signal.aborted) {
    const next = await nextJobAt(db).catch(() => undefined);
    const ms = next === undefined ? 5000 : next.since(clock()).total('milliseconds');
    await wait(Math.min(Math.max(ms, 100), 5000), signal).catch(() => {});
    look();
  }
}
