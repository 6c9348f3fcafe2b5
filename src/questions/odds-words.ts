/** What an answer about odds reads from the question's own words beside its slots: sizes, a month gone by, the text itself. Pure. */
import { addDays, type Day, monthsBefore, yearOf } from '../calendar/day.ts';
import { sessionOnOrBefore } from '../calendar/nyse.ts';
import type { Asking } from './desk.ts';
import { normalText } from './words-normal.ts';

/** The question in plain lower-case words. */
export function wordsOf({ text }: Pick<Asking, 'text'>): string {
  return normalText(text).text;
}

/**
 * "How many cuts were priced in January?" asks of a day gone by, not of a meeting to come: the last session of that month,
 * the latest one before the answer's session.
 */
export function monthEndAsked(asking: Asking): Day | undefined {
  const { month, year, asOf } = asking.question.slots;
  if (
    month === undefined ||
    asOf !== undefined ||
    !/\b(were|was|had|did)\b.*\b(in|back in|during)\b/.test(wordsOf(asking))
  )
    return undefined;
  const two = String(month).padStart(2, '0');
  const { session } = asking;
  const begins = `${year ?? (`${yearOf(session)}-${two}` < session.slice(0, 7) ? yearOf(session) : yearOf(session) - 1)}-${two}-01`;
  const end = sessionOnOrBefore(addDays(monthsBefore(begins, -1), -1));
  return end < session ? end : undefined;
}

/** Sizes of a move that are asked about, in basis points; bare numbers count where a size is the question. */
export function sizesAsked({ question }: Pick<Asking, 'question'>): number[] {
  const { sizes = [], figures } = question.slots;
  if (sizes.length > 0) return [...sizes];
  if (question.kind !== 'odds-size') return [];
  const whole = figures.map(({ value }) => Math.abs(value)).filter((value) => value > 0 && value % 25 === 0);
  return [...new Set(whole)];
}
