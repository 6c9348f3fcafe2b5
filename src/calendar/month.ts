/** Calendar months as whole numbers, so that contract months can be added, compared and indexed. Pure. */
import type { Day } from './day.ts';

/** Months since year 0: 2024-01 is 2024 × 12. */
export type Month = number;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** The exchange's month letters, January to December. */
const LETTERS = 'FGHJKMNQUVXZ';

export function monthOf(day: Day): Month {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** 1 to 31. */
export function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

/** 28 to 31. */
export function daysInMonth(month: Month): number {
  const index = ((month % 12) + 12) % 12;
  const year = Math.floor(month / 12);
  if (index === 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return LENGTHS[index] ?? 31;
}

/** `2024-01`. */
export function monthText(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** A futures contract's code: root, month letter, two-digit year (`ZQF24`). */
export function contractCode(root: string, month: Month): string {
  return `${root}${LETTERS[month % 12]}${String(Math.floor(month / 12) % 100).padStart(2, '0')}`;
}

/** The month of a contract code of `root`, two-digit years 70–99 being 19xx; undefined when it is not one. */
export function contractMonth(root: string, code: string): Month | undefined {
  if (code.length !== root.length + 3 || !code.startsWith(root)) return undefined;
  const letter = LETTERS.indexOf(code.charAt(root.length));
  const tens = code.charCodeAt(root.length + 1) - 48;
  const ones = code.charCodeAt(root.length + 2) - 48;
  if (letter < 0 || !(tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9)) return undefined;
  const year = tens * 10 + ones;
  return (year >= 70 ? 1900 + year : 2000 + year) * 12 + letter;
}
