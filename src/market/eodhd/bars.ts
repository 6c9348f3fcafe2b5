/** Daily bars from EODHD, with a desk's own key: indexes, and total return of the ETFs. */
import { z } from 'zod';
import { cleanBars } from '../bars.ts';
import { cellDay, empty, parseJson } from '../body.ts';
import { SYMBOLS } from '../market.ts';
import type { BarProvider, SourceCard } from '../provider.ts';

export const EODHD: SourceCard = {
  id: 'eodhd',
  publisher: 'EODHD',
  standing: 'keyed',
  origin: 'https://eodhd.com',
  licence: "The desk's own subscription; personal tiers forbid redistribution.",
  limit: { requests: 20, hours: 24 },
  spacingMs: 1_000,
  concurrency: 1,
  timeoutMs: 10_000,
  keySetting: 'CAPWATCH_EODHD_KEY',
};

const price = z.number().nullish();
const Body = z.array(z.object({ date: z.string(), high: price, low: price, close: price, adjusted_close: price }));

/** Index closes, and dividend-adjusted closes of ETFs; its plain ETF closes know no splits and are not read. */
export function createEodhd(key: string): BarProvider {
  return {
    card: EODHD,
    covers: (symbol, basis) => (SYMBOLS[symbol].kind === 'index') === (basis === 'price'),
    async fetchAnswer(query, { now, get }) {
      const ticker = SYMBOLS[query.symbol].kind === 'index' ? `${query.symbol}.INDX` : `${query.symbol}.US`;
      const text = await get({
        path: `/api/eod/${ticker}`,
        query: { from: query.from, to: query.to, fmt: 'json', api_token: key },
        secrets: [key],
        accepts: 'json',
      });
      const read = parseJson(text, Body, EODHD).map(({ date, close, adjusted_close, high, low }) => ({
        date: cellDay(date, EODHD),
        ...(query.basis === 'price' ? { close, high, low } : { close: adjusted_close }),
      }));
      const { bars, dropped } = cleanBars(read, query, now);
      if (bars.length === 0) throw empty(EODHD);
      const fetchedAt = now.toString({ smallestUnit: 'second' });
      const source = { publisher: EODHD.publisher, series: ticker, fetchedAt, sample: false };
      return { symbol: query.symbol, bars, dropped, source };
    },
  };
}
