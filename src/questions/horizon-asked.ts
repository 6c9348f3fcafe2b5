/** Which years a question about calls speaks of: the one they are due in, or the one they are counted since. Pure. */
import type { Asking } from './desk.ts';
import { normalText } from './words-normal.ts';

const SINCE =
  /\b(?:since|after|from|starting(?: in)?|beginning(?: in)?|going back to|back to)(?: the (?:start|beginning) of)? (20[12345]\d)\b(?!-)(?! (?:call|target))/;
const BARE_YEAR =
  /\b(?:for|in|of|by|on|about|at|ye|end|year end|dec|december) 2([0-9])\b(?! ?(?:%|days?|months?|m|sessions?|firms?|calls?|pp|points?))/;

/** The year a horizon ends in, where one is said; the index's own number and "since 2022" are none. */
export function horizonYear({ text, question }: Asking): number | undefined {
  const words = normalText(text).text.replaceAll(/\b(russell|r2k|rut) 2000\b/g, '$1');
  if (sinceYear(text) !== undefined) return undefined;
  const typed = /\b(20[12345]\d)\b(?!-)/.exec(words)?.[1];
  const { year } = question.slots;
  if (typed !== undefined) return Number(typed);
  if (year !== undefined && year > 2009 && year < 2060 && !/\b2000\b/.test(text)) return year;
  const short = BARE_YEAR.exec(words)?.[1];
  return short === undefined ? undefined : Number(`202${short}`);
}

/** The first year of a record: "since 2022". */
export function sinceYear(text: string): number | undefined {
  const year = SINCE.exec(normalText(text).text)?.[1];
  return year === undefined ? undefined : Number(year);
}
