/** One chart from Yahoo: a single request without cookie or crumb, read into dated rows. It judges no price. */
import type { Day } from '../../calendar/day.ts';
import { NEW_YORK } from '../../calendar/day.ts';
import { CapwatchError } from '../../errors.ts';
import { empty, parseJson, unexpected } from '../body.ts';
import { type MarketSymbol, SYMBOLS } from '../market.ts';
import type { Asking, SourceCard } from '../provider.ts';
import { Chart, type ChartRow } from './chart.ts';

export const YAHOO: SourceCard = {
  id: 'yahoo',
  publisher: 'Yahoo Finance',
  standing: 'unofficial',
  origin: 'https://query2.finance.yahoo.com',
  licence: 'Unofficial; may be delayed. Yahoo forbids redistribution of its feed: an internal glance only.',
  limit: { requests: 400, hours: 1 },
  spacingMs: 300,
  concurrency: 2,
  timeoutMs: 8_000,
};

interface ChartAsk {
  /** Yahoo's own: `^RUT`, `ZQZ26.CBT`. */
  readonly ticker: string;
  readonly from: Day;
  readonly to: Day;
}

/** Rows in time order with their date in the exchange's zone. Throws as the contract of a source says. */
export async function fetchChart({ ticker, from, to }: ChartAsk, { get }: Asking): Promise<ChartRow[]> {
  const text = await get({
    path: `/v8/finance/chart/${encodeURIComponent(ticker)}`,
    // `range=max` would thin out the rows; explicit ends never do.
    query: {
      interval: '1d',
      includePrePost: 'false',
      period1: String(midnight(from, 0)),
      period2: String(midnight(to, 1)),
    },
    headers: { 'user-agent': 'Mozilla/5.0 (compatible; Capwatch)' },
    accepts: 'json',
  });
  const { chart } = parseJson(text, Chart, YAHOO);
  if (chart.error?.code === 'Not Found') throw unknownTicker(ticker);
  const [result] = chart.result ?? [];
  if (!result) throw empty(YAHOO);
  if (result.meta.symbol !== ticker) throw unexpected(YAHOO, `meta.symbol is not ${ticker}`);
  const rows = chartRows(result);
  if (rows.length === 0) throw empty(YAHOO);
  return rows;
}

type Result = NonNullable<Chart['chart']['result']>[number];

function chartRows({ meta, timestamp = [], indicators }: Result): ChartRow[] {
  const [quote] = indicators.quote;
  const adjusted = indicators.adjclose?.[0]?.adjclose;
  return timestamp.map((seconds, index) => ({
    date: dateIn(meta.exchangeTimezoneName, seconds),
    close: quote?.close?.[index],
    adjustedClose: adjusted?.[index],
    high: quote?.high?.[index],
    low: quote?.low?.[index],
    volume: quote?.volume?.[index],
  }));
}

function dateIn(zone: string, seconds: number): Day {
  try {
    const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
    return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
  } catch (cause) {
    throw new CapwatchError('bad_response', 'Yahoo Finance sent something unexpected.', {
      source: YAHOO.publisher,
      code: 'shape',
      cause,
    });
  }
}

function midnight(day: Day, daysAfter: number): number {
  const start = Temporal.PlainDate.from(day).add({ days: daysAfter }).toZonedDateTime(NEW_YORK);
  return start.epochMilliseconds / 1000;
}

function unknownTicker(ticker: string): CapwatchError {
  return new CapwatchError('not_found', `Yahoo Finance has no ${ticker}.`, { source: YAHOO.publisher });
}

/** Yahoo's name of a symbol: indexes carry a caret. */
export function yahooTicker(symbol: MarketSymbol): string {
  return SYMBOLS[symbol].kind === 'index' ? `^${symbol}` : symbol;
}
