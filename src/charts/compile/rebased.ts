/** Compiles the rebased chart: one to three lines from 100, labelled at their ends, with the gap between two of them. Pure. */
import type { RebasedSpec } from '../spec.ts';
import { dateAxis } from './date-axis.ts';
import type { Part, Plot } from './frame.ts';
import { lastValue, levelDataset, lineDataset, roleDataset, roleLabel } from './lines.ts';
import type { Palette } from './palette.ts';
import { extent, numberText, valueAxis, valueRange } from './value-axis.ts';
import { type EndLabel, endLabels } from './words.ts';

export function rebasedPlot(spec: RebasedSpec, palette: Palette): Plot {
  const range = valueRange(...extent(...spec.lines.map(({ values }) => values), [100]));
  const gap = gapBracket(spec, palette);
  const labels = [...spec.lines.map((line) => roleLabel(line, palette)), ...gap.labels];
  return {
    type: 'line',
    datasets: [
      ...spec.lines.map((line) => roleDataset(line, palette)),
      levelDataset(100, palette.axis, { borderWidth: 1 }),
      ...gap.datasets,
    ],
    scales: {
      ...dateAxis(spec.dates, palette),
      ...valueAxis(range, palette, { text: numberText }),
      ...endLabels(labels, range, palette),
    },
  };
}

/** A bracket just outside the plot, from one line's last value to another's; its words join the end labels. */
function gapBracket(spec: RebasedSpec, palette: Palette): { datasets: readonly Part[]; labels: readonly EndLabel[] } {
  if (spec.gap === undefined) return { datasets: [], labels: [] };
  const [low = 0, high = 0] = spec.gap.between
    .map((index) => lastValue(spec.lines[index]?.values ?? []))
    .toSorted((a, b) => a - b);
  const corners = [
    { x: 1.006, y: high },
    { x: 1.014, y: high },
    { x: 1.014, y: low },
    { x: 1.006, y: low },
  ];
  return {
    datasets: [lineDataset(corners, palette.title, { xAxisID: 'unitX', borderWidth: 2, clip: false, order: 0 })],
    labels: [{ lines: [spec.gap.label], value: (low + high) / 2, color: palette.title }],
  };
}
