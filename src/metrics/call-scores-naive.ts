/** The naive base rate of a call: what the index did on average over the same length, as known when the call was made. Pure. */
import { type Day, daysBetween } from '../calendar/day.ts';
import { type CallVersion, callId } from './calls.ts';
import { horizonDay } from './calls-horizon.ts';
import { dayNumber } from './day-number.ts';
import type { Measured } from './receipt.ts';
import { at, dateAt, indexAt, type PriceSeries } from './series.ts';

/** Fewer windows than this are no base rate (about a year of sessions). */
const FEWEST_WINDOWS = 250;

/** The day up to which a call's base rate may know prices: the note, or the base close where that came later. */
function knownWhenCalled({ noteDate, baseDate }: Pick<CallVersion, 'noteDate' | 'baseDate'>): Day {
  return noteDate > baseDate ? noteDate : baseDate;
}

/**
 * Mean return over every window as long as the call (calendar days from base to horizon, ending on the session on or
 * before), from the series' first session to the windows that had ended when the call was made. Id `….naive`.
 */
export function naiveReturn(call: CallVersion, series: PriceSeries): Measured {
  const id = `${callId(call)}.naive`;
  const known = knownWhenCalled(call);
  const days = daysBetween(call.baseDate, horizonDay(call));
  const { sum, count, last } = windowsOf(series, days, known);
  if (count < FEWEST_WINDOWS) {
    return { id, absent: `only ${count} windows of ${days} days had ended by ${known}` };
  }
  return {
    id,
    value: sum / count,
    unit: 'fraction',
    asOf: known,
    basis: `price return, mean of ${count} windows of ${days} calendar days since ${dateAt(series, 0)}`,
    formula: 'sum of returns / windows',
    inputs: [
      { name: 'sum of returns', series: series.symbol, date: last, value: sum },
      { name: 'windows', series: series.symbol, date: last, value: count },
    ],
    sources: [series.source],
  };
}

interface Windows {
  readonly sum: number;
  readonly count: number;
  /** The last session on which a counted window ended. */
  readonly last: Day;
}

function windowsOf(series: PriceSeries, days: number, known: Day): Windows {
  const limit = dayNumber(known);
  const lastIndex = indexAt(series.dates, known);
  const numbers = series.dates.slice(0, lastIndex + 1).map(dayNumber);
  let [sum, count, end] = [0, 0, 0];
  for (const [start, number] of numbers.entries()) {
    if (number + days > limit) break;
    while (end < lastIndex && (numbers[end + 1] ?? 0) <= number + days) end++;
    sum += at(series.close, end) / at(series.close, start) - 1;
    count++;
  }
  return { sum, count, last: series.dates[end] ?? known };
}
