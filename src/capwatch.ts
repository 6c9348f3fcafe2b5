/** The one place where the parts are put together; everything a command or a job needs hangs on the result. */
import { compile } from './charts/compile.ts';
import type { ChartRenderer } from './charts/renderer.ts';
import type { ChartSpec } from './charts/spec.ts';
import type { Config } from './config.ts';
import { createLog, type Log } from './log.ts';
import type { FedMarket } from './market/fed-market.ts';
import { createFolderFedMarket } from './market/folder/fedfunds.ts';
import { createFolderMarket } from './market/folder/folder-market.ts';
import type { Market } from './market/market.ts';
import { createSampleFedMarket, createSampleMarket, SAMPLE_NOW, SAMPLE_PUBLISHER } from './market/sample/sample.ts';
import { createEmbeddedRenderer } from './slack/render/embedded.ts';
import { createQuickChartRenderer } from './slack/render/quickchart.ts';

export interface Capwatch {
  readonly config: Config;
  readonly log: Log;
  readonly market: Market;
  readonly fedMarket: FedMarket;
  /** Where the closes come from, in words. */
  readonly dataSource: string;
  /** Now: the real clock, or the sample's, which starts at the article's evening and ticks from there. */
  readonly clock: () => Temporal.Instant;
  /** PNG bytes of a chart, in the configured theme unless another is named. */
  readonly draw: (spec: ChartSpec, theme?: Config['theme']) => Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Parts a test, the demo or `show` may bring along. */
export type Overrides = Partial<Pick<Capwatch, 'log' | 'market' | 'fedMarket' | 'clock'>> & {
  readonly renderer?: ChartRenderer;
};

/** Capwatch with a desk's data folder, or, without one, with the bundled sample and its clock. */
export function createCapwatch(config: Config, overrides: Overrides = {}): Capwatch {
  const log = overrides.log ?? createLog(config.logLevel);
  const dataSource = config.dataDir === undefined ? SAMPLE_PUBLISHER : config.pricesPublisher;
  const market = overrides.market ?? priceMarket(config, log);
  const renderer = overrides.renderer ?? chartRenderer(config);
  return {
    config,
    log,
    market,
    fedMarket: overrides.fedMarket ?? futuresMarket(config),
    dataSource,
    clock: overrides.clock ?? (config.dataDir === undefined ? replayClock() : Temporal.Now.instant),
    draw: (spec, theme = config.theme) => renderer.render(compile(spec, theme)),
    close: () => renderer.close(),
  };
}

function priceMarket({ dataDir, pricesPublisher }: Config, log: Log): Market {
  if (dataDir === undefined) return createSampleMarket(log);
  return createFolderMarket({ dir: dataDir, publisher: pricesPublisher, sample: false, log });
}

function futuresMarket({ dataDir }: Config): FedMarket {
  return dataDir === undefined ? createSampleFedMarket() : createFolderFedMarket({ dir: dataDir, sample: false });
}

function chartRenderer({ quickChartUrl }: Config): ChartRenderer {
  return quickChartUrl === undefined ? createEmbeddedRenderer() : createQuickChartRenderer(quickChartUrl);
}

function replayClock(): () => Temporal.Instant {
  const started = Temporal.Now.instant();
  return () => SAMPLE_NOW.add(started.until(Temporal.Now.instant()));
}
