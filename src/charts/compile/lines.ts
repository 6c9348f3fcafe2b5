/** Parts of line charts that several kinds share: lines, bands, rules, and the end label of a line. Pure. */
import type { ChartLine } from '../spec.ts';
import type { Part } from './frame.ts';
import { HERO_WIDTH, LINE_WIDTH, type Palette } from './palette.ts';
import type { EndLabel } from './words.ts';

/** A dataset of one value a session on the axes `x` and `y`. Lower `order` is drawn on top. */
export function lineDataset(data: readonly unknown[], color: string, more: Part = {}): Part {
  return {
    type: 'line',
    data: [...data],
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
  const alone = values.map((value, index) => value !== null && isGap(values[index - 1]) && isGap(values[index + 1]));
  const dot = {
    pointRadius: alone.map((single) => (single ? 3 : 0)),
    pointBackgroundColor: color,
    pointBorderWidth: 0,
  };
  return lineDataset(values, color, { ...(alone.includes(true) && dot), ...more });
}

function isGap(value: number | null | undefined): boolean {
  return value === null || value === undefined;
}

/** The hero is thicker and lies on top. */
export function roleDataset(line: ChartLine, palette: Palette): Part {
  const hero = line.role === 'hero';
  return sessionsDataset(line.values, palette.line[line.role], {
    borderWidth: hero ? HERO_WIDTH : LINE_WIDTH,
    order: hero ? 1 : 2,
  });
}

export function roleLabel(line: ChartLine, palette: Palette): EndLabel {
  return { lines: [line.name, line.endLabel], value: lastValue(line.values), color: palette.line[line.role] };
}

/** A level area across the whole plot. */
export function bandDatasets(low: number, high: number, color: string): readonly Part[] {
  const edge = { xAxisID: 'unitX', borderWidth: 0, order: 9 };
  const across = (y: number) => [
    { x: 0, y },
    { x: 1, y },
  ];
  return [
    lineDataset(across(low), color, { ...edge, fill: { target: '+1' }, backgroundColor: color }),
    lineDataset(across(high), color, edge),
  ];
}

/** A level line across the whole plot. */
export function levelDataset(y: number, color: string, more: Part = {}): Part {
  const data = [
    { x: 0, y },
    { x: 1, y },
  ];
  return lineDataset(data, color, { xAxisID: 'unitX', borderWidth: 2, order: 8, ...more });
}

/** A dot on the last value. @throws RangeError without one. */
export function lastDot(values: readonly (number | null)[], color: string, background: string): Part {
  const last = values.findLastIndex((value) => value !== null);
  if (last < 0) throw new RangeError('a chart line needs a value');
  return dots(values, [last], { color, background });
}

/** Dots at some indices of a line, ringed by the background so that they stand off it. */
export function dots(
  values: readonly (number | null)[],
  at: readonly number[],
  { color, background, radius = 6 }: { readonly color: string; readonly background: string; readonly radius?: number },
): Part {
  return lineDataset(
    values.map((value, index) => (at.includes(index) ? value : null)),
    color,
    {
      showLine: false,
      clip: false,
      order: 0,
      pointRadius: radius,
      pointBackgroundColor: color,
      pointBorderColor: background,
      pointBorderWidth: 2,
    },
  );
}

/** @throws RangeError when a line holds no value. */
export function lastValue(values: readonly (number | null)[]): number {
  const value = values.findLast((each) => each !== null);
  if (value === undefined || value === null) throw new RangeError('a chart line needs a value');
  return value;
}
