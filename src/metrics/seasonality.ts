/**
 * Months in which the subject fell and the benchmark rose, and the rest of their years: the last session of the month
 * against the last session of December, beside the same calendar month of every year. Pure.
 */
import type { Day } from '../calendar/day.ts';
import { type Outcomes, outcomesOf, type Returns } from './outcomes.ts';
import { closesBasis, type Pair } from './pair.ts';
import { at } from './series.ts';

/** One calendar month of one year, from the last session of the month before. */
export interface MonthReturn {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** First index is the base (last session of the month before), second the month's last session. */
  readonly base: number;
  readonly end: number;
  readonly lastDay: Day;
  readonly own: number;
  readonly other: number;
  /** Returns from the month's end to the year's end; undefined when the year is not over. */
  readonly rest?: { readonly own: number; readonly other: number };
}

/** Every month of the pair that has a month before it, oldest first; the last one may be under way. */
export function monthReturns(pair: Pair): MonthReturn[] {
  const ends = monthEnds(pair.dates);
  return ends.slice(1).map((end, place) => {
    const base = ends[place] ?? 0;
    const lastDay = pair.dates[end] ?? '';
    const year = lastDay.slice(0, 4);
    const close = ends.findLast((index) => pair.dates[index]?.startsWith(year));
    const over = close !== undefined && close < pair.dates.length - 1;
    return {
      year: Number(year),
      month: Number(lastDay.slice(5, 7)),
      base,
      end,
      lastDay,
      own: change(pair.own, base, end),
      other: change(pair.other, base, end),
      ...(over && { rest: { own: change(pair.own, end, close), other: change(pair.other, end, close) } }),
    };
  });
}

function change(closes: Float64Array, from: number, to: number): number {
  return at(closes, to) / at(closes, from) - 1;
}

/** Indices of the last session of every month; the last index of the series ends the list. */
function monthEnds(dates: readonly Day[]): number[] {
  return dates.flatMap((day, index) => (dates[index + 1]?.slice(0, 7) === day.slice(0, 7) ? [] : [index]));
}

/** Down and up at once: the pattern the view looks for. */
export function isSplit({ own, other }: MonthReturn): boolean {
  return own < 0 && other > 0;
}

export type RestLeg = 'subject' | 'benchmark' | 'gap';

/** Rest-of-year outcomes of some months whose year is over; undefined when there are none. */
export function restOfYear(
  pair: Pair,
  { id, months, leg }: { id: string; months: readonly MonthReturn[]; leg: RestLeg },
): Outcomes | undefined {
  const returns = restReturns(months, leg);
  const { subject, benchmark } = pair;
  const names = {
    subject: subject.symbol,
    benchmark: benchmark.symbol,
    gap: `${subject.symbol}-${benchmark.symbol}.gap`,
  };
  return outcomesOf({
    id: `${names[leg]}.${id}`,
    series: names[leg],
    basis: `${closesBasis(pair)}, month end to year end`,
    asOf: pair.dates.at(-1) ?? '',
    returns,
    sources: pair.sources,
  });
}

function restReturns(months: readonly MonthReturn[], leg: RestLeg): Returns {
  const done = months.flatMap(({ lastDay, rest }) => (rest ? [{ lastDay, ...rest }] : []));
  const value = ({ own, other }: { own: number; other: number }) =>
    leg === 'subject' ? own : leg === 'benchmark' ? other : own - other;
  return { day: (place) => done[place]?.lastDay ?? '', values: Float64Array.from(done, value) };
}
