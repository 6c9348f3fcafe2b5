/** The ledger as Capwatch hands it to its commands: what may be read, and what may be written where there is a store. */
import type { Store, StoreReader } from './store.ts';

export interface Ledger {
  readonly reader: StoreReader;
  /** The writing half; absent where the ledger may only be read. */
  readonly store?: Store;
  /** Whose ledger is read when nobody asks: `show` on a store of one workspace. */
  readonly team?: string;
}
