/** Closes of the desk's data folder for tests, cut at a day. */
import { createLog } from '../../src/log.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import type { MarketSymbol } from '../../src/market/market.ts';
import type { PriceSeries } from '../../src/metrics/series.ts';
import { DATA_DIR } from './data-folder.ts';

const market = createFolderMarket({
  dir: DATA_DIR,
  publisher: 'Yahoo Finance',
  sample: false,
  log: createLog('error', () => undefined),
});

/** The series as known after the close of `asOf`. */
export function realPrices(symbol: MarketSymbol, asOf: string): Promise<PriceSeries> {
  return market.prices(symbol, asOf);
}
