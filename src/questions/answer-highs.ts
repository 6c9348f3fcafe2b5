/** Answers about distances from a high, and whose figure is right: finds the day and basis on which a quoted one is true. */
import { yearOf } from '../calendar/day.ts';
import { underwaterChart } from '../charts/underwater-chart.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, level, percent, shortDate } from '../messages/format.ts';
import { seriesName } from '../messages/words.ts';
import { closeFromHigh, drawdown, maxDrawdown, monthExtreme, sessionsSinceRecord } from '../metrics/highs.ts';
import { isMeasured, type Measured, type Receipt, type ReceiptInput } from '../metrics/receipt.ts';
import { windowReturn } from '../metrics/returns.ts';
import { at, indexOf, lastSession, type PriceSeries } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import { benchmarkIn } from './slots-names.ts';

/** From the record close and from the recent high, both dates, the deepest since. */
export async function highsAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const named = await seriesOfItsOwn(asking);
  const isLarge = asking.question.slots.index === 'GSPC' || named !== undefined;
  const subject = named ?? (isLarge ? series.benchmark : series.subject);
  const name = seriesName(subject);
  const highs = highsOf(subject, asking);
  if (!highs) throw refused(`No high of the ${name} can be told from the data.`, '/smallcaps highs');
  const chart = asking.question.slots.chart
    ? underwaterChart({ ...series, subject, benchmark: isLarge ? series.subject : series.benchmark })
    : undefined;
  return draft({
    ...(asking.question.slots.basis === 'intraday' ? intradayLead(subject, highs) : leadOf(name, highs)),
    lines: linesOf(subject, highs),
    basis: `${name} closes, price return; close / highest close − 1`,
    asOf: asOfWords(asking, lastSession(subject)),
    source: sourceWords([subject.source]),
    caveat: 'which high is meant decides the figure: the record and the recent one are both given',
    ...(chart && { chart }),
    chartCommand: `/smallcaps highs asof ${series.session}`,
    numbers: receipts(highs.record, highs.recent, highs.sinceRecord, highs.sinceRecent, highs.deepest, highs.intraday),
    session: lastSession(subject),
    command: `/smallcaps highs asof ${series.session}`,
    told: { day: highs.top.date },
  });
}

/** The series named where it is neither the Russell nor the S&P 500. @throws CapwatchError by the name of one without quoted closes. */
async function seriesOfItsOwn(asking: Asking): Promise<PriceSeries | undefined> {
  const { desk, question, session } = asking;
  const { index, proxy } = question.slots;
  // A benchmark of the question before is no series whose high is asked for.
  const named = index === undefined ? benchmarkIn(wordsOf(asking)) : undefined;
  const symbol = proxy === 'IWM' || proxy === 'SPY' ? proxy : named;
  if (symbol === undefined || symbol === 'GSPC' || symbol === 'RUT') return undefined;
  if (symbol === 'RSP' || symbol === 'IJR')
    throw refused(
      `${symbol} is held as a dividend-adjusted close only: its highs were never quoted.`,
      '/smallcaps highs',
    );
  return desk.market.prices(symbol, session);
}

interface Highs {
  readonly record: Receipt<number>;
  readonly top: ReceiptInput;
  readonly recent: Receipt<number>;
  readonly near: ReceiptInput;
  readonly sinceRecord: Measured<number>;
  readonly sinceRecent: Receipt<number>;
  readonly deepest: Measured;
  readonly intraday: Measured;
}

function highsOf(subject: PriceSeries, asking: Asking): Highs | undefined {
  const [record, recent] = [drawdown(subject, 'record'), recentHigh(subject, asking)];
  const [top, near] = [peakInput(record), peakInput(recent)];
  if (!isMeasured(record) || !top || !isMeasured(recent) || !near) return undefined;
  return {
    record,
    top,
    recent,
    near,
    sinceRecord: sessionsSinceRecord(subject, 'close'),
    sinceRecent: sessionsAgo(subject, near.date, recent),
    deepest: maxDrawdown(subject, '52w'),
    intraday: closeFromHigh(subject, 'record'),
  };
}

function leadOf(name: string, { record, top, recent, near }: Highs): Pick<AnswerDraft, 'lead' | 'rest'> {
  if (record.value === 0)
    return { lead: `${name} at its record close,`, rest: `${level(top.value)} on ${dayOf(top)}.` };
  if (top.date === near.date)
    return {
      lead: `${percent(record.value)} from the record close of ${dayOf(top)},`,
      rest: 'which is the recent high too.',
    };
  const from = recent.value > 0 ? 'above the high' : 'from the recent high';
  return {
    lead: `${percent(record.value)} from the record close of ${dayOf(top)},`,
    rest: `${percent(recent.value)} ${from} of ${dayOf(near)}.`,
  };
}

