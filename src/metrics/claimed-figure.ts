/** On which day and basis a figure that somebody quotes is true: closes and lows against a high, or against a base close. Pure. */
import type { Day } from '../calendar/day.ts';
import type { Receipt } from './receipt.ts';
import { returnBasis } from './returns.ts';
import { at, closeInput, dateAt, indexOf, lastSession, type PriceSeries } from './series.ts';

/** A figure as quoted: 0.07 quoted without decimals of a per cent fits anything from 6.5% to 7.5%. */
export interface Quoted {
  /** A size, as a fraction. */
  readonly size: number;
  /** Half of the last digit quoted, as a fraction. */
  readonly tolerance: number;
  /** −1 for a fall or a lag, 1 for a rise or a lead, where the words tell. */
  readonly direction?: -1 | 1;
}

export type PriceBasis = 'close' | 'low' | 'high';

/** One value of a session against a fixed earlier close. */
export interface Reading {
  readonly day: Day;
  readonly basis: PriceBasis;
  readonly receipt: Receipt<number>;
}

/** A level that later values are held against. */
export interface Start {
  readonly day: Day;
  readonly column: 'close' | 'high';
}

/** Value of session `day` on `basis` against the level at `start`, a fraction; undefined where the source has none. */
export function readingAt(
  series: PriceSeries,
  start: Start,
  { day, basis }: { day: Day; basis: PriceBasis },
): Reading | undefined {
  const [from, to] = [indexOf(series.dates, start.day), indexOf(series.dates, day)];
  const [columnTo, columnFrom] = [columnOf(series, basis), columnOf(series, start.column)];
  if (from < 0 || to < 0 || !columnTo || !columnFrom) return undefined;
  const [value, base] = [at(columnTo, to), at(columnFrom, from)];
  return {
    day,
    basis,
    receipt: {
      id: `${series.symbol}.${basis}.${day}.from.${start.column}.${start.day}`,
      value: value / base - 1,
      unit: 'fraction',
      asOf: day,
      basis: `${returnBasis(series)}, ${basis} against the ${start.column} of ${start.day}`,
      formula: `${basis}(day) / ${start.column}(start) − 1`,
      inputs: [
        { ...closeInput(series, to, `${basis}(day)`), value },
        { ...closeInput(series, from, `${start.column}(start)`), value: base },
      ],
      sources: [series.source],
    },
  };
}

function columnOf(series: PriceSeries, basis: PriceBasis): Float64Array | undefined {
  if (basis === 'close') return series.close;
  return basis === 'low' ? series.low : series.high;
}

/** The latest session on each basis on which the size of the move from `start` rounds to the quoted one, newest first. */
export function fittingReadings(series: PriceSeries, start: Start, quoted: Quoted): Reading[] {
  const bases: readonly PriceBasis[] = ['close', 'low', 'high'];
  const last = indexOf(series.dates, lastSession(series));
  const from = indexOf(series.dates, start.day);
  return bases.flatMap((basis) => {
    for (let index = last; index > from && from >= 0; index--) {
      const reading = readingAt(series, start, { day: dateAt(series, index), basis });
      if (reading && fits(reading.receipt.value, quoted)) return [reading];
    }
    return [];
  });
}

/** Whether a value's size rounds to the figure as quoted, on the side its words tell. */
export function fits(value: number, { size, tolerance, direction }: Quoted): boolean {
  if (direction !== undefined && value * direction < 0) return false;
  return Math.abs(Math.abs(value) - Math.abs(size)) <= tolerance + 1e-12;
}
