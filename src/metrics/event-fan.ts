/** The fan behind an event study's picture: bands of what followed, session by session, and the median of all days. Pure. */
import type { EventStudy } from './event-study.ts';
import { everyIndex, forwardReturns } from './outcomes.ts';
import type { Pair } from './pair.ts';
import { ascending, mean, middleValues, quantile } from './statistics.ts';

/** Sessions ahead at which the fan is measured: dense at first, then every month. */
const FAN_SESSIONS = [0, 5, 10, 21, 42, 63, 84, 105, 126, 147, 168, 189, 210, 231, 252] as const;

export interface EventFan {
  /** Episodes whose 12 months are over: the same ones at every session. */
  readonly episodes: number;
  readonly sessions: readonly number[];
  readonly median: readonly number[];
  readonly low: readonly number[];
  readonly quarter: readonly number[];
  readonly threeQuarters: readonly number[];
  readonly high: readonly number[];
  readonly anyDay: readonly number[];
}

/** The subject's fan; undefined with fewer than three complete episodes, which make no band. */
export function eventFan(pair: Pair, { episodes }: EventStudy, from: number): EventFan | undefined {
  const reach = FAN_SESSIONS.at(-1) ?? 0;
  const complete = episodes.past.map(({ index }) => index).filter((index) => index + reach < pair.dates.length);
  if (complete.length < 3) return undefined;
  const starts = Int32Array.from(complete);
  const every = everyIndex(from, pair.dates.length - reach);
  const spread = FAN_SESSIONS.map((sessions) =>
    ascending(forwardReturns(pair.dates, pair.own, { starts, sessions }).values),
  );
  const at = (p: number) => spread.map((sorted) => quantile(sorted, p));
  return {
    episodes: complete.length,
    sessions: FAN_SESSIONS,
    median: at(0.5),
    low: at(0),
    quarter: at(0.25),
    threeQuarters: at(0.75),
    high: at(1),
    anyDay: FAN_SESSIONS.map((sessions) =>
      mean(middleValues(forwardReturns(pair.dates, pair.own, { starts: every, sessions }).values)),
    ),
  };
}
