/** Alerts as they are stored: the rule, the terms, the state between two evaluations, and events on their way out. */
import type { Kysely, Selectable } from 'kysely';
import type { Actor } from './audit-log.ts';
import type { AlertRow } from './clock-tables.ts';
import { stamp } from './stamps.ts';
import { numberOf } from './subscriptions.ts';
import type { Tables } from './tables.ts';

/** What a person asked for; `rule` and `terms` are JSON that others read. */
export interface AlertFacts {
  readonly channel: string;
  readonly channelName: string;
  readonly title: string;
  readonly rule: string;
  readonly terms: string;
}

export interface KeptAlert extends AlertFacts {
  readonly team: string;
  /** `al-2`. */
  readonly id: string;
  readonly by: string;
  readonly createdAt: Temporal.Instant;
  /** JSON; absent before the first evaluation. */
  readonly state?: string;
  readonly status: 'active' | 'paused' | 'ended';
  readonly reason: string;
  readonly snoozedUntil?: Temporal.Instant;
  /** Why it did or did not fire when it was last looked at. */
  readonly because: string;
  readonly evaluatedAt?: Temporal.Instant;
  readonly firedAt?: Temporal.Instant;
  readonly clearedAt?: Temporal.Instant;
  /** Key of the post that last fired. */
  readonly firedKey?: string;
}

type Db = Kysely<Tables>;
type Id = { readonly team: string; readonly id: string };

export async function recordAlert(
  db: Db,
  { team, by }: { readonly team: string; readonly by: Actor },
  facts: AlertFacts,
): Promise<KeptAlert> {
  return db.transaction().execute(async (trx) => {
    const { last } = await trx
      .selectFrom('alerts')
      .select(({ fn }) => fn.max('alert').as('last'))
      .where('team', '=', team)
      .executeTakeFirstOrThrow();
    const { channelName, ...rest } = facts;
    const row = await trx
      .insertInto('alerts')
      .values({
        team,
        alert: (last ?? 0) + 1,
        ...rest,
        channel_name: channelName,
        by_user: by.user,
        created_at: stamp(by.at),
        status: 'active',
        reason: '',
        because: '',
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return fromRow(row);
  });
}

/** Every alert of the workspace that has not ended, by number; of one channel when it is named. */
export async function listAlerts(db: Db, team: string, channel?: string): Promise<KeptAlert[]> {
  let query = db.selectFrom('alerts').selectAll().where('team', '=', team).where('status', '!=', 'ended');
  if (channel !== undefined) query = query.where('channel', '=', channel);
  return (await query.orderBy('alert').execute()).map(fromRow);
}

export async function findAlert(db: Db, { team, id }: Id): Promise<KeptAlert | undefined> {
  const row = await db
    .selectFrom('alerts')
    .selectAll()
    .where('team', '=', team)
    .where('alert', '=', numberOf(id))
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Changes status or snooze; true only for the call that changed the status. */
export async function changeAlert(
  db: Db,
  { team, id }: Id,
  change: {
    readonly status?: KeptAlert['status'];
    readonly reason?: string;
    readonly snoozedUntil?: Temporal.Instant | undefined;
  },
): Promise<boolean> {
  const { status, reason, snoozedUntil } = change;
  let query = db
    .updateTable('alerts')
    .set({
      ...(status !== undefined && { status }),
      ...(reason !== undefined && { reason }),
      ...('snoozedUntil' in change && { snoozed_until: snoozedUntil === undefined ? null : stamp(snoozedUntil) }),
    })
    .where('team', '=', team)
    .where('alert', '=', numberOf(id));
  if (status !== undefined) query = query.where('status', '!=', status);
  return (await query.returning('alert').execute()).length > 0;
}

/** What one evaluation leaves behind. */
export interface Evaluation extends Id {
  /** The state it started from: if another evaluation has moved it since, this one counts for nothing. */
  readonly before: string | undefined;
  /** Absent: as it was. */
  readonly state?: string;
  readonly because: string;
  readonly at: Temporal.Instant;
  readonly event?: {
    readonly kind: string;
    readonly content: string;
    readonly notBefore: Temporal.Instant;
    /** Where it goes instead of the alert's own channel. */
    readonly channel?: string;
  };
  /** Why the alert ends with this; absent: it goes on. */
  readonly ends?: string;
  /** It fired and nobody was told: there is no post to edit when it clears. */
  readonly silenced?: boolean;
}

/** Keeps the new state and its event together, or neither; false when another evaluation was first. */
export async function recordEvaluation(db: Db, evaluation: Evaluation): Promise<boolean> {
  const { team, id, before, state, because, at, event, ends, silenced = false } = evaluation;
  const alert = numberOf(id);
  const fired = event !== undefined && (event.kind === 'fired' || event.kind === 'again');
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('alerts')
      .set({
        ...(state !== undefined && { state }),
        because,
        evaluated_at: stamp(at),
        ...((fired || silenced) && { fired_at: stamp(at) }),
        ...(silenced && { fired_key: null }),
        ...(event?.kind === 'cleared' && { cleared_at: stamp(at) }),
        ...(ends !== undefined && { status: 'ended', reason: ends }),
      })
      .where('team', '=', team)
      .where('alert', '=', alert)
      .where('state', before === undefined ? 'is' : '=', before ?? null)
      .where('status', '!=', 'ended')
      .returning('channel')
      .executeTakeFirst();
    if (!row) return false;
    if (event === undefined) return true;
    const { last } = await trx
      .selectFrom('alert_events')
      .select(({ fn }) => fn.max('event').as('last'))
      .where('team', '=', team)
      .where('alert', '=', alert)
      .executeTakeFirstOrThrow();
    const { content, notBefore, channel = row.channel } = event;
    const number = (last ?? 0) + 1;
    const times = { not_before: stamp(notBefore), created_at: stamp(at) };
    await trx
      .insertInto('alert_events')
      .values({ team, alert, event: number, channel, content, state: 'open', ...times })
      .execute();
    return true;
  });
}

function fromRow(row: Selectable<AlertRow>): KeptAlert {
  const { state, snoozed_until, evaluated_at, fired_at, cleared_at, fired_key } = row;
  return {
    team: row.team,
    id: `al-${row.alert}`,
    channel: row.channel,
    channelName: row.channel_name,
    title: row.title,
    rule: row.rule,
    terms: row.terms,
    by: row.by_user,
    createdAt: Temporal.Instant.from(row.created_at),
    status: row.status as KeptAlert['status'],
    reason: row.reason,
    because: row.because,
    ...(state !== null && { state }),
    ...(snoozed_until !== null && { snoozedUntil: Temporal.Instant.from(snoozed_until) }),
    ...(evaluated_at !== null && { evaluatedAt: Temporal.Instant.from(evaluated_at) }),
    ...(fired_at !== null && { firedAt: Temporal.Instant.from(fired_at) }),
    ...(cleared_at !== null && { clearedAt: Temporal.Instant.from(cleared_at) }),
    ...(fired_key !== null && { firedKey: fired_key }),
  };
}
