/** The picture of `/smallcaps highs` and `divergence`: how far both series lie below their running records. Pure. */
import { addDays, type Day, monthsBefore } from '../calendar/day.ts';
import { fullDate, percent } from '../messages/format.ts';
import { seriesName } from '../messages/words.ts';
import { drawdowns } from '../metrics/divergence.ts';
import { at, dateAt, indexAt, indexOf, lastSession, type PriceSeries } from '../metrics/series.ts';
import type { ViewInputs } from '../metrics/view-inputs.ts';
import { chartHead } from './chart-head.ts';
import type { ChartLine, DrawdownSpec } from './spec.ts';

/** At least this far back, further when the subject's record is older. */
const YEARS_MONTHS = 36;

/** The chart; undefined when a session was lost or fewer than two are shared. */
export function underwaterChart(inputs: ViewInputs): DrawdownSpec | undefined {
  const { subject, benchmark } = inputs;
  if (subject.missing.length > 0 || benchmark.missing.length > 0) return undefined;
  const below = drawdowns(subject.close);
  const dates = subject.dates.slice(firstShown(subject, below));
  if (dates.length < 2) return undefined;
  const shown = [subject, benchmark].filter((series) => covers(series, dates));
  if (shown[0] !== subject) return undefined;
  const lines = shown.map((series, order) => line(series, dates, order === 0 ? 'hero' : 'benchmark'));
  const deepest = deepestOf(dates, lines[0]?.values ?? []);
  return {
    kind: 'drawdown',
    ...chartHead(inputs, 'both'),
    title: title(subject, lines),
    subtitle: 'Close against the highest close so far',
    alt: altText(dates, lines, deepest),
    dates,
    lines,
    ...(deepest.value < 0 && { marks: [{ day: deepest.day, label: `${percent(deepest.value)}` }] }),
  };
}

/** A month before the record in force (the one before, on the day of a record), but at least three years. */
function firstShown(series: PriceSeries, below: Float64Array): number {
  const last = below.length - 1;
  const record = dateAt(series, Math.max(0, below.lastIndexOf(0, below[last] === 0 ? last - 1 : last)));
  const wanted = [addDays(record, -30), monthsBefore(lastSession(series), YEARS_MONTHS)].sort()[0] ?? record;
  return Math.max(0, indexAt(series.dates, wanted));
}

function covers(series: PriceSeries, dates: readonly Day[]): boolean {
  const from = indexOf(series.dates, dates[0] ?? '');
  return from >= 0 && series.dates.length - from === dates.length;
}

function line(series: PriceSeries, dates: readonly Day[], role: ChartLine['role']): ChartLine {
  const values = [...drawdowns(series.close).subarray(indexOf(series.dates, dates[0] ?? ''))];
  return { name: seriesName(series), role, values, endLabel: percent(values.at(-1) ?? 0) };
}

interface Deepest {
  readonly day: Day;
  readonly value: number;
}

function deepestOf(dates: readonly Day[], values: ChartLine['values']): Deepest {
  const column = Float64Array.from(values, (value) => value ?? 0);
  let best = 0;
  for (let index = 1; index < column.length; index++) if (at(column, index) < at(column, best)) best = index;
  return { day: dates[best] ?? '', value: at(column, best) };
}

function title(subject: PriceSeries, [own]: readonly ChartLine[]): string {
  const now = own?.values.at(-1) ?? 0;
  return now === 0
    ? `${seriesName(subject)} at a record close`
    : `${seriesName(subject)} ${percent(now)} from its record`;
}

function altText(dates: readonly Day[], lines: readonly ChartLine[], deepest: Deepest): string {
  const span = `Underwater line chart, ${fullDate(dates[0] ?? '')} to ${fullDate(dates.at(-1) ?? '')}, per cent below the record close.`;
  const ends = lines.map(({ name, endLabel }) => `${name} ends at ${endLabel}`).join(', ');
  return `${span} ${ends}. ${lines[0]?.name ?? ''} lowest at ${percent(deepest.value)} on ${fullDate(deepest.day)}.`;
}
