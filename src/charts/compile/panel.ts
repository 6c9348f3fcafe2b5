/** Compiles the two-axis panel: where a level stands (x) against where it is going (y), with the trail to today. Pure. */
import type { PanelSpec } from '../spec.ts';
import type { Part, Plot } from './frame.ts';
import { font } from './frame.ts';
import { dots, lineDataset } from './lines.ts';
import { type Palette, SIZE } from './palette.ts';
import {
  extent,
  gridlines,
  heightOf,
  numberText,
  percentText,
  TRANSPARENT,
  type ValueRange,
  valueAxis,
  valueRange,
} from './value-axis.ts';
import { type TextAt, textAt, widthShare } from './words.ts';

/** Sessions of the trail that are drawn in the hero's colour: the window of the change itself. */
const RECENT = 21;

export function panelPlot(spec: PanelSpec, palette: Palette): Plot {
  const latest = spec.trail.at(-1);
  if (latest === undefined) throw new RangeError('a panel needs a point');
  const across = aroundZero(spec.trail.map(({ x }) => x));
  const up = aroundZero(
    spec.trail.map(({ y }) => y),
    0.2,
  );
  return {
    type: 'line',
    datasets: [
      trail(spec.trail.slice(-RECENT), palette.line.hero, 2),
      trail(spec.trail.slice(0, 1 - RECENT), palette.crowd, 3),
      dots([{ x: latest.x, y: latest.y }], { color: palette.line.hero, background: palette.background, radius: 10 }),
    ],
    scales: {
      ...crossAxis(across, spec.xTitle, palette),
      ...valueAxis(up, palette, { text: spec.yUnit === 'fraction' ? percentText : numberText, emphasis: 0 }),
      yTitle: verticalTitle(spec.yTitle, palette),
      ...quadrantWords(spec, palette),
      latest: textAt({
        text: spec.latestLabel,
        ...freeSide(spec, { across, up }),
        color: palette.line.hero,
        size: SIZE.label,
        weight: 700,
        gap: 12,
        backdrop: palette.background,
      }),
    },
  };
}

function trail(points: PanelSpec['trail'], color: string, order: number): Part {
  const data = points.map(({ x, y }) => ({ x, y }));
  const point = { pointRadius: 3, pointBackgroundColor: color, pointBorderWidth: 0 };
  return lineDataset(data, color, { borderWidth: 2, order, ...point });
}

/** Where the latest point's words hide the least of the trail: right of it, left of it, above or below. */
function freeSide(
  { trail: points, latestLabel }: PanelSpec,
  { across, up }: { readonly across: ValueRange; readonly up: ValueRange },
): Pick<TextAt, 'x' | 'y' | 'side' | 'align'> {
  const placed = points.map(({ x, y }) => ({ x: heightOf(x, across), y: heightOf(y, up) }));
  const at = placed.at(-1) ?? { x: 0, y: 0 };
  const width = widthShare(latestLabel, SIZE.label);
  const sides = [
    { x: at.x + 0.03, lift: 0, side: 'on', align: 'start', middle: at.x + 0.03 + width / 2 },
    { x: at.x - 0.03, lift: 0, side: 'on', align: 'end', middle: at.x - 0.03 - width / 2 },
    { x: at.x, lift: 0.12, side: 'above', align: 'center', middle: at.x },
    { x: at.x, lift: -0.12, side: 'below', align: 'center', middle: at.x },
  ] as const;
  const hidden = ({ middle, lift }: (typeof sides)[number]) => {
    const outside = Math.abs(middle - 0.5) + width / 2 > 0.5 || Math.abs(at.y + lift - 0.5) > 0.44;
    const under = placed.filter(({ x, y }) => Math.abs(x - middle) < width * 0.55 && Math.abs(y - at.y - lift) < 0.06);
    return under.length + (outside ? points.length : 0);
  };
  const [best] = sides.toSorted((a, b) => hidden(a) - hidden(b));
  const { x, side, align } = best ?? sides[0];
  return { x, y: points.at(-1)?.y ?? 0, side, align };
}

/** Zero is always inside, never at the very edge, so that all four quadrants can be seen. */
function aroundZero(values: readonly number[], air = 0.12): ValueRange {
  const [low, high] = extent(values);
  const reach = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return valueRange(Math.min(low, -reach * 0.4), Math.max(high, reach * 0.4), air);
}

/** The value axis laid flat. */
function crossAxis(range: ValueRange, title: string, palette: Palette): Record<string, Part> {
  const { labels, colors } = gridlines(range, palette, { text: numberText, emphasis: 0 });
  return {
    x: { axis: 'x', type: 'linear', min: range.min, max: range.max, display: false },
    xValues: {
      axis: 'x',
      type: 'category',
      labels: labels.toReversed(),
      offset: false,
      position: 'bottom',
      grid: { color: colors.toReversed(), drawTicks: false },
      border: { display: false },
      ticks: { autoSkip: false, maxRotation: 0, padding: 6, color: palette.quiet, font: font(SIZE.tick, 400) },
      title: {
        display: true,
        text: title,
        color: palette.quiet,
        font: font(SIZE.tick, 400),
        padding: { top: 0, bottom: 0 },
      },
    },
  };
}

function verticalTitle(title: string, palette: Palette): Part {
  return {
    axis: 'y',
    type: 'category',
    labels: [''],
    position: 'left',
    weight: 10,
    grid: { display: false },
    border: { display: false },
    ticks: { display: false, color: TRANSPARENT },
    title: { display: true, text: title, color: palette.quiet, font: font(SIZE.tick, 400), padding: 0 },
  };
}

function quadrantWords({ quadrants }: PanelSpec, palette: Palette): Record<string, Part> {
  const corner = {
    color: palette.quiet,
    on: 'unitY',
    size: SIZE.tick,
    weight: 600,
    backdrop: palette.background,
  } as const;
  const left = { ...corner, x: 0.015, align: 'start' } as const;
  const right = { ...corner, x: 0.985, align: 'end' } as const;
  return {
    topLeft: textAt({ ...left, text: quadrants.topLeft, y: 1, side: 'below' }),
    topRight: textAt({ ...right, text: quadrants.topRight, y: 1, side: 'below' }),
    bottomLeft: textAt({ ...left, text: quadrants.bottomLeft, y: 0, side: 'above' }),
    bottomRight: textAt({ ...right, text: quadrants.bottomRight, y: 0, side: 'above' }),
  };
}
