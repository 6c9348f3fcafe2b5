/** Surveys as recorded: question, sign convention and readings, and when the same answer was last given. Pure. */
import { type Day, daysBetween } from '../calendar/day.ts';
import { monthOf, monthText } from '../calendar/month.ts';
import type { CallSource } from './calls.ts';
import type { Absent, Measured, Receipt, ReceiptInput, ReceiptSource } from './receipt.ts';

/** One series of one survey: what was asked, and what a positive number means. */
export interface SurveySeries {
  /** `bofa-fms`. */
  readonly survey: string;
  /** `large-over-small`. */
  readonly series: string;
  /** "BofA Global Fund Manager Survey". */
  readonly name: string;
  readonly question: string;
  /** `net %`, `%`. */
  readonly unit: string;
  /** What a value above zero says, and what one below: the press words it either way round. */
  readonly positive: string;
  readonly negative: string;
  /** True where the sign means something; a cash level has none. */
  readonly signed: boolean;
}

/** One reading. Readings are versioned like calls: a correction is the next version. */
export interface SurveyReading {
  readonly survey: string;
  readonly series: string;
  /** `YYYY-MM`, the survey's month. */
  readonly period: string;
  readonly fieldFrom?: Day;
  readonly fieldTo?: Day;
  readonly published: Day;
  /** In the series' unit; absent where only the direction was published. */
  readonly value?: number;
  /** The sign of the value, or the published direction. Zero is neither. */
  readonly direction: -1 | 0 | 1;
  readonly respondents?: number;
  /** Assets of the respondents, USD bn. */
  readonly assetsBn?: number;
  readonly source: CallSource;
}

export interface SurveyVersion extends SurveyReading {
  readonly version: number;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

/** Newest version of each reading of one series that was published by `asOf`, in the order of periods. */
export function knownReadings(
  versions: readonly SurveyVersion[],
  { survey, series }: Pick<SurveySeries, 'survey' | 'series'>,
  asOf: Day,
): SurveyVersion[] {
  const newest = new Map<string, SurveyVersion>();
  for (const one of versions) {
    if (one.survey !== survey || one.series !== series) continue;
    const held = newest.get(one.period);
    if (!held || held.version < one.version) newest.set(one.period, one);
  }
  return [...newest.values()]
    .filter(({ published }) => published <= asOf)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** `survey.<name>.<series>`. */
export function surveyId({ survey, series }: Pick<SurveySeries, 'survey' | 'series'>): string {
  return `survey.${survey}.${series}`;
}

/** The last published reading; id `….latest`. `unit` is `percent`: the survey's own percentage, never a fraction. */
export function latestReading(series: SurveySeries, readings: readonly SurveyVersion[]): Measured {
  const id = `${surveyId(series)}.latest`;
  const latest = readings.at(-1);
  if (!latest) return { id, absent: `no reading of ${series.name} is recorded` };
  if (latest.value === undefined) {
    return { id, absent: `${latest.period}: only the direction was published, ${directionWords(series, latest)}` };
  }
  const input = { name: series.unit, series: surveyId(series), date: latest.published, value: latest.value };
  return {
    id,
    value: latest.value,
    unit: 'percent',
    asOf: latest.published,
    basis: `${series.unit}, ${series.signed ? `above zero = ${series.positive}` : series.positive}; field ${fieldWords(latest)}`,
    formula: series.unit,
    inputs: [input],
    sources: [readingSource(latest)],
  };
}

/** What a reading says in the series' own convention. */
export function directionWords(series: SurveySeries, { direction }: Pick<SurveyReading, 'direction'>): string {
  if (direction === 0) return 'neither';
  return direction > 0 ? series.positive : series.negative;
}

function fieldWords({ fieldFrom, fieldTo, period }: SurveyReading): string {
  return fieldFrom && fieldTo ? `${fieldFrom} to ${fieldTo}` : period;
}

/** Where a reading comes from, as a receipt names sources. */
export function readingSource({ source, period, version, enteredAt }: SurveyVersion): ReceiptSource {
  return { publisher: source.publisher, series: `${period}, version ${version}`, fetchedAt: enteredAt, sample: false };
}

/** What "first time since" comes to: who said it last, what lies between, and which months nobody recorded. */
export interface FirstSince {
  readonly id: string;
  /** `since`: an earlier month said the same; `first`: none recorded did; `continues`: the month before did. */
  readonly kind: 'since' | 'first' | 'continues';
  readonly latest: SurveyVersion;
  /** The last earlier reading with the same sign. */
  readonly earlier?: SurveyVersion;
  /** Months between the two (from the first recorded one, for `first`) without a reading; the claim rests on them. */
  readonly missing: readonly string[];
  /** True when no month is missing: the ledger itself proves the claim. */
  readonly proven: boolean;
  /** Whether the sign differs from the month before; absent when that month is not recorded. */
  readonly flipped?: boolean;
  /** Days from the earlier publication to this one; id `….first_since`. */
  readonly days: Receipt<number> | Absent;
}

/** When the latest reading's sign was last seen, gaps named; `absent` without readings or with a zero, which is neither. */
export function firstSince(series: SurveySeries, readings: readonly SurveyVersion[]): FirstSince | Absent {
  const id = `${surveyId(series)}.first_since`;
  const latest = readings.at(-1);
  if (!latest) return { id, absent: `no reading of ${series.name} is recorded` };
  if (latest.direction === 0) return { id, absent: `${latest.period} reads zero, which is neither` };
  const before = readings.slice(0, -1);
  const earlier = before.findLast(({ direction }) => direction === latest.direction);
  const previous = before.find(({ period }) => period === monthBefore(latest.period));
  const from = earlier?.period ?? before[0]?.period ?? latest.period;
  const missing = missingMonths(readings, from, latest.period);
  const continues = previous !== undefined && previous.direction === latest.direction;
  return {
    id,
    kind: continues ? 'continues' : earlier ? 'since' : 'first',
    latest,
    ...(earlier && { earlier }),
    missing,
    proven: missing.length === 0,
    ...(previous && { flipped: previous.direction !== latest.direction }),
    days: earlier ? daysSince(id, earlier, latest) : { id, absent: 'no earlier reading has this sign' },
  };
}

function daysSince(id: string, earlier: SurveyVersion, latest: SurveyVersion): Receipt<number> {
  const input = (name: string, { published, direction }: SurveyVersion): ReceiptInput => {
    return { name, series: id, date: published, value: direction };
  };
  return {
    id,
    value: daysBetween(earlier.published, latest.published),
    unit: 'days',
    asOf: latest.published,
    basis: 'publication to publication of the same sign',
    formula: 'days(earlier, latest)',
    inputs: [input('earlier', earlier), input('latest', latest)],
    sources: [readingSource(earlier), readingSource(latest)],
  };
}

function monthBefore(period: string): string {
  return monthText(monthOf(`${period}-01`) - 1);
}

/** Months strictly between two periods that have no reading. */
export function missingMonths(readings: readonly SurveyReading[], from: string, to: string): string[] {
  const held = new Set(readings.map(({ period }) => period));
  const [first, last] = [monthOf(`${from}-01`), monthOf(`${to}-01`)];
  return Array.from({ length: Math.max(last - first - 1, 0) }, (_, offset) => monthText(first + 1 + offset)).filter(
    (month) => !held.has(month),
  );
}
