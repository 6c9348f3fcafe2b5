/** Meeting dates from the Fed's own page, for when its calendar file does not answer. It reads headings, months and days, nothing else. */

import { type Day, weekday } from '../../calendar/day.ts';
import { cellDay, empty, unexpected } from '../body.ts';
import type { Provider } from '../provider.ts';
import { FED_CALENDAR } from './meetings.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The page is about a quarter of a megabyte. */
const MAX_BYTES = 3_000_000;
/** A year's heading, then a month cell and a day cell for each meeting; tags inside the cells may come and go. */
const PIECES =
  /(\d{4})\s+FOMC\s+Meetings|fomc-meeting__month[^>]*>(?:\s|<[^>]*>)*([A-Za-z/]+)|fomc-meeting__date[^>]*>(?:\s|<[^>]*>)*([^<]*)</g;

/** Decision days of scheduled meetings, ascending. Votes by notation, unscheduled and cancelled meetings are left out. */
export const fedMeetingPage: Provider<Record<string, never>, readonly Day[]> = {
  card: FED_CALENDAR,
  async fetchAnswer(_query, { get }) {
    const text = await get({ path: '/monetarypolicy/fomccalendars.htm', accepts: 'html', maxBytes: MAX_BYTES });
    const days = [...new Set(decisionDays(text))].sort();
    if (days.length === 0) throw empty(FED_CALENDAR);
    const weekend = days.find((day) => weekday(day) > 5);
    if (weekend !== undefined) throw unexpected(FED_CALENDAR, `a meeting on the weekend ${weekend}`);
    return days;
  },
};

function decisionDays(text: string): Day[] {
  let year = '';
  let month = '';
  const days: Day[] = [];
  for (const [, heading, monthCell, dayCell] of text.matchAll(PIECES)) {
    if (heading !== undefined) year = heading;
    else if (monthCell !== undefined) month = monthCell;
    else if (dayCell !== undefined && isScheduled(dayCell)) days.push(decisionDay(year, month, dayCell));
  }
  return days;
}

/** "26-27" and "16-17*", with projections; "22 (notation vote)" and its like are no scheduled meetings. */
function isScheduled(cell: string): boolean {
  return /^\s*\d{1,2}\s*-\s*\d{1,2}\s*\*?\s*$/.test(cell);
}

/** The last day of "30-1" under "Apr/May" is in May. */
function decisionDay(year: string, months: string, cell: string): Day {
  const [first = 0, last = 0] = [...cell.matchAll(/\d+/g)].map(([number]) => Number(number));
  const names = months.toLowerCase().split('/');
  const begun = MONTHS.findIndex((name) => (names[0] ?? '').startsWith(name));
  const month = last < first ? begun + 1 : begun;
  if (year === '' || begun < 0 || month > 11) throw unexpected(FED_CALENDAR, 'a meeting without year or month');
  return cellDay(`${year}-${String(month + 1).padStart(2, '0')}-${String(last).padStart(2, '0')}`, FED_CALENDAR);
}
