/** Compiles the recovery race: every episode from its low on one clock, the bold one and a few others named. Pure. */
import type { RaceLine, RaceSpec } from '../spec.ts';
import type { Part, Plot } from './frame.ts';
import { font } from './frame.ts';
import { dots, lineDataset, lineWidth } from './lines.ts';
import { type Palette, SIZE } from './palette.ts';
import { drawnPoints } from './points.ts';
import { extent, numberText, valueAxis, valueRange } from './value-axis.ts';
import { textAt, widthShare } from './words.ts';

export function racePlot(spec: RaceSpec, palette: Palette): Plot {
  const range = valueRange(...extent(...spec.lines.map(({ values }) => values)), 0.06);
  const sessions = Math.max(...spec.lines.map(({ values }) => values.length - 1));
  return {
    type: 'line',
    datasets: spec.lines.flatMap((line) => episode(line, palette)),
    scales: {
      x: sessionAxis(sessions, spec.xTitle, palette),
      ...valueAxis(range, palette, { text: numberText, emphasis: 100 }),
      ...Object.fromEntries(spec.lines.flatMap((line, index) => nameOf(line, { index, sessions, palette }))),
    },
  };
}

/** The bold line's name stands over its end, where nothing is faster; the others' beside theirs, or over it at the far right. */
function nameOf(
  line: RaceLine,
  { index, sessions, palette }: { index: number; sessions: number; palette: Palette },
): readonly [string, Part][] {
  if (line.label === undefined) return [];
  const end = (line.values.length - 1) / sessions;
  const size = line.bold ? SIZE.label : SIZE.tick;
  const half = widthShare(line.label, size) / 2;
  const beside = !line.bold && end + half * 2 < 0.95;
  const text = textAt({
    text: line.label,
    x: beside ? end + 0.015 : Math.max(end, half + 0.01),
    y: line.values.at(-1) ?? 100,
    color: line.bold ? palette.line.hero : palette.subtitle,
    side: beside ? 'on' : 'above',
    align: beside ? 'start' : end + half > 1 ? 'end' : 'center',
    size,
    weight: line.bold ? 700 : 600,
    backdrop: palette.background,
    gap: 10,
  });
  return [[`name${index}`, text]];
}

/** The line and, where it is named, a dot at its last session. */
function episode(line: RaceLine, palette: Palette): readonly Part[] {
  const color = line.bold ? palette.line.hero : line.label === undefined ? palette.crowd : palette.quiet;
  const points = drawnPoints(line.values);
  const drawn = lineDataset(points, color, {
    borderWidth: line.bold ? lineWidth('hero', 0) : 2,
    order: line.bold ? 1 : line.label === undefined ? 3 : 2,
  });
  if (line.label === undefined) return [drawn];
  return [drawn, dots(points.slice(-1), { color, background: palette.background })];
}

function sessionAxis(sessions: number, title: string, palette: Palette): Part {
  return {
    axis: 'x',
    type: 'linear',
    min: 0,
    max: sessions,
    position: 'bottom',
    grid: { drawOnChartArea: false, tickColor: palette.axis, tickLength: 6 },
    border: { color: palette.axis },
    ticks: {
      includeBounds: false,
      maxTicksLimit: 8,
      maxRotation: 0,
      padding: 3,
      color: palette.quiet,
      font: font(SIZE.tick, 400),
    },
    title: {
      display: true,
      text: title,
      align: 'center',
      color: palette.quiet,
      font: font(SIZE.tick, 400),
      padding: { top: 0, bottom: 0 },
    },
  };
}
