/** Who may write in a workspace: everyone, or a list of people. Versions are kept; the newest counts. */
import type { Kysely } from 'kysely';
import { type Actor, recordAudit } from './audit-log.ts';
import type { Tables } from './tables.ts';

/** `everyone`, or Slack's ids of the people who may write. */
export type Writers = 'everyone' | readonly string[];

type Reader = Pick<Kysely<Tables>, 'selectFrom'>;

/** The workspace's setting; everyone until it is set. */
export async function findWriters(db: Reader, team: string): Promise<Writers> {
  return (await newest(db, team))?.writers ?? 'everyone';
}

/** Whether `user` may write in the workspace. */
export function mayWrite(writers: Writers, user: string): boolean {
  return writers === 'everyone' || writers.includes(user);
}

/**
 * Sets who may write, and says whether that was allowed: only a person who may write now may change it, and a list
 * always holds the person who sets it, so that nobody locks everyone out.
 */
export async function recordWriters(
  db: Kysely<Tables>,
  { team, by }: { readonly team: string; readonly by: Actor },
  writers: Writers,
): Promise<'written' | 'forbidden'> {
  return db.transaction().execute(async (trx) => {
    const held = await newest(trx, team);
    if (!mayWrite(held?.writers ?? 'everyone', by.user)) return 'forbidden';
    const list = writers === 'everyone' ? writers : [...new Set([...writers, by.user])];
    const version = (held?.version ?? 0) + 1;
    await trx
      .insertInto('team_settings')
      .values({ team, name: 'writers', version, value: JSON.stringify(list) })
      .execute();
    const detail = list === 'everyone' ? 'everyone' : list.join(' ');
    await recordAudit(trx, { team, by }, { action: 'writers', subject: `version ${version}`, detail });
    return 'written';
  });
}

async function newest(db: Reader, team: string): Promise<{ version: number; writers: Writers } | undefined> {
  const row = await db
    .selectFrom('team_settings')
    .select(['version', 'value'])
    .where('team', '=', team)
    .where('name', '=', 'writers')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { version: row.version, writers: JSON.parse(row.value) as Writers };
}
