/** Compiles the implied path: one flat step a meeting, over the target range in force, beside an earlier path. Pure. */
import type { RatePathLine, RatePathSpec } from '../spec.ts';
import type { Part, Plot } from './frame.ts';
import { font } from './frame.ts';
import { bandDatasets, lineDataset, lineWidth } from './lines.ts';
import { type Palette, SIZE } from './palette.ts';
import type { Point } from './points.ts';
import { extent, ratePctText, valueAxis, valueRange } from './value-axis.ts';
import { endLabels, stepLabels } from './words.ts';

export function ratePathPlot(spec: RatePathSpec, palette: Palette): Plot {
  const { path, compare, range: target } = spec;
  const before = compare === undefined ? [] : [compare];
  const rates = [path, ...before].map(({ ratesPct }) => ratesPct);
  const range = valueRange(...extent(...rates, [target.lowPct, target.highPct]));
  const label = (line: RatePathLine, color: string) => ({
    lines: [line.name, line.endLabel],
    value: line.ratesPct.at(-1) ?? target.lowPct,
    color,
  });
  return {
    type: 'line',
    datasets: [
      lineDataset(stairs(path.ratesPct), palette.line.hero, { borderWidth: lineWidth('hero', 0), order: 1 }),
      ...before.map((line) =>
        lineDataset(stairs(line.ratesPct), palette.line.benchmark, {
          borderWidth: 2,
          borderDash: [6, 5],
          order: 2,
        }),
      ),
      ...bandDatasets(target.lowPct, target.highPct, palette.band),
    ],
    scales: {
      x: { axis: 'x', type: 'linear', min: 0, max: spec.steps.length, display: false },
      steps: stepAxis(spec.steps, palette),
      ...valueAxis(range, palette, { text: ratePctText }),
      ...endLabels(
        [
          label(path, palette.line.hero),
          ...before.map((line) => label(line, palette.line.benchmark)),
          { lines: target.label.split('\n'), value: (target.lowPct + target.highPct) / 2, color: palette.quiet },
        ],
        range,
        palette,
      ),
    },
  };
}

/** Each rate from its step's left edge to its right one. */
function stairs(ratesPct: readonly number[]): readonly Point[] {
  return ratesPct.flatMap((y, step) => [
    { x: step, y },
    { x: step + 1, y },
  ]);
}

function stepAxis(steps: readonly string[], palette: Palette): Part {
  return {
    axis: 'x',
    type: 'category',
    labels: stepLabels(steps),
    offset: true,
    position: 'bottom',
    grid: { display: false },
    border: { color: palette.axis },
    ticks: { autoSkip: false, maxRotation: 0, padding: 5, color: palette.quiet, font: font(SIZE.tick, 400) },
  };
}
