/** Days and figures as the morning summary says them: "Friday", "on the day", "since Thursday". Pure. */
import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { FedItem } from '../metrics/morning-fed.ts';
import type { OutcomeChange } from '../metrics/morning-outcomes.ts';
import { fullDate, points, probability, shortDate, signedNumber, weekdayDate } from './format.ts';

/** "Friday". */
export function weekdayLong(day: Day): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-GB', { weekday: 'long' });
}

/** "Friday" inside the last week, else "22 Dec", with its year where it could be mistaken. */
export function dayName(day: Day, reference: Day): string {
  const back = daysBetween(day, reference);
  if (back >= 0 && back < 7) return weekdayLong(day);
  return back > 300 ? fullDate(day) : shortDate(day);
}

/** The day spoken of, the day last seen, and the day of reading. */
export interface MorningDays {
  readonly session: Day;
  readonly since: Day;
  readonly today: Day;
}

/** "on the day" on the morning after; "on Friday" on a Monday; "since Thursday" when a summary was missed. */
export function spanWords({ session, since, today }: MorningDays): string {
  if (since !== previousSession(session)) return `since ${dayName(since, session)}`;
  return today === addDays(session, 1) ? 'on the day' : `on ${weekdayLong(session)}`;
}

/** The day the odds are compared with, by its name: the day last seen, or the last one before it with prices. */
export function oddsDay({ before }: FedItem, session: Day): string {
  return before ? dayName(before.odds.asOf, session) : '';
}

/** Like `spanWords`, for odds: futures trade on days of their own. */
export function oddsSpan({ before, isNextDay }: FedItem, days: MorningDays): string {
  const from = before?.odds.asOf ?? days.since;
  return isNextDay ? spanWords({ ...days, since: from }) : `since ${dayName(from, days.session)}`;
}

/** What must stand before a finding that is not yesterday's: "Friday: " on a Monday, "Fri 12 Jan: " after a holiday. */
export function sessionLead({ session, today }: MorningDays): string {
  const away = daysBetween(session, today);
  if (away <= 1) return '';
  const onlyWeekend = weekdayLong(session) === 'Friday' && away === 3;
  return `${onlyWeekend ? 'Friday' : weekdayDate(session)}: `;
}

/** "50 bp hike", "hold", "cut": an outcome as a noun; what more than one meeting may bring is "50 bp of cuts". */
export function outcomeNoun({ word, moves }: OutcomeChange, { isNext }: Pick<FedItem, 'isNext'>): string {
  if (moves === undefined || moves === 0) return word;
  const size = `${Math.abs(25 * moves)}\u00a0bp`;
  return isNext || Math.abs(moves) === 1 ? `${size} ${word}` : `${size} of ${word}s`;
}

/** "hike 50 bp", "hold": an outcome in a list. */
export function outcomeTerm({ word, moves }: Pick<OutcomeChange, 'word' | 'moves'>): string {
  return moves === undefined || moves === 0 ? word : `${word} ${Math.abs(25 * moves)}\u00a0bp`;
}

/** "on 22 Mar" for the next meeting, "by 20 Mar" for a later one. */
export function meetingWords({ view, isNext }: FedItem): string {
  const { meeting, odds } = view.figures;
  return `${isNext ? 'on' : 'by'} ${shortDate(meeting, odds.asOf)}`;
}

/** True when the two chances print alike. */
export function isUnchanged({ now, before }: OutcomeChange): boolean {
  return before !== undefined && probability(now.value) === probability(before.value);
}

/** "−3.9 pp", or "unchanged" where the change rounds to nothing. */
export function changeWords({ change }: OutcomeChange): string {
  const text = points(change, 1);
  return text.startsWith('0.0') ? 'unchanged' : text;
}

/** Whole basis points with a sign, as the Treasury's own digits allow: "−57 bp". */
export function wholeBp(bps: number): string {
  return `${signedNumber(bps, 0)}\u00a0bp`;
}

/** "4.03%": a yield, as its publisher prints it. */
export function yieldWords(ratePct: number): string {
  return `${ratePct.toFixed(2)}%`;
}

/** A mark behind figures that rest on last trades. */
export const DAGGER = ' †';
