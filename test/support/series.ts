/** Small hand-made series for tests: closes on consecutive sessions, or on given days. */
import { sessionsIn } from '../../src/calendar/nyse.ts';
import type { PriceSeries } from '../../src/metrics/series.ts';

interface Made {
  readonly symbol?: string;
  readonly name?: string;
  /** Highs and lows beside the closes; absent: the source has none. */
  readonly high?: readonly number[];
  readonly low?: readonly number[];
  readonly missing?: readonly string[];
}

const SOURCE = { publisher: 'Test', series: '^TEST', fetchedAt: '2024-01-22T21:30:00Z', sample: false };

/** A series with the given closes on the sessions from `first` on. */
export function seriesFrom(first: string, closes: readonly number[], made: Made = {}): PriceSeries {
  const year = Number(first.slice(0, 4));
  const days = sessionsIn(first, `${year + 1 + Math.ceil(closes.length / 240)}-12-31`).slice(0, closes.length);
  return seriesOn(Object.fromEntries(days.map((day, index) => [day, closes[index] ?? Number.NaN])), made);
}

/** A series with the given close on each given day. */
export function seriesOn(closes: Readonly<Record<string, number>>, made: Made = {}): PriceSeries {
  const { symbol = 'RUT', name = 'Russell 2000', high, low, missing = [] } = made;
  return {
    symbol,
    name,
    kind: 'index',
    dates: Object.keys(closes),
    close: Float64Array.from(Object.values(closes)),
    ...(high && { high: Float64Array.from(high) }),
    ...(low && { low: Float64Array.from(low) }),
    source: SOURCE,
    missing,
  };
}
