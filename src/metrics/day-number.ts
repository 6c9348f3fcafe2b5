/** Days as integers, for windows of calendar days over long series: no calendar object per session. Pure. */
import type { Day } from '../calendar/day.ts';

/** Days since 1 March of year 0, proleptic Gregorian; only differences mean anything. */
export function dayNumber(day: Day): number {
  const month = twoDigits(day, 5);
  const year = 100 * twoDigits(day, 0) + twoDigits(day, 2) - (month <= 2 ? 1 : 0);
  const monthFromMarch = (month + 9) % 12;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + twoDigits(day, 8) - 1;
}

/** Read from the character codes: thousands of days are counted in one answer. */
function twoDigits(day: Day, from: number): number {
  return 10 * (day.charCodeAt(from) - 48) + day.charCodeAt(from + 1) - 48;
}

/** For every session the index of the first session no more than `days` calendar days before it. */
export function windowStarts(dates: readonly Day[], days: number): Int32Array {
  const numbers = new Int32Array(dates.length);
  for (const [index, day] of dates.entries()) numbers[index] = dayNumber(day);
  const starts = new Int32Array(dates.length);
  let start = 0;
  for (let index = 0; index < dates.length; index++) {
    while ((numbers[start] ?? 0) < (numbers[index] ?? 0) - days) start += 1;
    starts[index] = start;
  }
  return starts;
}
