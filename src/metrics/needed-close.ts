/** The close at which something would be true: flat over a window, level with the benchmark, back at a high. Arithmetic, no forecast. Pure. */
import { isMeasured, type Measured, type Receipt } from './receipt.ts';
import { returnBasis, windowReturn } from './returns.ts';
import { at, closeInput, indexOf, lastSession, type PriceSeries } from './series.ts';
import { type Window, windowId } from './windows.ts';

export interface Needed {
  /** The close, in index points. */
  readonly level: Receipt<number>;
  /** From the last close to it, a fraction. */
  readonly move: Receipt<number>;
  /** The same in index points. */
  readonly points: Receipt<number>;
}

/** The close at which the return over `window` is `wanted` (a fraction); undefined without a base close. */
export function closeForReturn(series: PriceSeries, window: Window, wanted: number): Needed | undefined {
  const base = baseOf(windowReturn(series, window));
  if (!base) return undefined;
  const id = `${series.symbol}.needed.${windowId(window)}.${wanted}`;
  const asked = { name: 'wanted return', series: 'asker', date: lastSession(series), value: wanted };
  return needed(series, {
    id,
    value: base.value * (1 + wanted),
    formula: 'close(base) × (1 + wanted return)',
    inputs: [base, asked],
  });
}

/** The close at which the gap to `benchmark` over `window` is `gap` (a fraction), the benchmark staying where it is. */
export function closeForGap(
  { subject, benchmark }: { readonly subject: PriceSeries; readonly benchmark: PriceSeries },
  window: Window,
  gap: number,
): Needed | undefined {
  const [base, other] = [baseOf(windowReturn(subject, window)), windowReturn(benchmark, window)];
  if (!base || !isMeasured(other)) return undefined;
  const date = lastSession(subject);
  const leg = { name: 'benchmark return', series: benchmark.symbol, date, value: other.value };
  const asked = { name: 'wanted gap', series: 'asker', date, value: gap };
  const [otherNow, otherBase] = other.inputs;
  return needed(subject, {
    id: `${subject.symbol}-${benchmark.symbol}.needed.${windowId(window)}.${gap}`,
    value: base.value * (1 + other.value + gap),
    formula: 'close(base) × (1 + benchmark return + wanted gap)',
    inputs: [
      base,
      leg,
      asked,
      ...(otherNow ? [{ ...otherNow, name: 'benchmark close(as-of)' }] : []),
      ...(otherBase ? [{ ...otherBase, name: 'benchmark close(base)' }] : []),
    ],
  });
}

/** Back at the close of `day`. */
export function closeOfDay(series: PriceSeries, day: string): Needed | undefined {
  const index = indexOf(series.dates, day);
  if (index < 0) return undefined;
  const input = closeInput(series, index, 'close(day)');
  return needed(series, {
    id: `${series.symbol}.needed.${day}`,
    value: input.value,
    formula: 'close(day)',
    inputs: [input],
  });
}

/** At a level somebody names, in index points. */
export function closeAtLevel(series: PriceSeries, level: number): Needed {
  const input = { name: 'level', series: 'asker', date: lastSession(series), value: level };
  return needed(series, {
    id: `${series.symbol}.needed.level.${level}`,
    value: level,
    formula: 'level',
    inputs: [input],
  });
}

function baseOf(figure: Measured) {
  return isMeasured(figure) ? figure.inputs.find(({ name }) => name === 'close(base)') : undefined;
}

type Level = Pick<Receipt<number>, 'id' | 'value' | 'formula' | 'inputs'>;

function needed(series: PriceSeries, level: Level): Needed {
  const last = series.dates.length - 1;
  const now = closeInput(series, last, 'close(as-of)');
  const shared = { asOf: lastSession(series), basis: returnBasis(series), sources: [series.source] };
  const reached = { name: 'needed close', series: series.symbol, date: lastSession(series), value: level.value };
  return {
    level: { ...shared, unit: 'index', ...level },
    move: {
      ...shared,
      id: `${level.id}.move`,
      unit: 'fraction',
      value: level.value / at(series.close, last) - 1,
      formula: 'needed close / close(as-of) − 1',
      inputs: [reached, now],
    },
    points: {
      ...shared,
      id: `${level.id}.points`,
      unit: 'index',
      value: level.value - at(series.close, last),
      formula: 'needed close − close(as-of)',
      inputs: [reached, now],
    },
  };
}
