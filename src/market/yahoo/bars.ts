/** Daily bars of indexes and ETFs from Yahoo's chart. */
import { cleanBars } from '../bars.ts';
import { empty } from '../body.ts';
import { SYMBOLS } from '../market.ts';
import type { BarProvider } from '../provider.ts';
import { fetchChart, YAHOO, yahooTicker } from './request.ts';

/** Closes of every symbol; total return of the ETFs. Not all sessions: Yahoo has left single ones out for years. */
export const yahooBars: BarProvider = {
  card: YAHOO,
  covers: (symbol, basis) => basis === 'price' || SYMBOLS[symbol].kind === 'etf',
  async fetchAnswer(query, asking) {
    const ticker = yahooTicker(query.symbol);
    const rows = await fetchChart({ ticker, from: query.from, to: query.to }, asking);
    const chosen =
      query.basis === 'price' ? rows : rows.map(({ date, adjustedClose }) => ({ date, close: adjustedClose }));
    const { bars, dropped } = cleanBars(chosen, query, asking.now);
    if (bars.length === 0) throw empty(YAHOO);
    const fetchedAt = asking.now.toString({ smallestUnit: 'second' });
    const source = { publisher: YAHOO.publisher, series: ticker, fetchedAt, sample: false };
    return { symbol: query.symbol, bars, dropped, source };
  },
};
