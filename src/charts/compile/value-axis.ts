/** The value axis: round gridlines, at most five, with their own printed labels (Chart.js would print a hyphen for minus). Pure. */
import type { Part } from './frame.ts';
import { font } from './frame.ts';
import { type Palette, SIZE } from './palette.ts';

/** Between gridlines the axis may end on a quarter of a step, so that little height is wasted. */
const QUARTERS = 4;
const MOST_GRIDLINES = 5;
const ROUND = [1, 2, 2.5, 5, 10, 20, 25, 50];

export interface ValueRange {
  /** In quarters of `step`. */
  readonly lowQuarter: number;
  readonly highQuarter: number;
  readonly step: number;
  readonly min: number;
  readonly max: number;
}

/** The printed value; an empty text leaves out label and gridline. */
type TickText = (value: number, step: number) => string;

/** A range of round numbers that holds `low` … `high` with a little air, its gridlines at most five. */
export function valueRange(low: number, high: number, air = 0.04): ValueRange {
  const span = high - low || Math.abs(high) * 0.02 || 1;
  const from = low - span * air;
  const to = high + span * air;
  const power = 10 ** Math.floor(Math.log10(span / MOST_GRIDLINES));
  for (const round of ROUND) {
    const range = rangeByStep(from, to, round * power);
    if (gridlineCount(range) <= MOST_GRIDLINES) return range;
  }
  return rangeByStep(from, to, 100 * power);
}

/** Lowest and highest of several columns, gaps left out. @throws RangeError when there is no value at all. */
export function extent(...columns: readonly (readonly (number | null)[])[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of columns.flat()) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!Number.isFinite(low) || !Number.isFinite(high)) throw new RangeError('a chart needs finite values');
  return [low, high];
}

/** Where `value` stands in the range, 0 at the bottom. */
export function heightOf(value: number, { min, max }: ValueRange): number {
  return (value - min) / (max - min);
}

interface Gridlines {
  /** One place a quarter of a step, from the top; empty where there is no gridline. */
  readonly labels: readonly string[];
  readonly colors: readonly string[];
}

/** How an axis prints; `emphasis` is the value whose gridline is darker. */
export interface AxisWords {
  readonly text: TickText;
  readonly emphasis?: number;
}

/** The printed values of a range and the colours of their gridlines, highest first. */
export function gridlines(range: ValueRange, palette: Palette, { text, emphasis }: AxisWords): Gridlines {
  const labels: string[] = [];
  const colors: string[] = [];
  for (let index = range.highQuarter; index >= range.lowQuarter; index--) {
    const value = quarter(index, range.step);
    const label = index % QUARTERS === 0 ? text(value, range.step) : '';
    labels.push(label);
    colors.push(
      gridColor(label !== '', emphasis !== undefined && Math.abs(value - emphasis) < range.step / 100, palette),
    );
  }
  return { labels, colors };
}

/** The hidden axis `y` that the data use, and beside it the printed one. */
export function valueAxis(range: ValueRange, palette: Palette, words: AxisWords): Record<string, Part> {
  const { labels, colors } = gridlines(range, palette, words);
  return {
    y: { axis: 'y', type: 'linear', min: range.min, max: range.max, display: false },
    values: {
      axis: 'y',
      type: 'category',
      labels,
      offset: false,
      position: 'left',
      grid: { color: colors, drawTicks: false },
      border: { display: false },
      ticks: { autoSkip: false, padding: 8, color: palette.quiet, font: font(SIZE.tick, 400) },
    },
  };
}

/** "95", "2.5", "−10": as many decimals as the step needs. */
export function numberText(value: number, step: number): string {
  const decimals = decimalsOf(step);
  return minus(value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
}

/** Fractions as "−20%". */
export function percentText(value: number, step: number): string {
  const decimals = Math.max(0, decimalsOf(step) - 2);
  return minus(
    value.toLocaleString('en-US', {
      style: 'percent',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
  );
}

/** Rates in per cent per annum as "5.25%". */
export function ratePctText(value: number, step: number): string {
  return `${numberText(value, step)}%`;
}

function rangeByStep(from: number, to: number, step: number): ValueRange {
  const lowQuarter = Math.floor((from / step) * QUARTERS + 1e-9);
  const highQuarter = Math.ceil((to / step) * QUARTERS - 1e-9);
  return { lowQuarter, highQuarter, step, min: quarter(lowQuarter, step), max: quarter(highQuarter, step) };
}

function gridlineCount({ lowQuarter, highQuarter }: ValueRange): number {
  return Math.floor(highQuarter / QUARTERS) - Math.ceil(lowQuarter / QUARTERS) + 1;
}

function quarter(index: number, step: number): number {
  return Number(((index * step) / QUARTERS).toPrecision(12)) + 0;
}

function gridColor(onGrid: boolean, emphasised: boolean, palette: Palette): string {
  if (emphasised) return palette.axis;
  return onGrid ? palette.grid : TRANSPARENT;
}

/** Decimals that print `step` exactly, up to six. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-6) return decimals;
  }
  return 6;
}

function minus(text: string): string {
  return /[1-9]/.test(text) ? text.replace('-', '\u2212') : text.replace('-', '');
}

export const TRANSPARENT = 'rgba(0,0,0,0)';
