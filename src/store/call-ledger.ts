/** The call ledger: versions are added, never changed; every write checks who writes and against which version. */
import type { Kysely, Transaction } from 'kysely';
import { type CallFacts, type CallVersion, callId, callIdentity } from '../metrics/calls.ts';
import { type Actor, type AuditAction, recordAudit } from './audit-log.ts';
import { callRow, versionOf } from './call-rows.ts';
import type { Tables } from './tables.ts';
import { findWriters, mayWrite, type Writers } from './writers.ts';

/** What became of a write. Whatever is not `written` changed nothing. */
export type CallWrite =
  | { readonly kind: 'written'; readonly version: CallVersion }
  /** The same note is already in the ledger, perhaps withdrawn: correct that one. */
  | { readonly kind: 'exists'; readonly version: CallVersion }
  /** Somebody wrote a newer version in between: show it, and ask again. */
  | { readonly kind: 'changed'; readonly version: CallVersion }
  | { readonly kind: 'forbidden'; readonly writers: Writers }
  | { readonly kind: 'unknown' };

/** A write names its workspace and its writer. */
export interface Writing {
  readonly team: string;
  readonly by: Actor;
}

/** What a correction or a withdrawal was made against. */
export interface CallTarget {
  readonly call: number;
  /** The version the writer saw; a newer one in the ledger makes the write `changed`. */
  readonly version: number;
}

type Reader = Pick<Kysely<Tables>, 'selectFrom'>;

/** Every version of every call of a workspace, in the order of call and version. */
export async function listCallVersions(db: Reader, team: string): Promise<CallVersion[]> {
  const rows = await db
    .selectFrom('call_versions')
    .selectAll()
    .where('team', '=', team)
    .orderBy('call')
    .orderBy('version')
    .execute();
  return rows.map(versionOf);
}

/** Workspaces that have calls, by id. */
export async function listTeams(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('call_versions').select('team').distinct().orderBy('team').execute();
  return rows.map(({ team }) => team);
}

/** The newest version of one call, or undefined. */
export async function findCall(db: Reader, team: string, call: number): Promise<CallVersion | undefined> {
  const row = await db
    .selectFrom('call_versions')
    .selectAll()
    .where('team', '=', team)
    .where('call', '=', call)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && versionOf(row);
}

/** Adds a call as version 1 under the next number. */
export async function recordCall(db: Kysely<Tables>, writing: Writing, facts: CallFacts): Promise<CallWrite> {
  return db.transaction().execute(async (trx) => {
    const refused = await refusal(trx, writing);
    if (refused) return refused;
    const identity = callIdentity(facts);
    const held = await findByIdentity(trx, writing.team, identity);
    if (held) return { kind: 'exists', version: held };
    const call = await nextNumber(trx, writing.team);
    await trx.insertInto('calls').values({ team: writing.team, call, identity }).execute();
    return append(trx, { ...writing, action: 'add' }, { facts, call, version: 1 });
  });
}

/** Adds `facts` as the next version of a call; a withdrawn call stands again. */
export async function recordCorrection(
  db: Kysely<Tables>,
  writing: Writing,
  { facts, ...target }: CallTarget & { readonly facts: CallFacts },
): Promise<CallWrite> {
  return db.transaction().execute(async (trx) => {
    const latest = await claimed(trx, writing, target);
    if (latest.kind !== 'claimed') return latest;
    return append(trx, { ...writing, action: 'correct' }, { facts, call: target.call, version: target.version + 1 });
  });
}

/**
 * Adds a version that no longer stands from `on`. The note's own date says it was never said: then no day of the past
 * shows it either. The log keeps both.
 */
export async function recordWithdrawal(
  db: Kysely<Tables>,
  writing: Writing,
  { on, ...target }: CallTarget & { readonly on: string },
): Promise<CallWrite> {
  return db.transaction().execute(async (trx) => {
    const latest = await claimed(trx, writing, target);
    if (latest.kind !== 'claimed') return latest;
    const next = { facts: latest.version, call: target.call, version: target.version + 1, withdrawnOn: on };
    return append(trx, { ...writing, action: 'withdraw' }, next);
  });
}

async function refusal(db: Reader, { team, by }: Writing): Promise<CallWrite | undefined> {
  const writers = await findWriters(db, team);
  return mayWrite(writers, by.user) ? undefined : { kind: 'forbidden', writers };
}

async function claimed(
  trx: Transaction<Tables>,
  writing: Writing,
  { call, version }: CallTarget,
): Promise<CallWrite | { kind: 'claimed'; version: CallVersion }> {
  const refused = await refusal(trx, writing);
  if (refused) return refused;
  const latest = await findCall(trx, writing.team, call);
  if (!latest) return { kind: 'unknown' };
  return latest.version === version ? { kind: 'claimed', version: latest } : { kind: 'changed', version: latest };
}

interface Next {
  readonly facts: CallFacts;
  readonly call: number;
  readonly version: number;
  readonly withdrawnOn?: string;
}

/** The insert itself: where two databases' writers meet, the key lets one through and the other is told. */
async function append(
  trx: Transaction<Tables>,
  { team, by, action }: Writing & { readonly action: AuditAction },
  { facts, ...stamp }: Next,
): Promise<CallWrite> {
  const row = callRow(facts, { ...stamp, team, enteredBy: by.user, enteredAt: by.at.toString() });
  const written = await trx
    .insertInto('call_versions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (!written) {
    const latest = await findCall(trx, team, stamp.call);
    return latest ? { kind: 'changed', version: latest } : { kind: 'unknown' };
  }
  const subject = `call ${stamp.call}, version ${stamp.version}`;
  await recordAudit(trx, { team, by }, { action, subject, detail: auditDetail(facts, stamp.withdrawnOn) });
  return { kind: 'written', version: versionOf(row) };
}

function auditDetail(facts: CallFacts, withdrawnOn: string | undefined): string {
  const value = facts.value.kind === 'level' ? `level ${facts.value.level}` : `return ${facts.value.fraction}`;
  return `${callId(facts)} ${value}${withdrawnOn === undefined ? '' : `, withdrawn on ${withdrawnOn}`}`;
}

/** The next free number of a workspace. */
export async function nextNumber(db: Reader, team: string): Promise<number> {
  const { last } = await db
    .selectFrom('calls')
    .select(({ fn }) => fn.max('call').as('last'))
    .where('team', '=', team)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

async function findByIdentity(db: Reader, team: string, identity: string): Promise<CallVersion | undefined> {
  const row = await db
    .selectFrom('calls')
    .select('call')
    .where('team', '=', team)
    .where('identity', '=', identity)
    .executeTakeFirst();
  return row && findCall(db, team, row.call);
}
