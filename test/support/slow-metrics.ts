/** The figures of the small-cap views the slow and obvious way: every window searched again for every session. */
import { addDays, type Day, daysBetween } from '../../src/calendar/day.ts';
import type { PriceSeries } from '../../src/metrics/series.ts';

export interface SlowRecovery {
  readonly low: Day;
  readonly high: Day;
  readonly days: number;
  readonly sessions: number;
}

/** 52-week low to 52-week high by definition: each session compared with every one of the 365 days before it. */
export function slowRecoveries(series: PriceSeries, basis: 'close' | 'intraday'): SlowRecovery[] {
  const lows = [...((basis === 'close' ? series.close : series.low) ?? [])];
  const highs = [...((basis === 'close' ? series.close : series.high) ?? [])];
  const [first = ''] = series.dates;
  const found: SlowRecovery[] = [];
  let low: number | undefined;
  for (const [index, day] of series.dates.entries()) {
    const start = addDays(day, -365);
    const before = (column: readonly number[]) => {
      const values: number[] = [];
      for (let back = index - 1; back >= 0 && (series.dates[back] ?? '') >= start; back--)
        values.push(Number(column[back]));
      return values;
    };
    if (index > 0 && before(lows).every((value) => value >= Number(lows[index]))) low = index;
    else if (low !== undefined && first <= start && before(highs).every((value) => value < Number(highs[index]))) {
      const lowDay = series.dates[low] ?? '';
      found.push({ low: lowDay, high: day, days: daysBetween(lowDay, day), sessions: index - low });
      low = undefined;
    }
  }
  return found;
}

/** Share of the values that are lower than the last one. */
export function slowPercentile(values: readonly number[]): number {
  const now = Number(values.at(-1));
  return values.filter((value) => value < now).length / values.length;
}

/** Sessions on which the state of a tier was on: the highest so far searched again every day. */
export function slowDivergence(own: readonly number[], other: readonly number[], tier: number): boolean[] {
  return own.map((close, index) => {
    const record = Math.max(...own.slice(0, index + 1));
    const recent = [...Array(20).keys()].map((back) => index - back).filter((day) => day >= 0);
    const atRecord = recent.some((day) => other.slice(0, day).every((earlier) => earlier < Number(other[day])));
    return atRecord && close / record <= 1 - tier;
  });
}

/** For every session the share of earlier 21-session gaps that were lower than its own; undefined for the first 21. */
export function slowGapShares(own: readonly number[], other: readonly number[]): (number | undefined)[] {
  const gaps: number[] = [];
  return own.map((close, index) => {
    if (index < 21) return undefined;
    const gap = close / Number(own[index - 21]) - Number(other[index]) / Number(other[index - 21]);
    const share = gaps.length === 0 ? 0 : gaps.filter((earlier) => earlier < gap).length / gaps.length;
    gaps.push(gap);
    return share;
  });
}

/** Indices on which a rule holds and has not held on any of the 63 sessions before. */
export function slowEpisodes(held: readonly boolean[]): number[] {
  return held.flatMap((holds, index) =>
    holds && !held.slice(Math.max(0, index - 63), index).includes(true) ? [index] : [],
  );
}

/** Median by sorting everything. */
export function slowMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (Number(sorted[Math.ceil(middle) - 1]) + Number(sorted[Math.floor(middle)])) / 2;
}

/** Returns `sessions` ahead from each index that has them. */
export function slowForward(closes: readonly number[], starts: readonly number[], sessions: number): number[] {
  return starts
    .filter((start) => closes[start + sessions] !== undefined)
    .map((start) => Number(closes[start + sessions]) / Number(closes[start]) - 1);
}

/** Lengths of all runs of sessions on which the subject's return beat the benchmark's. */
export function slowRuns(own: readonly number[], other: readonly number[]): number[] {
  const ahead = own
    .slice(1)
    .map((close, index) => close / Number(own[index]) > Number(other[index + 1]) / Number(other[index]));
  return ahead
    .map((is) => (is ? 'x' : ' '))
    .join('')
    .split(/ +/)
    .filter((run) => run !== '')
    .map((run) => run.length);
}

/** Years in which the given month saw the subject down and the benchmark up, from month-end closes by name. */
export function slowSplitYears(
  dates: readonly Day[],
  own: readonly number[],
  other: readonly number[],
  month: string,
): string[] {
  const lastOf = new Map<string, number>();
  for (const [index, day] of dates.entries()) lastOf.set(day.slice(0, 7), index);
  const months = [...lastOf.keys()];
  return months
    .slice(1, -1)
    .filter((name, place) => {
      const [base, end] = [Number(lastOf.get(months[place] ?? '')), Number(lastOf.get(name))];
      return (
        name.endsWith(`-${month}`) && Number(own[end]) < Number(own[base]) && Number(other[end]) > Number(other[base])
      );
    })
    .map((name) => name.slice(0, 4));
}

/** Distance of the last close from the highest, and the deepest since that highest close. */
export function slowDrawdown(closes: readonly number[]): { now: number; deepest: number } {
  const peak = closes.indexOf(Math.max(...closes));
  const since = closes.slice(peak).map((close) => close / Number(closes[peak]) - 1);
  return { now: Number(since.at(-1)), deepest: Math.min(...since) };
}
