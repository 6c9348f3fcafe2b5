/** Text under a name: closes and strips that were read, and the state of their sources. Market data, so no team. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The text last written under `name`, or undefined. */
export async function findKept(db: Pick<Kysely<Tables>, 'selectFrom'>, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('kept').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

/** Writes `value` under `name`, in place of what was there. */
export async function recordKept(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db
    .insertInto('kept')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
