/** `/targets survey`: what a survey asked, what it last said, and since when nobody had said so, gaps named. Pure. */
import type { Day } from '../calendar/day.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import {
  directionWords,
  type FirstSince,
  firstSince,
  latestReading,
  type SurveySeries,
  type SurveyVersion,
} from '../metrics/surveys.ts';
import { type CashSignal, cashSignal } from '../metrics/surveys-cash-rule.ts';
import { cashRuleReceipts, missingMonthsReceipt, readingReceipts } from '../metrics/surveys-receipts.ts';
import { actions, BUTTONS, context, header, LIMITS, section, table } from './blocks.ts';
import { counted, escapeText, fullDate, plain, shortDate } from './format.ts';
import type { Message } from './message.ts';
import { type AnswerContext, notesLine } from './smallcaps.ts';
import { cut, monthWords, notification } from './targets-words.ts';

/** Readings a table shows. */
const SHOWN = 10;

/** A series with the readings known on the day, oldest first. */
export interface SurveyRecord {
  readonly series: SurveySeries;
  readonly readings: readonly SurveyVersion[];
}

/** One series: its latest reading, the claim about earlier ones, the question. */
export function surveyMessage({ series, readings }: SurveyRecord, asOf: Day, answer: AnswerContext): Message {
  const latest = readings.at(-1);
  if (!latest) return nothingKnown(series, asOf, answer);
  const since = series.signed ? firstSince(series, readings) : undefined;
  const claim = since && 'kind' in since ? since : undefined;
  const signal = series.series === 'cash' ? cashSignal(readings) : undefined;
  const rule = signal && 'signal' in signal ? signal : undefined;
  const lead = `${shortName(series)}, ${monthWords(latest.period)}: ${saying(series, latest)}`;
  const lines = [valueLine(series, latest), ...(claim ? sinceLines(claim) : []), ...(rule ? ruleLines(rule) : [])];
  return {
    text: notification(
      `${lead}. ${claim ? `${bare(sinceLines(claim)[0])}. ` : ''}${rule ? `${bare(ruleLines(rule)[0])}. ` : ''}Published ${fullDate(latest.published)}.`,
    ),
    blocks: [
      header(cut(lead, LIMITS.headline)),
      section(...lines.slice(0, 3).map(escapeText)),
      ...(readings.length > 1 ? [table(tableOf(series, readings))] : []),
      context(
        escapeText(sourceLine(series, latest)),
        ...notesLine([`Asked: “${cut(series.question, 110)}”`, ...signWords(series), ...answer.notes]),
      ),
      actions(BUTTONS.share(answer.command), BUTTONS.receipts(answer.command)),
    ],
    charts: [],
    numbers: [
      ...numbersOf({ series, readings }, claim),
      ...readingReceipts(series, readings.slice(-SHOWN)),
      ...(rule ? cashRuleReceipts(rule) : []),
    ],
    asOf: latest.published,
  };
}

/** Every series of the ledger with its latest reading, and how to ask for one. */
export function surveyListMessage(records: readonly SurveyRecord[], asOf: Day, answer: AnswerContext): Message {
  const known = records.filter(({ readings }) => readings.length > 0);
  if (known.length === 0) return nothingAtAll(asOf, answer);
  const shown = known.slice(0, 5);
  const lines = shown.map(({ series, readings }) => {
    const latest = readings.at(-1);
    const words = latest ? `${saying(series, latest)} (${monthWords(latest.period)})` : '';
    return `\`/targets survey ${series.series}\`  ${escapeText(`${shortName(series)}: ${words}`)}`;
  });
  const lead = `${counted(known.length, 'survey series', 'survey series')} known on ${fullDate(asOf)}`;
  const first = known[0];
  const latest = first?.readings.at(-1);
  return {
    text: notification(
      `${lead}. ${first && latest ? `${shortName(first.series)}, ${monthWords(latest.period)}: ${saying(first.series, latest)}.` : ''}`,
    ),
    blocks: [
      section(`*${escapeText(lead)}*`),
      section(...lines),
      context(
        'Readings as published, entered by hand with their source · point in time by publication date',
        ...notesLine(answer.notes),
      ),
      actions(BUTTONS.share(answer.command), BUTTONS.receipts(answer.command)),
    ],
    charts: [],
    numbers: known.flatMap((record) => numbersOf(record, undefined)),
    asOf,
  };
}

function numbersOf({ series, readings }: SurveyRecord, claim: FirstSince | undefined): Receipt[] {
  const latest = latestReading(series, readings);
  return [
    ...(isMeasured(latest) ? [latest] : []),
    ...(claim && isMeasured(claim.days) ? [claim.days] : []),
    ...(claim ? [missingMonthsReceipt(claim)] : []),
  ];
}

/** "BofA survey" of "BofA Global Fund Manager Survey". */
function shortName({ name }: SurveySeries): string {
  return cut(name.replace(/ Global Fund Manager Survey$/, ' survey'), 30);
}

/** "cash at 5.3%", "net 12%: large caps …", or the direction alone where no value was published. */
function saying(series: SurveySeries, reading: SurveyVersion): string {
  if (!series.signed)
    return reading.value === undefined ? 'no value published' : `${series.series} ${valueWords(series, reading.value)}`;
  return directionWords(series, reading);
}

