/** Daily bars from Financial Modeling Prep, with a desk's own key. */
import { z } from 'zod';
import { cleanBars } from '../bars.ts';
import { cellDay, empty, parseJson } from '../body.ts';
import { SYMBOLS } from '../market.ts';
import type { BarProvider, SourceCard } from '../provider.ts';

export const FMP: SourceCard = {
  id: 'fmp',
  publisher: 'FMP',
  standing: 'keyed',
  origin: 'https://financialmodelingprep.com',
  licence: "The desk's own licence; personal use, no redistribution.",
  limit: { requests: 250, hours: 24 },
  spacingMs: 500,
  concurrency: 1,
  timeoutMs: 10_000,
  keySetting: 'CAPWATCH_FMP_KEY',
};

const price = z.number().nullish();
const Body = z.array(z.object({ date: z.string(), high: price, low: price, close: price }));

/** Closes of indexes and ETFs; newest first in the answer. */
export function createFmp(key: string): BarProvider {
  return {
    card: FMP,
    covers: (_symbol, basis) => basis === 'price',
    async fetchAnswer(query, { now, get }) {
      const ticker = SYMBOLS[query.symbol].kind === 'index' ? `^${query.symbol}` : query.symbol;
      const text = await get({
        path: '/stable/historical-price-eod/full',
        query: { symbol: ticker, from: query.from, to: query.to, apikey: key },
        secrets: [key],
        accepts: 'json',
      });
      const read = parseJson(text, Body, FMP).map(({ date, ...row }) => ({ ...row, date: cellDay(date, FMP) }));
      const { bars, dropped } = cleanBars(read.reverse(), query, now);
      if (bars.length === 0) throw empty(FMP);
      const fetchedAt = now.toString({ smallestUnit: 'second' });
      const source = { publisher: FMP.publisher, series: ticker, fetchedAt, sample: false };
      return { symbol: query.symbol, bars, dropped, source };
    },
  };
}
