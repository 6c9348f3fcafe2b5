/** From the day a person asked for to the futures day that answers: the futures' own calendar, not the stock market's. Pure. */
import { addDays, type Day, newYorkTime } from '../calendar/day.ts';
import { closedReason, isSession, sessionsBetween } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import { sessionDate } from '../messages/format.ts';

/** Fed funds futures settle at 14:00 in Chicago. */
const SETTLED_AT = '15:00';

/**
 * The day to read futures up to: the one asked for, or the last one that had settled by `now`.
 * @throws CapwatchError `invalid_input` for a day after today in New York.
 */
export function askedFuturesDay(asOf: Day | undefined, now: Temporal.Instant): Day {
  const { day, time } = newYorkTime(now);
  const settled = time >= SETTLED_AT ? day : addDays(day, -1);
  if (asOf === undefined) return settled;
  if (asOf <= day) return asOf < settled ? asOf : settled;
  throw new CapwatchError('invalid_input', `${sessionDate(asOf)} is still to come; today is ${sessionDate(day)}.`, {
    example: `/fedodds march asof ${settled}`,
  });
}

export interface FuturesDayNote {
  /** Said in the context when the day asked for had no futures prices because it was no trading day. */
  readonly notes: readonly string[];
  /** Stock exchange sessions after the day used and up to the day asked for: prices that should be there. */
  readonly staleSessions: number;
}

/** Why `used`, the last day with prices, is not `asked`. */
export function futuresDayNote(asked: Day, used: Day, explicit: boolean): FuturesDayNote {
  const staleSessions = sessionsBetween(used, asked);
  if (!explicit || used === asked || isSession(asked)) return { notes: [], staleSessions };
  const reason = closedReason(asked);
  return {
    notes: [`${sessionDate(asked)} had no futures prices${reason ? ` (${reason})` : ''}; ${sessionDate(used)} used.`],
    staleSessions,
  };
}
