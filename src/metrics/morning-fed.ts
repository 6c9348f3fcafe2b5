/** What the futures say this morning beside what was last seen: the open meeting and every outcome's change. Pure. */
import type { Day } from '../calendar/day.ts';
import { chanceOf } from './fed-distribution.ts';
import { futuresDayAt } from './fed-futures.ts';
import { fedOdds } from './fed-odds.ts';
import { type MeetingFigures, meetingFigures, priceKinds } from './fed-receipts.ts';
import { pathTo, type ShiftRow, shiftRow } from './fed-shifts.ts';
import { type FedDay, type MeetingView, meetingView } from './fed-views.ts';
import type { Receipt } from './receipt.ts';

/** A meeting counts as open until one of its outcomes is this likely; the first open one is the one spoken of. */
const SETTLED = 0.9;
/** Two sizes of a move are told apart at the next meeting when both had at least this chance. */
const WORTH_A_SIZE = 0.05;
/** Besides the hold a table has room for three sizes. */
const MOST_SIZES = 3;

/** One outcome of the meeting; `moves` is set where sizes are told apart: −2 is a cut of 50 bp. */
export interface OutcomeChange {
  readonly word: 'cut' | 'hold' | 'hike';
  readonly moves?: number;
  readonly now: Receipt<number>;
  /** On the day last seen; absent when that day's prices do not reach the meeting. */
  readonly before?: Receipt<number>;
  /** Now minus before, a fraction; 0 without a before. */
  readonly change: number;
}

export interface FedItem {
  readonly day: FedDay;
  readonly view: MeetingView;
  /** True for the first meeting of the odds: its chances are `at` and `by` at once. */
  readonly isNext: boolean;
  /** True when sizes are told apart. */
  readonly sized: boolean;
  readonly direction: 'cut' | 'hike';
  /** The largest change first. */
  readonly outcomes: readonly OutcomeChange[];
  /** The day last seen. */
  readonly before?: ShiftRow;
  /** True when a price behind these figures is no settlement. */
  readonly lastTrades: boolean;
  /** Codes of the contracts behind the figures, in order. */
  readonly contracts: readonly string[];
}

/** The first open meeting of the day against `since`; undefined when no meeting could be solved. */
export function fedItem(day: FedDay, since: Day): FedItem | undefined {
  const meeting = openMeeting(day);
  const view = meeting === undefined ? undefined : meetingView(day, meeting);
  if (!view) return undefined;
  const { figures } = view;
  const row = shiftRow(day, figures, { since });
  const before = 'found' in row ? row : undefined;
  const then = before && meetingFigures(before.odds, figures.meeting);
  const isNext = day.odds.meetings[0]?.meeting === figures.meeting;
  const direction = directionOf(figures, before);
  const sized = isNext && sizesWorthTelling(figures, then) > 1;
  const all = sized ? sizedOutcomes(figures, then) : plainOutcomes(figures, direction, then);
  const outcomes = before ? all : all.map(({ before: _none, ...outcome }) => ({ ...outcome, change: 0 }));
  return {
    day,
    view,
    isNext,
    sized,
    direction,
    outcomes: outcomes.toSorted((a, b) => size(b) - size(a)),
    ...(before && { before }),
    lastTrades: lastTradesIn(figures) || (before?.lastTrades ?? false),
    contracts: contractsOf(figures),
  };
}

function size({ change }: OutcomeChange): number {
  return Math.abs(change);
}

