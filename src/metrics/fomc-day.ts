/** A decision day as the futures see it: the meeting's own odds, the next meeting's, the year's end, each beside the day before. Pure. */
import type { Day } from '../calendar/day.ts';
import { futuresDay } from './fed-futures.ts';
import { fedOdds } from './fed-odds.ts';
import { type YearEnd, yearEnd } from './fed-path.ts';
import { type MeetingFigures, meetingFigures } from './fed-receipts.ts';
import { type ShiftRow, shiftRow } from './fed-shifts.ts';
import type { FedDay } from './fed-views.ts';
import { onItsDay } from './morning-outcomes.ts';
import type { Receipt } from './receipt.ts';
import { indexOf } from './series.ts';

export interface MeetingBeside {
  readonly figures: MeetingFigures;
  /** The futures day before, against today's ranges. */
  readonly before?: ShiftRow;
}

export interface FomcDayView {
  readonly fed: FedDay;
  readonly meeting: Day;
  readonly own: MeetingBeside;
  readonly next?: MeetingBeside;
  readonly end?: YearEnd;
  readonly endBefore?: Receipt<number>;
  readonly numbers: readonly Receipt[];
}

/** The view of `meeting`, or undefined when the day's prices do not reach it. */
export function fomcDayView(fed: FedDay, meeting: Day): FomcDayView | undefined {
  const own = beside(fed, meeting);
  if (!own) return undefined;
  const following = fed.odds.meetings.find((one) => one.meeting > meeting)?.meeting;
  const next = following === undefined ? undefined : beside(fed, following);
  const end = yearEnd(fed.odds);
  const endBefore = yearEndBefore(fed);
  const parts = { ...(next && { next }), ...(end && { end }), ...(endBefore && { endBefore }) };
  const numbers = [own, ...(next ? [next] : [])].flatMap(numbersOf);
  const ends = [...(end ? [end.cuts] : []), ...(endBefore ? [endBefore] : [])];
  return {
    fed,
    meeting,
    own,
    ...parts,
    numbers: [...new Map([...numbers, ...ends].map((one) => [one.id, one])).values()],
  };
}

function beside(fed: FedDay, meeting: Day): MeetingBeside | undefined {
  const figures = meetingFigures(fed.odds, meeting);
  if (!figures) return undefined;
  const row = shiftRow(fed, figures, '1d');
  return { figures, ...('found' in row && { before: row }) };
}

function yearEndBefore({ odds, futures, calendar }: FedDay): Receipt<number> | undefined {
  const day = futuresDay(futures, indexOf(futures.dates, odds.asOf) - 1);
  const then = day && fedOdds(calendar, day);
  const end = then && then.range.upperBp === odds.range.upperBp ? yearEnd(then) : undefined;
  return end && onItsDay(end.cuts);
}

function numbersOf({ figures, before }: MeetingBeside): Receipt[] {
  const { cutBy, holdBy, hikeBy, expectedBp, stepBp, ranges } = figures;
  return [
    cutBy,
    holdBy,
    hikeBy,
    expectedBp,
    stepBp,
    ...ranges.map(({ receipt }) => receipt),
    ...(before ? [before.cutShift, before.hikeShift, before.expectedShiftBp] : []),
  ];
}
