/** The picture of `/smallcaps`: the window's closes rebased to 100; title and alt text from the same series. Pure. */
import type { Day } from '../calendar/day.ts';
import { closeTime } from '../calendar/nyse.ts';
import { fullDate, level, percent, sessionDate, shortDate } from '../messages/format.ts';
import { gapWords, leadOrLag, seriesName, subjectWords, windowPhrase } from '../messages/words.ts';
import { highestIndex, lowestIndex } from '../metrics/highs.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import type { Comparison } from '../metrics/returns.ts';
import { at, dateAt, indexOf, lastSession, type PriceSeries } from '../metrics/series.ts';
import type { SmallCapInputs } from '../metrics/small-cap-lag.ts';
import { baseIndex, type Window } from '../metrics/windows.ts';
import type { ChartLine, LineRole, RebasedSpec } from './spec.ts';

const ROLES: readonly LineRole[] = ['hero', 'benchmark', 'third'];

/** The chart, or undefined when the window holds fewer than two sessions of the subject and the benchmark. */
export function smallCapLagChart(inputs: SmallCapInputs, { gap }: Comparison): RebasedSpec | undefined {
  if (!isMeasured(gap)) return undefined;
  const { subject, benchmark, third, window } = inputs;
  const base = baseIndex(subject, window, '');
  if (typeof base !== 'number' || subject.dates.length - base < 2) return undefined;
  const dates = subject.dates.slice(base);
  const shown = [subject, benchmark, ...(third ? [third] : [])].filter((series) => covers(series, dates));
  const [own, other] = shown.map((series) => rebased(series, dates));
  if (!own || !other) return undefined;
  const lines = shown.map((series, order) => line(series, dates, ROLES[order] ?? 'third'));
  return {
    kind: 'rebased',
    title: title(subject, gap, window),
    subtitle: `${windowTitle(window, dates)}, close, start = 100`,
    source: [...new Set(shown.map(({ source }) => source.publisher))].join(', '),
    asOf: `${sessionDate(lastSession(subject))}, ${closeTime(lastSession(subject))} ET`,
    alt: altText({ shown, dates, own, other, gap }),
    sample: subject.source.sample,
    dates,
    lines,
    gap: { between: [0, 1], label: gapWords(gap) },
  };
}

function title(subject: PriceSeries, gap: Receipt<number>, window: Window): string {
  const { text, plural } = subjectWords(subject);
  return `${text} ${leadOrLag(gap, { plural })} ${windowPhrase(window)}`;
}

function windowTitle(window: Window, dates: readonly Day[]): string {
  return window === 'ytd'
    ? `Since ${fullDate(dates[0] ?? '')}`
    : `${fullDate(dates[0] ?? '')} to ${fullDate(dates.at(-1) ?? '')}`;
}

/** A series is drawn only where it has every session of the subject: a line is never bridged over a lost close. */
function covers(series: PriceSeries, dates: readonly Day[]): boolean {
  const from = indexOf(series.dates, dates[0] ?? '');
  return from >= 0 && series.dates.length - from === dates.length && lastSession(series) === dates.at(-1);
}

function rebased(series: PriceSeries, dates: readonly Day[]): Float64Array {
  const from = indexOf(series.dates, dates[0] ?? '');
  const start = at(series.close, from);
  return series.close.subarray(from).map((close) => (close / start) * 100);
}

function line(series: PriceSeries, dates: readonly Day[], role: LineRole): ChartLine {
  const values = rebased(series, dates);
  return {
    name: seriesName(series),
    role,
    values: [...values],
    endLabel: percent(at(values, values.length - 1) / 100 - 1),
  };
}

interface AltParts {
  readonly shown: readonly PriceSeries[];
  readonly dates: readonly Day[];
  readonly own: Float64Array;
  readonly other: Float64Array;
  readonly gap: Receipt<number>;
}

function altText({ shown, dates, own, other, gap }: AltParts): string {
  const [first, ...rest] = shown.map((series) => {
    const values = rebased(series, dates);
    return [seriesName(series), level(at(values, values.length - 1))] as const;
  });
  if (!first) return '';
  const ends = [`${first[0]} ends at ${first[1]}`, ...rest.map(([name, value]) => `${name} at ${value}`)].join(', ');
  const span = `Line chart, ${fullDate(dates[0] ?? '')} to ${fullDate(dates.at(-1) ?? '')}, rebased to 100.`;
  return `${span} ${ends}. ${turn({ shown, dates, own, other, gap })}`;
}

/** The low of a lagging subject, or the high of a leading one, when it lies inside; else whether the gap ever changed sign. */
function turn({ shown, dates, own, other, gap }: AltParts): string {
  const last = own.length - 1;
  const extreme = gap.value < 0 ? lowestIndex(own, 0, last) : highestIndex(own, 0, last);
  if (extreme > 0 && extreme < last && shown[0]) {
    const word = gap.value < 0 ? 'low' : 'high';
    const day = shortDate(dateAt({ dates }, extreme), dates.at(-1));
    return `${seriesName(shown[0]).replace(' 2000', '')} ${word} ${level(at(own, extreme))} on ${day}. Gap ${gapWords(gap)}.`;
  }
  const steady = own.every(
    (value, index) => index === 0 || Math.sign(value - at(other, index)) === Math.sign(gap.value),
  );
  const sign = gap.value < 0 ? 'negative' : 'positive';
  return `Gap ${gapWords(gap)}${steady ? `, ${sign} on every day shown` : ''}.`;
}
