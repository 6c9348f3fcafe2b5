/** Compiles the ratio chart: one line inside its percentile band, its median dashed, the last value marked. Pure. */
import type { RatioSpec } from '../spec.ts';
import { dateAxis } from './date-axis.ts';
import type { Plot } from './frame.ts';
import { bandDatasets, lastDot, lastValue, levelDataset, sessionsDataset } from './lines.ts';
import { LINE_WIDTH, type Palette } from './palette.ts';
import { drawnIndices, picked } from './thin.ts';
import { extent, numberText, valueAxis, valueRange } from './value-axis.ts';
import { endLabels } from './words.ts';

export function ratioPlot(spec: RatioSpec, palette: Palette): Plot {
  const { band, median, values } = spec;
  const indices = drawnIndices([values], { length: spec.dates.length });
  const drawn = picked(values, indices);
  const range = valueRange(...extent(values, [band.low, band.high, median]));
  const labels = [
    { lines: [spec.endLabel], value: lastValue(values), color: palette.line.hero },
    { lines: ['Median'], value: median, color: palette.quiet },
    { lines: [band.label], value: band.high, color: palette.quiet },
  ];
  return {
    type: 'line',
    datasets: [
      sessionsDataset(drawn, palette.line.hero, { borderWidth: LINE_WIDTH, order: 1 }),
      lastDot(drawn, palette.line.hero, palette.background),
      levelDataset(median, palette.quiet, { borderDash: [6, 5] }),
      ...bandDatasets(band.low, band.high, palette.band),
    ],
    scales: {
      ...dateAxis(picked(spec.dates, indices), palette),
      ...valueAxis(range, palette, { text: numberText }),
      ...endLabels(labels, range, palette),
    },
  };
}
