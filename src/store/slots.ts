/** Every time something was due, as a row with a unique key: claimed once, and kept as the delivery log. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { DueSlot } from '../calendar/slots.ts';
import type { SlotRow } from './clock-tables.ts';
import { insertJobs } from './queue-rows.ts';
import { stamp } from './stamps.ts';
import { nextColumns, numberOf, recordSeen, type Seen } from './subscriptions.ts';
import type { Tables } from './tables.ts';

/** `queued`: to be sent. `unknown`: Slack did not confirm it, and it cannot be looked up. */
export type SlotState = 'queued' | 'sent' | 'skipped' | 'failed' | 'unknown';

export interface SlotKey {
  readonly team: string;
  /** `sub-3`, `al-2`. */
  readonly job: string;
  readonly day: string;
  readonly slot: string;
}

export interface LoggedSlot extends SlotKey {
  readonly channel: string;
  readonly due: Temporal.Instant;
  readonly state: SlotState;
  /** A plain sentence: why it was skipped or failed, or how late it was. */
  readonly detail: string;
  readonly at: Temporal.Instant;
}

/** One slot to claim, and where the subscription goes from there. */
export interface SlotClaim {
  readonly team: string;
  readonly subscription: string;
  readonly channel: string;
  readonly slot: DueSlot;
  readonly state: 'queued' | 'skipped';
  readonly detail: string;
  readonly next: DueSlot | undefined;
}

/** The name of a queued slot's job. */
export const SUMMARY_JOB = 'summary';

/**
 * Claims slots and queues the ones to be sent, all or nothing; returns how many were free. A slot that was ever
 * claimed is never claimed again, by whatever process and whatever its clock says.
 */
export async function claimSlots(
  db: Kysely<Tables>,
  claims: readonly SlotClaim[],
  now: Temporal.Instant,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const won: SlotClaim[] = [];
    for (const claim of claims) if (await claimed(trx, claim, now)) won.push(claim);
    const queued = won.filter(({ state }) => state === 'queued');
    await insertJobs(
      trx,
      queued.map(({ team, subscription, channel, slot }) => ({
        team,
        job: SUMMARY_JOB,
        key: `${subscription}/${slot.day}/${slot.name}`,
        lane: channel,
        payload: JSON.stringify({ subscription, slot: slot.name, day: slot.day, due: stamp(slot.due) }),
      })),
    );
    return won.length;
  });
}

async function claimed(trx: Transaction<Tables>, claim: SlotClaim, now: Temporal.Instant): Promise<boolean> {
  const { team, subscription, channel, slot, state, detail, next } = claim;
  const rows = await trx
    .insertInto('slots')
    .values({
      team,
      job: subscription,
      day: slot.day,
      slot: slot.name,
      channel,
      due_at: stamp(slot.due),
      state,
      detail,
      updated_at: stamp(now),
    })
    .onConflict((conflict) => conflict.columns(['team', 'job', 'day', 'slot']).doNothing())
    .returning('job')
    .execute();
  await trx
    .updateTable('subscriptions')
    .set(nextColumns(next))
    .where('team', '=', team)
    .where('subscription', '=', numberOf(subscription))
    .where('next_due', '=', stamp(slot.due))
    .execute();
  return rows.length > 0;
}

/**
 * Writes how a slot ended; one that is not there yet (an alert's) is added. What the channel has now been told is kept
 * in the same step.
 */
export async function recordSlot(db: Kysely<Tables>, slot: LoggedSlot, seen?: Seen): Promise<void> {
  const { team, job, day, slot: name, channel, due, state, detail, at } = slot;
  const outcome = { state, detail, updated_at: stamp(at) };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('slots')
      .values({ team, job, day, slot: name, channel, due_at: stamp(due), ...outcome })
      .onConflict((conflict) => conflict.columns(['team', 'job', 'day', 'slot']).doUpdateSet(outcome))
      .execute();
    if (seen) await recordSeen(trx, { team, id: job }, seen);
  });
}

/** The newest deliveries first: of one channel when it is named. */
export async function listSlots(
  db: Kysely<Tables>,
  team: string,
  { channel, limit = 10 }: { readonly channel?: string; readonly limit?: number } = {},
): Promise<LoggedSlot[]> {
  let query = db.selectFrom('slots').selectAll().where('team', '=', team);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  return (await query.orderBy('due_at', 'desc').orderBy('job').limit(limit).execute()).map(fromRow);
}

/** One slot, if it was ever claimed. */
export async function findSlot(db: Kysely<Tables>, { team, job, day, slot }: SlotKey): Promise<LoggedSlot | undefined> {
  const row = await db
    .selectFrom('slots')
    .selectAll()
    .where('team', '=', team)
    .where('job', '=', job)
    .where('day', '=', day)
    .where('slot', '=', slot)
    .executeTakeFirst();
  return row && fromRow(row);
}

function fromRow(row: Selectable<SlotRow>): LoggedSlot {
  return {
    team: row.team,
    job: row.job,
    day: row.day,
    slot: row.slot,
    channel: row.channel,
    due: Temporal.Instant.from(row.due_at),
    state: row.state as SlotState,
    detail: row.detail,
    at: Temporal.Instant.from(row.updated_at),
  };
}
