/** One meeting's odds day by day, and the days that moved them most. Pure; days without prices are left out. */
import type { Day } from '../calendar/day.ts';
import { chanceAbove, chanceBelow, chanceOf } from './fed-distribution.ts';
import { futuresDay } from './fed-futures.ts';
import { type FedOdds, fedOdds } from './fed-odds.ts';
import { priceKinds } from './fed-receipts.ts';
import { type FedHistory, pathTo } from './fed-shifts.ts';
import type { Receipt } from './receipt.ts';
import { indexAt } from './series.ts';

/** One day of a meeting's odds, against the range in force on the as-of day. */
export interface OddsPoint {
  readonly date: Day;
  readonly cutBy: number;
  readonly holdBy: number;
  readonly hikeBy: number;
  readonly expectedBp: number;
  readonly lastTrades: boolean;
  /** Chance of exactly the span's `moves` from the range in force on the as-of day, where it names any. */
  readonly sizeBy?: number;
}

export interface HistorySpan {
  readonly meeting: Day;
  /** The odds of the as-of day: its range is the one every day is held against. */
  readonly current: FedOdds;
  /** First day wanted; the futures day on or before it is included. */
  readonly from: Day;
  /** One size of move, in signed 25 bp steps, whose chance is wanted too. */
  readonly moves?: number;
}

/** The odds of `meeting` on every futures day from `from` to the as-of day on which it could be solved, ascending. */
export function oddsHistory(history: FedHistory, span: HistorySpan): OddsPoint[] {
  const { current, from } = span;
  const { dates } = history.futures;
  const last = indexAt(dates, current.asOf);
  const points: OddsPoint[] = [];
  for (let row = Math.max(0, indexAt(dates, from)); row <= last; row++) {
    const day = futuresDay(history.futures, row);
    const odds = day && fedOdds(history.calendar, day);
    const point = odds && pointOf(odds, span);
    if (point) points.push(point);
  }
  return points;
}

function pointOf(odds: FedOdds, { meeting, current, moves }: HistorySpan): OddsPoint | undefined {
  const found = odds.meetings.find((candidate) => candidate.meeting === meeting);
  if (!found) return undefined;
  const offset = (current.range.upperBp - odds.range.upperBp) / 25;
  return {
    date: odds.asOf,
    cutBy: chanceBelow(found.distribution, offset),
    holdBy: chanceOf(found.distribution, offset),
    hikeBy: chanceAbove(found.distribution, offset),
    expectedBp: 25 * (found.expectedMoves - offset),
    lastTrades: priceKinds(odds.day, pathTo(odds, found)).some((kind) => kind !== 'settlement'),
    ...(moves !== undefined && { sizeBy: chanceOf(found.distribution, moves + offset) }),
  };
}

/** A day's change in the expected move of one meeting. */
export interface DailyMove {
  readonly day: Day;
  readonly before: OddsPoint;
  readonly after: OddsPoint;
  readonly changeBp: Receipt<number>;
  /** In the chances of a cut and of a hike by the meeting, fractions. */
  readonly cutChange: Receipt<number>;
  readonly hikeChange: Receipt<number>;
  /** Of the change over the whole span; undefined when that is zero. May exceed 1 or be negative. */
  readonly share?: Receipt<number>;
}

export interface LargestMoves {
  readonly from: Day;
  readonly to: Day;
  readonly totalBp: Receipt<number>;
  /** Largest first. */
  readonly moves: readonly DailyMove[];
  readonly days: number;
}

