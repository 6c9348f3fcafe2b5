/** What the futures say this morning beside what was last seen: the open meeting and every outcome's change. Pure. */
import type { Day } from '../calendar/day.ts';
import type { TargetRange } from './fed-range.ts';
import { type MeetingFigures, meetingFigures, priceKinds } from './fed-receipts.ts';
import { pathTo, type ShiftRow, shiftRow } from './fed-shifts.ts';
import { type FedDay, type MeetingView, meetingView } from './fed-views.ts';
import { newsFirst, type OutcomeChange, plainOutcomes, sizedOutcomes, sizesWorthTelling } from './morning-outcomes.ts';

/** A meeting counts as open until one of its outcomes is this likely; the first open one is the one spoken of. */
const SETTLED = 0.9;

/** What was decided after the prices of the day, or on it. */
export interface Decided {
  /** Meetings before this day are over; a cancelled one is over once it is known to be. */
  readonly today: Day;
  /** The range after the last decision, which the day's odds may not count from yet. */
  readonly range?: TargetRange;
}

export interface FedItem {
  readonly day: FedDay;
  readonly view: MeetingView;
  /** True for the first meeting of the odds: its chances are `at` and `by` at once. */
  readonly isNext: boolean;
  /** True when sizes are told apart. */
  readonly sized: boolean;
  readonly direction: 'cut' | 'hike';
  /** The news first; the likeliest first where a decision moved the range. */
  readonly outcomes: readonly OutcomeChange[];
  /** Moves are counted from this range: the one in force, or on the evening of a decision the one decided. */
  readonly from: Pick<TargetRange, 'lowerBp' | 'upperBp'>;
  /** The day last seen; its own day of prices may be an earlier one. */
  readonly before?: ShiftRow;
  /** True when no futures day lies between the two. */
  readonly isNextDay: boolean;
  /** True when a price behind these figures is no settlement. */
  readonly lastTrades: boolean;
  /** Codes of the contracts behind the figures, in order. */
  readonly contracts: readonly string[];
}

/** The first open meeting of the day against `since`; undefined when no meeting could be solved. */
export function fedItem(day: FedDay, since: Day, decided?: Decided): FedItem | undefined {
  const meeting = openMeeting(day, decided);
  const view = meeting === undefined ? undefined : meetingView(day, meeting);
  if (!view) return undefined;
  const { figures } = view;
  const row = shiftRow(day, figures, { since });
  const before = 'found' in row ? row : undefined;
  const then = before && meetingFigures(before.odds, figures.meeting);
  const base = decided?.range ? (decided.range.upperBp - day.odds.range.upperBp) / 25 : 0;
  const isNext = day.odds.meetings[0]?.meeting === figures.meeting;
  const sized = sizesWorthTelling({ figures, then, base }) > 1 && (isNext || base !== 0 || isSure(figures));
  const direction = directionOf(figures, before);
  const apart = sized || base !== 0;
  const outcomes = apart ? sizedOutcomes({ figures, then, base }) : plainOutcomes(figures, direction, before);
  return {
    day,
    view,
    isNext,
    sized: apart,
    direction,
    outcomes: base === 0 ? newsFirst(outcomes) : likeliestFirst(outcomes),
    from: { lowerBp: day.odds.range.lowerBp + 25 * base, upperBp: day.odds.range.upperBp + 25 * base },
    ...(before && { before }),
    isNextDay: before !== undefined && day.futures.dates.indexOf(before.odds.asOf) === day.odds.day.row - 1,
    lastTrades: lastTradesIn(figures) || (before?.lastTrades ?? false),
    contracts: contractsOf(figures),
  };
}

/** After a decision moved the range, every outcome changed; what is priced now is the news. */
function likeliestFirst(outcomes: readonly OutcomeChange[]): OutcomeChange[] {
  return outcomes.toSorted((a, b) => b.now.value - a.now.value);
}

/** The first meeting to come that is not all but decided, else the next one. */
function openMeeting({ odds, calendar }: FedDay, decided: Decided | undefined): Day | undefined {
  const today = decided?.today ?? odds.asOf;
  const cancelled = calendar.scheduled.filter(({ cancelledFrom = '9999' }) => cancelledFrom < today);
  const over = new Set(cancelled.map(({ date }) => date));
  const coming = odds.meetings.filter(({ meeting }) => meeting >= today && !over.has(meeting));
  const meetings = coming.length > 0 ? coming : odds.meetings;
  const open = meetings.find(({ distribution }) => Math.max(...distribution.chances) < SETTLED);
  return (open ?? meetings[0])?.meeting;
}

/** A move by the meeting is all but certain, so that only its size is news. */
function isSure({ cutBy, hikeBy }: MeetingFigures): boolean {
  return Math.max(cutBy.value, hikeBy.value) >= SETTLED;
}

/** The side with a chance today; where neither or both have the same, the side the day last seen leant to. */
function directionOf({ cutBy, hikeBy }: MeetingFigures, before: ShiftRow | undefined): 'cut' | 'hike' {
  if (cutBy.value !== hikeBy.value) return hikeBy.value > cutBy.value ? 'hike' : 'cut';
  return (before?.hikeBy ?? 0) > (before?.cutBy ?? 0) ? 'hike' : 'cut';
}

function lastTradesIn(figures: MeetingFigures): boolean {
  return priceKinds(figures.odds.day, pathTo(figures.odds, figures.found)).some((kind) => kind !== 'settlement');
}

function contractsOf({ expectedBp }: MeetingFigures): string[] {
  return [...new Set(expectedBp.inputs.map(({ series }) => series))];
}

/** The outcome spoken of first: the news among sizes, else the side that has the larger chance. */
export function leadOutcome({ sized, outcomes, direction }: FedItem): OutcomeChange | undefined {
  return sized ? outcomes[0] : outcomes.find(({ word }) => word === direction);
}

/** A contract as a trader writes it: "ZQH3". */
export function shortContract(code: string): string {
  return code.replace(/\d(\d)$/, '$1');
}
