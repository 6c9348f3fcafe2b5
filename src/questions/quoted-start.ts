/** What a quoted figure is counted from, and how readings of it are named: a high, a base close, days near and far. */
import { monthsBefore } from '../calendar/day.ts';
import type { SmallCapSeries } from '../market/small-caps.ts';
import { fullDate, level, percent, shortDate, weekdayDate } from '../messages/format.ts';
import { type Quoted, type Reading, readingAt, type Start } from '../metrics/claimed-figure.ts';
import { drawdown } from '../metrics/highs.ts';
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import { windowReturn } from '../metrics/returns.ts';
import { at, dateAt, indexOf, lastSession, type PriceSeries } from '../metrics/series.ts';
import type { Window } from '../metrics/windows.ts';
import { monthHigh, peakInput } from './answer-highs.ts';
import { type Asking, refused } from './desk.ts';
import { MONTH } from './slots-periods.ts';
import { windowAsked } from './windows-asked.ts';
import { normalText } from './words-normal.ts';

export interface Meant {
  readonly series: PriceSeries;
  readonly start: Start;
  readonly words: string;
  /** A distance from a high, which is never above it. */
  readonly falls: boolean;
  /** Of a return: the window it counts over. */
  readonly window?: Window;
}

/** The high or the base close a quoted figure is counted from. @throws CapwatchError `not_found` */
export async function meantStart(asking: Asking, series: SmallCapSeries, quoted: Quoted): Promise<Meant> {
  const { slots } = asking.question;
  const own = slots.index === 'GSPC' ? series.benchmark : series.subject;
  const returns = slots.window !== undefined || /\b(up|ytd|year|return|gain)\b/i.test(asking.text);
  const posted = /^\/smallcaps (highs|divergence)/.test(asking.post?.command ?? '') && !returns;
  const distance = slots.fromHigh || fallFromMonth(asking) || (slots.month !== undefined && !returns) || posted;
  const found = distance ? highStart(own, asking, quoted) : await baseStart(own, asking, series);
  if (!found) throw refused('There is no such high or base in the data.', '/smallcaps highs');
  return found;
}

const FALL =
  /\b(pull ?backs?|draw ?downs?|correction|declines?|retreat|slide|slump|sell ?off|drops?|dropped|falls?|fell|fallen|slid|slipped|loss|lost|giveback|down|off|below|lower)\b.{0,20}\b(from|since|off|vs|versus|against) (its |the |their )?/;

/** "The pullback from dec" counts from the high of December; a day named is a base of its own. */
function fallFromMonth({ question, text }: Asking): boolean {
  const words = normalText(text).text;
  return question.slots.month !== undefined && new RegExp(`${FALL.source}(end of )?${MONTH}\\b(?! \\d)`).test(words);
}

function highStart(series: PriceSeries, { question }: Asking, quoted: Quoted): Meant | undefined {
  const day = monthHigh(series, question.slots.month) ?? nearestHigh(series, quoted);
  if (day === undefined) return undefined;
  return {
    series,
    start: { day, column: 'close' },
    words: `the ${shortDate(day, lastSession(series))} closing high of ${level(at(series.close, indexOf(series.dates, day)))}`,
    falls: true,
  };
}

/** With no month named: the record when the figure is nearer to its drawdown, else the 52-week high. */
function nearestHigh(series: PriceSeries, { size }: Quoted) {
  const [record, year] = [drawdown(series, 'record'), drawdown(series, '52w')];
  const far = (one: Measured) => (isMeasured(one) ? Math.abs(Math.abs(one.value) - size) : Number.POSITIVE_INFINITY);
  return peakInput(far(record) < far(year) ? record : year)?.date;
}

async function baseStart(own: PriceSeries, asking: Asking, series: SmallCapSeries): Promise<Meant | undefined> {
  const window = await windowAsked(asking, series);
  const found = windowReturn(own, window);
  const base = isMeasured(found) ? found.inputs.find(({ name }) => name === 'close(base)') : undefined;
  return (
    base && {
      series: own,
      start: { day: base.date, column: 'close' },
      words: `the base close of ${fullDate(base.date)}, ${level(base.value)}`,
      falls: false,
      window,
    }
  );
}

/** "Friday’s close" within a week, "the close of 5 Jan" before. */
export function readingWords({ day, basis }: Reading, last: string): string {
  const near = Temporal.PlainDate.from(day).until(last).days <= 6;
  return near ? `${longWeekday(day)}’s ${basis}` : `the ${basis} of ${fullDate(day)}`;
}

function longWeekday(day: string): string {
  return (
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][
      Temporal.PlainDate.from(day).dayOfWeek - 1
    ] ?? ''
  );
}

/** "Fri 19 Jan 1,944.39, Thu 18 Jan 1,923.65": the closes behind readings. */
export function readingDays(readings: readonly Reading[]): string[] {
  const closes = readings.filter(({ basis }) => basis === 'close');
  const words = closes.map(({ day, receipt }) => `${weekdayDate(day)} ${level(receipt.inputs[0]?.value ?? 0)}`);
  return words.length === 0 ? [] : [[...new Set(words)].join(', ')];
}

/** The lowest close since the start. */
export function deepestSince(series: PriceSeries, start: Start): Reading | undefined {
  const from = indexOf(series.dates, start.day);
  let deepest = from;
  for (let index = from; index < series.dates.length; index++)
    if (at(series.close, index) < at(series.close, deepest)) deepest = index;
  return deepest === from ? undefined : readingAt(series, start, { day: dateAt(series, deepest), basis: 'close' });
}

/** The same distance against the intraday high around that close, where the source has one. */
export function intradayHigh(series: PriceSeries, { day }: Start, last: string): { words: string; numbers: Receipt[] } {
  const { high } = series;
  if (!high || day < monthsBefore(last, 24)) return { words: '', numbers: [] };
  const close = indexOf(series.dates, day);
  const around = [close - 1, close, close + 1].filter((index) => index >= 0 && index < series.dates.length);
  const best = around.reduce((top, index) => (at(high, index) > at(high, top) ? index : top), close);
  const reading = readingAt(series, { day: dateAt(series, best), column: 'high' }, { day: last, basis: 'close' });
  if (!reading) return { words: '', numbers: [] };
  const words = `; against the intraday high of ${level(at(high, best))} the last close is ${percent(reading.receipt.value)}`;
  return { words, numbers: [reading.receipt] };
}
