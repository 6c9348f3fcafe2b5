/** The record of every write: who, when, what. Entries are added in the transaction of the write itself, never changed. */
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Who does something, and when. */
export interface Actor {
  /** Slack's user id, or `seed` for what ships with the product. */
  readonly user: string;
  readonly at: Temporal.Instant;
}

export type AuditAction =
  | 'add'
  | 'correct'
  | 'withdraw'
  | 'import'
  | 'seed'
  | 'survey'
  | 'survey-series'
  | 'writers'
  | 'question-words';

export interface AuditEntry {
  readonly entry: number;
  /** ISO instant. */
  readonly at: string;
  readonly user: string;
  readonly action: AuditAction;
  /** What was written: `call 12, version 2`. */
  readonly subject: string;
  readonly detail: string;
}

type Written = Pick<AuditEntry, 'action' | 'subject' | 'detail'>;

/** Adds an entry inside the write's own transaction. */
export async function recordAudit(
  trx: Transaction<Tables>,
  { team, by }: { readonly team: string; readonly by: Actor },
  { action, subject, detail }: Written,
): Promise<void> {
  const { last } = await trx
    .selectFrom('audit_log')
    .select(({ fn }) => fn.max('entry').as('last'))
    .where('team', '=', team)
    .executeTakeFirstOrThrow();
  const entry = (last ?? 0) + 1;
  await trx
    .insertInto('audit_log')
    .values({ team, entry, at: by.at.toString(), by_user: by.user, action, subject, detail })
    .execute();
}

/** The newest entries of a team, newest first. */
export async function listAudit(db: Kysely<Tables>, team: string, limit = 50): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_log')
    .selectAll()
    .where('team', '=', team)
    .orderBy('entry', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ entry, at, by_user, action, subject, detail }) => {
    return { entry, at, user: by_user, action: action as AuditAction, subject, detail };
  });
}
