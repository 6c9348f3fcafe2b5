/** What every small-cap view is computed from, and which figures a lost session forbids. Pure. */
import type { Day } from '../calendar/day.ts';
import type { Lag } from './alignment.ts';
import type { Absent } from './receipt.ts';
import { dateAt, lastSession, type PriceSeries } from './series.ts';

export interface ViewInputs {
  /** The session asked for; later than `session` when a series is stale. */
  readonly asked: Day;
  /** The last session all series have; every series ends there. */
  readonly session: Day;
  readonly subject: PriceSeries;
  readonly benchmark: PriceSeries;
  readonly third?: PriceSeries;
  /** Series that end before `asked`; empty or absent when nothing is stale. */
  readonly stale?: readonly Lag[];
}

/** The first session of [from, to] that the source does not hold. */
function lostSession(series: PriceSeries, from: Day, to: Day): Day | undefined {
  return series.missing.find((day) => day >= from && day <= to);
}

/** Why a figure over [from, to] is refused: a session inside was lost, and nothing is ever filled in. */
export function refusal(series: PriceSeries, id: string, span: { from?: Day; to?: Day } = {}): Absent | undefined {
  const lost = lostSession(series, span.from ?? dateAt(series, 0), span.to ?? lastSession(series));
  return lost === undefined ? undefined : { id, absent: `no ${series.name} close for ${lost}` };
}
