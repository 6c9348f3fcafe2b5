/** Third schema: what was read of the market, and how each source is doing. It belongs to nobody's team. */
import type { Kysely } from 'kysely';

/** Creates the one table; run inside one transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('kept_key', ['name'])
    .execute();
}
