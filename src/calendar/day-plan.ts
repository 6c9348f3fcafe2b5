/** What a New York day holds, with times: releases, the Fed's decision, the close, the Fed's quiet period. Pure. */
import { addDays, type Day, weekday } from './day.ts';
import { decisionTimes, type FomcMeeting } from './fomc.ts';
import { closeTime, isSession } from './nyse.ts';
import { type Release, releasesOn } from './releases.ts';

export interface PlannedEvent {
  /** New York wall time, `08:30`. */
  readonly time: string;
  /** "Consumer prices, February". */
  readonly name: string;
  /** False for the close itself: a reminder, no release. */
  readonly release: boolean;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** How the short names of `releasesOn` read in a plan: time of day, words, and which month or week they are about. */
const PLANNED: Readonly<Record<string, { time: string; words: (day: Day) => string }>> = {
  CPI: { time: '08:30', words: (day) => `Consumer prices, ${monthBefore(day)}` },
  'jobs report': { time: '08:30', words: (day) => `Jobs report, ${monthBefore(day)}` },
  'retail sales': { time: '08:30', words: (day) => `Retail sales, ${monthBefore(day)}` },
  'jobless claims': { time: '08:30', words: (day) => `Jobless claims, week to ${shortDay(saturdayBefore(day))}` },
  'FOMC minutes': { time: '14:00', words: () => 'FOMC minutes' },
  'FOMC decision': { time: '14:00', words: () => 'FOMC decision' },
};

/** Everything known of `day` in the order of the clock; `extra` are a desk's own releases, shown without a time. */
export function dayPlan(day: Day, meetings: readonly FomcMeeting[], extra: readonly Release[] = []): PlannedEvent[] {
  const events = releasesOn(day, meetings, extra).map((name): PlannedEvent => {
    const planned = PLANNED[name];
    const time = name === 'FOMC decision' ? decisionTimes(day).decision : planned?.time;
    return { time: time ?? '     ', name: planned?.words(day) ?? name, release: true };
  });
  const decision = meetings.some(({ date, kind }) => date === day && kind === 'scheduled');
  const { press } = decisionTimes(day);
  if (decision && press) events.push({ time: press, name: 'Press conference', release: true });
  if (isSession(day)) {
    const time = closeTime(day);
    events.push({ time, name: time === '16:00' ? 'NYSE close' : 'NYSE close, early', release: false });
  }
  return events.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

/** The month before the day's: consumer prices of February come out in March. Autumn 2025 came late, by its own month. */
function monthBefore(day: Day): string {
  if (day === '2025-10-24' || day === '2025-11-20') return 'September';
  if (day === '2025-12-16' || day === '2025-12-18') return 'November';
  return MONTHS[(Number(day.slice(5, 7)) + 10) % 12] ?? '';
}

function saturdayBefore(day: Day): Day {
  return addDays(day, -(weekday(day) + 1));
}

function shortDay(day: Day): string {
  return `${Number(day.slice(8))} ${(MONTHS[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3)}`;
}

/**
 * The Fed's quiet period around a decision: from the second Saturday before the meeting begins to the Thursday after it.
 * @see https://www.federalreserve.gov/monetarypolicy/files/FOMC_ExtCommunicationParticipants.pdf
 */
function quietPeriod(decision: Day): { readonly from: Day; readonly to: Day } {
  const begins = addDays(decision, -1);
  const saturday = addDays(begins, -((weekday(begins) + 1) % 7 || 7));
  return { from: addDays(saturday, -7), to: addDays(decision, 1) };
}

/** The quiet period `day` lies in; undefined outside. */
export function quietPeriodOn(day: Day, meetings: readonly FomcMeeting[]): { from: Day; to: Day } | undefined {
  return meetings
    .filter(({ kind }) => kind === 'scheduled')
    .map(({ date }) => quietPeriod(date))
    .find(({ from, to }) => from <= day && day <= to);
}
