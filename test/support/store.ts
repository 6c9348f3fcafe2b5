/** Stores for tests: each in a folder of its own under the system's temporary one. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';

export const STORE_NOW = Temporal.Instant.from('2024-01-22T21:30:00Z');

/** A path nothing exists at. */
export function storePath(): string {
  return join(mkdtempSync(join(tmpdir(), 'capwatch-store-')), 'capwatch.db');
}

/** An empty store, or the one at `path`. */
export function openStore(path = storePath()): Promise<Store> {
  return openSqliteStore(path, STORE_NOW);
}

/** What `work` is refused with: the sentence a person reads. */
export async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('nothing was refused');
}
