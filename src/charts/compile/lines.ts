/** Parts of line charts that several kinds share: lines, bands, levels, dots, and the end label of a line. Pure. */
import type { ChartLine } from '../spec.ts';
import type { Part } from './frame.ts';
import type { Palette } from './palette.ts';
import { drawnPoints, type Point } from './points.ts';
import type { EndLabel } from './words.ts';

const HERO_WIDTH = 4;
const LINE_WIDTH = 3;

/** A dataset on the axes `x` and `y`. Lower `order` is drawn on top. */
export function lineDataset(points: readonly Point[], color: string, more: Part = {}): Part {
  return {
    type: 'line',
    data: points,
    xAxisID: 'x',
    yAxisID: 'y',
    borderColor: color,
    borderWidth: LINE_WIDTH,
    pointRadius: 0,
    spanGaps: false,
    ...more,
  };
}

/** One value a session; a value between two gaps is a dot, since no line reaches it. */
export function sessionsDataset(values: readonly (number | null)[], color: string, more: Part = {}): Part {
  const points = drawnPoints(values);
  const alone = points.map(({ y }, index) => y !== null && isGap(points[index - 1]) && isGap(points[index + 1]));
  const dot = {
    pointRadius: alone.map((single) => (single ? 3 : 0)),
    pointBackgroundColor: color,
    pointBorderWidth: 0,
  };
  return lineDataset(points, color, { ...(alone.includes(true) && dot), ...more });
}

function isGap(point: Point | undefined): boolean {
  return point === undefined || point.y === null;
}

/** Line widths for so many sessions: years of daily noise in a thick line are a smear. */
export function lineWidth(role: 'hero' | 'other', sessions: number): number {
  const width = role === 'hero' ? HERO_WIDTH : LINE_WIDTH;
  if (sessions > 1500) return width - 1.5;
  return sessions > 400 ? width - 1 : width;
}

/** The hero is thicker and lies on top. */
export function roleDataset(line: ChartLine, palette: Palette): Part {
  const hero = line.role === 'hero';
  const borderWidth = lineWidth(hero ? 'hero' : 'other', line.values.length);
  return sessionsDataset(line.values, palette.line[line.role], { borderWidth, order: hero ? 1 : 2 });
}

export function roleLabel(line: ChartLine, palette: Palette): EndLabel {
  return { lines: [line.name, line.endLabel], value: lastValue(line.values), color: palette.line[line.role] };
}

/** A level area across the whole plot. */
export function bandDatasets(low: number, high: number, color: string): readonly Part[] {
  const edge = { xAxisID: 'unitX', borderWidth: 0, order: 9 };
  return [
    lineDataset(across(low), color, { ...edge, fill: { target: '+1' }, backgroundColor: color }),
    lineDataset(across(high), color, edge),
  ];
}

/** A level line across the whole plot. */
export function levelDataset(y: number, color: string, more: Part = {}): Part {
  return lineDataset(across(y), color, { xAxisID: 'unitX', borderWidth: 2, order: 8, ...more });
}

function across(y: number): readonly Point[] {
  return [
    { x: 0, y },
    { x: 1, y },
  ];
}

/** Dots, ringed by the background so that they stand off their line. */
export function dots(
  points: readonly Point[],
  { color, background, radius = 6 }: { readonly color: string; readonly background: string; readonly radius?: number },
): Part {
  return lineDataset(points, color, {
    showLine: false,
    clip: false,
    order: 0,
    pointRadius: radius,
    pointBackgroundColor: color,
    pointBorderColor: background,
    pointBorderWidth: 2,
  });
}

/** A dot on the last value. @throws RangeError without one. */
export function lastDot(values: readonly (number | null)[], color: string, background: string): Part {
  const x = values.findLastIndex((value) => value !== null);
  return dots([{ x, y: lastValue(values) }], { color, background });
}

/** @throws RangeError when a line holds no value. */
export function lastValue(values: readonly (number | null)[]): number {
  const value = values.findLast((each) => each !== null);
  if (value === undefined || value === null) throw new RangeError('a chart line needs a value');
  return value;
}
