/** The data folder as a market: one file a symbol, cut off after the session asked for. It fetches nothing. */
import type { Day } from '../../calendar/day.ts';
import { CapwatchError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { type PriceSeries, upTo } from '../../metrics/series.ts';
import { type Market, type MarketSymbol, SYMBOLS } from '../market.ts';
import { type CsvTable, fileReader } from './csv.ts';
import { type PriceFile, parsePriceFile } from './prices.ts';

interface FolderMarketOptions {
  /** The folder that holds `prices/RUT.csv` and its like. */
  readonly dir: string;
  /** Who publishes the closes: a setting of the desk, or "generated sample". */
  readonly publisher: string;
  /** True for the bundled, generated sample. */
  readonly sample: boolean;
  /** When the files count as written (ISO instant); by default when they were. */
  readonly writtenAt?: string;
  readonly log: Log;
}

/** The market in a data folder: files are read when first asked for, and again when they changed. */
export function createFolderMarket(options: FolderMarketOptions): Market {
  const readers = new Map<MarketSymbol, () => Promise<PriceFile>>();
  const read = (symbol: MarketSymbol) => {
    if (!Object.hasOwn(SYMBOLS, symbol)) throw new CapwatchError('not_found', `No such symbol: ${symbol}`);
    const reader = readers.get(symbol) ?? priceReader(symbol, options);
    readers.set(symbol, reader);
    return reader();
  };
  return {
    sample: options.sample,
    async prices(symbol, asOf) {
      const { prices } = await read(symbol);
      if (!prices) throw totalReturnOnly(symbol);
      return known(prices, asOf);
    },
    async totalReturn(symbol, asOf) {
      const { totalReturn } = await read(symbol);
      if (!totalReturn) throw priceOnly(symbol);
      return known(totalReturn, asOf);
    },
  };
}

/** The symbol comes from the table of symbols, so it may name a file. */
function priceReader(
  symbol: MarketSymbol,
  { dir, publisher, sample, writtenAt, log }: FolderMarketOptions,
): () => Promise<PriceFile> {
  return fileReader({ dir, file: `prices/${symbol}.csv` }, (table) => {
    const fetchedAt = writtenAt ?? table.modifiedAt;
    const file = parsePriceFile(table, { symbol, publisher, fetchedAt, sample });
    sayWhatIsMissing(log, table, file);
    return file;
  });
}

function sayWhatIsMissing(log: Log, { file, rows }: CsvTable, { prices, totalReturn }: PriceFile): void {
  const { missing, dates } = prices ?? totalReturn ?? { missing: [], dates: [] };
  if (missing.length === 0) return;
  const first = missing.slice(0, 10).map((session) => {
    const after = dates.findIndex((day) => day > session);
    return { session, line: rows[after]?.line };
  });
  log.warn('price file lacks sessions', { file, missing: missing.length, first });
}

function known(series: PriceSeries, asOf: Day): PriceSeries {
  const cut = upTo(series, asOf);
  if (cut.dates.length > 0) return cut;
  const { name, dates } = series;
  throw new CapwatchError('not_found', `${name} closes start on ${dates[0]}; there is none for ${asOf}.`);
}

function totalReturnOnly(symbol: MarketSymbol): CapwatchError {
  const { name } = SYMBOLS[symbol];
  return new CapwatchError(
    'not_found',
    `${name} is held as total return only (dividend-adjusted closes); it can be compared with ETFs, not with an index.`,
  );
}

function priceOnly(symbol: MarketSymbol): CapwatchError {
  const { name } = SYMBOLS[symbol];
  return new CapwatchError('not_found', `${name} is held as price return only; there are no dividend-adjusted closes.`);
}