/** The `count` largest daily changes in expected bp over `points`; undefined for fewer than two points. */
export function largestMoves(current: FedOdds, meeting: Day, points: readonly OddsPoint[]): LargestMoves | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return undefined;
  const changed = changes(current, meeting);
  const totalBp = changed('expected_bp', '', [first, last]);
  const daily = points.slice(1).map((after, index) => {
    const before = points[index] ?? first;
    const [days, suffix] = [[before, after] as const, `.${after.date}`];
    return {
      day: after.date,
      before,
      after,
      changeBp: changed('expected_bp', suffix, days),
      cutChange: changed('cut_by', suffix, days),
      hikeChange: changed('hike_by', suffix, days),
    };
  });
  const ranked = daily.sort((a, b) => Math.abs(b.changeBp.value) - Math.abs(a.changeBp.value)).slice(0, TOP);
  const moves = ranked.map((move) =>
    totalBp.value === 0 ? move : { ...move, share: shareOf(move.changeBp, totalBp) },
  );
  return { from: first.date, to: last.date, totalBp, moves, days: daily.length };
}

const TOP = 5;

const VALUES = {
  expected_bp: ({ expectedBp }: OddsPoint) => expectedBp,
  cut_by: ({ cutBy }: OddsPoint) => cutBy,
  hike_by: ({ hikeBy }: OddsPoint) => hikeBy,
  size_by: ({ sizeBy = 0 }: OddsPoint) => sizeBy,
};

function changes(current: FedOdds, meeting: Day) {
  return (
    figure: keyof typeof VALUES,
    suffix: string,
    [before, after]: readonly [OddsPoint, OddsPoint],
  ): Receipt<number> => {
    const series = `fed.${meeting}.${figure}`;
    const value = VALUES[figure];
    return {
      id: `${series}.change${suffix}`,
      value: value(after) - value(before),
      unit: figure === 'expected_bp' ? 'bp' : 'fraction',
      asOf: after.date,
      basis: basisOf([before, after], current),
      formula: 'value(day) − value(before)',
      inputs: [
        { name: 'value(day)', series, date: after.date, value: value(after) },
        { name: 'value(before)', series, date: before.date, value: value(before) },
      ],
      sources: [current.day.futures.source],
    };
  };
}

function basisOf(points: readonly OddsPoint[], current: FedOdds): string {
  const kind = points.some(({ lastTrades }) => lastTrades) ? 'last trades' : 'settlements';
  return `${kind}, FedWatch method, against the range in force on ${current.asOf}`;
}

/** Highest and lowest chance over a history, with the day of each. */
export interface Extremes {
  readonly highest: { readonly point: OddsPoint; readonly receipt: Receipt<number> };
  readonly lowest: { readonly point: OddsPoint; readonly receipt: Receipt<number> };
}

/** The extremes of one chance over `points`; undefined without any. */
export function extremes(
  current: FedOdds,
  meeting: Day,
  { points, figure }: { points: readonly OddsPoint[]; figure: 'cut_by' | 'hike_by' | 'size_by' },
): Extremes | undefined {
  const value = VALUES[figure];
  const [first] = points;
  if (!first) return undefined;
  const series = `fed.${meeting}.${figure}`;
  const found = (name: 'highest' | 'lowest', side: 1 | -1) => {
    const point = points.reduce((best, one) => (side * value(one) > side * value(best) ? one : best), first);
    const receipt: Receipt<number> = {
      id: `${series}.${name}`,
      value: value(point),
      unit: 'fraction',
      asOf: current.asOf,
      basis: basisOf(points, current),
      formula: `${side > 0 ? 'max' : 'min'}(value)`,
      inputs: points.map((one) => ({ name: 'value', series, date: one.date, value: value(one) })),
      sources: [current.day.futures.source],
    };
    return { point, receipt };
  };
  return { highest: found('highest', 1), lowest: found('lowest', -1) };
}

function shareOf(change: Receipt<number>, total: Receipt<number>): Receipt<number> {
  return {
    ...change,
    id: change.id.replace('.change.', '.share.'),
    value: change.value / total.value,
    unit: 'fraction',
    formula: 'change(day) / change(all)',
    inputs: [
      { name: 'change(day)', series: change.id, date: change.asOf, value: change.value },
      { name: 'change(all)', series: total.id, date: total.asOf, value: total.value },
    ],
  };
}
