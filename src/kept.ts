/** Where live sources keep what they read: the store of a running Capwatch, or a copy in memory beside it. */
import type { Config } from './config.ts';
import { CapwatchError } from './errors.ts';
import { createMemoryStore, type KeyValueStore } from './market/key-value.ts';
import { openSqliteStoreForReading } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** The store as the market sees it. */
export function keptIn(store: Pick<Store, 'findKept' | 'recordKept'>): KeyValueStore {
  return { get: (key) => store.findKept(key), set: (key, value) => store.recordKept(key, value) };
}

export interface Beside {
  readonly kept: KeyValueStore;
  close(): Promise<void>;
}

/** What a running Capwatch has kept, to read from; what is read anew stays in memory. For `show` and doctor. */
export async function keptBeside({ live, storePath }: Pick<Config, 'live' | 'storePath'>): Promise<Beside> {
  const memory = createMemoryStore();
  const reader = live ? await readerOf(storePath) : undefined;
  if (reader === undefined) return { kept: memory, close: () => Promise.resolve() };
  const get = async (key: string) => (await memory.get(key)) ?? reader.findKept(key);
  return { kept: { get, set: memory.set }, close: () => reader.close() };
}

/** Nothing where there is no store yet, or one that a start must bring up to date first. */
async function readerOf(path: string) {
  try {
    return await openSqliteStoreForReading(path);
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}
