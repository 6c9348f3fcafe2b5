/** The last print of a running session from Yahoo's chart: one number and its time. It is a glance, never a close. */
import { z } from 'zod';
import { empty, parseJson, unexpected } from '../body.ts';
import { type MarketSymbol, type Quote, SYMBOLS } from '../market.ts';
import type { Provider } from '../provider.ts';
import { YAHOO, yahooTicker } from './request.ts';

const Body = z.object({
  chart: z.object({
    result: z
      .array(
        z.object({
          meta: z.object({ symbol: z.string(), regularMarketPrice: z.number(), regularMarketTime: z.number() }),
        }),
      )
      .nullable(),
  }),
});

/** Price and time of the last print. A price that is not above zero is refused, as is one from the future. */
export const yahooQuote: Provider<{ readonly symbol: MarketSymbol }, Quote> = {
  card: YAHOO,
  async fetchAnswer({ symbol }, { now, get }) {
    const ticker = yahooTicker(symbol);
    const text = await get({
      path: `/v8/finance/chart/${encodeURIComponent(ticker)}`,
      query: { interval: '1d', range: '1d', includePrePost: 'false' },
      headers: { 'user-agent': 'Mozilla/5.0 (compatible; Capwatch)' },
      accepts: 'json',
    });
    const [result] = parseJson(text, Body, YAHOO).chart.result ?? [];
    if (!result) throw empty(YAHOO);
    const { symbol: told, regularMarketPrice: price, regularMarketTime: seconds } = result.meta;
    if (told !== ticker) throw unexpected(YAHOO, `meta.symbol is not ${ticker}`);
    if (!(price > 0)) throw unexpected(YAHOO, 'regularMarketPrice is no price');
    const at = Temporal.Instant.fromEpochMilliseconds(Math.round(seconds) * 1000);
    if (Temporal.Instant.compare(at, now.add({ minutes: 2 })) > 0) throw unexpected(YAHOO, 'a print from the future');
    const fetchedAt = now.toString({ smallestUnit: 'second' });
    const source = { publisher: YAHOO.publisher, series: ticker, fetchedAt, sample: false };
    return { symbol, name: SYMBOLS[symbol].name, price, at, source };
  },
};
