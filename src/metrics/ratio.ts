/** The subject's close over the benchmark's: where the ratio stands in its own history. Pure. */
import { type Day, monthsBefore } from '../calendar/day.ts';
import { closesBasis, type Pair, pairRefusal } from './pair.ts';
import type { Measured, Receipt, ReceiptInput } from './receipt.ts';
import { at, indexAt } from './series.ts';
import { mean, standardDeviation } from './statistics.ts';

/** Spans a ratio is set against; `all` is everything since both series exist. */
export const RATIO_SPANS = ['1y', '5y', '10y', 'all'] as const;
export type RatioSpan = (typeof RATIO_SPANS)[number];
const MONTHS: Record<Exclude<RatioSpan, 'all'>, number> = { '1y': 12, '5y': 60, '10y': 120 };

/** "RUT/GSPC", the prefix of every id of the ratio. */
export function ratioName({ subject, benchmark }: Pair): string {
  return `${subject.symbol}/${benchmark.symbol}`;
}

/** The ratio of every common session. */
export function ratioValues({ own, other }: Pair): Float64Array {
  return own.map((value, index) => value / at(other, index));
}

/** Index of the first session of the span that ends on `day`, its anniversary included; −1 when data begin later. */
export function spanStart(dates: readonly Day[], span: RatioSpan, day: Day): number {
  if (span === 'all') return 0;
  const target = monthsBefore(day, MONTHS[span]);
  const index = indexAt(dates, target);
  return index < 0 || dates[index] === target ? index : index + 1;
}

interface Part {
  readonly part: string;
  readonly value: number;
  readonly unit: Receipt['unit'];
  readonly formula: string;
  readonly inputs: readonly ReceiptInput[];
}

function receipt(pair: Pair, { part, ...rest }: Part): Receipt<number> {
  const asOf = pair.dates.at(-1) ?? '';
  return { id: `${ratioName(pair)}.${part}`, ...rest, asOf, basis: closesBasis(pair), sources: pair.sources };
}

/** The ratio on the last session. Id `RUT/GSPC.ratio`. */
export function ratioNow(pair: Pair): Receipt<number> {
  const last = pair.dates.length - 1;
  const date = pair.dates[last] ?? '';
  const close = (symbol: string, column: Float64Array) => ({
    name: `${symbol} close`,
    series: symbol,
    date,
    value: at(column, last),
  });
  const [own, other] = [close(pair.subject.symbol, pair.own), close(pair.benchmark.symbol, pair.other)];
  return receipt(pair, {
    part: 'ratio',
    value: own.value / other.value,
    unit: 'ratio',
    formula: `${own.name} / ${other.name}`,
    inputs: [own, other],
  });
}

/** Where the ratio stands within one span of its history. */
export interface RatioStanding {
  readonly span: RatioSpan;
  /** Share of the span's sessions on which the ratio was lower. */
  readonly percentile: Measured;
  /** Distance from the span's mean in its standard deviations (of a sample). */
  readonly z: Measured;
  readonly low: Measured;
  readonly high: Measured;
  /** Day of the low and of the high. */
  readonly lowDay?: Day;
  readonly highDay?: Day;
}

/** The standing within `span`; refused when the data begin later or lost a session inside. */
export function ratioStanding(pair: Pair, values: Float64Array, span: RatioSpan): RatioStanding {
  const asOf = pair.dates.at(-1) ?? '';
  const id = `${ratioName(pair)}.ratio.percentile.${span}`;
  const start = spanStart(pair.dates, span, asOf);
  const first = pair.dates[0] ?? '';
  const refused =
    start < 0
      ? { id, absent: `common data begin on ${first}` }
      : pairRefusal(pair, id, start === 0 ? first : pair.dates[start]);
  if (refused) return { span, percentile: refused, z: refused, low: refused, high: refused };
  return standing(pair, { span, start, values });
}

interface Spanned {
  readonly span: RatioSpan;
  readonly start: number;
  readonly values: Float64Array;
}

