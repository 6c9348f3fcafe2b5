/** Answers what a survey last said, since when, in a month that is named, and from which page. Measures and words it. */
import { monthOf, monthText } from '../calendar/month.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { capital, counted, fullDate, plain, signedNumber } from '../messages/format.ts';
import { joined, monthWords } from '../messages/targets-words.ts';
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import {
  directionWords,
  type FirstSince,
  firstSince,
  knownReadings,
  latestReading,
  type SurveySeries,
  type SurveyVersion,
} from '../metrics/surveys.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import { horizonYear } from './horizon-asked.ts';
import { countOf } from './street.ts';
import { normalText } from './words-normal.ts';

export interface SurveyRead {
  readonly series: SurveySeries;
  readonly readings: readonly SurveyVersion[];
}

/** Surveys that people ask about by name and a ledger may lack. */
const OTHERS =
  /\b(aaii|naaim|sentix|zew|nfib|conference board|michigan|investors intelligence|consumer sentiment|cot|ism)\b/;
const GENERIC =
  /^(survey|surveys|fund|funds|manager|managers|global|the|over|of|bofa|fms|share|will|in|next|12|months|average)$/;

/** Every series with the readings known that day. */
async function surveysKnown({ desk, session }: Asking): Promise<SurveyRead[]> {
  const { surveys, readings } = await desk.ledger();
  return surveys
    .map((series) => ({ series, readings: knownReadings(readings, series, session) }))
    .filter(({ readings: known }) => known.length > 0);
}

/** The survey a question speaks of, and its readings known that day. @throws CapwatchError `not_found` */
export async function surveyOf(asking: Asking): Promise<SurveyRead> {
  const known = await surveysKnown(asking);
  const { text } = normalText(asking.text);
  const other = OTHERS.exec(text)?.[1];
  const byText = mostNamed(known, `${text} ${asking.question.slots.survey ?? ''}`);
  if (other !== undefined && !byText)
    throw refused(`No ${other.toUpperCase()} survey is held. Held: ${heldWords(known)}.`, '/targets survey');
  const posted = /^\/targets survey (.*?)(?: asof|$)/.exec(asking.post?.command ?? '')?.[1] ?? '';
  const found =
    byText ?? mostNamed(known, posted.replaceAll('-', ' ')) ?? known.find(({ series }) => series.signed) ?? known[0];
  if (!found) throw refused(`No survey reading was known by ${fullDate(asking.session)}.`, '/targets survey');
  return found;
}

