/**
 * Recoveries from a 52-week low to a 52-week high (METRICS.md S6), on closes or on intraday lows and highs. Pure.
 *
 * 52 weeks are a session and every session of the 365 calendar days before it. A low is the latest session that no
 * session of its 52 weeks undercuts, as far as the data reach; the high is the first later session above every other
 * of its 52 weeks, all 365 days of which must lie inside the data, with no new low between. `wholeYear` tells the
 * recoveries whose low, too, has all its 365 days inside the data.
 */
import type { Day } from '../calendar/day.ts';
import { dayNumber, windowStarts } from './day-number.ts';
import type { Basis } from './highs.ts';
import type { Absent } from './receipt.ts';
import { at, dateAt, type PriceSeries } from './series.ts';

export const YEAR_DAYS = 365;

/** One end of a recovery: a session and the value that made it a low or a high. */
export interface Turn {
  readonly index: number;
  readonly day: Day;
  readonly value: number;
}

export interface Recovery {
  readonly basis: Basis;
  readonly low: Turn;
  readonly high: Turn;
  /** Calendar days and sessions from the low to the high. */
  readonly days: number;
  readonly sessions: number;
  /** high / low − 1, a fraction. */
  readonly gain: number;
  readonly wholeYear: boolean;
}

/** A 52-week low with no 52-week high since. */
export interface UnderWay extends Omit<Recovery, 'high' | 'gain'> {
  /** What a 52-week high must exceed now: the highest of the last 365 days. */
  readonly target: Turn;
}

export interface RecoveryHistory {
  readonly series: PriceSeries;
  readonly basis: Basis;
  /** Index of the first session whose 365 days all lie inside the data: the first that can be a 52-week high. */
  readonly judgedFrom: number;
  /** Oldest first. */
  readonly completed: readonly Recovery[];
  readonly underWay?: UnderWay;
}

/** Every recovery of a series, or why there is none to tell: no intraday values. */
export function recoveryHistory(series: PriceSeries, basis: Basis): RecoveryHistory | Absent {
  const lows = basis === 'close' ? series.close : series.low;
  const highs = basis === 'close' ? series.close : series.high;
  const id = `${series.symbol}.recovery.last.${basis}`;
  if (!lows || !highs) return { id, absent: `no intraday highs and lows for ${series.name}` };
  const starts = windowStarts(series.dates, YEAR_DAYS);
  const isLow = extremes(lows, starts, 'low');
  const isHigh = extremes(highs, starts, 'high');
  const whole = wholeYears(series.dates);
  const completed: Recovery[] = [];
  let low = -1;
  for (let index = 1; index < series.dates.length; index++) {
    if (isLow[index]) low = index;
    else if (low >= 0 && isHigh[index] && index >= whole) {
      completed.push(
        recovery({ series, basis, whole, low: turn(series, lows, low), high: turn(series, highs, index) }),
      );
      low = -1;
    }
  }
  const history = { series, basis, judgedFrom: whole, completed };
  if (low < 0) return history;
  return { ...history, underWay: underWay({ series, basis, whole, starts, lows, highs, low }) };
}

/** Index of the first session whose 365 days all lie inside the data. */
function wholeYears(dates: readonly Day[]): number {
  const first = dayNumber(dates[0] ?? '');
  const index = dates.findIndex((day) => dayNumber(day) - first >= YEAR_DAYS);
  return index < 0 ? dates.length : index;
}

function turn(series: PriceSeries, column: Float64Array, index: number): Turn {
  return { index, day: dateAt(series, index), value: at(column, index) };
}

interface Ends {
  readonly series: PriceSeries;
  readonly basis: Basis;
  readonly whole: number;
  readonly low: Turn;
  readonly high: Turn;
}

function recovery({ basis, whole, low, high }: Ends): Recovery {
  return {
    basis,
    low,
    high,
    days: dayNumber(high.day) - dayNumber(low.day),
    sessions: high.index - low.index,
    gain: high.value / low.value - 1,
    wholeYear: low.index >= whole,
  };
}

interface Open {
  readonly series: PriceSeries;
  readonly basis: Basis;
  readonly whole: number;
  readonly starts: Int32Array;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  readonly low: number;
}

function underWay({ series, basis, whole, starts, lows, highs, low }: Open): UnderWay {
  const last = series.dates.length - 1;
  const bottom = turn(series, lows, low);
  let best = starts[last] ?? 0;
  for (let index = best + 1; index <= last; index++) if (at(highs, index) > at(highs, best)) best = index;
  return {
    basis,
    low: bottom,
    days: dayNumber(dateAt(series, last)) - dayNumber(bottom.day),
    sessions: last - low,
    wholeYear: low >= whole,
    target: turn(series, highs, best),
  };
}

/**
 * Marks the sessions that are the lowest of their window (equal to the lowest counts: the latest is taken) or above
 * every other session of it (a tie is no new high). A queue of candidates keeps this linear in the sessions.
 */
function extremes(column: Float64Array, starts: Int32Array, side: 'low' | 'high'): Uint8Array {
  const marks = new Uint8Array(column.length);
  const queue = new Int32Array(column.length);
  let head = 0;
  let tail = 0;
  for (let index = 0; index < column.length; index++) {
    const value = at(column, index);
    while (head < tail && (queue[head] ?? 0) < (starts[index] ?? 0)) head += 1;
    while (head < tail && beaten(at(column, queue[tail - 1] ?? 0), value, side)) tail -= 1;
    marks[index] = head === tail ? 1 : 0;
    queue[tail++] = index;
  }
  return marks;
}

/** Whether a newer value makes an older one irrelevant: at lows equal suffices, at highs it must be passed. */
function beaten(older: number, newer: number, side: 'low' | 'high'): boolean {
  return side === 'low' ? newer <= older : newer > older;
}
