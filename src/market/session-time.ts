/** When a session's close is final and when a publisher's settlement is: New York wall time against the exchange calendar. Pure. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import { closeTime, isSession } from '../calendar/nyse.ts';

/** Minutes after the end of a session until its close counts as final: the closing auction is through. */
const AUCTION_MINUTES = 20;
/** New York time from which the exchange's own file is preferred to anybody's copy. */
const EXCHANGE_FILE_FROM = '18:00';

/** `before` the session ended, `provisional` until 16:20 (13:20 on half days), then `final`. */
export type CloseState = 'before' | 'provisional' | 'final';

/** How settled the close of the session `day` is at `now`. */
export function closeState(day: Day, now: Temporal.Instant): CloseState {
  const { day: today, time } = newYorkTime(now);
  if (day > today) return 'before';
  if (day < today) return 'final';
  const close = closeTime(day);
  if (time < close) return 'before';
  return time < minutesAfter(close, AUCTION_MINUTES) ? 'provisional' : 'final';
}

/** Whether the exchange's own file is due for the session `day`: from 18:00 New York time of that day. */
export function exchangeFileDue(day: Day, now: Temporal.Instant): boolean {
  const local = newYorkTime(now);
  return isSession(day) && (local.day > day || (local.day === day && local.time >= EXCHANGE_FILE_FROM));
}

function minutesAfter(time: string, minutes: number): string {
  return Temporal.PlainTime.from(time).add({ minutes }).toString({ smallestUnit: 'minute' });
}