function valueWords({ unit }: Pick<SurveySeries, 'unit'>, value: number): string {
  const decimals = Number.isInteger(value) ? 0 : 1;
  const size = plain(Math.abs(value), decimals);
  const sign = value < 0 ? '\u2212' : unit.startsWith('net') && value > 0 ? '+' : '';
  return unit.startsWith('net') ? `net ${sign}${size}%` : `${sign}${size}${unit === '%' ? '%' : ` ${unit}`}`;
}

function valueLine(series: SurveySeries, { value, period, published }: SurveyVersion): string {
  const when = `${monthWords(period)}, published ${shortDate(published)} ${published.slice(0, 4)}`;
  if (value !== undefined) return `*${valueWords(series, value)}* ${when}`;
  return `*No number* was published, only the direction: ${when}`;
}

/** "First time since" with its proof, or with the months nobody recorded. */
function sinceLines({ kind, earlier, missing, proven, flipped, days }: FirstSince): string[] {
  const gap = missing.length === 0 ? '' : `${counted(missing.length, 'month')} between not recorded (${span(missing)})`;
  if (kind === 'continues') return ['*Same sign* as the month before'];
  const flip = flipped === true ? '; sign changed against the month before' : '';
  const unseen = gap === '' ? '' : `; ${gap}`;
  if (kind === 'first' || !earlier) return [`*First* reading of this sign in the ledger${unseen}${flip}`];
  const length = isMeasured(days) ? `*${counted(days.value, 'day')}* since` : '*Since*';
  const claim = proven
    ? '*Proven*: first time since, every month between recorded'
    : `*Not proven here*: “first time since” is the publisher’s word: ${gap}`;
  return [`${length} the last recorded reading of this sign, ${monthWords(earlier.period)}${flip}`, claim];
}

/** "Jul 2021 to Dec 2023". */
function span(months: readonly string[]): string {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return first === last ? monthWords(first) : `${monthWords(first)} to ${monthWords(last)}`;
}

function ruleLines({ signal, rule, previous }: CashSignal): string[] {
  const { buyAbove, sellBelow, version, from } = rule;
  const words = signal === 'neither' ? 'no signal' : `a contrarian ${signal} signal`;
  const before = previous
    ? `last under this version: ${monthWords(previous.period)}`
    : 'none earlier recorded under this version';
  return [
    `*Cash rule ${version}*: ${words} (above ${plain(buyAbove, 1)}% buy, below ${plain(sellBelow, 1)}% sell)`,
    `*Version in force* since ${monthWords(from)}; ${before}; versions are never mixed`,
  ];
}

function bare(line: string | undefined): string {
  return (line ?? '').replaceAll('*', '');
}

function tableOf(series: SurveySeries, readings: readonly SurveyVersion[]): string[][] {
  return [
    ['Month', series.signed ? 'Says' : 'Value', 'Published', 'n'],
    ...readings
      .slice(-SHOWN)
      .toReversed()
      .map((reading) => [
        monthWords(reading.period),
        reading.value === undefined ? sideWord(series, reading) : valueWords(series, reading.value),
        fullDate(reading.published),
        reading.respondents === undefined ? '–' : plain(reading.respondents),
      ]),
  ];
}

/** The first words of a direction, fit for a cell: "small caps". */
function sideWord(series: SurveySeries, reading: SurveyVersion): string {
  return cut(directionWords(series, reading).split(' expected')[0] ?? '', 14);
}

function sourceLine(
  { name }: SurveySeries,
  { source, fieldFrom, fieldTo, respondents, assetsBn, published }: SurveyVersion,
): string {
  const field = fieldFrom && fieldTo ? ` · field ${shortDate(fieldFrom)} to ${fullDate(fieldTo)}` : '';
  const sample =
    respondents === undefined
      ? ''
      : ` · n ${plain(respondents)}${assetsBn === undefined ? '' : `, $${plain(assetsBn)}bn`}`;
  return cut(`*Published* ${fullDate(published)}${field}${sample} · ${name}, as quoted by ${source.publisher}`, 170);
}

function signWords({ signed, unit, positive, negative }: SurveySeries): string[] {
  return signed
    ? [`Sign: above zero (${unit}) = ${positive}; below = ${negative}; zero is neither.`]
    : [`Unit: ${unit}, ${positive}.`];
}

function nothingKnown(series: SurveySeries, asOf: Day, { notes }: AnswerContext): Message {
  const words = `No reading of the ${series.name} (${series.series}) was published by ${fullDate(asOf)}`;
  return {
    text: escapeText(`${words}.`),
    blocks: [section(`*${escapeText(words)}.*`), ...(notes.length > 0 ? [context(...notesLine(notes))] : [])],
    charts: [],
    numbers: [],
    asOf,
  };
}

function nothingAtAll(asOf: Day, { notes }: AnswerContext): Message {
  const words = `No survey reading was published by ${fullDate(asOf)}`;
  return {
    text: `${words}.`,
    blocks: [section(`*${words}.*`), ...(notes.length > 0 ? [context(...notesLine(notes))] : [])],
    charts: [],
    numbers: [],
    asOf,
  };
}
