/** `/smallcaps highs` in words and blocks: records, drawdowns, the way back, closes and intraday apart. Pure. */

import { type Day, yearOf } from '../calendar/day.ts';
import { underwaterChart } from '../charts/underwater-chart.ts';
import { type HighsView, peakOf, refusals, type SeriesHighs, type Standing } from '../metrics/highs-view.ts';
import { isMeasured, type Measured } from '../metrics/receipt.ts';
import { claimWords } from './claim-words.ts';
import { counted, fullDate, level, percent, plain, shortDate } from './format.ts';
import type { Message } from './message.ts';
import { basisWords } from './receipt-line.ts';
import type { AnswerContext } from './smallcaps.ts';
import { refusedMessage, viewMessage } from './smallcaps-view.ts';
import { columnName, seriesName } from './words.ts';

/** Where both series stand against their records. */
export function highsMessage(view: HighsView, answer: AnswerContext): Message {
  const { inputs, subject, benchmark } = view;
  const { fromRecord, fromYearHigh } = subject.close;
  if ('absent' in fromRecord && 'absent' in fromYearHigh) {
    return refusedMessage({ inputs, what: 'Highs', refused: fromYearHigh }, answer);
  }
  const lines = [recordLine(view), yearHighLine(view), backLine(view)];
  return viewMessage(
    {
      inputs,
      text: fallback(view),
      header: headline(view),
      lines: lines.filter((line) => line !== undefined),
      rows: rowsOf(view),
      chart: underwaterChart(inputs),
      basis: `closes and intraday apart, ${basisWords([inputs.subject, inputs.benchmark])}`,
      base: `since ${fullDate(inputs.subject.dates[0] ?? '')}`,
      notes: [
        'Intraday: session low against the highest high. To get back: from the last close.',
        ...(view.first && firstWords(view) !== undefined ? [`Longest wait: ${claimWords(view.first)}`] : []),
        ...absent(subject),
        ...absent(benchmark),
      ],
      numbers: view.numbers,
    },
    answer,
  );
}

/** "2,442.74, " in front of a day; nothing for a series with dividends, whose level was never quoted. */
function levelBefore({ series }: SeriesHighs, value: number): string {
  return series.totalReturn ? '' : `${level(value)}, `;
}

function absent({ close, intraday }: SeriesHighs): string[] {
  const reasons = refusals([...Object.values(close), ...Object.values(intraday)]);
  return reasons.slice(0, 1).map((reason) => `Not shown (–): ${reason}.`);
}

function isRecord({ record }: Standing): boolean {
  return isMeasured(record) && record.value;
}

/** "at a record close", "−18.81% from its record close", "record intraday, −0.03% from its record close". */
function standingWords({ close, intraday }: SeriesHighs): string {
  if (isRecord(close)) return 'at a record close';
  const fall = isMeasured(close.fromRecord)
    ? `${percent(close.fromRecord.value)} from its record close`
    : 'record unknown';
  return isRecord(intraday) ? `at a record intraday, ${fall}` : fall;
}

/** A wait of more sessions than this makes a record news. */
const NEWS_SESSIONS = 20;

/** "Russell 2000 record close, first since 8 Nov 2021 (968 sessions)". */
function firstWords({ subject }: HighsView): string | undefined {
  const { close, intraday } = subject;
  const [standing, what] = isRecord(close) ? [close, 'record close'] : [intraday, 'record intraday'];
  const wait = standing.sinceRecord;
  if (!isRecord(standing) || !isMeasured(wait) || wait.value <= NEWS_SESSIONS) return undefined;
  const since = fullDate(wait.inputs[0]?.date ?? '');
  return `${seriesName(subject.series)} ${what}, first since ${since} (${counted(wait.value, 'session')})`;
}

function headline(view: HighsView): string {
  const { subject, benchmark } = view;
  const [own, other] = [seriesName(subject.series), seriesName(benchmark.series)];
  const first = firstWords(view);
  if (first !== undefined && first.length <= 72) return first;
  if (isRecord(subject.close) && isRecord(benchmark.close)) return `${own} and ${other} both at a record close`;
  const lead = `${own} ${standingWords(subject)}`;
  const rest = isRecord(benchmark.close)
    ? `; ${other} at a record close`
    : isMeasured(benchmark.close.fromRecord)
      ? `; ${other} ${percent(benchmark.close.fromRecord.value)}`
      : '';
  return `${lead}${rest}`.length > 72 ? lead : `${lead}${rest}`;
}

/** "*−18.81%* Russell 2000 from its record close (2,442.74, 8 Nov 2021, 552 sessions ago)". */
function recordLine({ subject, inputs, first }: HighsView): string | undefined {
  const { close } = subject;
  const name = seriesName(subject.series);
  const peak = peakOf(close.fromRecord);
  if (!isMeasured(close.fromRecord) || !peak) return undefined;
  const wait = isMeasured(close.sinceRecord) ? close.sinceRecord : undefined;
  if (!isRecord(close)) {
    const ago = wait ? `, ${counted(wait.value, 'session')} ago` : '';
    return `*${percent(close.fromRecord.value)}* ${name} from its record close (${levelBefore(subject, peak.value)}${shortDate(peak.date, inputs.session)}${ago})`;
  }
  const previous = wait?.inputs[0];
  const after = previous
    ? `, ${counted(wait?.value ?? 0, 'session')} after the last on ${shortDate(previous.date, inputs.session)}`
    : '';
  const since =
    first?.headline && first.since && (wait?.value ?? 0) > NEWS_SESSIONS
      ? `; longest wait since ${yearOf(first.since)}`
      : '';
  const lead = subject.series.totalReturn ? '*0.00%* from the' : `*${level(peak.value)}*`;
  return `${lead} ${name} record close${after}${since}`;
}

