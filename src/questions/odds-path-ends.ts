/** Up to which meeting the priced path is asked: named, a month without one, the last of a year. Measures only. */
import { type Day, yearOf } from '../calendar/day.ts';
import { fullDate } from '../messages/format.ts';
import type { MeetingOdds } from '../metrics/fed-odds.ts';
import { pathEnd, type YearEnd, yearEnd } from '../metrics/fed-path.ts';
import { type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { type Asking, refused } from './desk.ts';
import { meetingDay } from './fed-meeting.ts';
import { monthEndAsked } from './odds-words.ts';

/** A mean of fewer moves than this, 1.25 bp, is not worth telling. */
const FEW = 0.05;

interface Ended {
  readonly end: YearEnd;
  /** Why it is not exactly what was named; empty where it is. */
  readonly note: string;
}

/** The meeting the path is asked to: named, the last of a named year, else of this year. */
export function endAsked(asking: Asking, day: FedDay): Ended {
  const { meeting, year } = asking.question.slots;
  const { odds, calendar } = day;
  const past = monthEndAsked(asking);
  if (meeting !== undefined && past === undefined) {
    const inMonth = typeof meeting === 'object' && 'month' in meeting ? meeting : undefined;
    const found = inMonth && noMeetingIn(day, inMonth.month, inMonth.year);
    const until = found ? found.meeting : meetingDay(meeting, odds, calendar);
    const note = found ? `*No meeting* that month: the last one before is ${fullDate(found.meeting)}` : '';
    return { end: pathEnd(odds, oddsOf(day, until)), note };
  }
  if (year !== undefined && year !== yearOf(odds.asOf)) {
    const found = lastOf(day, year);
    if (!found)
      throw refused(
        `Futures prices of ${fullDate(odds.asOf)} reach ${lastWords(day)}, no meeting of ${year}.`,
        '/fedodds path',
      );
    const all = calendar.scheduled.map(({ date }) => date).filter((date) => yearOf(date) === year);
    const cut = (all.at(-1) ?? '') > found.meeting;
    return {
      end: pathEnd(odds, found, cut ? found.meeting : String(year)),
      note: cut ? `*${fullDate(found.meeting)}* is the last meeting of ${year} that the prices reach` : '',
    };
  }
  const end = yearEnd(odds);
  if (!end) throw refused('No meeting is priced to the end of that year.', '/fedodds path');
  return {
    end,
    note:
      past === undefined
        ? ''
        : `*${fullDate(odds.asOf)}* is the last session of the month named: name a day for another`,
  };
}

/** The last meeting before a month without one; undefined where the month has its own. */
function noMeetingIn({ odds, calendar }: FedDay, month: number, year: number | undefined): MeetingOdds | undefined {
  const two = String(month).padStart(2, '0');
  const begins =
    year ?? (`${yearOf(odds.asOf)}-${two}` < odds.asOf.slice(0, 7) ? yearOf(odds.asOf) + 1 : yearOf(odds.asOf));
  const named = `${begins}-${two}`;
  if (calendar.scheduled.some(({ date }) => date.startsWith(named))) return undefined;
  return odds.meetings.findLast(({ meeting }) => meeting < named);
}

export function lastOf({ odds }: FedDay, year: number): MeetingOdds | undefined {
  return odds.meetings.findLast(({ meeting }) => yearOf(meeting) === year);
}

export function lastWords({ odds }: FedDay): string {
  return fullDate(odds.meetings.at(-1)?.meeting ?? odds.asOf);
}

function oddsOf({ odds }: FedDay, meeting: Day): MeetingOdds {
  const found = odds.meetings.find((one) => one.meeting === meeting);
  if (!found) throw refused('The prices do not reach that meeting.', '/fedodds table');
  return found;
}

export function figuresOf({ odds }: FedDay, meeting: Day): MeetingFigures {
  const figures = meetingFigures(odds, meeting);
  if (!figures) throw refused('The prices do not reach that meeting.', '/fedodds table');
  return figures;
}

/** Hikes where the mean of the distribution is above the range in force, else cuts. */
export function movesName({ cuts }: YearEnd): 'cuts' | 'hikes' {
  return cuts.value < 0 ? 'hikes' : 'cuts';
}

/** The meeting up to the end by which most of the other direction is priced, where any is. */
export function furthest(day: FedDay, end: YearEnd, asked: string): MeetingFigures | undefined {
  const sign = asked === 'hikes' ? 1 : -1;
  const best = day.odds.meetings
    .filter(({ meeting }) => meeting <= end.meeting)
    .reduce<MeetingOdds | undefined>(
      (top, one) => (sign * one.expectedMoves > sign * (top?.expectedMoves ?? 0) ? one : top),
      undefined,
    );
  return best && sign * best.expectedMoves > FEW ? figuresOf(day, best.meeting) : undefined;
}

export function withinYear(day: FedDay, figures: MeetingFigures, before: MeetingOdds): Receipt<number> {
  const own = figuresOf(day, before.meeting).expectedBp;
  return {
    ...figures.expectedBp,
    id: `${figures.expectedBp.id}.after.${before.meeting}`,
    value: figures.expectedBp.value - own.value,
    formula: 'bp(end) − bp(before)',
    inputs: [
      { name: 'bp(end)', series: figures.expectedBp.id, date: own.asOf, value: figures.expectedBp.value },
      { name: 'bp(before)', series: own.id, date: own.asOf, value: own.value },
    ],
  };
}