/** The series whose own words the text holds most of; undefined where it holds none. */
function mostNamed(known: readonly SurveyRead[], text: string): SurveyRead | undefined {
  const words = new Set(text.split(' ').filter((word) => word.length > 2 && !GENERIC.test(word)));
  const scored = known.map((read) => {
    const own = `${read.series.survey} ${read.series.series}`.toLowerCase().split(/[^a-z0-9]+/);
    return { read, score: own.filter((word) => words.has(word)).length };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best && best.score > 0 && scored.filter(({ score }) => score === best.score).length === 1
    ? best.read
    : undefined;
}

function heldWords(known: readonly SurveyRead[]): string {
  return known.length === 0 ? 'none' : joined(known.map(({ series }) => `${series.name}, ${seriesWords(series)}`));
}

/** "large over small", "cash". */
function seriesWords({ series }: SurveySeries): string {
  return series.replaceAll('-', ' ');
}

/** `YYYY-MM` of a month that is named with its year, else the last such month up to the post. */
export function periodAsked(asking: Asking, readings: readonly SurveyVersion[] = []): string | undefined {
  const { question, session } = asking;
  const { meeting, month } = question.slots;
  const year = horizonYear(asking);
  if (meeting && typeof meeting === 'object' && 'year' in meeting && meeting.year !== undefined)
    return `${meeting.year}-${String(meeting.month).padStart(2, '0')}`;
  if (month === undefined) {
    const inYear = readings.filter(({ period }) => year !== undefined && period.startsWith(`${year}`));
    return inYear.length === 1 ? inYear[0]?.period : undefined;
  }
  if (year !== undefined && year < 2060) return `${year}-${String(month).padStart(2, '0')}`;
  const today = monthOf(session);
  const back = Array.from({ length: 12 }, (_, count) => monthText(today - count));
  return back.find((period) => Number(period.slice(5)) === month);
}

/** What a reading says: "small caps expected to outperform large caps", "cash 4.8%". */
export function saying({ series }: SurveyRead, reading: SurveyVersion): string {
  if (series.signed) return directionWords(series, reading);
  return reading.value === undefined ? 'not printed' : `${seriesWords(series)} ${plain(reading.value, 1)}%`;
}

const LIST = /\b(which|what|list|all|how many|any other|other) (of the )?(surveys?|series)\b|\bsurveys (do|are|have)\b/;
const SIDE = /\b(most|least|more) (bullish|bearish|negative|positive|optimistic|pessimistic|cautious)\b/;

/** The last reading and since when nobody had said so; a month's own where one is named; the list where several are meant. */
export async function surveyAnswer(asking: Asking): Promise<AnswerDraft> {
  const { text } = normalText(asking.text);
  const known = await surveysKnown(asking);
  if (LIST.test(text) || (SIDE.test(text) && known.length > 1)) return listAnswer(asking, known, SIDE.test(text));
  const read = await surveyOf(asking);
  const { series, readings } = read;
  const reading = readingAsked(asking, readings);
  const upTo = readings.slice(0, readings.indexOf(reading) + 1);
  const since = series.signed ? firstSince(series, upTo) : undefined;
  const claim = since && 'kind' in since ? since : undefined;
  const value = latestReading(series, upTo);
  const before = upTo.at(-2);
  const older = before && latestReading(series, upTo.slice(0, -1));
  return draft({
    lead: `${series.name}, ${monthWords(reading.period)}: ${saying(read, reading)}.`,
    lines: [
      ...(isMeasured(value) && series.signed ? [`*${signedNumber(Number(value.value), 0)}* ${series.unit}`] : []),
      ...(older && isMeasured(older) && !series.signed ? [beforeLine(older, before.period)] : []),
      ...(claim?.earlier ? [sinceLine(claim)] : []),
      ...(PEOPLE.test(text) ? [respondentsLine(reading)] : []),
      ...(PUBLISHED.test(text) ? [`*${fullDate(reading.published)}* is the day it was published`] : []),
    ],
    ...(HISTORY.test(text) && readings.length > 1 && { rows: rowsOf(read) }),
    basis: `asked: “${series.question}”${fieldWords(reading)}`,
    asOf: `published ${fullDate(reading.published)}`,
    source: reading.source.publisher,
    link: reading.source.link,
    caveat: 'a few published readings, entered by hand; what managers say is a view, not a fact',
    numbers: receipts(
      value,
      older,
      ...countsOf(reading),
      ...readings.map((one) => readingOf(series, one)),
      ...(claim ? [claim.days, missingCount(claim.missing, asking.session)] : []),
    ),
    session: asking.session,
    command: `/targets survey ${series.series} asof ${asking.session}`,
  });
}

function beforeLine({ value }: Receipt, period: string): string {
  return `*${plain(Number(value), 1)}%* the reading before, ${monthWords(period)}`;
}

/** The reading of the month named, else the newest. @throws CapwatchError `not_found` where none is recorded. */
function readingAsked(asking: Asking, readings: readonly SurveyVersion[]): SurveyVersion {
  const period = periodAsked(asking, readings);
  const reading = period === undefined ? readings.at(-1) : readings.find((one) => one.period === period);
  if (reading) return reading;
  const asked = period === undefined ? 'that survey' : monthWords(period);
  const held = joined(readings.map((one) => monthWords(one.period)));
  throw refused(`No reading of ${asked} is recorded; held: ${held}.`, '/targets survey');
}

function fieldWords({ fieldFrom, fieldTo }: SurveyVersion): string {
  return fieldFrom && fieldTo ? `; field ${fullDate(fieldFrom)} to ${fullDate(fieldTo)}` : '';
}

const HISTORY = /\b(history|all|readings|table|trend\w*|over time|months|previous|earlier|list)\b/;

/** One reading's receipt, told from others that were published on its day. */
function readingOf(series: SurveySeries, reading: SurveyVersion): Measured {
  const value = latestReading(series, [reading]);
  return { ...value, id: `${value.id}.${reading.period}` };
}

const PEOPLE = /\b(respondents?|sample|participants?|panel(l?ists)?|how many (people|managers|funds))\b/;
const PUBLISHED = /\b(when|publish\w*|released?|dated)\b/;

function respondentsLine({ respondents, assetsBn }: SurveyVersion): string {
  if (respondents === undefined) return '*Respondents* are not recorded for that month';
  return `*${plain(respondents)}* respondents${assetsBn === undefined ? '' : ` with USD ${plain(assetsBn)} bn`}`;
}

function countsOf({ respondents, assetsBn, published }: SurveyVersion): Receipt<number>[] {
  const counts = [
    ['survey.respondents', respondents],
    ['survey.assets_bn', assetsBn],
  ] as const;
  return counts.flatMap(([id, value]) => (value === undefined ? [] : [countOf(id, { value, asOf: published })]));
}

function sinceLine({ earlier, proven, missing }: FirstSince): string {
  return `*${earlier ? monthWords(earlier.period) : ''}* is the last recorded reading of this sign${proven ? '' : `; ${counted(missing.length, 'month')} between are not recorded, so “first since” is the publisher’s word`}`;
}

function rowsOf(read: SurveyRead): string[][] {
  return [
    ['Month', 'Said', 'Published'],
    ...read.readings
      .slice(-9)
      .map((one) => [
        monthWords(one.period),
        read.series.signed
          ? one.direction < 0
            ? 'small caps'
            : one.direction > 0
              ? 'large caps'
              : 'neither'
          : saying(read, one),
        fullDate(one.published),
      ]),
  ];
}

/** Which surveys are held, what each last said, and which of them takes a side. */
function listAnswer(asking: Asking, known: readonly SurveyRead[], side: boolean): AnswerDraft {
  if (known.length === 0)
    throw refused(`No survey reading was known by ${fullDate(asking.session)}.`, '/targets survey');
  const count = countOf('survey.series', { value: known.length, asOf: asking.session });
  const signed = known.filter(({ series }) => series.signed);
  const [only] = signed;
  const last = only?.readings.at(-1);
  const lines = known.slice(0, 5).map((read) => {
    const latest = read.readings.at(-1);
    return `*${capital(seriesWords(read.series))}*, ${read.series.name}: ${latest ? `${saying(read, latest)}, ${monthWords(latest.period)}, published ${fullDate(latest.published)}` : 'no reading'}`;
  });
  return draft({
    lead:
      side && only && last && signed.length === 1
        ? `Only one of ${counted(count.value, 'series', 'series')} held takes a side: ${seriesWords(only.series)}, ${saying(only, last)}.`
        : `${counted(count.value, 'survey series', 'survey series')} held.`,
    lines,
    basis: 'readings as published, entered by hand; point in time by publication day',
    asOf: `published by ${fullDate(asking.session)}`,
    source: [...new Set(known.flatMap(({ readings }) => readings.at(-1)?.source.publisher ?? []))].join('; '),
    ...(last && { link: last.source.link }),
    caveat: 'a few published readings; other surveys are not held',
    numbers: receipts(count, ...known.map(({ series, readings }) => latestReading(series, readings))),
    session: asking.session,
    command: `/targets survey asof ${asking.session}`,
  });
}

function missingCount(missing: readonly string[], asOf: string): Receipt<number> {
  return {
    id: 'survey.missing_months',
    value: missing.length,
    unit: 'count',
    asOf,
    basis: 'months without a reading',
    formula: 'months',
    inputs: [{ name: 'months', series: 'ledger', date: asOf, value: missing.length }],
    sources: [],
  };
}
