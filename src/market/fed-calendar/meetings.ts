/** Meeting dates from the Fed's own calendar, taken over only where they can be true beside the bundled ones. */
import { z } from 'zod';
import { type Day, weekday, yearOf } from '../../calendar/day.ts';
import type { FomcMeeting } from '../../calendar/fomc.ts';
import { cellDay, empty, parseJson, unexpected } from '../body.ts';
import type { Provider, SourceCard } from '../provider.ts';

export const FED_CALENDAR: SourceCard = {
  id: 'fed-calendar',
  publisher: 'Federal Reserve',
  standing: 'official',
  origin: 'https://www.federalreserve.gov',
  licence: 'Public domain; cited as Federal Reserve.',
  limit: { requests: 12, hours: 24 },
  spacingMs: 2_000,
  concurrency: 1,
  timeoutMs: 15_000,
};

const Body = z.object({
  events: z.array(
    z.object({
      type: z.string().nullish(),
      title: z.string().nullish(),
      month: z.string().nullish(),
      days: z.string().nullish(),
    }),
  ),
});

/** Decision days the Fed lists, ascending: a meeting's last day. Press conferences, minutes and speeches are left out. */
export const fedMeetings: Provider<Record<string, never>, readonly Day[]> = {
  card: FED_CALENDAR,
  async fetchAnswer(_query, { get }) {
    const { events } = parseJson(await get({ path: '/json/calendar.json', accepts: 'json' }), Body, FED_CALENDAR);
    const days = events
      .filter(({ type, title }) => type === 'FOMC' && title === 'FOMC Meeting')
      .map(({ month, days }) => decisionDay(month ?? '', days ?? ''));
    if (days.length === 0) throw empty(FED_CALENDAR);
    const ascending = [...new Set(days)].sort();
    const weekend = ascending.find((day) => weekday(day) > 5);
    if (weekend !== undefined) throw unexpected(FED_CALENDAR, `a meeting on the weekend ${weekend}`);
    return ascending;
  },
};

/** The last number of "8-9"; "30-1" ends in the month after. */
function decisionDay(month: string, days: string): Day {
  const numbers = [...days.matchAll(/\d+/g)].map(([number]) => Number(number));
  const last = numbers.at(-1);
  const first = numbers[0];
  if (last === undefined || first === undefined || !/^\d{4}-\d{2}$/.test(month)) {
    throw unexpected(FED_CALENDAR, 'a meeting without days');
  }
  const begun = cellDay(`${month}-01`, FED_CALENDAR).slice(0, 7);
  const ends = last < first ? Temporal.PlainYearMonth.from(begun).add({ months: 1 }).toString() : begun;
  return cellDay(`${ends}-${String(last).padStart(2, '0')}`, FED_CALENDAR);
}

export interface MeetingRefresh {
  readonly meetings: readonly FomcMeeting[];
  /** Why the fetched dates were not taken over; absent when they were, or said nothing new. */
  readonly kept?: string;
}

const MEETINGS_A_YEAR = { least: 7, most: 9 };
const TUESDAY = 2;
const THURSDAY = 4;

/**
 * The bundled meetings with the years after them the Fed lists in full. A list that contradicts a bundled date that
 * has passed, meets outside Tuesday to Thursday or has the wrong number of meetings changes nothing and says why.
 */
export function refreshedMeetings(bundled: readonly FomcMeeting[], listed: readonly Day[], today: Day): MeetingRefresh {
  const problem = contradiction(bundled, listed, today);
  if (problem !== undefined) return { meetings: bundled, kept: problem };
  const held = new Set(bundled.map(({ date }) => date));
  const added = listed.filter((day) => !held.has(day) && day > today);
  const changed = added.filter((day) => yearOf(day) <= lastFullYear(bundled));
  if (changed.length > 0) return { meetings: bundled, kept: `${changed[0]} is not a bundled meeting` };
  const years = Map.groupBy([...scheduledAfter(bundled), ...added], yearOf);
  const whole = added.filter((day) => (years.get(yearOf(day))?.length ?? 0) >= MEETINGS_A_YEAR.least);
  const meetings = [...bundled, ...whole.map((date): FomcMeeting => ({ date, kind: 'scheduled' }))];
  return { meetings: meetings.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

function contradiction(bundled: readonly FomcMeeting[], listed: readonly Day[], today: Day): string | undefined {
  const wrongDay = listed.find((day) => weekday(day) < TUESDAY || weekday(day) > THURSDAY);
  if (wrongDay !== undefined) return `${wrongDay} is not a Tuesday, Wednesday or Thursday`;
  const known = new Set(bundled.map(({ date }) => date));
  const invented = listed.find((day) => day <= today && !known.has(day));
  if (invented !== undefined) return `${invented} has passed and was no meeting`;
  const crowded = [...Map.groupBy(listed, yearOf)].find(([, days]) => days.length > MEETINGS_A_YEAR.most);
  return crowded && `${crowded[0]} has ${crowded[1].length} meetings`;
}

/** Scheduled meetings of years the bundle does not hold in full. */
function scheduledAfter(bundled: readonly FomcMeeting[]): Day[] {
  const full = lastFullYear(bundled);
  return bundled.filter(({ date, kind }) => kind === 'scheduled' && yearOf(date) > full).map(({ date }) => date);
}

function lastFullYear(bundled: readonly FomcMeeting[]): number {
  const scheduled = bundled.filter(({ kind }) => kind === 'scheduled').map(({ date }) => date);
  const full = [...Map.groupBy(scheduled, yearOf)].filter(([, days]) => days.length >= MEETINGS_A_YEAR.least);
  return Math.max(...full.map(([year]) => year));
}
