/** Answers what small caps did after the last survey reading like this one: one case, said so. Measures and words it. */
import type { Day } from '../calendar/day.ts';
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

/** One reading with what came after it. */
interface Case {
  readonly reading: SurveyVersion;
  readonly start: Day;
  readonly rows: readonly Row[];
}

/** What small caps did after the readings of this sign that are a year old, or after the one named: how few, said so. */
export async function surveyAfterAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, readings } = await surveyOf(asking);
  const { subject, benchmark } = await seriesOf(asking, 'GSPC');
  const caseOf = (reading: SurveyVersion): Case => {
    const start = isSession(reading.published) ? reading.published : nextSession(reading.published);
    return { reading, start, rows: rowsAfter(start, subject, benchmark) };
  };
  const named = periodAsked(asking, readings);
  const same = readings.filter(({ direction }) => direction === readings.at(-1)?.direction);
  const whole = named === undefined ? same.map(caseOf).filter(({ rows }) => rows.length === AHEAD.length) : [];
  const single = named === undefined ? same.slice(0, -1).at(-1) : readings.find(({ period }) => period === named);
  const cases = whole.length > 0 ? whole : single ? [caseOf(single)] : [];
  const [first, second] = cases;
  if (!first)
    throw refused(
      `No ${named === undefined ? 'earlier reading of that sign' : `reading of ${monthWords(named)}`} is recorded; held: ${joined(readings.map(({ period }) => monthWords(period)))}.`,
      '/targets survey',
    );
  const row = rowAsked(asking, first.rows);
  if (!row)
    throw refused(
      `Not even a month of closes follows the reading of ${monthWords(first.reading.period)}, published ${fullDate(first.reading.published)}.`,
      '/targets survey',
    );
  const told = second
    ? severalCases(asking, cases, series.signed)
    : oneCase(asking, first, { signed: series.signed, readings, row });
  return draft({
    ...told,
    basis: `price return from the close of ${joined(cases.map(({ start }) => fullDate(start)))} (published that day or month), on sessions; ${series.name}`,
    asOf: asOfWords(asking, asking.session),
    source: `${sourceWords([subject.source])}; reading: ${[...new Set(cases.map(({ reading }) => reading.source.publisher))].join(', ')}`,
    link: first.reading.source.link,
    numbers: receipts(...cases.flatMap(({ rows }) => rows.flatMap(({ own, other, gap }) => [own, other, gap]))),
    session: asking.session,
    settings: [`N = ${cases.length}`, `${cases.length} cases`],
    command: `/targets survey ${series.series} asof ${asking.session}`,
  });
}

type Told = Pick<AnswerDraft, 'lead' | 'rest' | 'lines' | 'rows' | 'caveat'>;

function oneCase(
  asking: Asking,
  { reading, start, rows }: Case,
  {
    signed,
    readings,
    row: lead,
  }: { readonly signed: boolean; readonly readings: readonly SurveyVersion[]; readonly row: Row },
): Told {
  return {
    ...leadOf(asking, lead, start),
    lines: [...sideLine(signed, reading, lead), otherCases(readings, reading)],
    rows: [
      ['After', 'Gap, pp', 'Russell', 'S&P 500', 'Until'],
      ...rows.map((row) => [row.label, ...cells(row), fullDate(row.day)]),
    ],
    caveat: 'one case: nothing follows from it',
  };
}

/** Several readings of one sign, the newest first, each with every horizon. */
function severalCases(asking: Asking, cases: readonly Case[], signed: boolean): Told {
  const large = asking.question.slots.index === 'GSPC';
  const newest = cases.toReversed();
  const said = newest.flatMap((one) => {
    const row = rowAsked(asking, one.rows);
    return row ? [{ ...one, row }] : [];
  });
  const won = said.filter(({ reading, row: { gap } }) =>
    reading.direction < 0 ? gap.value > 0 : gap.value < 0,
  ).length;
  const favoured = (said[0]?.reading.direction ?? 0) < 0 ? 'small caps' : 'large caps';
  return {
    lead: `Too few to rank, N = ${cases.length}: ${joined(said.map(({ row, start }) => `${large ? 'S&P 500 ' : ''}${percent((large ? row.other : row.own).value)} in ${row.label} after ${fullDate(start)}`))};`,
    rest: `${large ? 'Russell 2000' : 'S&P 500'} ${joined(said.map(({ row }) => percent((large ? row.own : row.other).value)))}, gap ${joined(said.map(({ row }) => gapWords(row.gap)))}.`,
    lines: signed
      ? [`*${won === 0 ? 'In none' : `In ${won}`}* of ${cases.length} cases ${favoured}, expected to win, did`]
      : [],
    rows: [
      ['Case', 'After', 'Gap, pp', 'Russell', 'S&P 500'],
      ...newest.flatMap(({ reading, rows }) =>
        rows.map((row) => [monthWords(reading.period), row.label, ...cells(row)]),
      ),
    ],
    caveat: `${cases.length} cases: nothing follows from them`,
  };
}

function cells({ gap, own, other }: Row): string[] {
  return [gapWords(gap).replace(/\u00a0pp$/, ''), percent(own.value), percent(other.value)];
}

/** The horizon that was asked for, else the longest there is. */
function rowAsked({ question }: Asking, rows: readonly Row[]): Row | undefined {
  return rows.find(({ label }) => label.toLowerCase() === question.slots.ahead) ?? rows.at(-1);
}

/** Returns from the close of `start`, one month to a year on, as far as the closes reach. */
function rowsAfter(start: string, subject: PriceSeries, benchmark: PriceSeries): Row[] {
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
  readonly day: Day;
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
