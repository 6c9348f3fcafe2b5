/** Opens the default store, an SQLite file: locked, checked, brought up to date; or read beside a running Capwatch. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { CapwatchError } from '../errors.ts';
import { listTeams } from './call-ledger.ts';
import { findKept } from './kept.ts';
import { takeLock } from './lock.ts';
import { migrated, requireSchema } from './migrations.ts';
import { APPLICATION_ID, damagedStore, kyselyOn, openedFile, told } from './sqlite.ts';
import { type KeptReader, type Store, type StoreReader, storeOn, storeReaderOn } from './store.ts';

/**
 * Opens the store at `path`, creating it (mode 0600) if it is missing.
 * @throws CapwatchError `not_configured` when another process holds it or it is newer, `bad_response` when damaged
 */
export async function openSqliteStore(path: string, now: Temporal.Instant): Promise<Store> {
  prepareFolder(path);
  const lock = takeLock(path, now);
  try {
    createPrivately(path);
    const database = openedFile(path);
    const db = kyselyOn(database, path);
    try {
      refuseDamaged(database, path);
      // Readers and a backup see the last commit while a write is under way.
      told(path, () => database.exec('pragma journal_mode = wal'));
      await migrated(db, path);
      told(path, () => database.exec(`pragma application_id = ${APPLICATION_ID}`));
    } catch (error) {
      database.close();
      throw error;
    }
    return storeOn(db, async () => {
      await db.destroy();
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What is read beside whoever holds the store. */
export interface StoreBeside extends StoreReader, KeptReader {
  /** Workspaces that have calls. */
  listTeams(): Promise<string[]>;
}

/** Opens the store for reading only, beside whoever holds it. Throws `not_found` when there is none. */
export async function openSqliteStoreForReading(path: string): Promise<StoreBeside> {
  if (!existsSync(path)) throw new CapwatchError('not_found', `There is no store ${path}.`, { source: path });
  const database = openedFile(path, { readOnly: true });
  const db = kyselyOn(database, path);
  try {
    refuseDamaged(database, path);
    await requireSchema(db, path);
  } catch (error) {
    database.close();
    throw error;
  }
  const reader = storeReaderOn(db, () => db.destroy());
  return { ...reader, findKept: (name) => findKept(db, name), listTeams: () => listTeams(db) };
}

/** Throws `bad_response` naming the file when it is damaged or belongs to another program. */
export function refuseDamaged(database: DatabaseSync, path: string): void {
  const found = told(path, () => database.prepare('pragma quick_check(1)').get());
  const id = told(path, () => database.prepare('pragma application_id').get());
  const tables = told(path, () => database.prepare('select count(*) as n from sqlite_schema').get());
  const foreign = id?.application_id !== APPLICATION_ID && !isOurUnfinished(database, Number(tables?.n));
  if (found?.quick_check !== 'ok' || foreign) throw damagedStore(path);
}

/** A file without our mark is ours only when empty, or when a start was cut off before the mark was set. */
function isOurUnfinished(database: DatabaseSync, tables: number): boolean {
  if (tables === 0) return true;
  return database.prepare("select 1 as n from sqlite_schema where name = 'kysely_migration'").get() !== undefined;
}

function prepareFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw cannotCreate(path, cause);
  }
}

/** The mode is set before anything is in the file; SQLite gives its companions the same. */
function createPrivately(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
  } catch (cause) {
    throw cannotCreate(path, cause);
  }
}

function cannotCreate(path: string, cause: unknown): CapwatchError {
  return new CapwatchError('not_configured', `The store ${path} cannot be created or opened.`, { source: path, cause });
}
