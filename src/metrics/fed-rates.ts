/** A daily rate in per cent: the effective federal funds rate, a Treasury yield. Pure; never carried forward. */
import type { Day } from '../calendar/day.ts';
import type { ReceiptSource } from './receipt.ts';
import { indexAt } from './series.ts';

export interface RateSeries {
  /** `EFFR`, `DGS2`. */
  readonly symbol: string;
  /** Ascending, no repeats; days without a rate are left out. */
  readonly dates: readonly Day[];
  /** Per cent per annum. */
  readonly ratePct: Float64Array;
  readonly source: ReceiptSource;
}

/** The rate of the last day on or before `day` that has one, with that day; undefined before the series begins. */
export function rateAt(series: RateSeries, day: Day): { readonly date: Day; readonly ratePct: number } | undefined {
  const index = indexAt(series.dates, day);
  const date = series.dates[index];
  const ratePct = series.ratePct[index];
  return date === undefined || ratePct === undefined ? undefined : { date, ratePct };
}

/** The series as known after `day`. */
export function ratesUpTo(series: RateSeries, day: Day): RateSeries {
  const end = indexAt(series.dates, day) + 1;
  return { ...series, dates: series.dates.slice(0, end), ratePct: series.ratePct.subarray(0, end) };
}
