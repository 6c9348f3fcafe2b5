/** Daily bars of ETFs from Tiingo, with a desk's own token. */
import { z } from 'zod';
import { cleanBars } from '../bars.ts';
import { cellDay, empty, parseJson } from '../body.ts';
import { SYMBOLS } from '../market.ts';
import type { BarProvider, SourceCard } from '../provider.ts';

export const TIINGO: SourceCard = {
  id: 'tiingo',
  publisher: 'Tiingo',
  standing: 'keyed',
  origin: 'https://api.tiingo.com',
  licence: "The desk's own token; internal use.",
  limit: { requests: 50, hours: 1 },
  spacingMs: 1_000,
  concurrency: 1,
  timeoutMs: 10_000,
  keySetting: 'CAPWATCH_TIINGO_KEY',
};

const price = z.number().nullish();
const Body = z.array(
  z.object({
    date: z.string(),
    close: price,
    high: price,
    low: price,
    adjClose: price,
    splitFactor: z.number().nullish(),
  }),
);
type Row = z.infer<typeof Body>[number];

/** Closes of ETFs, split-adjusted here, since Tiingo's plain close is the one of the day; and dividend-adjusted ones. */
export function createTiingo(key: string): BarProvider {
  return {
    card: TIINGO,
    covers: (symbol) => SYMBOLS[symbol].kind === 'etf',
    async fetchAnswer(query, { now, get }) {
      const text = await get({
        path: `/tiingo/daily/${query.symbol}/prices`,
        query: { startDate: query.from, endDate: query.to },
        headers: { authorization: `Token ${key}` },
        secrets: [key],
        accepts: 'json',
      });
      const rows = parseJson(text, Body, TIINGO);
      const read = query.basis === 'price' ? splitAdjusted(rows) : rows.map((row) => ({ ...row, close: row.adjClose }));
      const dated = read.map(({ date, close, high, low }) => ({
        date: cellDay(date.slice(0, 10), TIINGO),
        close,
        ...(query.basis === 'price' && { high, low }),
      }));
      const { bars, dropped } = cleanBars(dated, query, now);
      if (bars.length === 0) throw empty(TIINGO);
      const fetchedAt = now.toString({ smallestUnit: 'second' });
      const source = { publisher: TIINGO.publisher, series: query.symbol, fetchedAt, sample: false };
      return { symbol: query.symbol, bars, dropped, source };
    },
  };
}

/** Prices before a split are divided by every later split's factor; the row of the split itself is already new. */
function splitAdjusted(rows: readonly Row[]): Row[] {
  let factor = 1;
  const adjusted: Row[] = [];
  for (const row of rows.toReversed()) {
    const divided = (value: number | null | undefined) => (typeof value === 'number' ? value / factor : value);
    adjusted.push({ ...row, close: divided(row.close), high: divided(row.high), low: divided(row.low) });
    factor *= row.splitFactor ?? 1;
  }
  return adjusted.reverse();
}
