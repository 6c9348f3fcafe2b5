/** The window a question about prices counts over: named, since a day, a turning point or a meeting, else the post's. */
import { type Day, yearOf } from '../calendar/day.ts';
import type { SmallCapSeries } from '../market/small-caps.ts';
import { fullDate, MONTH_NAMES } from '../messages/format.ts';
import { windowPhrase } from '../messages/words.ts';
import { drawdown, lowestIndex, monthExtreme } from '../metrics/highs.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { dateAt, indexAt, lastSession, type PriceSeries } from '../metrics/series.ts';
import type { Window } from '../metrics/windows.ts';
import { type Asking, refused } from './desk.ts';
import type { Turning } from './question.ts';

/** The window asked for, or the post's, or the year to date. @throws CapwatchError `not_found` for a turn the data lack. */
export async function windowAsked(asking: Asking, { subject }: Pick<SmallCapSeries, 'subject'>): Promise<Window> {
  const { window, turning, sinceMeeting } = asking.question.slots;
  if (turning) return { since: turningDay(subject, turning) };
  if (sinceMeeting !== undefined) return { since: await meetingBefore(asking, sinceMeeting) };
  return window ?? windowOfPost(asking);
}

/** The window a post's command names, or the year to date. */
function windowOfPost({ post }: Pick<Asking, 'post'>): Window {
  const posted = /^\/smallcaps (1d|1w|mtd|1m|qtd|3m|6m|1y|3y|5y|10y|max)\b/.exec(post?.command ?? '')?.[1];
  return (posted as Window | undefined) ?? 'ytd';
}

function turningDay(series: PriceSeries, { point, month, year }: Turning): Day {
  const last = lastSession(series);
  const found =
    month === undefined
      ? turnOfYear(series, point, year)
      : monthExtreme(series, monthOf(last, month, year), point === 'low' ? 'low' : 'high');
  if (found !== undefined && found < last) return found;
  const name = month === undefined ? '' : `${MONTH_NAMES[month - 1]} `;
  throw refused(`There is no ${name}${point} before ${fullDate(last)} in the data.`, '/smallcaps highs');
}

function monthOf(last: Day, month: number, year: number | undefined): string {
  const two = String(month).padStart(2, '0');
  const known = year ?? (`${yearOf(last)}-${two}` <= last.slice(0, 7) ? yearOf(last) : yearOf(last) - 1);
  return `${known}-${two}`;
}

/** The lowest close of the last 52 weeks or of a year, the 52-week high, the record. */
function turnOfYear(series: PriceSeries, point: Turning['point'], year: number | undefined): Day | undefined {
  if (point !== 'low') {
    const fall = drawdown(series, point === 'record' ? 'record' : '52w');
    return isMeasured(fall) ? fall.inputs[1]?.date : undefined;
  }
  const last = series.dates.length - 1;
  const from =
    indexAt(
      series.dates,
      year === undefined ? `${yearOf(lastSession(series)) - 1}${lastSession(series).slice(4)}` : `${year}-01-00`,
    ) + 1;
  const to = year === undefined ? last : Math.min(last, indexAt(series.dates, `${year}-12-31`));
  return to < from ? undefined : dateAt(series, lowestIndex(series.close, from, to));
}

/** The latest decision day before the session; of a month where one was named. */
async function meetingBefore({ desk, session }: Asking, which: number | 'last'): Promise<Day> {
  const { calendar } = await desk.fedMarket.fedFunds(session);
  const found = calendar.scheduled
    .map(({ date }) => date)
    .findLast((date) => date < session && (which === 'last' || Number(date.slice(5, 7)) === which));
  if (found !== undefined) return found;
  throw refused(`No meeting before ${fullDate(session)} is in the calendar.`, '/fedodds table');
}

/** "year to date", "since 27 Oct 2023", "from 31 Dec 2021 to 30 Dec 2022". */
export function spanPhrase(window: Window, { question, session }: Asking): string {
  const { span, asOf } = question.slots;
  if (!span || asOf === undefined || typeof window === 'string') return windowPhrase(window);
  return `from ${fullDate(window.since)} to ${fullDate(session)}`;
}
