/** The one-session gap between two series, for every session both have. Pure. */
import type { Day } from '../calendar/day.ts';
import { at, dateAt, type PriceSeries } from './series.ts';

export interface DailyGaps {
  /** Common sessions that have a common previous session with nothing missing between. */
  readonly dates: readonly Day[];
  /** Subject's one-session return minus the benchmark's, unrounded fractions, one a date. */
  readonly values: Float64Array;
}

/** Daily gaps in ascending order; a session next to a missing one is left out, never bridged. */
export function dailyGaps(subject: PriceSeries, benchmark: PriceSeries): DailyGaps {
  const lost = new Set([...subject.missing, ...benchmark.missing]);
  const dates: Day[] = [];
  const values: number[] = [];
  let j = 0;
  for (let i = 1; i < subject.dates.length; i++) {
    const day = dateAt(subject, i);
    while (j < benchmark.dates.length && (benchmark.dates[j] ?? '') < day) j++;
    if (j < 1 || benchmark.dates[j] !== day || benchmark.dates[j - 1] !== subject.dates[i - 1]) continue;
    if (lost.size > 0 && [...lost].some((missed) => missed > dateAt(subject, i - 1) && missed < day)) continue;
    dates.push(day);
    const own = at(subject.close, i) / at(subject.close, i - 1);
    values.push(own - at(benchmark.close, j) / at(benchmark.close, j - 1));
  }
  return { dates, values: Float64Array.from(values) };
}
