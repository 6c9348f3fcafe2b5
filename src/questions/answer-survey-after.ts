/** Answers what small caps did after the last survey reading like this one: one case, said so. Measures and words it. */
import { isSession, nextSession } from '../calendar/nyse.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, percent, points } from '../messages/format.ts';
import { joined, monthWords } from '../messages/targets-words.ts';
import { gapWords } from '../messages/words.ts';
import { readingAt } from '../metrics/claimed-figure.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { dateAt, indexOf, type PriceSeries } from '../metrics/series.ts';
import type { SurveyVersion } from '../metrics/surveys.ts';
import { periodAsked, surveyOf } from './answer-survey.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';

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
  const named = periodAsked(asking);
  const earlier =
    named === undefined
      ? readings.slice(0, -1).findLast(({ direction }) => direction === latest?.direction)
      : readings.find(({ period }) => period === named);
  if (!earlier)
    throw refused(
      `No reading of ${named === undefined ? 'that sign' : monthWords(named)} is recorded; held: ${joined(readings.map(({ period }) => monthWords(period)))}.`,
      '/targets survey',
    );
  const { subject, benchmark } = await seriesOf(asking, 'GSPC');
  const start = isSession(earlier.published) ? earlier.published : nextSession(earlier.published);
  const rows = rowsAfter(start, subject, benchmark);
  const last = rows.at(-1);
  if (!last)
    throw refused(
      `Not even a month of closes follows the reading of ${monthWords(earlier.period)}, published ${fullDate(earlier.published)}.`,
      '/targets survey',
    );
  return draft({
    ...leadOf(asking, last, start),
    lines: [...sideLine(series.signed, earlier, last), otherCases(readings, earlier)],
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

/** Returns from the close of `start`, one month to a year on, as far as the closes reach. */
function rowsAfter(start: string, subject: PriceSeries, benchmark: PriceSeries): (Row & { readonly day: string })[] {
  const from = indexOf(subject.dates, start);
  return AHEAD.flatMap(({ label, sessions }) => {
    if (from < 0 || from + sessions >= subject.dates.length) return [];
    const day = dateAt(subject, from + sessions);
    const [own, other] = [subject, benchmark].map(
      (one) => readingAt(one, { day: start, column: 'close' }, { day, basis: 'close' })?.receipt,
    );
    return own && other ? [{ label, day, own, other, gap: gapOf(own, other) }] : [];
  });
}

interface Row {
  readonly label: string;
  readonly own: Receipt<number>;
  readonly other: Receipt<number>;
  readonly gap: Receipt<number>;
}

/** The index asked about leads; small caps where none is. */
function leadOf({ question }: Asking, { label, own, other, gap }: Row, start: string) {
  const large = question.slots.index === 'GSPC';
  const [first, second] = large ? [other, own] : [own, other];
  return {
    lead: `Too few to rank, N = 1: ${large ? 'S&P 500 ' : ''}${percent(first.value)} in ${label} after ${fullDate(start)},`,
    rest: `${large ? 'Russell 2000' : 'S&P 500'} ${percent(second.value)}, gap ${gapWords(gap)}.`,
  };
}

/** Whether the side that was expected to win did, where the survey takes one. */
function sideLine(signed: boolean, { direction }: SurveyVersion, { label, gap }: Row): string[] {
  if (!signed || direction === 0) return [];
  const favoured = direction < 0 ? 'Small caps' : 'Large caps';
  const won = direction < 0 ? gap.value > 0 : gap.value < 0;
  return [
    `*${points(gap.value)}* in ${label}: ${favoured.toLowerCase()} were expected to win and ${won ? 'did' : 'did not'}`,
  ];
}

function otherCases(readings: readonly SurveyVersion[], earlier: SurveyVersion): string {
  const same = readings.filter((one) => one.direction === earlier.direction && one !== earlier);
  const month = monthWords(earlier.period);
  return same.length === 0
    ? `*${month}* is the only reading of that sign recorded here`
    : `*${month}* is the case; of that sign are recorded besides: ${joined(same.map(({ period }) => monthWords(period)))}`;
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
