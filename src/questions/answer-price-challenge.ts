/** Whose figure of a return or a distance is right: the day and basis on which the quoted one is true. */
import { monthsBefore } from '../calendar/day.ts';
import type { SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, level, percent, shortDate, weekdayDate } from '../messages/format.ts';
import { fits, fittingReadings, type Quoted, type Reading, readingAt, type Start } from '../metrics/claimed-figure.ts';
import { drawdown } from '../metrics/highs.ts';
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import { windowReturn } from '../metrics/returns.ts';
import { at, dateAt, indexOf, lastSession, type PriceSeries } from '../metrics/series.ts';
import { monthHigh, peakInput } from './answer-highs.ts';
import { windowOf } from './answer-smallcaps.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';
import type { Figure } from './question.ts';

/** A figure of a return or a drawdown that another place shows: on which day and basis it is true. */
export async function priceChallengeAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const { slots } = asking.question;
  const [theirs, ours] = quotedPair(asking.text, slots.figures);
  if (!theirs) throw refused('Which figure do you see?', '/smallcaps highs');
  const drawdownMeant =
    slots.fromHigh || slots.month !== undefined || /^\/smallcaps (highs|divergence)/.test(asking.post?.command ?? '');
  const start = drawdownMeant ? highStart(series, asking) : baseStart(series, asking);
  if (!start) throw refused('There is no such high or base in the data.', '/smallcaps highs');
  return reconciled(asking, { subject: start.series, start: start.start, theirs, ours, from: start.words });
}

/** The first figure is the other side's and the second ours, unless "you" stands right before the first. */
function quotedPair(text: string, figures: readonly Figure[]): readonly [Figure | undefined, Figure | undefined] {
  const [first, second] = figures;
  const oursFirst =
    first !== undefined &&
    /\b(you|your|yours|capwatch|we)\b[^\d]{0,20}$/i.test(text.slice(0, text.indexOf(first.typed.replace(/\s.*/, ''))));
  return oursFirst && second ? [second, first] : [first, second];
}

interface Meant {
  readonly series: PriceSeries;
  readonly start: Start;
  readonly words: string;
}

function highStart({ subject, benchmark }: SmallCapSeries, { question }: Asking): Meant | undefined {
  const series = question.slots.index === 'GSPC' ? benchmark : subject;
  const { figures } = question.slots;
  const day = monthHigh(series, question.slots.month) ?? nearestHigh(series, figures[0]);
  if (day === undefined) return undefined;
  return {
    series,
    start: { day, column: 'close' },
    words: `the ${shortDate(day, lastSession(series))} closing high of ${level(at(series.close, indexOf(series.dates, day)))}`,
  };
}

/** With no month named: the record when the figure is nearer to its drawdown, else the 52-week high. */
function nearestHigh(series: PriceSeries, figure: Figure | undefined) {
  const [record, year] = [drawdown(series, 'record'), drawdown(series, '52w')];
  const size = sizeOf(figure).size;
  const far = (one: Measured) => (isMeasured(one) ? Math.abs(Math.abs(one.value) - size) : Number.POSITIVE_INFINITY);
  return peakInput(far(record) < far(year) ? record : year)?.date;
}

function baseStart({ subject, benchmark }: SmallCapSeries, asking: Asking): Meant | undefined {
  const series = asking.question.slots.index === 'GSPC' ? benchmark : subject;
  const found = windowReturn(series, windowOf(asking));
  const base = isMeasured(found) ? found.inputs.find(({ name }) => name === 'close(base)') : undefined;
  return (
    base && {
      series,
      start: { day: base.date, column: 'close' },
      words: `the base close of ${fullDate(base.date)}, ${level(base.value)}`,
    }
  );
}

function sizeOf(figure: Figure | undefined): Quoted {
  const unit = figure?.unit === 'bp' ? 10_000 : 100;
  return { size: Math.abs(figure?.value ?? 0) / unit, tolerance: (0.5 * 10 ** -(figure?.decimals ?? 0)) / unit };
}

interface Case {
  readonly subject: PriceSeries;
  readonly start: Start;
  readonly theirs: Figure;
  readonly ours: Figure | undefined;
  readonly from: string;
}

