/** Compiles the ratio chart: one line inside its percentile band, its median dashed, the last value marked. Pure. */
import type { RatioSpec } from '../spec.ts';
import { dateAxis } from './date-axis.ts';
import type { Plot } from './frame.ts';
import { bandDatasets, lastDot, lastValue, levelDataset, lineWidth, sessionsDataset } from './lines.ts';
import type { Palette } from './palette.ts';
import { extent, numberText, valueAxis, valueRange } from './value-axis.ts';
import { endLabels } from './words.ts';

export function ratioPlot(spec: RatioSpec, palette: Palette): Plot {
  const { band, median, values } = spec;
  const range = valueRange(...extent(values, [band.low, band.high, median]));
  const borderWidth = lineWidth('hero', values.length);
  const labels = [
    { lines: [spec.endLabel], value: lastValue(values), color: palette.line.hero },
    { lines: ['Median'], value: median, color: palette.quiet },
    { lines: [band.label], value: band.high, color: palette.quiet },
  ];
  return {
    type: 'line',
    datasets: [
      sessionsDataset(values, palette.line.hero, { borderWidth, order: 1 }),
      lastDot(values, palette.line.hero, palette.background),
      levelDataset(median, palette.quiet, { borderDash: [6, 5] }),
      ...bandDatasets(band.low, band.high, palette.band),
    ],
    scales: {
      ...dateAxis(spec.dates, palette),
      ...valueAxis(range, palette, { text: numberText }),
      ...endLabels(labels, range, palette),
    },
  };
}
