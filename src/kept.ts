/** Where live sources keep what they read: the store of a running Capwatch, or a copy in memory beside it. */
import type { Config } from './config.ts';
import { CapwatchError } from './errors.ts';
import { createMemoryStore, type KeyValueStore } from './market/key-value.ts';
import type { Ledger } from './store/ledger.ts';
import { openSqliteStoreForReading, type StoreBeside } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** The store as the market sees it. */
export function keptIn(store: Pick<Store, 'findKept' | 'recordKept'>): KeyValueStore {
  return { get: (key) => store.findKept(key), set: (key, value) => store.recordKept(key, value) };
}

export interface Beside {
  readonly kept: KeyValueStore;
  /** The workspace's calls and surveys, where the store has one workspace. */
  readonly ledger?: Ledger;
  /** Why the store there is was not read. */
  readonly unread?: string;
  close(): Promise<void>;
}

/** What a running Capwatch has kept and its ledger, to read from; what is read anew stays in memory. For `show` and doctor. */
export async function openBeside({ live, storePath }: Pick<Config, 'live' | 'storePath'>): Promise<Beside> {
  const memory = createMemoryStore();
  const reader = await readerOf(storePath);
  if (reader instanceof CapwatchError) {
    const unread = reader.kind === 'not_found' ? {} : { unread: reader.userMessage };
    return { kept: memory, ...unread, close: () => Promise.resolve() };
  }
  const get = async (key: string) => (await memory.get(key)) ?? reader.findKept(key);
  const kept = live ? { get, set: memory.set } : memory;
  const [team, ...others] = await reader.listTeams();
  const close = () => reader.close();
  return team === undefined || others.length > 0 ? { kept, close } : { kept, ledger: { reader, team }, close };
}

/** The refusal where there is no store yet, or one that a start must bring up to date first. */
async function readerOf(path: string): Promise<StoreBeside | CapwatchError> {
  try {
    return await openSqliteStoreForReading(path);
  } catch (error) {
    if (error instanceof CapwatchError) return error;
    throw error;
  }
}
