/** Closes of the two indexes from the exchange's own files: one file holds all of history, closes only, the evening of the session. */
import { cleanBars } from '../bars.ts';
import { cellNumber, empty, parseCsvRows, slashedDay } from '../body.ts';
import type { MarketSymbol } from '../market.ts';
import type { BarProvider, SourceCard } from '../provider.ts';

export const CBOE: SourceCard = {
  id: 'cboe',
  publisher: 'Cboe',
  standing: 'exchange',
  origin: 'https://cdn.cboe.com',
  licence: 'Website terms: no redistribution; an internal glance only.',
  limit: { requests: 60, hours: 1 },
  spacingMs: 1_000,
  concurrency: 1,
  timeoutMs: 15_000,
};

/** Its column and file name; what is not here is refused with 403. */
const NAMES: Partial<Record<MarketSymbol, string>> = { GSPC: 'SPX', RUT: 'RUT' };

/** Index closes, complete where Yahoo leaves sessions out. */
export const cboeBars: BarProvider = {
  card: CBOE,
  covers: (symbol, basis) => basis === 'price' && NAMES[symbol] !== undefined,
  async fetchAnswer(query, asking) {
    const name = NAMES[query.symbol];
    if (name === undefined) throw new RangeError(`Cboe has no file of ${query.symbol}`);
    const path = `/api/global/us_indices/daily_prices/${name}_History.csv`;
    const rows = parseCsvRows(await asking.get({ path, accepts: 'csv' }), ['DATE', name], CBOE);
    const read = rows.map((row) => ({ date: slashedDay(row.DATE, CBOE), close: cellNumber(row[name], CBOE) }));
    const { bars, dropped } = cleanBars(read, query, asking.now);
    if (bars.length === 0) throw empty(CBOE);
    const fetchedAt = asking.now.toString({ smallestUnit: 'second' });
    const source = { publisher: CBOE.publisher, series: name, fetchedAt, sample: false };
    // The file reaches back decades: what lies outside the span asked for is no fault of a row.
    return {
      symbol: query.symbol,
      bars,
      dropped: dropped.filter(({ reason }) => reason !== 'outside the span'),
      source,
    };
  },
};
