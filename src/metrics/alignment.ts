/** Brings series with different last sessions to the last one they share, and says what is missing. Pure. */
import type { Day } from '../calendar/day.ts';
import { sessionsIn } from '../calendar/nyse.ts';
import { lastSession, type PriceSeries, upTo } from './series.ts';

export interface Lag {
  readonly series: PriceSeries;
  /** Sessions after the series' last one, up to the asked session, that the exchange held. */
  readonly missing: readonly Day[];
}

export interface Alignment<T extends readonly PriceSeries[]> {
  /** The last session all series have. */
  readonly session: Day;
  /** The series, cut there. */
  readonly series: T;
  /** Series that end before the asked session; empty when nothing is stale. */
  readonly stale: readonly Lag[];
}

/** Cuts every series at the last session all of them have, on or before `asked` (itself a session). */
export function align<T extends readonly PriceSeries[]>(series: T, asked: Day): Alignment<T> {
  const session = series.map(lastSession).reduce((earliest, day) => (day < earliest ? day : earliest), asked);
  const stale = series
    .filter((one) => lastSession(one) < asked)
    .map((one) => ({ series: one, missing: sessionsIn(lastSession(one), asked).slice(1) }));
  return { session, series: series.map((one) => upTo(one, session)) as unknown as T, stale };
}
