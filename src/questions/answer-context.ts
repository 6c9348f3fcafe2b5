/** Answers from surveys and the economy, and across posts: what a reading was followed by, what two posts each measure. */
import { isSession, nextSession } from '../calendar/nyse.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, percent, plain, signedNumber } from '../messages/format.ts';
import { gapWords } from '../messages/words.ts';
import { readingAt } from '../metrics/claimed-figure.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { dateAt, indexOf } from '../metrics/series.ts';
import {
  directionWords,
  firstSince,
  knownReadings,
  latestReading,
  type SurveySeries,
  type SurveyVersion,
} from '../metrics/surveys.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords, worded } from './desk.ts';

export interface SurveyRead {
  readonly series: SurveySeries;
  readonly readings: readonly SurveyVersion[];
}

/** The survey a question speaks of, and its readings known that day. @throws CapwatchError `not_found` */
export async function surveyOf({ desk, session, text, post }: Asking): Promise<SurveyRead> {
  const { surveys, readings } = await desk.ledger();
  const cash = /\bcash\b/i.test(text) || /survey.*\bcash\b/.test(post?.command ?? '');
  const series = surveys.find((one) => (cash ? one.series === 'cash' : one.signed)) ?? surveys[0];
  const known = series ? knownReadings(readings, series, session) : [];
  if (!series || known.length === 0) throw refused('No survey reading was known that day.', '/targets survey');
  return { series, readings: known };
}

/** The last reading and since when nobody had said so. */
export async function surveyAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, readings } = await surveyOf(asking);
  const latest = readings.at(-1);
  const since = series.signed ? firstSince(series, readings) : undefined;
  const value = latestReading(series, readings);
  const claim = since && 'kind' in since ? since : undefined;
  if (!latest) throw refused('No survey reading was known that day.', '/targets survey');
  return draft({
    lead: `${series.name}, ${latest.period}: ${series.signed ? directionWords(series, latest) : `cash ${worded(value, (one) => `${plain(one, 1)}%`)}`}.`,
    lines: [
      ...(isMeasured(value) && series.signed ? [`*${signedNumber(value.value, 0)}* ${series.unit}`] : []),
      ...(claim?.earlier
        ? [
            `*${claim.earlier.period}* is the last recorded reading of this sign${claim.proven ? '' : `; ${counted(claim.missing.length, 'month')} between are not recorded, so “first since” is the publisher’s word`}`,
          ]
        : []),
    ],
    basis: `asked: “${series.question}”${latest.fieldFrom && latest.fieldTo ? `; field ${latest.fieldFrom} to ${latest.fieldTo}` : ''}`,
    asOf: `published ${fullDate(latest.published)}`,
    source: latest.source.publisher,
    link: latest.source.link,
    caveat: 'a few published readings, entered by hand; what managers say is a view, not a fact',
    numbers: receipts(value, ...(claim ? [claim.days, missingCount(claim.missing, asking.session)] : [])),
    session: asking.session,
    command: `/targets survey ${series.series} asof ${asking.session}`,
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

const AHEAD = [
  { label: '1M', sessions: 21 },
  { label: '3M', sessions: 63 },
  { label: '6M', sessions: 126 },
  { label: '12M', sessions: 252 },
] as const;

/** What small caps did after the last earlier reading of this sign: one case, said so. */
export async function surveyAfterAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, readings } = await surveyOf(asking);
  const latest = readings.at(-1);
  const { meeting } = asking.question.slots;
  const named =
    meeting && typeof meeting === 'object' && 'year' in meeting
      ? `${meeting.year}-${String(meeting.month).padStart(2, '0')}`
      : undefined;
  const earlier =
    named === undefined
      ? readings.slice(0, -1).findLast(({ direction }) => direction === latest?.direction)
      : readings.find(({ period }) => period === named);
  if (!earlier) throw refused(`No reading of ${named ?? 'that sign'} is recorded.`, '/targets survey');
  const { subject, benchmark } = await seriesOf(asking, 'GSPC');
  const start = isSession(earlier.published) ? earlier.published : nextSession(earlier.published);
  const from = indexOf(subject.dates, start);
  const rows = AHEAD.flatMap(({ label, sessions }) => {
    if (from < 0 || from + sessions >= subject.dates.length) return [];
    const day = dateAt(subject, from + sessions);
    const legs = [subject, benchmark].map(
      (one) => readingAt(one, { day: start, column: 'close' }, { day, basis: 'close' })?.receipt,
    );
    const [own, other] = legs;
    return own && other ? [{ label, day, own, other, gap: gapOf(own, other) }] : [];
  });
  const last = rows.at(-1);
  const all = readings.filter(({ direction }) => direction === earlier.direction && direction !== 0);
  if (!last) throw refused('The closes do not reach that far.', '/targets survey');
  return draft({
    lead: `Too few to rank, N = 1: ${percent(last.own.value)} in ${last.label} after ${fullDate(start)},`,
    rest: `S&P 500 ${percent(last.other.value)}, gap ${gapWords(last.gap)}.`,
    lines: [
      `*${earlier.period}* is the only earlier reading of that sign recorded here; ${all.length > 1 ? `the other is ${all.at(-1)?.period}` : 'no other is in the store'}`,
    ],
    rows: [
      ['After', 'Gap, pp', 'Russell', 'S&P 500', 'Until'],
      ...rows.map(({ label, day, own, other, gap }) => [
        label,
        gapWords(gap).replace(/\u00a0pp$/, ''),
        percent(own.value),
        percent(other.value),
        fullDate(day),
      ]),
    ],
    basis: `price return from the close of ${fullDate(start)} (published that day or month), on sessions; ${series.name}`,
    asOf: asOfWords(asking, asking.session),
    source: `${sourceWords([subject.source])}; reading: ${earlier.source.publisher}`,
    link: earlier.source.link,
    caveat: 'one case: nothing follows from it',
    numbers: receipts(...rows.flatMap(({ own, other, gap }) => [own, other, gap])),
    session: asking.session,
    settings: ['N = 1'],
    command: `/targets survey ${series.series} asof ${asking.session}`,
  });
}

function gapOf(own: Receipt<number>, other: Receipt<number>): Receipt<number> {
  const input = (name: string, { id, asOf, value }: Receipt<number>) => ({ name, series: id, date: asOf, value });
  return {
    ...own,
    id: `${own.id}.gap`,
    value: own.value - other.value,
    formula: 'small − large',
    inputs: [input('small', own), input('large', other)],
  };
}