/** "*−4.01%* from its 52-week closing high (2,066.21, 27 Dec 2023); deepest since −7.41%, 17 Jan". */
function yearHighLine({ subject, inputs }: HighsView): string | undefined {
  const { fromYearHigh, deepest } = subject.close;
  const peak = peakOf(fromYearHigh);
  if (!isMeasured(fromYearHigh) || !peak) return undefined;
  if (fromYearHigh.value === 0) return intradayLine(subject, inputs.session);
  const low = isMeasured(deepest) ? deepest.inputs[0] : undefined;
  const worst =
    isMeasured(deepest) && low && deepest.value < fromYearHigh.value
      ? `; deepest since ${percent(deepest.value)}, ${shortDate(low.date, inputs.session)}`
      : '';
  return `*${percent(fromYearHigh.value)}* from its 52-week closing high (${levelBefore(subject, peak.value)}${shortDate(peak.date, inputs.session)})${worst}`;
}

/** At a 52-week closing high the other basis is the news: "*−0.10%* close from its record high intraday (…)". */
function intradayLine({ intraday, closeFromRecordHigh }: SeriesHighs, session: Day): string | undefined {
  const peak = peakOf(closeFromRecordHigh);
  if (!isMeasured(closeFromRecordHigh) || !peak) return undefined;
  const made = isRecord(intraday) ? ', a record today' : '';
  return `*${percent(closeFromRecordHigh.value)}* close from its highest intraday high (${level(peak.value)}, ${shortDate(peak.date, session)}${made})`;
}

/** "*+23.16%* from here back to its record close; S&P 500 at a record close, 4,850.43". */
function backLine({ subject, benchmark, inputs }: HighsView): string | undefined {
  const other = benchmarkWords(benchmark, inputs.session);
  const { back } = subject.close;
  if (isMeasured(back) && back.value > 0) {
    return `*${percent(back.value)}* from here back to its record close${other ? `; ${other}` : ''}`;
  }
  const fall = benchmark.close.fromRecord;
  const peak = peakOf(fall);
  if (!isMeasured(fall) || !peak) return undefined;
  const lead = benchmark.series.totalReturn ? '*0.00%*' : `*${level(peak.value)}*`;
  if (isRecord(benchmark.close)) return `${lead} ${seriesName(benchmark.series)}, a record close too`;
  const need = isMeasured(benchmark.close.back) ? `; ${percent(benchmark.close.back.value)} back to it` : '';
  return `*${percent(fall.value)}* ${seriesName(benchmark.series)} from its record close (${levelBefore(benchmark, peak.value)}${shortDate(peak.date, inputs.session)})${need}`;
}

function benchmarkWords({ series, close }: SeriesHighs, session: Day): string | undefined {
  const peak = peakOf(close.fromRecord);
  if (!isMeasured(close.fromRecord) || !peak) return undefined;
  const name = seriesName(series);
  if (isRecord(close)) return `${name} at a record close${series.totalReturn ? '' : `, ${level(peak.value)}`}`;
  return `${name} ${percent(close.fromRecord.value)} from its own (${shortDate(peak.date, session)})`;
}

/** One row a measure; the subject's two bases before the benchmark's. */
function rowsOf({ subject, benchmark }: HighsView): string[][] {
  const columns = [subject.close, subject.intraday, benchmark.close, benchmark.intraday];
  const heads = [subject.series, benchmark.series].flatMap((series) => [
    columnName(series),
    `${columnName(series)} intr.`,
  ]);
  const row = (label: string, print: (standing: Standing) => string) => [label, ...columns.map(print)];
  const number = (figure: Measured, print: (value: number) => string) =>
    isMeasured(figure) ? print(figure.value) : '–';
  return [
    ['From', ...heads],
    row('Record', ({ fromRecord }) => number(fromRecord, percent)),
    row('52-week high', ({ fromYearHigh }) => number(fromYearHigh, percent)),
    row('Deepest since', ({ deepest }) => number(deepest, percent)),
    row('To get back', ({ back }) => number(back, percent)),
    ...(subject.series.totalReturn ? [] : [row('Record level', ({ level: record }) => number(record, level))]),
    row('Record day', ({ fromRecord }) => tableDay(peakOf(fromRecord)?.date)),
    row('Sess. since last', ({ sinceRecord }) => number(sinceRecord, (value) => plain(value))),
    row('Record today', ({ record }) => (isMeasured(record) ? (record.value ? 'yes' : 'no') : '–')),
  ];
}

/** "8 Nov 21". */
function tableDay(day: Day | undefined): string {
  return day === undefined ? '–' : `${shortDate(day)} ${day.slice(2, 4)}`;
}

function fallback(view: HighsView): string {
  const { subject, benchmark } = view;
  const { back, fromYearHigh } = subject.close;
  const need = isMeasured(back) && back.value > 0 ? ` ${percent(back.value)} back to it.` : '';
  const year =
    isMeasured(fromYearHigh) && fromYearHigh.value < 0
      ? ` ${percent(fromYearHigh.value)} from its 52-week closing high.`
      : '';
  const first = firstWords(view);
  const lead = first === undefined ? '' : `${first}. `;
  return `${lead}${seriesName(subject.series)} ${standingWords(subject)}; ${seriesName(benchmark.series)} ${standingWords(benchmark)}.${need}${year}`;
}
