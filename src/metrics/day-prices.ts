/** High, low and close of one session, and its range. Pure; nothing is told that the source does not hold. */
import type { Measured, Receipt } from './receipt.ts';
import { at, closeInput, lastSession, type PriceSeries } from './series.ts';

export interface DayPrices {
  readonly close: Receipt<number>;
  /** The close of the session before. */
  readonly before?: Receipt<number>;
  readonly high: Measured;
  readonly low: Measured;
  /** (high − low) / close of the session before. */
  readonly range: Measured;
  /** close / close before − 1. */
  readonly change: Measured;
}

/** The last session of the series. */
export function dayPrices(series: PriceSeries): DayPrices {
  const last = series.dates.length - 1;
  const close = priceOf(series, 'close', { index: last, column: series.close });
  const before = last > 0 ? priceOf(series, 'close before', { index: last - 1, column: series.close }) : undefined;
  const id = `${series.symbol}.day`;
  const none = { id, absent: `no intraday highs and lows for ${series.name}` };
  const { high: highs, low: lows } = series;
  const high = highs ? priceOf(series, 'high', { index: last, column: highs }) : none;
  const low = lows ? priceOf(series, 'low', { index: last, column: lows }) : none;
  const ratio = (name: string, formula: string, value: number, parts: readonly Receipt<number>[]): Receipt<number> => ({
    ...close,
    id: `${id}.${name}.${lastSession(series)}`,
    value,
    unit: 'fraction',
    formula,
    inputs: parts.flatMap(({ inputs }) => inputs),
  });
  return {
    close,
    ...(before && { before }),
    high,
    low,
    range:
      before && 'value' in high && 'value' in low
        ? ratio('range', '(high − low) / close before', (high.value - low.value) / before.value, [high, low, before])
        : none,
    change: before
      ? ratio('change', 'close / close before − 1', close.value / before.value - 1, [close, before])
      : { id, absent: `${series.name} has one session only` },
  };
}

interface Cell {
  readonly index: number;
  readonly column: Float64Array;
}

function priceOf(series: PriceSeries, name: string, { index, column }: Cell): Receipt<number> {
  const input = { ...closeInput(series, index, name), value: at(column, index) };
  return {
    id: `${series.symbol}.${name.replace(' ', '_')}.${input.date}`,
    value: input.value,
    unit: 'index',
    asOf: input.date,
    basis: name.startsWith('close') ? 'close' : 'intraday',
    formula: name,
    inputs: [input],
    sources: [series.source],
  };
}
