/** Days as integers, for windows of calendar days over long series: no calendar object per session. Pure. */
import type { Day } from '../calendar/day.ts';

/** Days since 1 March of year 0, proleptic Gregorian; only differences mean anything. */
export function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const monthFromMarch = (month + 9) % 12;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + Number(day.slice(8, 10)) - 1;
}

/** For every session the index of the first session no more than `days` calendar days before it. */
export function windowStarts(dates: readonly Day[], days: number): Int32Array {
  const numbers = Int32Array.from(dates, dayNumber);
  const starts = new Int32Array(dates.length);
  let start = 0;
  for (let index = 0; index < dates.length; index++) {
    while ((numbers[start] ?? 0) < (numbers[index] ?? 0) - days) start += 1;
    starts[index] = start;
  }
  return starts;
}
