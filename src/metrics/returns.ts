/** Window returns and the gap between two of them. Pure; asked of series already cut at the as-of session. */
import { isMeasured, type Measured, type Receipt, type ReceiptInput } from './receipt.ts';
import { at, closeInput, lastSession, type PriceSeries } from './series.ts';
import { baseIndex, usesRatio, type Window, windowId } from './windows.ts';

/** What kind of return a series gives: an index without dividends, an ETF's price, or dividends included. */
export function returnBasis(series: PriceSeries): string {
  if (series.totalReturn) return 'total return';
  return series.kind === 'etf' ? 'ETF price' : 'price return';
}

/** close(as-of) / close(base) − 1, a fraction; or why it cannot be computed. Id `RUT.return.ytd`. */
export function windowReturn(series: PriceSeries, window: Window): Measured {
  const id = `${series.symbol}.return.${windowId(window)}`;
  const base = baseIndex(series, window, id);
  if (typeof base !== 'number') return base;
  const last = series.dates.length - 1;
  return {
    id,
    value: at(series.close, last) / at(series.close, base) - 1,
    unit: 'fraction',
    asOf: lastSession(series),
    basis: returnBasis(series),
    formula: 'close(as-of) / close(base) − 1',
    inputs: [closeInput(series, last, 'close(as-of)'), closeInput(series, base, 'close(base)')],
    sources: [series.source],
  };
}

/** The two returns behind a gap, and the gap itself; a leg that is absent makes the gap absent for the same reason. */
export interface Comparison {
  readonly window: Window;
  readonly subject: Measured;
  readonly benchmark: Measured;
  /** Difference of returns (fraction) to 12 months, change of the ratio beyond. */
  readonly gap: Measured;
}

/** Compares `subject` with `benchmark` over `window`; both must end on the same session. */
export function comparison(subject: PriceSeries, benchmark: PriceSeries, window: Window): Comparison {
  const first = windowReturn(subject, window);
  const second = windowReturn(benchmark, window);
  return { window, subject: first, benchmark: second, gap: gapOf(subject, benchmark, { window, first, second }) };
}

interface Legs {
  readonly window: Window;
  readonly first: Measured;
  readonly second: Measured;
}

function gapOf(subject: PriceSeries, benchmark: PriceSeries, { window, first, second }: Legs): Measured {
  const ratio = usesRatio(window, lastSession(subject));
  const id = ratio
    ? `${subject.symbol}/${benchmark.symbol}.ratio.change.${windowId(window)}`
    : `${subject.symbol}-${benchmark.symbol}.gap.${windowId(window)}`;
  if (!isMeasured(first)) return { id, absent: first.absent };
  if (!isMeasured(second)) return { id, absent: second.absent };
  const mismatch = unequalBases(first, second);
  if (mismatch) return { id, absent: mismatch };
  const names = [`${subject.symbol} return`, `${benchmark.symbol} return`] as const;
  return {
    id,
    value: ratio ? (1 + first.value) / (1 + second.value) - 1 : first.value - second.value,
    unit: 'fraction',
    asOf: first.asOf,
    basis: first.basis === second.basis ? first.basis : `${first.basis} and ${second.basis}`,
    formula: ratio ? `(1 + ${names[0]}) / (1 + ${names[1]}) − 1` : `${names[0]} − ${names[1]}`,
    inputs: [...legInputs(first, names[0]), ...legInputs(second, names[1])],
    sources: [...first.sources, ...second.sources],
  };
}

/** A window counted from two different sessions would compare unlike spans: `max` with unequal histories, a lost day. */
function unequalBases(first: Receipt<number>, second: Receipt<number>): string | undefined {
  const [a, b] = [first.inputs[1]?.date, second.inputs[1]?.date];
  return a === b ? undefined : `the bases differ: ${a} and ${b}`;
}

function legInputs(leg: Receipt<number>, name: string): ReceiptInput[] {
  const [asOf, base] = leg.inputs;
  if (!asOf || !base) return [];
  return [{ name, series: asOf.series, date: leg.asOf, value: leg.value }, asOf, base];
}

/** The figures of a list that could be computed. */
export function measured<V extends number | boolean>(figures: readonly Measured<V>[]): Receipt<V>[] {
  return figures.filter((figure): figure is Receipt<V> => isMeasured(figure));
}
