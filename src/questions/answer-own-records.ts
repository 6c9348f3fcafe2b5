/** Answers how many record closes a stretch of days had: which, the last one, and the other index beside it. Measures, words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, level, percent, sessionDate } from '../messages/format.ts';
import { seriesName } from '../messages/words.ts';
import { drawdown } from '../metrics/highs.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { type RecordCloses, recordCloses } from '../metrics/record-count.ts';
import { windowReturn } from '../metrics/returns.ts';
import { dateAt, lastSession, type PriceSeries } from '../metrics/series.ts';
import type { Window } from '../metrics/windows.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';
import { spanPhrase, windowAsked } from './windows-asked.ts';

const MOST_DAYS = 4;

/** Record closes of the index named, else of both, over the window asked for, else the year to date. */
export async function recordsAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const isSmall = asking.question.slots.index === 'RUT';
  const [first, second] = isSmall ? [series.subject, series.benchmark] : [series.benchmark, series.subject];
  const window = await windowOf(asking, first);
  const [own, other] = [found(first, window), found(second, window)];
  if (!own) throw refused('The data do not hold those days.', '/smallcaps highs');
  const away = drawdown(first, 'record');
  return draft({
    lead: `${closesWords(own)} of the ${seriesName(first)} ${spanPhrase(window, asking)}${own.days.length > 0 ? ',' : '.'}`,
    rest: own.days.length > 0 ? `the last on ${sessionDate(own.days.at(-1) ?? '')}.` : highestWords(own),
    lines: [
      ...daysLine(own),
      ...(own.days.length > 0
        ? [`*${level(own.highest.value)}* the highest close of these days, ${fullDate(own.highest.asOf)}`]
        : []),
      ...(isMeasured(away) && away.value < 0
        ? [`*${percent(away.value)}* from its record at the close of ${sessionDate(lastSession(first))}`]
        : []),
      ...(other ? [`*${closesWords(other)}* of the ${seriesName(second)} in the same days`] : []),
    ],
    basis: 'a record is a close above every earlier one in the data; a tie is none; price return',
    asOf: asOfWords(asking, series.session),
    source: `${sourceWords([first.source])}, closes since ${fullDate(dateAt(first, 0))}`,
    caveat: 'intraday records are not counted',
    numbers: receipts(...numbersOf(own), ...(other ? numbersOf(other) : []), away),
    session: series.session,
    command: `/smallcaps highs asof ${series.session}`,
  });
}

/** Of a post about another window the year is meant. */
async function windowOf(asking: Asking, subject: PriceSeries): Promise<Window> {
  const { window, turning, sinceMeeting } = asking.question.slots;
  const named = window !== undefined || turning !== undefined || sinceMeeting !== undefined;
  return named ? windowAsked(asking, { subject }) : 'ytd';
}

function found(series: PriceSeries, window: Window): RecordCloses | undefined {
  if (window === 'max') return recordCloses(series, dateAt(series, 0));
  const change = windowReturn(series, window);
  const base = isMeasured(change) ? change.inputs.find(({ name }) => name === 'close(base)')?.date : undefined;
  if (base === undefined || series.missing.some((day) => day > base)) return undefined;
  return recordCloses(series, base);
}

function closesWords({ count }: RecordCloses): string {
  return count ? counted(count.value, 'record close') : 'No record close';
}

function highestWords({ highest, before }: RecordCloses): string {
  const record = before ? `, the record before ${level(before.value)} on ${fullDate(before.asOf)}` : '';
  return `Highest ${level(highest.value)} on ${fullDate(highest.asOf)}${record}.`;
}

/** The days themselves where they are few, else the first and the last. */
function daysLine({ days }: RecordCloses): string[] {
  const [first = '', second] = days;
  if (second === undefined) return [];
  if (days.length <= MOST_DAYS) return [`*Days*: ${days.map(fullDate).join(', ')}`];
  return [`*First* ${fullDate(first)}, last ${fullDate(days.at(-1) ?? '')}`];
}

function numbersOf({ count, highest, before }: RecordCloses): Receipt<number>[] {
  return [...(count ? [count] : []), highest, ...(before ? [before] : [])];
}
