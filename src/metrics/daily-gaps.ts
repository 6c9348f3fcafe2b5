/** The one-session gap between two series, for every session both have. Pure. */
import type { Day } from '../calendar/day.ts';
import { at, dateAt, type PriceSeries } from './series.ts';

export interface DailyGaps {
  /** Common sessions, from the second on. */
  readonly dates: readonly Day[];
  /** Subject's one-session return minus the benchmark's, unrounded fractions; NaN where the session before is lost. */
  readonly values: Float64Array;
}

/** Daily gaps in ascending order; the gap next to a lost session is unknown (NaN), never bridged. */
export function dailyGaps(subject: PriceSeries, benchmark: PriceSeries): DailyGaps {
  const lost = [...subject.missing, ...benchmark.missing];
  const dates: Day[] = [];
  const values: number[] = [];
  let j = 0;
  for (let i = 1; i < subject.dates.length; i++) {
    const day = dateAt(subject, i);
    const before = dateAt(subject, i - 1);
    while (j < benchmark.dates.length && (benchmark.dates[j] ?? '') < day) j++;
    if (j < 1 || benchmark.dates[j] !== day) continue;
    const known = benchmark.dates[j - 1] === before && !lost.some((missed) => missed > before && missed < day);
    const own = at(subject.close, i) / at(subject.close, i - 1);
    dates.push(day);
    values.push(known ? own - at(benchmark.close, j) / at(benchmark.close, j - 1) : Number.NaN);
  }
  return { dates, values: Float64Array.from(values) };
}
