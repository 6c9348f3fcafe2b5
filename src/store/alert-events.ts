/** Events of alerts on their way out: handed to the queue together with their job, so that each goes out once. */
import type { Kysely, Selectable } from 'kysely';
import type { AlertEventRow } from './clock-tables.ts';
import { insertJobs } from './queue-rows.ts';
import { stamp } from './stamps.ts';
import { numberOf } from './subscriptions.ts';
import type { Tables } from './tables.ts';

/** An event waiting to be posted. */
export interface KeptEvent {
  readonly team: string;
  readonly alert: string;
  readonly event: number;
  readonly channel: string;
  /** JSON of the event. */
  readonly content: string;
  readonly createdAt: Temporal.Instant;
  /** When it may go out: later than it was made where quiet hours hold it back. */
  readonly notBefore: Temporal.Instant;
}

/** The name of the job that posts what one channel's alerts had to say at one time. */
export const ALERT_JOB = 'alerts';

type Db = Kysely<Tables>;

/**
 * Queues every event that may go out now, one job per channel; returns how many jobs. Which events a job holds never
 * changes, so its post can be found again. Where a channel's last job is not out yet, its events wait and go together
 * afterwards: an hour without Slack is one more post, not one for every event.
 */
export async function queueEvents(db: Db, team: string, now: Temporal.Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('alert_events')
      .selectAll()
      .where('team', '=', team)
      .where('state', '=', 'open')
      .where('not_before', '<=', stamp(now))
      .orderBy('created_at')
      .orderBy('alert')
      .orderBy('event')
      .execute();
    const waiting = await waitingLanes(trx, team);
    const free = rows.filter(({ channel }) => !waiting.has(channel));
    const jobs = [...Map.groupBy(free, ({ channel }) => channel)].map(([channel, theirs]) => {
      const events = theirs.map(({ alert, event }) => ({ alert: `al-${alert}`, event }));
      const key = events.map(({ alert, event }) => `${alert}.${event}`).join('+');
      return { team, job: ALERT_JOB, key, lane: channel, payload: JSON.stringify({ channel, events }) };
    });
    for (const { alert, event } of free) {
      await trx
        .updateTable('alert_events')
        .set({ state: 'queued' })
        .where('team', '=', team)
        .where('alert', '=', alert)
        .where('event', '=', event)
        .execute();
    }
    return insertJobs(trx, jobs);
  });
}

/** Channels whose last alert job is still on its way. */
async function waitingLanes(db: Pick<Db, 'selectFrom'>, team: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('queue_jobs')
    .select('lane')
    .where('team', '=', team)
    .where('job', '=', ALERT_JOB)
    .where('state', 'in', ['open', 'running'])
    .execute();
  return new Set(rows.map(({ lane }) => lane));
}

/** A queued event; undefined once it is out. */
export async function findEvent(
  db: Db,
  { team, alert, event }: Pick<KeptEvent, 'team' | 'alert' | 'event'>,
): Promise<KeptEvent | undefined> {
  const row = await db
    .selectFrom('alert_events')
    .selectAll()
    .where('team', '=', team)
    .where('alert', '=', numberOf(alert))
    .where('event', '=', event)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return row && eventFromRow(row);
}

/** An event is out, or given up. */
export async function finishEvent(
  db: Db,
  { team, alert, event }: Pick<KeptEvent, 'team' | 'alert' | 'event'>,
  firedKey?: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('alert_events')
      .set({ state: 'done' })
      .where('team', '=', team)
      .where('alert', '=', numberOf(alert))
      .where('event', '=', event)
      .execute();
    if (firedKey === undefined) return;
    await trx
      .updateTable('alerts')
      .set({ fired_key: firedKey })
      .where('team', '=', team)
      .where('alert', '=', numberOf(alert))
      .execute();
  });
}

function eventFromRow(row: Selectable<AlertEventRow>): KeptEvent {
  const { team, alert, event, channel, content, created_at, not_before } = row;
  const times = { createdAt: Temporal.Instant.from(created_at), notBefore: Temporal.Instant.from(not_before) };
  return { team, alert: `al-${alert}`, event, channel, content, ...times };
}
