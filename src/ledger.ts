/** Opens the store for a start on Slack; a damaged one stands aside, so that prices and odds are answered all the same. */
import { CapwatchError } from './errors.ts';
import type { Log } from './log.ts';
import type { Ledger } from './store/ledger.ts';
import { brokenReader } from './store/seed/seed-reader.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

export interface OpenedLedger {
  readonly ledger: Ledger;
  /** Absent when the store is damaged or cannot be read now. */
  readonly store?: Store;
}

/**
 * The store at `path`, created when missing.
 * @throws CapwatchError `not_configured` when another process holds it, a newer Capwatch wrote it, or it cannot be made.
 */
export async function openLedger(path: string, now: Temporal.Instant, log: Log): Promise<OpenedLedger> {
  try {
    const store = await openSqliteStore(path, now);
    return { ledger: { reader: store, store }, store };
  } catch (error) {
    if (!(error instanceof CapwatchError) || error.kind === 'not_configured') throw error;
    log.error('store set aside', { kind: error.kind, message: error.message });
    return { ledger: { reader: brokenReader(error) } };
  }
}
