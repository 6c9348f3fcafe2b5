/** Meetings of the Federal Open Market Committee as they were known on a given day. Pure; reads no file and no clock. */
import { type Day, daysBetween, yearOf } from './day.ts';
import { monthOf } from './month.ts';

export type MeetingKind = 'scheduled' | 'unscheduled' | 'notation_vote' | 'cancelled';

export interface FomcMeeting {
  /** The decision day: the meeting's last day. */
  readonly date: Day;
  readonly kind: MeetingKind;
}

/**
 * Last meeting on CME's list from a given day on, read off CME's own exports (each export shows which meetings every
 * observation day had). Between the last row and the next export nothing is known, and the contracts decide.
 */
const CME_LISTS: readonly (readonly [from: Day, last: Day])[] = [
  ['2023-03-10', '2024-03-20'],
  ['2023-03-23', '2024-05-01'],
  ['2023-05-04', '2024-06-12'],
  ['2023-07-27', '2024-09-18'],
  ['2023-11-02', '2024-11-07'],
  ['2023-12-14', '2025-01-29'],
  ['2024-02-01', '2025-03-19'],
  ['2024-05-02', '2025-05-07'],
  ['2024-06-13', '2025-07-30'],
  ['2024-08-01', '2025-09-17'],
  ['2024-09-19', '2025-10-29'],
  ['2024-11-08', '2025-12-10'],
  ['2024-12-19', '2026-01-28'],
  ['2025-01-30', '2026-03-18'],
  ['2025-03-20', '2026-04-29'],
  ['2025-05-08', '2026-06-17'],
  ['2025-06-19', '2026-07-29'],
  ['2025-07-31', '2026-09-16'],
  ['2025-09-18', '2026-10-28'],
  ['2025-10-30', '2026-12-09'],
  ['2025-12-11', '2027-01-27'],
  ['2026-01-29', '2027-03-17'],
  ['2026-03-19', '2027-04-28'],
];
const LISTS_END: Day = '2026-04-30';

/** The last meeting CME listed on `asOf`, where its exports tell; undefined elsewhere. */
export function lastListedMeeting(asOf: Day): Day | undefined {
  if (asOf >= LISTS_END) return undefined;
  return CME_LISTS.findLast(([from]) => from <= asOf)?.[1];
}

/** The first day on which CME listed `meeting`, where its exports tell. */
export function listedFrom(meeting: Day): Day | undefined {
  const row = CME_LISTS.findIndex(([, last]) => meeting <= last);
  return row > 0 ? CME_LISTS[row]?.[0] : undefined;
}

/** A meeting that counts as scheduled, until a given day where it was cancelled later. */
export interface ScheduledMeeting {
  readonly date: Day;
  /** First day on which it was known not to happen. */
  readonly cancelledFrom?: Day;
}

/**
 * Scheduled meetings, ascending, with the cancelled one and the day it was replaced: 2020-03-18 counts until the
 * unscheduled meeting of 2020-03-15.
 */
export function scheduledMeetings(meetings: readonly FomcMeeting[]): ScheduledMeeting[] {
  return meetings
    .flatMap(({ date, kind }): ScheduledMeeting[] => {
      if (kind === 'scheduled') return [{ date }];
      return kind === 'cancelled' ? [{ date, cancelledFrom: replacedOn(meetings, date) }] : [];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function replacedOn(meetings: readonly FomcMeeting[], cancelled: Day): Day {
  const replacements = meetings
    .filter(({ kind, date }) => kind === 'unscheduled' && date <= cancelled && daysBetween(date, cancelled) <= 14)
    .map(({ date }) => date);
  return replacements.sort().at(-1) ?? cancelled;
}

/** The list as it stood on the morning of `day`: nobody knew of a meeting out of turn, and what was cancelled later still stood. */
export function meetingsKnownOn(meetings: readonly FomcMeeting[], day: Day): FomcMeeting[] {
  return meetings
    .filter(({ kind, date }) => date < day || kind === 'scheduled' || kind === 'cancelled')
    .map((meeting) => {
      const { kind, date } = meeting;
      return kind === 'cancelled' && replacedOn(meetings, date) >= day ? { date, kind: 'scheduled' } : meeting;
    });
}

/** Cancelled meetings whose month is the month of `asOf` or the one before: what a reader of the odds must be told. */
export function cancelledAround(meetings: readonly FomcMeeting[], asOf: Day): Day[] {
  return meetings
    .filter(
      ({ kind, date }) => kind === 'cancelled' && monthOf(asOf) - monthOf(date) <= 1 && monthOf(asOf) >= monthOf(date),
    )
    .map(({ date }) => date);
}

const PROJECTION_MONTHS: Readonly<Record<number, readonly number[]>> = { 2011: [4, 6, 11], 2012: [1, 4, 6, 9, 12] };

/** Whether a scheduled meeting comes with the Summary of Economic Projections (the dots), since April 2011. */
export function hasProjections(meeting: Day): boolean {
  if (meeting < '2011-04-01') return false;
  return (PROJECTION_MONTHS[yearOf(meeting)] ?? [3, 6, 9, 12]).includes(Number(meeting.slice(5, 7)));
}

/** Whether a scheduled meeting is followed by a press conference: with projections since April 2011, always since 2019. */
export function hasPressConference(meeting: Day): boolean {
  return meeting >= '2019-01-01' || hasProjections(meeting);
}

/**
 * New York times of a scheduled decision: 14:00 since March 2013; before, 12:30 where a press conference followed, else 14:15.
 * @see https://www.federalreserve.gov/newsevents/pressreleases/monetary20130313a.htm
 */
export function decisionTimes(meeting: Day): { readonly decision: string; readonly press?: string } {
  const press = hasPressConference(meeting);
  if (meeting >= '2013-03-01') return { decision: '14:00', ...(press && { press: '14:30' }) };
  return press ? { decision: '12:30', press: '14:15' } : { decision: '14:15' };
}
