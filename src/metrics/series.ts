/** Daily price series as columns: cheap to cut, search and scan. Pure; a cut series cannot see past its last session. */
import type { Day } from '../calendar/day.ts';
import type { ReceiptInput, ReceiptSource } from './receipt.ts';

/** Price index (no dividends), or an ETF's split-adjusted close; labelled on every table. */
type PriceKind = 'index' | 'etf';

export interface PriceSeries {
  /** Capwatch's symbol: `RUT`, `GSPC`, `XLK`, `IWM`, `SPY`, … */
  readonly symbol: string;
  /** Full name in messages: "Russell 2000". */
  readonly name: string;
  readonly kind: PriceKind;
  /** True when `close` includes dividends (ratios only, its level was never quoted). */
  readonly totalReturn?: boolean;
  /** Sessions, ascending, no repeats. */
  readonly dates: readonly Day[];
  /** Closes, all finite and positive. */
  readonly close: Float64Array;
  /** Present only where the source holds true intraday values. */
  readonly high?: Float64Array;
  readonly low?: Float64Array;
  readonly source: ReceiptSource;
  /** Sessions the exchange held inside the series' span that the source does not hold. */
  readonly missing: readonly Day[];
  /** What a reader must know of single sessions of a live series; absent where there is nothing to say. */
  readonly notes?: readonly SessionNote[];
}

/**
 * `provisional`: the close is not final yet. `filled`: from a second source, the first lacks the session. `disputed`: two
 * sources differ by over 0.10%, `close` is the one used. `quarantined`: an implausible move no second source confirms; left out.
 * `restated`: the publisher changed a final close.
 */
export interface SessionNote {
  readonly date: Day;
  readonly kind: 'provisional' | 'filled' | 'disputed' | 'quarantined' | 'restated';
  readonly publisher: string;
  readonly close: number;
  /** The other side of a dispute, or the value before a restatement. */
  readonly other?: { readonly publisher: string; readonly close: number };
}

/** Index of the last session on or before `day`; -1 before the first. */
export function indexAt(dates: readonly Day[], day: Day): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of exactly `day`, or -1. */
export function indexOf(dates: readonly Day[], day: Day): number {
  const index = indexAt(dates, day);
  return dates[index] === day ? index : -1;
}

/** The value at `index`; throws when a caller's arithmetic left the series (a programmer's error, never bad data). */
export function at(column: Float64Array, index: number): number {
  const value = column[index];
  if (value === undefined) throw new RangeError(`no value at index ${index} of ${column.length}`);
  return value;
}

/** The date at `index`, under the same rule as {@link at}. */
export function dateAt(series: Pick<PriceSeries, 'dates'>, index: number): Day {
  const day = series.dates[index];
  if (day === undefined) throw new RangeError(`no session at index ${index} of ${series.dates.length}`);
  return day;
}

/** The series as it was known after the close of `day`: later sessions are gone. Columns are shared, not copied. */
export function upTo(series: PriceSeries, day: Day): PriceSeries {
  const end = indexAt(series.dates, day) + 1;
  if (end === series.dates.length) return series;
  return {
    ...series,
    dates: series.dates.slice(0, end),
    close: series.close.subarray(0, end),
    ...(series.high && { high: series.high.subarray(0, end) }),
    ...(series.low && { low: series.low.subarray(0, end) }),
    missing: series.missing.filter((missed) => missed <= day),
    ...(series.notes && { notes: series.notes.filter(({ date }) => date <= day) }),
  };
}

/** The last session of a series; throws on an empty one, which no source may return. */
export function lastSession(series: PriceSeries): Day {
  return dateAt(series, series.dates.length - 1);
}

/** The close at `index` as an input of a receipt, under the name it has in the formula. */
export function closeInput(series: PriceSeries, index: number, name: string): ReceiptInput {
  return { name, series: series.symbol, date: dateAt(series, index), value: at(series.close, index) };
}
