/** Compiles a firm's targets as it revised them, horizon by horizon, beside the index's closes. Pure. */
import type { RevisionsSpec, TargetLine } from '../spec.ts';
import { dateAxis } from './date-axis.ts';
import type { Part, Plot } from './frame.ts';
import { lastValue, lineWidth, roleDataset, roleLabel, sessionsDataset } from './lines.ts';
import type { Palette } from './palette.ts';
import { extent, numberText, valueAxis, valueRange } from './value-axis.ts';
import { type EndLabel, endLabels } from './words.ts';

export function revisionsPlot(spec: RevisionsSpec, palette: Palette): Plot {
  const { close, targets, dates } = spec;
  const range = valueRange(...extent(close.values, ...targets.map(({ values }) => values)));
  const labels = [roleLabel(close, palette), ...targets.map((line) => targetLabel(line, palette))];
  return {
    type: 'line',
    datasets: [...targets.map((line) => targetDataset(line, palette)), roleDataset(close, palette)],
    scales: {
      ...dateAxis(dates, palette),
      ...valueAxis(range, palette, { text: numberText }),
      ...endLabels(labels, range, palette),
    },
  };
}

/** A target holds from its note until the next one: steps, not slopes. */
function targetDataset({ values }: TargetLine, palette: Palette): Part {
  return sessionsDataset(values, palette.line.hero, {
    stepped: 'before',
    borderWidth: lineWidth('hero', values.length),
    order: 1,
  });
}

function targetLabel({ label, values }: TargetLine, palette: Palette): EndLabel {
  return { lines: label.split('\n'), value: lastValue(values), color: palette.line.hero };
}
