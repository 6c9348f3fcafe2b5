/** Brings a store's schema up to this version, or says that the store is newer. It never changes a finished migration. */
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { CapwatchError } from '../errors.ts';
import * as ledger from './migrations/001-ledger.ts';
import * as clock from './migrations/002-clock.ts';
import * as kept from './migrations/003-kept.ts';
import type { Tables } from './tables.ts';

/** Numbered, in order, never edited once released. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-ledger': ledger,
  '002-clock': clock,
  '003-kept': kept,
};

/** Applies what is missing, all of it or nothing. `store` is the store's name in messages. */
export async function migrated(db: Kysely<Tables>, store: string, migrations = MIGRATIONS): Promise<void> {
  refuseNewer(await appliedMigrations(db), store, migrations);
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof CapwatchError) throw error;
  if (error !== undefined) {
    throw new CapwatchError(
      'bad_response',
      `The store ${store} could not be brought up to date; nothing was changed.`,
      {
        source: store,
        cause: error,
      },
    );
  }
}

/** Like {@link migrated} for a reader: throws when the schema is not exactly this version's. */
export async function requireSchema(db: Kysely<Tables>, store: string): Promise<void> {
  const applied = await appliedMigrations(db);
  refuseNewer(applied, store, MIGRATIONS);
  if (applied.length < Object.keys(MIGRATIONS).length) {
    throw new CapwatchError('not_configured', `The store ${store} is of an older Capwatch: start Capwatch once.`, {
      source: store,
    });
  }
}

function refuseNewer(applied: readonly string[], store: string, migrations: Readonly<Record<string, Migration>>): void {
  const known = Object.keys(migrations);
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length === 0) return;
  throw new CapwatchError(
    'not_configured',
    `The store ${store} was written by a newer Capwatch (${newer.join(', ')}); this one knows up to ${known.at(-1)}. Nothing was changed.`,
    { source: store },
  );
}

async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
