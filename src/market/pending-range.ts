/** The target range between a decision and the first rate under it, which the New York Fed tells two mornings later. It guesses nothing. */
import { addDays, type Day } from '../calendar/day.ts';
import type { FomcMeeting } from '../calendar/fomc.ts';
import { CapwatchError } from '../errors.ts';
import type { TargetRange } from '../metrics/fed-range.ts';
import type { RateSeries } from '../metrics/fed-rates.ts';
import type { ObservationProvider } from './observations.ts';
import type { Requester } from './requester.ts';

export interface PendingParts {
  readonly requester: Requester;
  /** FRED's daily series of the range's two ends, which step the day after a decision. */
  readonly series?: ObservationProvider;
}

/** The decision before `asOf` that no published rate is later than; undefined while rates have caught up. */
export function pendingDecision(meetings: readonly FomcMeeting[], effr: RateSeries, asOf: Day): Day | undefined {
  const last = effr.dates.at(-1) ?? '';
  return meetings.findLast(({ kind, date }) => kind === 'scheduled' && date < asOf && date >= last)?.date;
}

/** The range in force from the day after `decision`, or undefined while nobody has published it. */
export async function rangeAfter(decision: Day, { requester, series }: PendingParts): Promise<TargetRange | undefined> {
  if (series === undefined) return undefined;
  const from = addDays(decision, 1);
  try {
    const upper = await requester.read(series, { id: 'DFEDTARU', from });
    const lower = await requester.read(series, { id: 'DFEDTARL', from });
    const high = upper.points[0];
    const low = lower.points.find(({ period }) => period === high?.period);
    if (high === undefined || low === undefined || low.value > high.value) return undefined;
    return { from, lowerBp: Math.round(low.value * 100), upperBp: Math.round(high.value * 100) };
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}
