/** On which session the gap counted from the start of its year was widest, or the lead largest. Pure. */
import { type Day, yearOf } from '../calendar/day.ts';
import type { Pair } from './pair.ts';
import { at } from './series.ts';

/** The session of the most extreme gap year to date: of one year, or of all years with a close before them; undefined for none. */
export function widestRunning(pair: Pair, side: 'low' | 'high', year?: number): Day | undefined {
  const sign = side === 'low' ? -1 : 1;
  let base = -1;
  let best: { readonly day: Day; readonly size: number } | undefined;
  for (const [index, day] of pair.dates.entries()) {
    const before = pair.dates[index - 1];
    if (before !== undefined && yearOf(before) !== yearOf(day)) base = index - 1;
    if (base < 0 || (year !== undefined && yearOf(day) !== year)) continue;
    const gap = at(pair.own, index) / at(pair.own, base) - at(pair.other, index) / at(pair.other, base);
    if (best === undefined || sign * gap > best.size) best = { day, size: sign * gap };
  }
  return best?.day;
}
