/** From the day a person asked for to the session that answers, with the sentence that says why they differ. Pure. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import { closedReason, lastCompletedSession, sessionOnOrBefore } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import { sessionDate } from '../messages/format.ts';

export interface AskedSession {
  readonly session: Day;
  /** Empty when the day asked for is that session, or no day was asked for. */
  readonly notes: readonly string[];
}

/**
 * The last completed session on or before `asOf` (default: now).
 * @throws CapwatchError `invalid_input` for a day after today in New York.
 */
export function askedSession(asOf: Day | undefined, now: Temporal.Instant, example: string): AskedSession {
  const completed = lastCompletedSession(now);
  if (asOf === undefined) return { session: completed, notes: [] };
  if (asOf > newYorkTime(now).day) {
    const said = `${sessionDate(asOf)} is still to come; the last completed session is ${sessionDate(completed)}.`;
    throw new CapwatchError('invalid_input', said, { example: `${example} asof ${completed}` });
  }
  const onOrBefore = sessionOnOrBefore(asOf);
  if (onOrBefore > completed)
    return { session: completed, notes: [`${sessionDate(asOf)} has not closed yet; ${sessionDate(completed)} used.`] };
  if (onOrBefore === asOf) return { session: asOf, notes: [] };
  const reason = closedReason(asOf);
  return {
    session: onOrBefore,
    notes: [
      `${sessionDate(asOf)} was no session${reason === undefined ? '' : ` (${reason})`}; ${sessionDate(onOrBefore)} used.`,
    ],
  };
}
