/** Jobs as rows: inserted in the transaction of what caused them, taken in order, never lost. Runs nothing. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { QueueRow } from './clock-tables.ts';
import { AT_ONCE, stamp } from './stamps.ts';
import type { Tables } from './tables.ts';

export interface NewJob {
  readonly team: string;
  readonly job: string;
  readonly key: string;
  readonly lane: string;
  readonly payload: string;
  readonly notBefore?: Temporal.Instant;
}

/** Adds jobs whose keys are new, in their order; returns how many were. */
export async function insertJobs(trx: Transaction<Tables>, jobs: readonly NewJob[]): Promise<number> {
  if (jobs.length === 0) return 0;
  const { last } = await trx
    .selectFrom('queue_jobs')
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirstOrThrow();
  let seq = last ?? 0;
  let added = 0;
  for (const { team, job, key, lane, payload, notBefore } of jobs) {
    seq += 1;
    const rows = await trx
      .insertInto('queue_jobs')
      .values({
        team,
        job,
        key,
        seq,
        lane,
        payload,
        state: 'open',
        not_before: notBefore === undefined ? AT_ONCE : stamp(notBefore),
        lease_until: AT_ONCE,
        attempts: 0,
      })
      .onConflict((conflict) => conflict.columns(['team', 'job', 'key']).doNothing())
      .returning('seq')
      .execute();
    added += rows.length;
  }
  return added;
}

/** A repeat that lies further ahead than any pause asked for: the clock was set back, and it is due. */
const LONGEST_PAUSE = { hours: 1 };
/** A running job that says nothing for so long belongs to a process that is gone. */
const LEASE = { minutes: 10 };

/**
 * Takes up to `limit` jobs that are due, oldest first, and only the first of each lane. A lane's later jobs wait for
 * its first one, also while that one waits.
 */
export async function takeJobs(
  db: Kysely<Tables>,
  { now, limit, alone }: { readonly now: Temporal.Instant; readonly limit: number; readonly alone: boolean },
): Promise<Selectable<QueueRow>[]> {
  const at = stamp(now);
  // Alone, what is running is running here, whatever a changed clock makes of its lease.
  const free = alone ? sql`state = 'open'` : sql`(state = 'open' or (state = 'running' and lease_until < ${at}))`;
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<Selectable<QueueRow>>`
      select * from queue_jobs as job
      where ${free}
        and (not_before <= ${at} or (attempts > 0 and not_before > ${stamp(now.add(LONGEST_PAUSE))}))
        and not exists (
          select 1 from queue_jobs as earlier
          where earlier.state in ('open', 'running') and earlier.team = job.team and earlier.lane = job.lane
            and earlier.seq < job.seq
        )
      order by seq limit ${limit}`.execute(trx);
    for (const { seq } of rows) {
      await trx
        .updateTable('queue_jobs')
        .set({ state: 'running', lease_until: stamp(now.add(LEASE)), attempts: sql`attempts + 1` })
        .where('seq', '=', seq)
        .execute();
    }
    return rows.map((row) => ({ ...row, attempts: row.attempts + 1 }));
  });
}

/** Ends a job for good; its key stays taken. */
export async function finishJob(db: Kysely<Tables>, seq: number): Promise<void> {
  await db.updateTable('queue_jobs').set({ state: 'done', payload: '' }).where('seq', '=', seq).execute();
}

/** Puts a job back, in its old place, until `notBefore`. */
export async function postponeJob(db: Kysely<Tables>, seq: number, notBefore: Temporal.Instant): Promise<void> {
  await db
    .updateTable('queue_jobs')
    .set({ state: 'open', not_before: stamp(notBefore) })
    .where('seq', '=', seq)
    .execute();
}

/** What a killed process was running is open again; only the one process that holds the store may say so. */
export async function reopenJobs(db: Kysely<Tables>): Promise<void> {
  await db.updateTable('queue_jobs').set({ state: 'open' }).where('state', '=', 'running').execute();
}

/** Done jobs are kept so long for their keys; afterwards slots and events alone say that they are done. */
const KEPT = { hours: 24 * 60 };

/** Forgets jobs that were done long ago. */
export async function pruneJobs(db: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('queue_jobs')
    .where('state', '=', 'done')
    .where('lease_until', '<', stamp(now.subtract(KEPT)))
    .execute();
}

/** When the next open job becomes due, of those that wait for a time. */
export async function nextJobAt(db: Kysely<Tables>): Promise<Temporal.Instant | undefined> {
  const { next } = await db
    .selectFrom('queue_jobs')
    .select(({ fn }) => fn.min('not_before').as('next'))
    .where('state', '=', 'open')
    .where('not_before', '!=', AT_ONCE)
    .executeTakeFirstOrThrow();
  return next === null || next === undefined ? undefined : Temporal.Instant.from(next);
}
