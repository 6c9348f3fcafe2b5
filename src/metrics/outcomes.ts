/** What followed: median, mean, share above zero and worst of a list of returns, each with its receipt. Pure. */
import type { Day } from '../calendar/day.ts';
import type { Receipt, ReceiptInput } from './receipt.ts';
import { at } from './series.ts';
import { ascending, mean, middleValues, quantile } from './statistics.ts';

/** Sessions ahead; named as people name them. */
export const HORIZONS = [
  { id: '1w', sessions: 5 },
  { id: '1m', sessions: 21 },
  { id: '3m', sessions: 63 },
  { id: '6m', sessions: 126 },
  { id: '12m', sessions: 252 },
] as const;
export type Horizon = (typeof HORIZONS)[number];

/** Returns, and the session each of them counts from. */
export interface Returns {
  /** The day of the return at a place of `values`. */
  readonly day: (place: number) => Day;
  readonly values: Float64Array;
}

export interface Outcomes {
  readonly count: Receipt<number>;
  readonly median: Receipt<number>;
  readonly mean: Receipt<number>;
  /** Share of the returns above zero. */
  readonly up: Receipt<number>;
  readonly worst: Receipt<number>;
}

export interface OutcomeSample {
  /** Prefix of the receipts' ids: `RUT.after.recovery.3m`. */
  readonly id: string;
  readonly series: string;
  readonly basis: string;
  readonly asOf: Day;
  readonly returns: Returns;
  readonly sources: Receipt['sources'];
}

/** Lists longer than this are proven by what decides the figure (middle values, sums, counts), not value by value. */
const LISTED = 100;

/** Closes `sessions` after each start (ascending indices) against the close there, as far as the series reaches. */
export function forwardReturns(
  dates: readonly Day[],
  closes: Float64Array,
  { starts, sessions }: { starts: Int32Array; sessions: number },
): Returns {
  let count = starts.length;
  while (count > 0 && (starts[count - 1] ?? 0) + sessions >= closes.length) count -= 1;
  const values = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    const start = starts[place] ?? 0;
    values[place] = at(closes, start + sessions) / at(closes, start) - 1;
  }
  return { day: (place) => dates[starts[place] ?? 0] ?? '', values };
}

/** Every index from `from` up to, not including, `to`. */
export function everyIndex(from: number, to: number): Int32Array {
  return new Int32Array(Math.max(0, to - from)).map((_, offset) => from + offset);
}

/** The four figures of a sample and its size; undefined for an empty one. */
export function outcomesOf(sample: OutcomeSample): Outcomes | undefined {
  const { values } = sample.returns;
  if (values.length === 0) return undefined;
  const figures = values.length > LISTED ? summarised(sample) : listed(sample);
  return { count: countOf(sample), ...figures };
}

interface Figure {
  readonly part: string;
  readonly value: number;
  readonly formula: string;
  readonly inputs: readonly ReceiptInput[];
}

function receipt(sample: OutcomeSample, { part, value, formula, inputs }: Figure): Receipt<number> {
  const { id, basis, asOf, sources } = sample;
  return { id: `${id}.${part}`, value, unit: 'fraction', asOf, basis, formula, inputs, sources };
}

function countOf(sample: OutcomeSample): Receipt<number> {
  const { day, values } = sample.returns;
  const count = values.length;
  const inputs = [{ name: 'starts', series: sample.series, date: day(0), value: count }];
  return { ...receipt(sample, { part: 'n', value: count, formula: 'starts', inputs }), unit: 'count' };
}

function listed(sample: OutcomeSample): Omit<Outcomes, 'count'> {
  const { day, values } = sample.returns;
  const sorted = ascending(values);
  const inputs = Array.from(values, (value, place) => ({
    name: 'returns',
    series: sample.series,
    date: day(place),
    value,
  }));
  const above = values.filter((value) => value > 0).length;
  return {
    median: receipt(sample, { part: 'median', value: quantile(sorted, 0.5), formula: 'median(returns)', inputs }),
    mean: receipt(sample, { part: 'mean', value: mean(values), formula: 'mean(returns)', inputs }),
    up: receipt(sample, { part: 'up.share', value: above / values.length, formula: 'share(returns > 0)', inputs }),
    worst: receipt(sample, { part: 'worst', value: at(sorted, 0), formula: 'min(returns)', inputs }),
  };
}

/** Thousands of returns: the middle ones, the sum, the counts and the lowest one are enough to recompute. */
function summarised(sample: OutcomeSample): Omit<Outcomes, 'count'> {
  const { day, values } = sample.returns;
  const size = values.length;
  const named = (name: string, value: number, date = day(0)) => ({ name, series: sample.series, date, value });
  const dayOf = (value: number) => day(values.indexOf(value));
  const middle = middleValues(values);
  let [above, sum, worst] = [0, 0, Number.POSITIVE_INFINITY];
  for (const value of values) {
    if (value > 0) above += 1;
    if (value < worst) worst = value;
    sum += value;
  }
  const all = named('all returns', size);
  return {
    median: receipt(sample, {
      part: 'median',
      value: mean(middle),
      formula: 'mean(middle returns)',
      inputs: middle.map((value) => named('middle returns', value, dayOf(value))),
    }),
    mean: receipt(sample, {
      part: 'mean',
      value: sum / size,
      formula: 'sum of returns / all returns',
      inputs: [named('sum of returns', sum), all],
    }),
    up: receipt(sample, {
      part: 'up.share',
      value: above / size,
      formula: 'returns above zero / all returns',
      inputs: [named('returns above zero', above), all],
    }),
    worst: receipt(sample, {
      part: 'worst',
      value: worst,
      formula: 'lowest return',
      inputs: [named('lowest return', worst, dayOf(worst))],
    }),
  };
}
