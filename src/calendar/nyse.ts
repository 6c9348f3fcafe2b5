/**
 * Sessions of the New York Stock Exchange by rule: every closure and early close of 1990–2028, weekday closures since
 * 1928 (Saturday sessions, held until 1952, are left out), best rule before. Pure; a closure still to be announced is unknown.
 */
import { type Day, newYorkTime, weekday, yearOf } from './day.ts';
import { closuresOf, earlyClosesOf } from './nyse-closures.ts';

/** New York wall time at which a session ends. */
export type CloseTime = '16:00' | '14:00' | '13:00';

const FIRST_YEAR = 1885;
const LAST_YEAR = 2100;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

interface Year {
  readonly sessions: readonly Day[];
  /** Session → its index in `sessions`. */
  readonly index: ReadonlyMap<Day, number>;
  readonly closures: ReadonlyMap<Day, string>;
  readonly earlyCloses: ReadonlyMap<Day, CloseTime>;
}

const years = new Map<number, Year>();

/** Whether the exchange held or holds a regular session on `day`. Throws a RangeError outside 1885–2100. */
export function isSession(day: Day): boolean {
  return yearFor(day).index.has(day);
}

/** `day` itself if it is a session, else the last one before it. */
export function sessionOnOrBefore(day: Day): Day {
  return isSession(day) ? day : previousSession(day);
}

/** The last session before `day`. */
export function previousSession(day: Day): Day {
  const { sessions } = yearFor(day);
  return sessions[firstAtOrAfter(sessions, day) - 1] ?? lastOf(yearOf(day) - 1);
}

/** The first session after `day`. */
export function nextSession(day: Day): Day {
  const { sessions, index } = yearFor(day);
  return sessions[firstAtOrAfter(sessions, day) + (index.has(day) ? 1 : 0)] ?? firstOf(yearOf(day) + 1);
}

/** How many sessions lie after `from`, up to and including `to`; negative when `to` is earlier. */
export function sessionsBetween(from: Day, to: Day): number {
  if (to < from) return -sessionsBetween(to, from);
  let count = sessionsThrough(to) - sessionsThrough(from);
  for (let year = yearOf(from); year < yearOf(to); year += 1) count += yearOfSessions(year).sessions.length;
  return count;
}

/** Every session from `from` to `to`, both included, ascending. */
export function sessionsIn(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const { sessions } = yearOfSessions(year);
    days.push(...sessions.filter((day) => from <= day && day <= to));
  }
  return days;
}

/** When the session of `day` ends; early closes are known from 1990 on. Throws a RangeError if `day` is no session. */
export function closeTime(day: Day): CloseTime {
  const year = yearFor(day);
  if (!year.index.has(day)) throw new RangeError(`${day} is no session`);
  return year.earlyCloses.get(day) ?? '16:00';
}

/** Why there is no session on `day`: "weekend", "Martin Luther King Jr. Day", …; undefined on a session. */
export function closedReason(day: Day): string | undefined {
  const year = yearFor(day);
  if (year.index.has(day)) return undefined;
  return weekday(day) >= 6 ? 'weekend' : year.closures.get(day);
}

/** The latest session whose close has passed in New York at `now` (the closing minute counts as passed). */
export function lastCompletedSession(now: Temporal.Instant): Day {
  const { day, time } = newYorkTime(now);
  return isSession(day) && time >= closeTime(day) ? day : previousSession(day);
}

function yearFor(day: Day): Year {
  return yearOfSessions(yearOf(day));
}

function yearOfSessions(year: number): Year {
  const known = years.get(year);
  if (known) return known;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new RangeError(`the calendar covers ${FIRST_YEAR} to ${LAST_YEAR}, not ${year}`);
  }
  const closures = closuresOf(year);
  const sessions = weekdaysOf(year).filter((day) => !closures.has(day));
  const index = new Map(sessions.map((day, position) => [day, position]));
  const made = { sessions, index, closures, earlyCloses: earlyClosesOf(year) };
  years.set(year, made);
  return made;
}

function weekdaysOf(year: number): Day[] {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = MONTH_DAYS.flatMap((length, month) =>
    Array.from(
      { length: leap && month === 1 ? 29 : length },
      (_, date) => `${year}-${two(month + 1)}-${two(date + 1)}`,
    ),
  );
  const first = weekday(`${year}-01-01`);
  return days.filter((_, position) => (first - 1 + position) % 7 < 5);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Sessions of the day's own year up to and including it. */
function sessionsThrough(day: Day): number {
  const { sessions, index } = yearFor(day);
  return firstAtOrAfter(sessions, day) + (index.has(day) ? 1 : 0);
}

function firstAtOrAfter(sessions: readonly Day[], day: Day): number {
  let low = 0;
  let high = sessions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sessions[middle] ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstOf(year: number): Day {
  return yearOfSessions(year).sessions.at(0) ?? firstOf(year + 1);
}

function lastOf(year: number): Day {
  return yearOfSessions(year).sessions.at(-1) ?? lastOf(year - 1);
}
