/** A Capwatch without Slack for tests of commands: the desk's data folder, a fixed time, a log that is kept. */
import { answer, type Call } from '../../commands/index.ts';
import type { Capwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createFolderFedMarket } from '../../src/market/folder/fedfunds.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import { createFolderMacroMarket } from '../../src/market/folder/macro.ts';
import { createMemoryStore } from '../../src/market/key-value.ts';
import { createLiveSources } from '../../src/market/live.ts';
import type { Market } from '../../src/market/market.ts';
import { DATA_DIR } from './data-folder.ts';

/** A Sunday evening after the last day of the data folder. */
const AFTER_THE_DATA = Temporal.Instant.from('2026-11-22T22:00:00Z');

export interface Desk {
  readonly call: Call;
  readonly logged: string[];
  /** Runs a whole command line. */
  answer(line: string): ReturnType<typeof answer>;
}

/** A desk on the real data folder, or on another market. */
export function desk({ market, now = AFTER_THE_DATA }: { market?: Market; now?: Temporal.Instant } = {}): Desk {
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const folder = createFolderMarket({ dir: DATA_DIR, publisher: 'Yahoo Finance', sample: false, log });
  const capwatch: Capwatch = {
    config: parseConfig({}),
    log,
    market: market ?? folder,
    fedMarket: createFolderFedMarket({ dir: DATA_DIR, sample: false }),
    macroMarket: createFolderMacroMarket(DATA_DIR),
    live: createLiveSources({
      store: createMemoryStore(),
      log,
      keys: {},
      off: new Set(),
      clock: () => now,
      sleep: () => Promise.resolve(),
    }),
    dataSource: 'Yahoo Finance',
    clock: () => now,
    wallClock: () => now,
    draw: () => Promise.reject(new Error('nothing is drawn here')),
    close: () => Promise.resolve(),
  };
  const call = { capwatch, now };
  return { call, logged, answer: (line) => answer(line, call) };
}
