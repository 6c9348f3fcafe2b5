/** Days of scheduled releases that move rates: what came out on a day, never what it said. Pure. */
import { addDays, type Day, weekday } from './day.ts';
import type { FomcMeeting } from './fomc.ts';
import { closedReason } from './nyse.ts';

/** Short names, as they stand in a table: "CPI", "jobs report", "FOMC decision". */
export interface Release {
  readonly day: Day;
  readonly name: string;
}

/**
 * Release days as published by the Bureau of Labor Statistics (CPI, Employment Situation) and the Census Bureau (retail
 * sales). Autumn 2025 is as it happened during and after the shutdown of the government.
 * @see https://www.bls.gov/schedule/news_release/ and https://www.census.gov/retail/release_schedule.html
 */
const PUBLISHED: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'jobs report': {
    2020: '01-10 02-07 03-06 04-03 05-08 06-05 07-02 08-07 09-04 10-02 11-06 12-04',
    2021: '01-08 02-05 03-05 04-02 05-07 06-04 07-02 08-06 09-03 10-08 11-05 12-03',
    2022: '01-07 02-04 03-04 04-01 05-06 06-03 07-08 08-05 09-02 10-07 11-04 12-02',
    2023: '01-06 02-03 03-10 04-07 05-05 06-02 07-07 08-04 09-01 10-06 11-03 12-08',
    2024: '01-05 02-02 03-08 04-05 05-03 06-07 07-05 08-02 09-06 10-04 11-01 12-06',
    2025: '01-10 02-07 03-07 04-04 05-02 06-06 07-03 08-01 09-05 11-20 12-16',
  },
  CPI: {
    2020: '01-14 02-13 03-11 04-10 05-12 06-10 07-14 08-12 09-11 10-13 11-12 12-10',
    2021: '01-13 02-10 03-10 04-13 05-12 06-10 07-13 08-11 09-14 10-13 11-10 12-10',
    2022: '01-12 02-10 03-10 04-12 05-11 06-10 07-13 08-10 09-13 10-13 11-10 12-13',
    2023: '01-12 02-14 03-14 04-12 05-10 06-13 07-12 08-10 09-13 10-12 11-14 12-12',
    2024: '01-11 02-13 03-12 04-10 05-15 06-12 07-11 08-14 09-11 10-10 11-13 12-11',
    2025: '01-15 02-12 03-12 04-10 05-13 06-11 07-15 08-12 09-11 10-24 12-18',
  },
  'retail sales': {
    2023: '01-18 02-15 03-15 04-14 05-16 06-15 07-18 08-15 09-14 10-17 11-15 12-14',
    2024: '01-17 02-15 03-14 04-15 05-15 06-18 07-16 08-15 09-17 10-17 11-15 12-17',
  },
};

/** The years for which CPI and the jobs report are listed; outside them only meetings, minutes and claims are known. */
export const RELEASE_YEARS = { first: 2020, last: 2025 };

const LISTED: ReadonlyMap<Day, readonly string[]> = listed();

function listed(): Map<Day, string[]> {
  const days = new Map<Day, string[]>();
  for (const [name, years] of Object.entries(PUBLISHED)) {
    for (const [year, text] of Object.entries(years)) {
      for (const short of text.split(' ')) {
        const day = `${year}-${short}`;
        days.set(day, [...(days.get(day) ?? []), name]);
      }
    }
  }
  return days;
}

/** Looked over in either direction. */
const LOOK_DAYS = 49;

/** Since 2005 the minutes of a scheduled meeting come out three weeks after it. */
const MINUTES_AFTER_DAYS = 21;
const MINUTES_FROM: Day = '2005-01-01';
/** Minutes moved by a holiday: decision day → the day they came out. */
const MINUTES_MOVED: Readonly<Record<Day, Day>> = {
  '2019-12-11': '2020-01-03',
  '2023-11-01': '2023-11-21',
  '2024-11-07': '2024-11-26',
  '2025-12-10': '2025-12-30',
};

/**
 * Scheduled releases of `day`: FOMC decisions and minutes by rule, weekly claims by rule (Thursday, or the last session
 * before a closed Thursday), CPI, jobs and retail sales as listed; `extra` are a desk's own.
 */
export function releasesOn(day: Day, meetings: readonly FomcMeeting[], extra: readonly Release[] = []): string[] {
  const names = [...(LISTED.get(day) ?? []), ...extra.filter((release) => release.day === day).map(({ name }) => name)];
  for (const { date, kind } of meetings) {
    if (kind === 'cancelled' || kind === 'notation_vote') continue;
    if (date === day) names.push(kind === 'scheduled' ? 'FOMC decision' : 'FOMC, unscheduled');
    if (kind === 'scheduled' && minutesDay(date) === day) names.push('FOMC minutes');
  }
  if (claimsDay(day)) names.push('jobless claims');
  return names;
}

/** The last day up to `day` on which `name` came out, looking back at most seven weeks; undefined outside the listed years. */
export function lastReleaseOn(name: string, day: Day): Day | undefined {
  for (let back = 0; back <= LOOK_DAYS; back += 1) {
    const one = addDays(day, -back);
    if (name === 'jobless claims' ? claimsDay(one) : LISTED.get(one)?.includes(name)) return one;
  }
  return undefined;
}

/** The first day after `day` on which `name` is listed, looking ahead at most seven weeks; undefined when none is. */
export function nextReleaseOn(name: string, day: Day): Day | undefined {
  for (let ahead = 1; ahead <= LOOK_DAYS; ahead += 1) {
    const one = addDays(day, ahead);
    if (LISTED.get(one)?.includes(name)) return one;
  }
  return undefined;
}

function minutesDay(decision: Day): Day | undefined {
  if (decision < MINUTES_FROM) return undefined;
  return MINUTES_MOVED[decision] ?? addDays(decision, MINUTES_AFTER_DAYS);
}

function claimsDay(day: Day): boolean {
  if (weekday(day) === 4) return closedReason(day) === undefined;
  return weekday(day) === 3 && closedReason(addDays(day, 1)) !== undefined;
}
