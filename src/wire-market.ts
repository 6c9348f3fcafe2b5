/** Which market answers: a desk's folder first, live sources when switched on, else the bundled sample. It reads nothing yet. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import { CapwatchError } from './errors.ts';
import type { Log } from './log.ts';
import type { FedMarket } from './market/fed-market.ts';
import { createFolderFedMarket } from './market/folder/fedfunds.ts';
import { createFolderMarket } from './market/folder/folder-market.ts';
import { createFolderMacroMarket } from './market/folder/macro.ts';
import type { KeyValueStore } from './market/key-value.ts';
import { createLiveSources, type LiveSources } from './market/live.ts';
import type { MacroMarket } from './market/macro-market.ts';
import type { Market } from './market/market.ts';
import { SOURCE_IDS, type SourceId } from './market/provider.ts';
import {
  createSampleFedMarket,
  createSampleMacroMarket,
  createSampleMarket,
  SAMPLE_PUBLISHER,
} from './market/sample/sample.ts';

export interface Markets {
  readonly market: Market;
  readonly fedMarket: FedMarket;
  readonly macroMarket: MacroMarket;
  /** Wired whether asked or not, for `/capwatch sources` and doctor; nobody is asked by its being there. */
  readonly live: LiveSources;
  /** Where the closes come from, in words. */
  readonly dataSource: string;
}

export interface MarketWiring {
  readonly log: Log;
  /** What live sources keep between requests. */
  readonly kept: KeyValueStore;
  /** The real time, whatever day the data replay. */
  readonly clock: () => Temporal.Instant;
}

/** The markets of these settings. Throws CapwatchError `not_configured` for an unknown source to switch off. */
export function createMarkets(config: Config, { log, kept, clock }: MarketWiring): Markets {
  const folder = folderMarkets(config, log);
  const live = createLiveSources({
    store: kept,
    log,
    clock,
    sleep: (ms) => sleep(ms),
    keys: config.keys,
    off: switchedOff(config),
    ...(folder && { folder }),
  });
  if (config.live) {
    const { market, fedMarket, macroMarket } = live;
    const dataSource = folder === undefined ? 'live sources' : `${config.pricesPublisher}, then live sources`;
    return { market, fedMarket, macroMarket, live, dataSource };
  }
  if (folder !== undefined) return { ...folder, live, dataSource: config.pricesPublisher };
  return {
    market: createSampleMarket(log),
    fedMarket: createSampleFedMarket(),
    macroMarket: createSampleMacroMarket(),
    live,
    dataSource: SAMPLE_PUBLISHER,
  };
}

function folderMarkets({ dataDir: dir, pricesPublisher: publisher }: Config, log: Log) {
  if (dir === undefined) return undefined;
  return {
    market: createFolderMarket({ dir, publisher, sample: false, log }),
    fedMarket: createFolderFedMarket({ dir, sample: false }),
    macroMarket: createFolderMacroMarket(dir),
  };
}

function switchedOff({ sourcesOff }: Config): ReadonlySet<SourceId> {
  const unknown = sourcesOff.filter((name) => !SOURCE_IDS.some((id) => id === name));
  if (unknown.length === 0) return new Set(SOURCE_IDS.filter((id) => sourcesOff.includes(id)));
  const problem = `CAPWATCH_SOURCES_OFF names ${unknown.length} unknown; sources are ${SOURCE_IDS.join(', ')}`;
  throw new CapwatchError('not_configured', `These settings need attention:\n${problem}`);
}