/** On intraday highs: whether the day's own high is the record, else how far the close is from it. */
function intradayLead(subject: PriceSeries, { record, top, intraday }: Highs): Pick<AnswerDraft, 'lead' | 'rest'> {
  const name = seriesName(subject);
  const peak = peakInput(intraday);
  if (!isMeasured(intraday) || !peak) return { lead: `No intraday highs of the ${name} are held.` };
  const close = `${percent(record.value)} on closes, from ${level(top.value)} of ${dayOf(top)}.`;
  const isRecord = peak.date === lastSession(subject);
  return {
    lead: isRecord
      ? `Intraday too: ${level(peak.value)} on ${dayOf(peak)} is the record high of the ${name};`
      : `Intraday ${percent(intraday.value)}: the close against the record high of ${level(peak.value)}, ${dayOf(peak)};`,
    rest: record.value === 0 ? `the close of ${level(top.value)} is the record close.` : close,
  };
}

function linesOf(subject: PriceSeries, highs: Highs) {
  const { record, top, recent, near, sinceRecord, sinceRecent, deepest, intraday } = highs;
  const now = level(at(subject.close, subject.close.length - 1));
  const ago = isMeasured(sinceRecord) ? counted(sinceRecord.value, 'session') : undefined;
  const recordLine =
    record.value === 0
      ? `*${now}* record close${ago === undefined ? '' : `, ${ago} after the record before it${previousWords(sinceRecord)}`}`
      : `*${level(top.value)}* record close${ago === undefined ? '' : `, ${ago} before ${shortDate(lastSession(subject))}`}; now ${now}`;
  return [
    recordLine,
    ...(sinceRecent.value > 0 && near.date !== top.date
      ? [
          `*${level(near.value)}* ${recent.value > 0 ? 'high' : 'recent high'} of ${dayOf(near)}, ${counted(sinceRecent.value, 'session')} before`,
        ]
      : []),
    ...(isMeasured(deepest)
      ? [`*${percent(deepest.value)}* deepest close since the 52-week high, ${dayOf(deepest.inputs[0])}`]
      : []),
    ...(isMeasured(intraday)
      ? [
          `*${percent(intraday.value)}* close against the intraday record high of ${level(peakInput(intraday)?.value ?? 0)}, ${dayOf(peakInput(intraday))}`,
        ]
      : []),
  ];
}

/** ", 4,796.56 on 3 Jan 2022": the record that this one took the place of. */
function previousWords(since: Measured): string {
  const before = isMeasured(since) ? since.inputs[0] : undefined;
  return before === undefined ? '' : `, ${level(before.value)} on ${dayOf(before)}`;
}

function dayOf(input: ReceiptInput | undefined): string {
  return fullDate(input?.date ?? '');
}

/** From the highest close of the month named, else of the last 52 weeks. */
function recentHigh(series: PriceSeries, { question }: Asking): Measured {
  const day = monthHigh(series, question.slots.month);
  return day === undefined || day === lastSession(series)
    ? drawdown(series, '52w')
    : windowReturn(series, { since: day });
}

/** The highest close of the latest such month. */
export function monthHigh(series: PriceSeries, month: number | undefined) {
  if (month === undefined) return undefined;
  const last = lastSession(series);
  const two = String(month).padStart(2, '0');
  const year = `${yearOf(last)}-${two}` <= last.slice(0, 7) ? yearOf(last) : yearOf(last) - 1;
  return monthExtreme(series, `${year}-${two}`, 'high');
}

export function peakInput(fall: Measured): ReceiptInput | undefined {
  return isMeasured(fall) ? fall.inputs[1] : undefined;
}

function sessionsAgo(
  series: PriceSeries,
  day: string,
  { asOf, sources, basis }: Pick<Receipt, 'asOf' | 'sources' | 'basis'>,
): Receipt<number> {
  return {
    id: `${series.symbol}.sessions_since.${day}`,
    value: series.dates.length - 1 - indexOf(series.dates, day),
    unit: 'sessions',
    asOf,
    basis,
    formula: 'sessions(high, as-of)',
    inputs: [
      { name: 'high', series: series.symbol, date: day, value: at(series.close, indexOf(series.dates, day)) },
      { name: 'as-of', series: series.symbol, date: asOf, value: at(series.close, series.dates.length - 1) },
    ],
    sources,
  };
}