function reconciled(asking: Asking, { subject, start, theirs, ours, from }: Case): AnswerDraft {
  const quoted = sizeOf(theirs);
  const last = lastSession(subject);
  const now = readingAt(subject, start, { day: last, basis: 'close' });
  if (!now) throw refused(`No close of the ${subject.name} that day.`, '/smallcaps highs');
  const own = ours && fittingReadings(subject, start, sizeOf(ours)).find(({ basis }) => basis === 'close');
  const quotedDay = own ?? now;
  const falls = /high/.test(from);
  const theirFits = fittingReadings(subject, start, quoted).filter(
    ({ basis, receipt }) => basis !== 'high' && (!falls || receipt.value < 0),
  );
  const onHigh = theirFits.length === 0 ? fittingReadings(subject, { ...start, column: 'high' }, quoted) : [];
  const found = [...theirFits, ...onHigh].filter(({ receipt }) => !falls || receipt.value < 0);
  const alsoOurs =
    fits(quotedDay.receipt.value, quoted) || (quotedDay.day === found[0]?.day && found[0]?.basis === 'close');
  const lowest = deepestSince(subject, start);
  const named = found.map((one) => `${readingWords(one, last)} *${percent(one.receipt.value)}*`);
  const ourWords = `${readingWords(quotedDay, last)} *${percent(quotedDay.receipt.value)}*`;
  const [best] = found;
  return draft({
    lead: best
      ? alsoOurs
        ? 'Both: the same figure, rounded.'
        : 'Both, on different days.'
      : 'Not on any close or low since that high.',
    rest: `From ${from}: ${[ourWords, ...named].join(', ')}. ${best && !alsoOurs ? `“${theirs.typed}” fits ${readingWords(best, last)}; ` : ''}quote ${percent(now.receipt.value)} for ${weekdayDate(last)}.`,
    text: `${best ? 'Both, on different dates' : 'No day fits'}: ${percent(quotedDay.receipt.value)} is ${readingWords(quotedDay, last)}${found.map((one) => `; ${theirs.typed} is ${readingWords(one, last)}, ${percent(one.receipt.value)}`).join('')}.`,
    lines: [
      ...(now.day !== quotedDay.day ? [`*${percent(now.receipt.value)}* now, ${readingWords(now, last)}`] : []),
      ...(lowest
        ? [
            `*${percent(lowest.receipt.value)}* deepest close since, ${fullDate(lowest.day)}: a current distance is not the largest one`,
          ]
        : []),
    ],
    basis: `close / ${start.column} of ${fullDate(start.day)} − 1; lows are intraday${intradayHigh(subject, start, last).words}`,
    asOf: `${asOfWords(asking, last)}; ${readingDays([quotedDay, ...found]).join(', ')}`,
    source: `${sourceWords([subject.source])} for our figures; yours is ${asking.question.slots.who ?? 'the one you quote'}`,
    caveat:
      'the other side’s day and basis are not known here: the days named are the latest on which its figure is true',
    numbers: receipts(
      quotedDay.receipt,
      now.receipt,
      lowest?.receipt,
      ...found.map(({ receipt }) => receipt),
      ...intradayHigh(subject, start, last).numbers,
    ),
    session: last,
    settings: [theirs.typed, ...(ours ? [ours.typed] : [])],
    command: `/smallcaps highs asof ${last}`,
  });
}

/** "Friday’s close" within a week, "the close of 5 Jan" before. */
function readingWords({ day, basis }: Reading, last: string): string {
  const near = indexDistance(day, last) <= 6;
  const weekday = near ? `${longWeekday(day)}’s ${basis}` : `the ${basis} of ${fullDate(day)}`;
  return weekday;
}

function longWeekday(day: string): string {
  return (
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][
      Temporal.PlainDate.from(day).dayOfWeek - 1
    ] ?? ''
  );
}

function indexDistance(day: string, last: string): number {
  return Temporal.PlainDate.from(day).until(last).days;
}

function readingDays(readings: readonly Reading[]): string[] {
  const closes = readings.filter(({ basis }) => basis === 'close');
  return [...new Set(closes.map(({ day, receipt }) => `${weekdayDate(day)} ${level(receipt.inputs[0]?.value ?? 0)}`))];
}

function deepestSince(series: PriceSeries, start: Start): Reading | undefined {
  const from = indexOf(series.dates, start.day);
  let deepest = from;
  for (let index = from; index < series.dates.length; index++)
    if (at(series.close, index) < at(series.close, deepest)) deepest = index;
  return deepest === from ? undefined : readingAt(series, start, { day: dateAt(series, deepest), basis: 'close' });
}

/** The same distance against the intraday high around that close, where the source has one. */
function intradayHigh(series: PriceSeries, { day }: Start, last: string): { words: string; numbers: Receipt[] } {
  if (!series.high || day < monthsBefore(last, 24)) return { words: '', numbers: [] };
  const month = indexOf(series.dates, day);
  const candidates = [month - 1, month, month + 1].filter((index) => index >= 0 && index < series.dates.length);
  const best = candidates.reduce(
    (top, index) => (at(series.high ?? series.close, index) > at(series.high ?? series.close, top) ? index : top),
    month,
  );
  const reading = readingAt(series, { day: dateAt(series, best), column: 'high' }, { day: last, basis: 'close' });
  if (!reading) return { words: '', numbers: [] };
  const value = at(series.high, best);
  return {
    words: `; against the intraday high of ${level(value)} the last close is ${percent(reading.receipt.value)}`,
    numbers: [reading.receipt],
  };
}
