import { closeSync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS, migrated } from '../../src/store/migrations.ts';
import { kyselyOn, openedFile } from '../../src/store/sqlite.ts';
import { refusalOf, storePath } from '../support/store.ts';

function emptyDatabase() {
  const path = storePath();
  closeSync(openSync(path, 'w'));
  const database = openedFile(path);
  return { path, database, db: kyselyOn(database, path) };
}

function tablesOf(database: DatabaseSync): unknown[] {
  const sql = "select name from sqlite_schema where type = 'table' and name not like 'kysely%' order by name";
  return database
    .prepare(sql)
    .all()
    .map(({ name }) => name);
}

/** Creates a table, then fails: where a kill would have ended it. */
const CUT_OFF = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.createTable('half').addColumn('a', 'text').execute();
    throw new Error('cut off');
  },
};

describe('migrated', () => {
  test('creates everything once, and can be run again', async () => {
    const { path, database, db } = emptyDatabase();
    await migrated(db, path);
    const tables = tablesOf(database);
    expect(tables).toEqual([
      'alert_events',
      'alerts',
      'audit_log',
      'call_versions',
      'calls',
      'drafts',
      'feedback',
      'inbox',
      'kept',
      'post_snapshots',
      'posts',
      'queue_jobs',
      'slots',
      'subscriptions',
      'survey_readings',
      'survey_series',
      'team_settings',
      'turns',
      'unanswered',
    ]);
    await migrated(db, path);
    expect(tablesOf(database)).toEqual(tables);
    await db.destroy();
  });

  test('a migration that is cut off leaves nothing behind, and the next start does it whole', async () => {
    const { path, database, db } = emptyDatabase();
    expect(await refusalOf(() => migrated(db, path, { ...MIGRATIONS, '009-next': CUT_OFF }))).toBe(
      `The store ${path} could not be brought up to date; nothing was changed.`,
    );
    expect(tablesOf(database)).toEqual([]);
    await migrated(db, path);
    expect(tablesOf(database)).toContain('calls');
    await db.destroy();
  });

  test('the team is the first column of every table’s key, but for market data', async () => {
    const { path, database, db } = emptyDatabase();
    await migrated(db, path);
    for (const table of tablesOf(database).filter((name) => name !== 'kept')) {
      const first = database.prepare('select name from pragma_table_info(?) where pk = 1').get(String(table));
      expect([table, first?.name]).toEqual([table, 'team']);
    }
    await db.destroy();
  });
});
