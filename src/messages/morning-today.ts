/** The reply that says what today holds, with New York times. Pure; releases, never what they will say. */
import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { dayPlan, quietPeriodOn } from '../calendar/day-plan.ts';
import { type FomcMeeting, meetingsKnownOn } from '../calendar/fomc.ts';
import { RELEASE_YEARS } from '../calendar/releases.ts';
import { section } from './blocks.ts';
import { escapeText, sessionDate, shortDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';

interface TodayContext {
  readonly place: string;
  readonly meetings: readonly FomcMeeting[];
}

/** "4/5 Today, Tue 14 Mar (ET)": one line an event, and what the Fed does. */
export function todayReply(day: Day, { place, meetings: listed }: TodayContext): Message {
  const meetings = meetingsKnownOn(listed, day);
  const events = dayPlan(day, meetings);
  const releases = events.filter(({ release }) => release);
  const said =
    releases.length === 0
      ? 'no releases in the calendar'
      : releases.map(({ time, name }) => `${time.trim() === '' ? '' : `${time} ET `}${lowered(name)}`).join('; ');
  const lines = events.map(({ time, name }) => `${time}  ${name}`);
  return {
    text: escapeText(`${place} Today, ${sessionDate(day)}: ${said}.`),
    blocks: [
      section(
        ...[`*${place} Today, ${weekdayDate(day)}* (ET)`, ...lines, fedLine(day, meetings), ...calendarEnds(day)].map(
          escapeText,
        ),
      ),
    ],
    charts: [],
    numbers: [],
    asOf: day,
  };
}

/** "Consumer prices" inside a sentence; names that begin with a capital of their own keep it. */
function lowered(name: string): string {
  return /^(FOMC|NYSE)/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** Scheduled meetings are about seven weeks apart: one so many days off is not the next, the list has none. */
const FAR = 75;

function fedLine(day: Day, meetings: readonly FomcMeeting[]): string {
  const quiet = quietPeriodOn(day, meetings);
  if (quiet) return `Fed: no speakers, quiet period to ${shortDate(quiet.to)}`;
  const next = meetings.find(
    ({ date, kind }) => kind === 'scheduled' && date >= day && daysBetween(day, date) <= FAR,
  )?.date;
  const soon = quietPeriodOn(addDays(day, 7), meetings);
  const period = soon && soon.from > day ? `; quiet period from ${shortDate(soon.from)}` : '';
  return next === undefined
    ? 'Fed: no meeting listed'
    : `Fed: next decision ${weekdayDate(next)}${period}; speeches are not listed`;
}

/** A year without listed releases says so: an empty list is not a quiet day. */
function calendarEnds(day: Day): string[] {
  const year = Number(day.slice(0, 4));
  if (year >= RELEASE_YEARS.first && year <= RELEASE_YEARS.last) return [];
  return [`Consumer prices, jobs and retail sales of ${year} are not listed`];
}
