/** The outcomes of one meeting on two days, against one range: which there are, how each moved, which is the news. Pure. */
import { chanceOf } from './fed-distribution.ts';
import type { MeetingFigures } from './fed-receipts.ts';
import type { ShiftRow } from './fed-shifts.ts';
import type { Receipt } from './receipt.ts';

/** Two sizes of a move are told apart when both had at least this chance. */
const WORTH_A_SIZE = 0.05;
/** Besides the hold a table has room for three sizes. */
const MOST_SIZES = 3;
/** A chance this small on both days is none: it would print as 0% beside 0%. */
const NEGLIGIBLE = 0.0005;

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

/** A meeting's figures on the day and on the day last seen. */
export interface TwoDays {
  readonly figures: MeetingFigures;
  readonly then?: MeetingFigures | undefined;
  /** The range moves are counted from, in moves from the one in force on the day: not 0 on the evening of a decision. */
  readonly base: number;
}

/** The range in force on the day above the one of `other`, in moves: ranges are absolute, moves are not. */
function rangeOffset({ odds }: MeetingFigures, other: MeetingFigures | undefined): number {
  return other ? (odds.range.upperBp - other.odds.range.upperBp) / 25 : 0;
}

/** How many sizes, the hold aside, had a chance worth telling on either day. */
export function sizesWorthTelling(days: TwoDays): number {
  return movesOf(days).filter((moves) => moves !== 0 && Math.max(...chances(days, moves)) >= WORTH_A_SIZE).length;
}

function chances({ figures, then, base }: TwoDays, moves: number): [number, number] {
  const offset = rangeOffset(figures, then);
  return [
    chanceOf(figures.found.distribution, moves + base),
    then ? chanceOf(then.found.distribution, moves + base + offset) : 0,
  ];
}

/** Every number of moves from the base that had a chance on either day, and the hold. */
function movesOf({ figures, then, base }: TwoDays): number[] {
  const offset = rangeOffset(figures, then);
  const all = [
    ...figures.ranges.map(({ moves }) => moves - base),
    ...(then?.ranges ?? []).map(({ moves }) => moves - offset - base),
    0,
  ];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** The hold and the three likeliest sizes; what had no chance on either day is left out. */
export function sizedOutcomes(days: TwoDays): OutcomeChange[] {
  const { figures, then, base } = days;
  const offset = rangeOffset(figures, then);
  const weight = (moves: number) => chances(days, moves).reduce((sum, one) => sum + one, 0);
  const kept = movesOf(days)
    .filter((moves) => moves !== 0)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_SIZES);
  return [0, ...kept]
    .filter((moves) => Math.max(...chances(days, moves)) >= NEGLIGIBLE)
    .map((moves) => {
      const word = moves === 0 ? 'hold' : moves < 0 ? 'cut' : 'hike';
      return changed({ word, moves }, figures.rangeOf(moves + base), then?.rangeOf(moves + base + offset));
    });
}

/** Cut, hold and hike; the second side only where it had a chance. Figures of `row` count from today's range. */
export function plainOutcomes(
  figures: MeetingFigures,
  direction: 'cut' | 'hike',
  row: ShiftRow | undefined,
): OutcomeChange[] {
  const [cut, hold, hike] = row?.base ?? [];
  const all = [
    changed({ word: 'cut' }, figures.cutBy, cut),
    changed({ word: 'hold' }, figures.holdBy, hold),
    changed({ word: 'hike' }, figures.hikeBy, hike),
  ];
  const other = direction === 'cut' ? 'hike' : 'cut';
  return all.filter(({ word, now, before }) => word !== other || Math.max(now.value, before?.value ?? 0) >= NEGLIGIBLE);
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
  const { id } = receipt;
  return id.includes('.base.') ? receipt : { ...receipt, id: `${id}.on.${receipt.asOf}` };
}

/** The news first: the largest change, of two alike the larger move. */
export function newsFirst(outcomes: readonly OutcomeChange[]): OutcomeChange[] {
  return outcomes.toSorted((a, b) =>
    isAlike(a, b) ? Math.abs(b.moves ?? 0) - Math.abs(a.moves ?? 0) : size(b) - size(a),
  );
}

function size({ change }: OutcomeChange): number {
  return Math.abs(change);
}

function isAlike(a: OutcomeChange, b: OutcomeChange): boolean {
  return Math.abs(size(a) - size(b)) < NEGLIGIBLE;
}
