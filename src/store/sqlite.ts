/** SQLite for Kysely on Node's own driver: one connection, values checked, every failure told with the file's name. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import { CapwatchError } from '../errors.ts';
import type { Tables } from './tables.ts';

/** Marks a file as Capwatch's: "CAPW". */
export const APPLICATION_ID = 0x43415057;

/** SQLite's primary result codes that have a sentence of their own. */
const CODES = { busy: 5, locked: 6, readOnly: 8, io: 10, damaged: 11, full: 13, cannotOpen: 14, noDatabase: 26 };

interface Opening {
  readonly readOnly?: boolean;
  /** What messages call the file, when not by its path. */
  readonly name?: string;
}

/** Opens an SQLite file that exists, changing nothing in it; every commit will reach the disk before it returns. */
export function openedFile(path: string, { readOnly = false, name = path }: Opening = {}): DatabaseSync {
  return told(name, () => {
    const database = new DatabaseSync(path, { readOnly, timeout: 5000 });
    try {
      database.exec('pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = off');
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Kysely over an open file; `destroy()` closes it. */
export function kyselyOn(database: DatabaseSync, store: string): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: adapted(database, store) }) });
}

/** Kysely holds back its migrations' transaction on SQLite although SQLite can create tables inside one. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** The four functions Kysely's driver calls. */
function adapted(database: DatabaseSync, store: string) {
  return {
    close: () => database.close(),
    prepare: (sql: string) => {
      const statement = told(store, () => database.prepare(sql));
      return {
        reader: statement.columns().length > 0,
        all: (values: readonly unknown[]) => told(store, () => statement.all(...values.map(bindable))),
        run: (values: readonly unknown[]) => told(store, () => statement.run(...values.map(bindable))),
        iterate: (values: readonly unknown[]) => told(store, () => statement.iterate(...values.map(bindable))),
      };
    },
  };
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`a ${typeof value} cannot be stored`);
}

/** Runs `work`; what SQLite says of the file or the disk becomes a sentence with the file's name. */
export function told<T>(store: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(store, error);
  }
}

function storeError(store: string, error: unknown): unknown {
  const code = sqliteCode(error);
  const failure = (kind: 'bad_response' | 'unreachable' | 'not_configured', sentence: string) =>
    new CapwatchError(kind, sentence, { source: store, cause: error });
  switch (code) {
    case CODES.damaged:
    case CODES.noDatabase:
      return damagedStore(store, error);
    case CODES.full:
      return failure('unreachable', `The store ${store} could not be written: the disk is full. Nothing was written.`);
    case CODES.readOnly:
      return failure('not_configured', `The store ${store} may only be read. Nothing was written.`);
    case CODES.io:
      return failure('unreachable', `The store ${store} could not be read or written: the disk reports an error.`);
    case CODES.cannotOpen:
      return failure('not_configured', `The store ${store} cannot be opened.`);
    case CODES.busy:
    case CODES.locked:
      return failure('unreachable', `The store ${store} is in use by another program. Nothing was written.`);
    default:
      return error;
  }
}

/** The refusal of a file that is damaged or no store at all; a backup is the way out. */
export function damagedStore(store: string, cause?: unknown): CapwatchError {
  return new CapwatchError(
    'bad_response',
    `The store ${store} is damaged or is no Capwatch store. It was left as it is; bring back a copy with: npm run restore -- COPY`,
    { source: store, cause },
  );
}

/** SQLite's primary result code, when the error is SQLite's. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}