/** The first meeting not all but decided, else the next one. */
function openMeeting({ odds }: FedDay): Day | undefined {
  const open = odds.meetings.find(({ distribution }) => Math.max(...distribution.chances) < SETTLED);
  return (open ?? odds.meetings[0])?.meeting;
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

function sizesWorthTelling(figures: MeetingFigures, before: MeetingFigures | undefined): number {
  return movesOf(figures, before).filter(
    (moves) =>
      moves !== 0 &&
      Math.max(chanceAt(figures, moves), chanceAt(before, shifted(figures, before, moves))) >= WORTH_A_SIZE,
  ).length;
}

/** Every number of moves, from today's range in force, that had a chance on either day. */
function movesOf(figures: MeetingFigures, before: MeetingFigures | undefined): number[] {
  const offset = rangeOffset(figures, before);
  const all = [
    ...figures.ranges.map(({ moves }) => moves),
    ...(before?.ranges ?? []).map(({ moves }) => moves - offset),
    0,
  ];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Today's range in force above the one of then, in moves: ranges are absolute, moves are not. */
function rangeOffset(figures: MeetingFigures, before: MeetingFigures | undefined): number {
  return before ? (figures.odds.range.upperBp - before.odds.range.upperBp) / 25 : 0;
}

function shifted(figures: MeetingFigures, before: MeetingFigures | undefined, moves: number): number {
  return moves + rangeOffset(figures, before);
}

function chanceAt(figures: MeetingFigures | undefined, moves: number): number {
  return figures ? chanceOf(figures.found.distribution, moves) : 0;
}

function sizedOutcomes(figures: MeetingFigures, before: MeetingFigures | undefined): OutcomeChange[] {
  const moves = movesOf(figures, before);
  const weight = (one: number) => chanceAt(figures, one) + chanceAt(before, shifted(figures, before, one));
  const kept = moves
    .filter((one) => one !== 0)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_SIZES);
  return [0, ...kept].map((one) => {
    const then = before?.rangeOf(shifted(figures, before, one));
    const word = one === 0 ? 'hold' : one < 0 ? 'cut' : 'hike';
    return changed({ word, moves: one }, figures.rangeOf(one), then);
  });
}

function plainOutcomes(
  figures: MeetingFigures,
  direction: 'cut' | 'hike',
  before: MeetingFigures | undefined,
): OutcomeChange[] {
  const other = direction === 'cut' ? 'hike' : 'cut';
  const sameRange = rangeOffset(figures, before) === 0;
  const then = sameRange ? before : undefined;
  const by = (one: MeetingFigures | undefined, word: 'cut' | 'hike') => (word === 'cut' ? one?.cutBy : one?.hikeBy);
  const outcomes = [
    changed({ word: direction }, by(figures, direction) ?? figures.cutBy, by(then, direction)),
    changed({ word: 'hold' }, figures.holdBy, then?.holdBy),
  ];
  const second = by(figures, other);
  const secondThen = by(then, other);
  if (!second || (second.value === 0 && (secondThen?.value ?? 0) === 0)) return outcomes;
  return [...outcomes, changed({ word: other }, second, secondThen)];
}

function changed(
  outcome: Pick<OutcomeChange, 'word' | 'moves'>,
  now: Receipt<number>,
  before: Receipt<number> | undefined,
): OutcomeChange {
  if (!before) return { ...outcome, now, change: 0 };
  return { ...outcome, now, before: onItsDay(before), change: now.value - before.value };
}

/** A figure of an earlier day under an id of its own, so that both can stand in one message. */
export function onItsDay<V extends number | boolean>(receipt: Receipt<V>): Receipt<V> {
  return { ...receipt, id: `${receipt.id}.on.${receipt.asOf}` };
}

/** The outcome spoken of first: the largest change among sizes, else the side that has the larger chance. */
export function leadOutcome({ sized, outcomes, direction }: FedItem): OutcomeChange | undefined {
  return sized ? outcomes[0] : outcomes.find(({ word }) => word === direction);
}

/** One day's chance of every outcome of the item, for a picture. */
export interface OutcomeDay {
  readonly date: Day;
  /** In the order of the item's outcomes, against today's ranges. */
  readonly chances: readonly number[];
}

/** The days from `from` on, against today's ranges; days that do not reach the meeting are left out. */
export function outcomeDays({ day, view, outcomes }: FedItem, from: Day): OutcomeDay[] {
  const { figures } = view;
  return day.futures.dates
    .filter((date) => date >= from && date <= day.odds.asOf)
    .flatMap((date) => {
      const futures = futuresDayAt(day.futures, date);
      const odds = futures && fedOdds(day.calendar, futures);
      const found = odds && meetingFigures(odds, figures.meeting);
      if (!found) return [];
      const offset = rangeOffset(figures, found);
      return [{ date, chances: outcomes.map(({ moves = 0 }) => chanceAt(found, moves + offset)) }];
    });
}

/** A contract as a trader writes it: "ZQH3". */
export function shortContract(code: string): string {
  return code.replace(/\d(\d)$/, '$1');
}
