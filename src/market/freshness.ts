/** How fresh a value is, measured on the exchange's and the publishers' calendars, never in hours. Pure; the words are messages'. */
import { addDays, type Day, monthsBefore, newYorkTime, weekday } from '../calendar/day.ts';
import { closedReason, lastCompletedSession, sessionsBetween } from '../calendar/nyse.ts';
import { lastReleaseOn } from '../calendar/releases.ts';
import type { PriceSeries } from '../metrics/series.ts';
import type { SeriesId } from './observations.ts';
import { dayBefore, isBondDay, isFedDay } from './rate-days.ts';
import { closeState } from './session-time.ts';

export type Freshness =
  /** A print of the running session, not older than two minutes. */
  | { readonly kind: 'live'; readonly at: Temporal.Instant }
  | { readonly kind: 'delayed'; readonly at: Temporal.Instant; readonly minutes: number }
  /** The session has ended, its close is not final. */
  | { readonly kind: 'provisional'; readonly session: Day }
  | { readonly kind: 'close'; readonly session: Day }
  /** The exchange has held `sessions` since. Such a series is never a headline. */
  | { readonly kind: 'stale'; readonly session: Day; readonly sessions: number }
  /** An economic series that is as new as its calendar says. */
  | { readonly kind: 'published'; readonly period: Day }
  /** `expected` should be out by now and is not. */
  | { readonly kind: 'overdue'; readonly period: Day; readonly expected: Day };

/** Freshness of closes at `now`. Throws a RangeError for a series without sessions, which no source returns. */
export function closeFreshness(series: Pick<PriceSeries, 'dates'>, now: Temporal.Instant): Freshness {
  const session = series.dates.at(-1);
  if (session === undefined) throw new RangeError('a series without sessions');
  const sessions = sessionsBetween(session, lastCompletedSession(now));
  if (sessions > 0) return { kind: 'stale', session, sessions };
  return closeState(session, now) === 'provisional' ? { kind: 'provisional', session } : { kind: 'close', session };
}

const LIVE_SECONDS = 120;

/** Freshness of a print of the running session; one from before today's session is a close. */
export function printFreshness(at: Temporal.Instant, now: Temporal.Instant): Freshness {
  const { day } = newYorkTime(at);
  if (day !== newYorkTime(now).day || closeState(day, now) !== 'before') {
    return closeFreshness({ dates: [day] }, now);
  }
  const seconds = at.until(now).total('seconds');
  return seconds <= LIVE_SECONDS ? { kind: 'live', at } : { kind: 'delayed', at, minutes: Math.round(seconds / 60) };
}

/** Months after a monthly or quarterly period, and the day of that month, by which it has always been out. */
const OUT_BY: Partial<Record<SeriesId, { readonly months: number; readonly day: number; readonly every: number }>> = {
  PERMIT: { months: 1, day: 26, every: 1 },
  RSAFS: { months: 1, day: 20, every: 1 },
  UNRATE: { months: 1, day: 12, every: 1 },
  PCEC96: { months: 2, day: 5, every: 1 },
  GDPC1: { months: 4, day: 1, every: 3 },
  MMMFFAQ027S: { months: 5, day: 20, every: 3 },
  // Forty-five days after the end of January are the 17th of March.
  'MMF-MMF_TOT-M': { months: 2, day: 18, every: 1 },
};

/** Freshness of an economic series whose latest period is `period`, a publisher's own grace of two hours included. */
export function releaseFreshness(id: SeriesId, period: Day, now: Temporal.Instant): Freshness {
  const expected = expectedPeriod(id, now);
  return expected !== undefined && period < expected
    ? { kind: 'overdue', period, expected }
    : { kind: 'published', period };
}

/** The latest period that should be out at `now`; undefined for series without a schedule, such as nowcasts. */
export function expectedPeriod(id: SeriesId, now: Temporal.Instant): Day | undefined {
  const local = newYorkTime(now);
  if (id === 'ICSA' || id === 'IC4WSA') return expectedWeek(local);
  // Yields are out at about 17:00 of the day, the funds rate at about 9:00 of the next working day.
  if (id === 'DGS2' || id === 'DGS10') return expectedDay(local, { from: '19:00', isOpen: isBondDay });
  if (id === 'EFFR') return dayBefore(expectedDay(local, { from: '11:00', isOpen: isFedDay }), isFedDay);
  const rule = OUT_BY[id];
  return rule && expectedMonth(local.day, rule);
}

/** Monthly series whose release days are listed: the month before its last release up to `asOf`. */
export function listedPeriod(id: string, asOf: Day): Day | undefined {
  const name = id === 'UNRATE' ? 'jobs report' : id === 'RSAFS' ? 'retail sales' : undefined;
  const released = name && lastReleaseOn(name, asOf);
  return released && `${monthsBefore(released, 1).slice(0, 7)}-01`;
}

interface Local {
  readonly day: Day;
  readonly time: string;
}

function expectedDay({ day, time }: Local, at: { readonly from: string; readonly isOpen: (day: Day) => boolean }): Day {
  return at.isOpen(day) && time >= at.from ? day : dayBefore(day, at.isOpen);
}

/** Claims of a week that ends on Saturday are out on Thursday at 8:30, on Wednesday when Thursday is a holiday. */
function expectedWeek({ day, time }: Local): Day {
  const saturday = addDays(day, -(((weekday(day) + 1) % 7) + 7));
  const latest = addDays(saturday, 7) < day ? addDays(saturday, 7) : saturday;
  const thursday = addDays(latest, 5);
  const released = closedReason(thursday) === undefined ? thursday : addDays(thursday, -1);
  const isOut = day > released || (day === released && time >= '10:30');
  return isOut ? latest : addDays(latest, -7);
}

function expectedMonth(today: Day, { months, day, every }: { months: number; day: number; every: number }): Day {
  const month = Temporal.PlainDate.from(today).toPlainYearMonth();
  const back = Number(today.slice(8)) >= day ? months : months + 1;
  const latest = month.subtract({ months: back });
  return `${latest.subtract({ months: (latest.month - 1) % every })}-01`;
}
