/** Compiles the event-study fan: median and bands of what followed, beside the median of all days. Pure. */
import type { FanBand, FanSpec } from '../spec.ts';
import { MOST_PLACES } from './date-axis.ts';
import type { Part, Plot } from './frame.ts';
import { font } from './frame.ts';
import { lineDataset, lineWidth } from './lines.ts';
import { type Palette, SIZE } from './palette.ts';
import { type Point, rounded } from './points.ts';
import { extent, percentText, TRANSPARENT, valueAxis, valueRange } from './value-axis.ts';
import { endLabels } from './words.ts';

export function fanPlot(spec: FanSpec, palette: Palette): Plot {
  const { inner, outer, median, baseline } = spec;
  const range = valueRange(...extent(outer.low, outer.high, inner.low, inner.high, median, baseline, [0]));
  const along = (values: readonly number[]) =>
    values.map((y, index) => ({ x: spec.sessions[index] ?? 0, y: rounded(y) }));
  const labels = [
    { lines: [spec.medianLabel], value: median.at(-1) ?? 0, color: palette.line.hero },
    { lines: [spec.baselineLabel], value: baseline.at(-1) ?? 0, color: palette.line.third },
    { lines: [inner.label], value: inner.high.at(-1) ?? 0, color: palette.quiet },
    { lines: [outer.label], value: outer.high.at(-1) ?? 0, color: palette.quiet },
  ];
  return {
    type: 'line',
    datasets: [
      lineDataset(along(median), palette.line.hero, { borderWidth: lineWidth('hero', 0), order: 1 }),
      lineDataset(along(baseline), palette.line.third, { borderDash: [8, 6], order: 2 }),
      ...fanBand(inner, { color: palette.innerFan, order: 6, along }),
      ...fanBand(outer, { color: palette.outerFan, order: 8, along }),
    ],
    scales: {
      x: { axis: 'x', type: 'linear', min: spec.sessions[0] ?? 0, max: spec.sessions.at(-1) ?? 1, display: false },
      horizons: horizonAxis(spec, palette),
      ...valueAxis(range, palette, { text: percentText, emphasis: 0 }),
      ...endLabels(labels, range, palette),
    },
  };
}

function fanBand(
  band: FanBand,
  { color, order, along }: { color: string; order: number; along: (values: readonly number[]) => readonly Point[] },
): readonly Part[] {
  return [
    lineDataset(along(band.low), color, { borderWidth: 0, order, fill: { target: '+1' }, backgroundColor: color }),
    lineDataset(along(band.high), color, { borderWidth: 0, order }),
  ];
}

/** Words only at the asked horizons. */
function horizonAxis(spec: FanSpec, palette: Palette): Part {
  const first = spec.sessions[0] ?? 0;
  const span = Math.max(1, (spec.sessions.at(-1) ?? 0) - first);
  const last = Math.min(span, MOST_PLACES);
  const places = Array.from({ length: last + 1 }, () => '');
  for (const { session, label } of spec.ticks) places[Math.round(((session - first) / span) * last)] = label;
  return {
    axis: 'x',
    type: 'category',
    labels: places,
    offset: false,
    position: 'bottom',
    grid: {
      drawOnChartArea: false,
      tickColor: places.map((text) => (text === '' ? TRANSPARENT : palette.axis)),
      tickLength: 6,
    },
    border: { color: palette.axis },
    ticks: { autoSkip: false, maxRotation: 0, padding: 3, color: palette.quiet, font: font(SIZE.tick, 400) },
  };
}
