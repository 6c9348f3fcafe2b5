/** `/targets` for tests: real closes or the sample's, the shipped ledger or a store of its own, at a fixed time. */
import { targets } from '../../commands/targets.ts';
import type { Asker, TargetsCall } from '../../commands/targets-ledger.ts';
import { createLog } from '../../src/log.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import type { Market } from '../../src/market/market.ts';
import { createSampleMarket, SAMPLE_NOW } from '../../src/market/sample/sample.ts';
import type { Message } from '../../src/messages/message.ts';
import type { Store } from '../../src/store/store.ts';
import { DATA_DIR } from './data-folder.ts';
import { openStore } from './store.ts';

export const MARIA: Asker = { team: 'T0DESK00001', user: 'U0MARIA0001' };
export const TOM: Asker = { team: 'T0DESK00001', user: 'U0TOM000001' };
/** A Saturday after the last close of the data folder, 21 August 2026. */
export const LAST_CLOSE = Temporal.Instant.from('2026-08-22T14:00:00Z');

const log = createLog('error', () => undefined);

export interface TargetsDesk {
  readonly call: TargetsCall;
  answer(text: string): Promise<Message>;
}

/** Real closes and the ledger that ships with the product, read only. */
export function readingDesk(now = LAST_CLOSE): TargetsDesk {
  const market = createFolderMarket({ dir: DATA_DIR, publisher: 'Yahoo Finance', sample: false, log });
  return deskOn({ capwatch: { market }, now });
}

export interface StoredDesk extends TargetsDesk {
  readonly store: Store;
  as(asker: Asker): TargetsDesk;
}

/** A store with the shipped ledger planted, sample closes (or others), Maria asking on 22 January 2024. */
export async function storedDesk(market: Market = createSampleMarket(log), now = SAMPLE_NOW): Promise<StoredDesk> {
  const store = await openStore();
  await store.plantSeed(MARIA.team, now);
  const capwatch = { market, ledger: { reader: store, store } };
  const as = (asker: Asker) => deskOn({ capwatch, now, asker });
  return { ...as(MARIA), store, as };
}

function deskOn(call: TargetsCall): TargetsDesk {
  return { call, answer: (text) => targets(text, call) };
}

/** The words of a message's blocks, escapes undone. */
export function words({ blocks }: { readonly blocks: readonly object[] }): string {
  return JSON.stringify(blocks).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The draft the buttons of a question carry. */
export function draftIn(message: Pick<Message, 'blocks'>): string {
  const draft = /"value":"(draft-\d+)"/.exec(JSON.stringify(message.blocks))?.[1];
  if (draft === undefined) throw new Error(`no draft in ${JSON.stringify(message.blocks)}`);
  return draft;
}
