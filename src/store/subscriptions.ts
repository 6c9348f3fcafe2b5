/** Who gets what by the clock: one subscription per channel and kind, and when it is due next. Decides no time itself. */
import type { Kysely, Selectable } from 'kysely';
import type { DueSlot, Plan, SlotName } from '../calendar/slots.ts';
import type { Actor } from './audit-log.ts';
import type { SubscriptionRow } from './clock-tables.ts';
import { stamp } from './stamps.ts';
import type { Tables } from './tables.ts';

/** What a person asked for. */
export interface SubscriptionFacts extends Plan {
  readonly channel: string;
  /** "#desk-us", or "Direct message". */
  readonly channelName: string;
  /** Sections of the thread, as content names them. */
  readonly parts: readonly string[];
  /** `both`: lead in the channel, sections in its thread. `channel`: the lead alone. `thread`: all in one standing thread. */
  readonly placement: 'thread' | 'channel' | 'both';
  readonly theme: 'light' | 'dark';
}

export interface Subscription extends SubscriptionFacts {
  readonly team: string;
  /** `sub-3`. */
  readonly id: string;
  /** Slack's id of the person who asked for it and hears of its troubles. */
  readonly by: string;
  readonly createdAt: Temporal.Instant;
  readonly status: 'active' | 'paused' | 'ended';
  /** Why it is paused, a sentence; empty otherwise. */
  readonly reason: string;
  readonly next?: DueSlot;
  readonly standing_ts?: string;
  /** What the channel was last told: the day, and the content's own JSON. */
  readonly seen?: { readonly day: string; readonly snapshot: string };
}

type Db = Kysely<Tables>;

/** Adds a subscription, or puts it in the place of the channel's other one of its kind; its number stays then. */
export async function recordSubscription(
  db: Db,
  { team, by }: { readonly team: string; readonly by: Actor },
  { facts, next }: { readonly facts: SubscriptionFacts; readonly next: DueSlot | undefined },
): Promise<{ readonly subscription: Subscription; readonly change: 'added' | 'changed' }> {
  return db.transaction().execute(async (trx) => {
    const held = await trx
      .selectFrom('subscriptions')
      .select(['subscription', 'status'])
      .where('team', '=', team)
      .where('channel', '=', facts.channel)
      .where('kind', '=', facts.kind)
      .executeTakeFirst();
    const { last } = await trx
      .selectFrom('subscriptions')
      .select(({ fn }) => fn.max('subscription').as('last'))
      .where('team', '=', team)
      .executeTakeFirstOrThrow();
    const number = held?.subscription ?? (last ?? 0) + 1;
    const set = { ...columnsOf(facts), ...nextColumns(next), by_user: by.user, status: 'active', reason: '' };
    const row = await trx
      .insertInto('subscriptions')
      .values({ team, subscription: number, created_at: stamp(by.at), ...set })
      .onConflict((conflict) => conflict.columns(['team', 'subscription']).doUpdateSet(set))
      .returningAll()
      .executeTakeFirstOrThrow();
    return { subscription: fromRow(row), change: held && held.status !== 'ended' ? 'changed' : 'added' };
  });
}

/** Every subscription of the workspace that has not ended, by number; of one channel when it is named. */
export async function listSubscriptions(db: Db, team: string, channel?: string): Promise<Subscription[]> {
  let query = db.selectFrom('subscriptions').selectAll().where('team', '=', team).where('status', '!=', 'ended');
  if (channel !== undefined) query = query.where('channel', '=', channel);
  return (await query.orderBy('subscription').execute()).map(fromRow);
}

export async function findSubscription(db: Db, team: string, id: string): Promise<Subscription | undefined> {
  const row = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('team', '=', team)
    .where('subscription', '=', numberOf(id))
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Active ones whose next slot has come, the earliest first. */
export async function listDueSubscriptions(
  db: Db,
  team: string,
  { now, limit }: { readonly now: Temporal.Instant; readonly limit: number },
): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('team', '=', team)
    .where('status', '=', 'active')
    .where('next_due', '<=', stamp(now))
    .orderBy('next_due')
    .orderBy('subscription')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export interface StatusChange {
  readonly status: Subscription['status'];
  readonly reason: string;
  readonly next: DueSlot | undefined;
}

/** Changes the status; true only for the one call that changed it, so that a trouble is told once. */
export async function changeStatus(
  db: Db,
  { team, id }: { readonly team: string; readonly id: string },
  { status, reason, next }: StatusChange,
): Promise<boolean> {
  const rows = await db
    .updateTable('subscriptions')
    .set({ status, reason, ...nextColumns(next) })
    .where('team', '=', team)
    .where('subscription', '=', numberOf(id))
    .where('status', '!=', status)
    .returning('subscription')
    .execute();
  return rows.length > 0;
}

/** What a channel has been told, and the one thread it is told in. */
export interface Seen {
  readonly day: string;
  /** JSON. */
  readonly snapshot: string;
  readonly standing_ts?: string;
}

/** Keeps what the channel has now been told. */
export async function recordSeen(
  db: Pick<Db, 'updateTable'>,
  { team, id }: { readonly team: string; readonly id: string },
  { day, snapshot, standing_ts }: Seen,
): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ seen_day: day, seen: snapshot, ...(standing_ts !== undefined && { standing_ts }) })
    .where('team', '=', team)
    .where('subscription', '=', numberOf(id))
    .execute();
}

/** The standing thread is gone: the next summary begins a new one. */
export async function forgetThread(
  db: Db,
  { team, id }: { readonly team: string; readonly id: string },
  standing_ts: string,
): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ standing_ts: null })
    .where('team', '=', team)
    .where('subscription', '=', numberOf(id))
    .where('standing_ts', '=', standing_ts)
    .execute();
}

/** The number in `sub-3`; 0, which nothing has, for anything else. */
export function numberOf(id: string): number {
  const number = Number(/^(?:sub|al)-(\d{1,9})$/.exec(id)?.[1]);
  return Number.isSafeInteger(number) ? number : 0;
}

/** The columns of a subscription's next slot. */
export function nextColumns(next: DueSlot | undefined) {
  if (!next) return { next_slot: null, next_day: null, next_due: null };
  return { next_slot: next.name, next_day: next.day, next_due: stamp(next.due) };
}

function columnsOf({ channel, channelName, kind, time, zone, parts, placement, theme }: SubscriptionFacts) {
  return { channel, channel_name: channelName, kind, time, zone, parts: JSON.stringify(parts), placement, theme };
}

function fromRow(row: Selectable<SubscriptionRow>): Subscription {
  const { next_slot, next_day, next_due, seen_day, seen, standing_ts } = row;
  return {
    team: row.team,
    id: `sub-${row.subscription}`,
    channel: row.channel,
    channelName: row.channel_name,
    kind: row.kind as Plan['kind'],
    time: row.time,
    zone: row.zone,
    parts: JSON.parse(row.parts) as string[],
    placement: row.placement as SubscriptionFacts['placement'],
    theme: row.theme as SubscriptionFacts['theme'],
    by: row.by_user,
    createdAt: Temporal.Instant.from(row.created_at),
    status: row.status as Subscription['status'],
    reason: row.reason,
    ...(next_slot !== null &&
      next_day !== null &&
      next_due !== null && {
        next: { name: next_slot as SlotName, day: next_day, due: Temporal.Instant.from(next_due) },
      }),
    ...(standing_ts !== null && { standing_ts }),
    ...(seen_day !== null && seen !== null && { seen: { day: seen_day, snapshot: seen } }),
  };
}
