/** The one place where the parts are put together; everything a command or a job needs hangs on the result. */
import { compile } from './charts/compile.ts';
import type { ChartRenderer } from './charts/renderer.ts';
import type { ChartSpec } from './charts/spec.ts';
import type { Config } from './config.ts';
import { createLog, type Log } from './log.ts';
import { createMemoryStore, type KeyValueStore } from './market/key-value.ts';
import { SAMPLE_NOW } from './market/sample/sample.ts';
import { createEmbeddedRenderer } from './slack/render/embedded.ts';
import { createQuickChartRenderer } from './slack/render/quickchart.ts';
import type { Ledger } from './store/ledger.ts';
import { createMarkets, type Markets } from './wire-market.ts';

export interface Capwatch extends Markets {
  readonly config: Config;
  readonly log: Log;
  /** Now: the real clock, or the sample's, which starts at the article's evening and ticks from there. */
  readonly clock: () => Temporal.Instant;
  /** The real time, whatever day is replayed: what live sources and doctor go by. */
  readonly wallClock: () => Temporal.Instant;
  /** Calls and surveys; without one the ledger that ships with Capwatch answers, to be read only. */
  readonly ledger?: Ledger;
  /** PNG bytes of a chart, in the configured theme unless another is named. */
  readonly draw: (spec: ChartSpec, theme?: Config['theme']) => Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Parts a test, the demo or `show` may bring along. */
export type Overrides = Partial<Pick<Capwatch, 'log' | 'market' | 'fedMarket' | 'macroMarket' | 'clock' | 'ledger'>> & {
  readonly renderer?: ChartRenderer;
  /** Where live sources keep what they read; in memory without one. */
  readonly kept?: KeyValueStore;
};

/** Capwatch with a desk's data folder, live sources or both, or, without either, with the bundled sample and its clock. */
export function createCapwatch(config: Config, overrides: Overrides = {}): Capwatch {
  const log = overrides.log ?? createLog(config.logLevel);
  const wallClock = overrides.clock ?? Temporal.Now.instant;
  const markets = createMarkets(config, { log, kept: overrides.kept ?? createMemoryStore(), clock: wallClock });
  const isReplay = config.dataDir === undefined && !config.live;
  const renderer = overrides.renderer ?? chartRenderer(config);
  return {
    config,
    log,
    ...markets,
    ...(overrides.market && { market: overrides.market }),
    ...(overrides.fedMarket && { fedMarket: overrides.fedMarket }),
    ...(overrides.macroMarket && { macroMarket: overrides.macroMarket }),
    clock: overrides.clock ?? (isReplay ? replayClock() : wallClock),
    wallClock,
    ...(overrides.ledger && { ledger: overrides.ledger }),
    draw: (spec, theme = config.theme) => renderer.render(compile(spec, theme)),
    close: () => renderer.close(),
  };
}

function chartRenderer({ quickChartUrl }: Config): ChartRenderer {
  return quickChartUrl === undefined ? createEmbeddedRenderer() : createQuickChartRenderer(quickChartUrl);
}

function replayClock(): () => Temporal.Instant {
  const started = Temporal.Now.instant();
  return () => SAMPLE_NOW.add(started.until(Temporal.Now.instant()));
}