function standing(pair: Pair, { span, start, values }: Spanned): RatioStanding {
  const slice = values.subarray(start);
  const now = at(values, values.length - 1);
  const day = (index: number) => pair.dates[index + start] ?? '';
  const input = (name: string, value: number, date = pair.dates.at(-1) ?? '') => {
    return { name, series: ratioName(pair), date, value };
  };
  const below = slice.reduce((count, value) => count + (value < now ? 1 : 0), 0);
  const [centre, spread] = [mean(slice), standardDeviation(slice)];
  const [low, high] = [extremeIndex(slice, -1), extremeIndex(slice, 1)];
  const part = (name: string, rest: Omit<Part, 'part'>) => receipt(pair, { part: `ratio.${name}.${span}`, ...rest });
  return {
    span,
    percentile: part('percentile', {
      value: below / slice.length,
      unit: 'fraction',
      formula: 'sessions with a lower ratio / sessions',
      inputs: [input('sessions with a lower ratio', below, day(0)), input('sessions', slice.length, day(0))],
    }),
    z: part('z', {
      value: spread > 0 ? (now - centre) / spread : 0,
      unit: 'z',
      formula: spread > 0 ? '(ratio − mean) / deviation' : 'ratio − mean',
      inputs: [input('ratio', now), input('mean', centre), input('deviation', spread)],
    }),
    low: part('low', {
      value: at(slice, low),
      unit: 'ratio',
      formula: 'lowest ratio',
      inputs: [input('lowest ratio', at(slice, low), day(low))],
    }),
    high: part('high', {
      value: at(slice, high),
      unit: 'ratio',
      formula: 'highest ratio',
      inputs: [input('highest ratio', at(slice, high), day(high))],
    }),
    lowDay: day(low),
    highDay: day(high),
  };
}

/** Index of the latest lowest (side −1) or highest (side 1) value. */
function extremeIndex(values: Float64Array, side: 1 | -1): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    if (side * at(values, index) >= side * at(values, best)) best = index;
  }
  return best;
}

/** Place in the range of the last year: 0 at its low, 1 at its high. Id `RUT/GSPC.ratio.range.1y`. */
export function rangePosition(pair: Pair, values: Float64Array, year: RatioStanding): Measured {
  const id = `${ratioName(pair)}.ratio.range.1y`;
  const { low, high } = year;
  if ('absent' in low) return { ...low, id };
  if ('absent' in high) return { ...high, id };
  if (low.value === high.value) return { id, absent: 'the ratio did not move in a year' };
  const now = at(values, values.length - 1);
  const input = (name: string, value: number, date: Day) => ({ name, series: ratioName(pair), date, value });
  return receipt(pair, {
    part: 'ratio.range.1y',
    value: (now - low.value) / (high.value - low.value),
    unit: 'fraction',
    formula: '(ratio − low) / (high − low)',
    inputs: [
      input('ratio', now, pair.dates.at(-1) ?? ''),
      input('low', low.value, year.lowDay ?? ''),
      input('high', high.value, year.highDay ?? ''),
    ],
  });
}

/** How long ago the ratio was last lower (`side` low) or higher: "lowest since", or lowest of all. */
export interface Wait {
  readonly side: 'low' | 'high';
  /** The last session that was as extreme; undefined if none since the data begin. */
  readonly since?: Day;
  readonly sessions: Measured;
}

/** The wait on the side where it is longer; refused when a session was lost on the way. */
export function longestWait(pair: Pair, values: Float64Array): Wait {
  const last = values.length - 1;
  const now = at(values, last);
  const lower = values.subarray(0, last).findLastIndex((value) => value <= now);
  const higher = values.subarray(0, last).findLastIndex((value) => value >= now);
  const [side, index] = lower <= higher ? (['low', lower] as const) : (['high', higher] as const);
  const from = Math.max(index, 0);
  const day = pair.dates[from] ?? '';
  const part = `ratio.${side}.sessions_since`;
  const end = { series: ratioName(pair), date: pair.dates[last] ?? '', value: now };
  const sessions =
    pairRefusal(pair, `${ratioName(pair)}.${part}`, day) ??
    receipt(pair, {
      part,
      value: last - from,
      unit: 'sessions',
      formula: 'sessions(earlier, as-of)',
      inputs: [
        { ...end, name: 'earlier', date: day, value: at(values, from) },
        { ...end, name: 'as-of' },
      ],
    });
  return { side, ...(index >= 0 && { since: day }), sessions };
}
