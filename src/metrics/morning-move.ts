/** The S&P 500's own day: how far it went, and since when it did not go as far. Pure. */
import { addDays, type Day } from '../calendar/day.ts';
import type { MorningPrices } from './morning-prices.ts';
import { isMeasured, type Measured, type Receipt } from './receipt.ts';
import { windowReturn } from './returns.ts';
import { at, dateAt, type PriceSeries } from './series.ts';

export interface MoveItem {
  readonly benchmark: Receipt<number>;
  readonly subject: Measured;
  /** The latest day with a move at least as large the same way, when that is over a year back. */
  readonly largestSince?: Day;
}

const WORTH_A_CLAIM_DAYS = 365;

/** The day's returns; undefined when the benchmark has none. */
export function moveItem({ subject, benchmark }: MorningPrices): MoveItem | undefined {
  const own = windowReturn(benchmark, '1d');
  if (!isMeasured(own)) return undefined;
  const since = largestSince(benchmark);
  return { benchmark: own, subject: windowReturn(subject, '1d'), ...(since !== undefined && { largestSince: since }) };
}

function largestSince(series: PriceSeries): Day | undefined {
  const last = series.close.length - 1;
  const wanted = dayReturn(series, last);
  for (let index = last - 1; index > 0; index--) {
    const move = dayReturn(series, index);
    if (Math.sign(move) !== Math.sign(wanted) || Math.abs(move) < Math.abs(wanted)) continue;
    const day = dateAt(series, index);
    return day <= addDays(dateAt(series, last), -WORTH_A_CLAIM_DAYS) ? day : undefined;
  }
  return undefined;
}

function dayReturn({ close }: PriceSeries, index: number): number {
  return at(close, index) / at(close, index - 1) - 1;
}
