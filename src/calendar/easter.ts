/** Easter by the Gregorian computus, for Good Friday. Pure; knows nothing of markets. */
import type { Day } from './day.ts';

/**
 * Easter Sunday of `year` in the Gregorian calendar.
 * @see Meeus, Astronomical Algorithms (1991), chapter 8 (the "anonymous Gregorian" rule); letters as there
 */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.trunc(year / 100);
  const c = year % 100;
  const g = Math.trunc((8 * b + 13) / 25);
  const h = (19 * a + b - Math.trunc(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.trunc(c / 4) - h - (c % 4)) % 7;
  const m = Math.trunc((a + 11 * h + 19 * l) / 433);
  const month = Math.trunc((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
