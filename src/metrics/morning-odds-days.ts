/** The open meeting on other days: the table of sizes with its look-backs, and each outcome day by day for a picture. Pure. */
import type { Day } from '../calendar/day.ts';
import { chanceAbove, chanceBelow, chanceOf } from './fed-distribution.ts';
import { futuresDayAt } from './fed-futures.ts';
import { fedOdds } from './fed-odds.ts';
import { type MeetingFigures, meetingFigures } from './fed-receipts.ts';
import type { ShiftRow } from './fed-shifts.ts';
import type { FedItem } from './morning-fed.ts';
import { onItsDay } from './morning-outcomes.ts';
import type { Receipt } from './receipt.ts';

/** Besides the day a table has room for four columns. */
const MOST_COLUMNS = 4;
/** A chance that no column holds is told from here on. */
const WORTH_A_NOTE = 0.005;

/** One row of the table that tells sizes apart: a look-back, or the day itself without one. */
interface SizedRow {
  readonly row?: ShiftRow;
  /** In the order of the columns, against the range the item counts from. */
  readonly cells: readonly Receipt<number>[];
  /** False when sizes without a column had a chance worth a note. */
  readonly isWhole: boolean;
}

export interface SizedTable {
  /** Moves of each column: the hold, then the likelier side by size, then the other. */
  readonly columns: readonly number[];
  readonly rows: readonly SizedRow[];
}

/** Every size of the item, and the likeliest of the look-backs where there is room, on each of its days. */
export function sizedTable(item: FedItem): SizedTable {
  const days = tableDays(item);
  const columns = columnsOf(item, days);
  return {
    columns,
    rows: days.map(({ row, figures, offset }) => {
      const own = columns.map((moves) => figures.rangeOf(moves + offset));
      const shown = own.reduce((sum, { value }) => sum + value, 0);
      return { ...(row && { row }), cells: row ? own.map(onItsDay) : own, isWhole: shown > 1 - WORTH_A_NOTE };
    }),
  };
}

interface TableDay {
  readonly row?: ShiftRow;
  readonly figures: MeetingFigures;
  /** The range the item counts from above the one in force on this day, in moves. */
  readonly offset: number;
}

function tableDays({ view, from }: FedItem): TableDay[] {
  const { figures, rows } = view;
  const offset = ({ odds }: MeetingFigures) => (from.upperBp - odds.range.upperBp) / 25;
  return [
    { figures, offset: offset(figures) },
    ...rows.flatMap((row) => {
      const then = meetingFigures(row.odds, figures.meeting);
      return then ? [{ row, figures: then, offset: offset(then) }] : [];
    }),
  ];
}

function columnsOf({ outcomes }: FedItem, days: readonly TableDay[]): number[] {
  const told = outcomes.map(({ moves = 0 }) => moves);
  const all = days.flatMap(({ figures, offset }) => figures.ranges.map(({ moves }) => moves - offset));
  const weight = (moves: number) =>
    days.reduce((sum, { figures, offset }) => sum + chanceOf(figures.found.distribution, moves + offset), 0);
  const others = [...new Set(all)]
    .filter((moves) => !told.includes(moves) && weight(moves) >= WORTH_A_NOTE)
    .toSorted((a, b) => weight(b) - weight(a));
  const columns = [...told, ...others].slice(0, MOST_COLUMNS);
  const [now] = days;
  const isHikes = now !== undefined && sideWeight(now, 1) > sideWeight(now, -1);
  const isMinor = (moves: number) => moves !== 0 && moves > 0 !== isHikes;
  return columns.toSorted((a, b) => Number(isMinor(a)) - Number(isMinor(b)) || Math.abs(a) - Math.abs(b));
}

function sideWeight({ figures, offset }: TableDay, side: 1 | -1): number {
  const { distribution } = figures.found;
  return side === 1 ? chanceAbove(distribution, offset) : chanceBelow(distribution, offset);
}

/** One day's chance of every outcome of the item, for a picture. */
export interface OutcomeDay {
  readonly date: Day;
  /** In the order of the item's outcomes, against the range the item counts from. */
  readonly chances: readonly number[];
}

/** The days from `start` on; days that do not reach the meeting are left out. */
export function outcomeDays({ day, view, outcomes, from }: FedItem, start: Day): OutcomeDay[] {
  return day.futures.dates
    .filter((date) => date >= start && date <= day.odds.asOf)
    .flatMap((date) => {
      const futures = futuresDayAt(day.futures, date);
      const odds = futures && fedOdds(day.calendar, futures);
      const found = odds?.meetings.find(({ meeting }) => meeting === view.figures.meeting);
      if (!odds || !found) return [];
      const offset = (from.upperBp - odds.range.upperBp) / 25;
      const chanceThen = ({ word, moves }: FedItem['outcomes'][number]) => {
        if (moves !== undefined || word === 'hold') return chanceOf(found.distribution, (moves ?? 0) + offset);
        return word === 'cut' ? chanceBelow(found.distribution, offset) : chanceAbove(found.distribution, offset);
      };
      return [{ date, chances: outcomes.map(chanceThen) }];
    });
}
