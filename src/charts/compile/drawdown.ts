/** Compiles the underwater chart: how far below its running record a line stands, with marked days. Pure. */
import type { DayMark, DrawdownSpec } from '../spec.ts';
import { dateAxis } from './date-axis.ts';
import type { Part, Plot } from './frame.ts';
import { dots, lineDataset, roleDataset, roleLabel } from './lines.ts';
import { HERO_WIDTH, type Palette } from './palette.ts';
import { drawnIndices, picked } from './thin.ts';
import { extent, percentText, valueAxis, valueRange } from './value-axis.ts';
import { endLabels, textAt } from './words.ts';

export function drawdownPlot(spec: DrawdownSpec, palette: Palette): Plot {
  const columns = spec.lines.map(({ values }) => values);
  const marked = (spec.marks ?? []).map(({ day }) => markIndex(spec.dates, day));
  const indices = drawnIndices(columns, { length: spec.dates.length, always: marked });
  const [low] = extent(...columns);
  const range = { ...valueRange(Math.min(low * 1.08, -0.01), 0, 0), highQuarter: 0, max: 0 };
  const hero = spec.lines.find(({ role }) => role === 'hero') ?? spec.lines[0];
  const dates = picked(spec.dates, indices);
  const heroValues = picked(hero?.values ?? [], indices);
  const lines = spec.lines.map((line) => ({ ...line, values: picked(line.values, indices) }));
  return {
    type: 'line',
    datasets: [
      ...lines.map((line) => ({
        ...roleDataset(line, palette),
        ...(line.role === 'hero' && { borderWidth: HERO_WIDTH - 1 }),
      })),
      lineDataset(heroValues, palette.outerFan, {
        borderWidth: 0,
        fill: 'origin',
        backgroundColor: palette.outerFan,
        order: 9,
      }),
      dots(
        heroValues,
        marked.map((index) => indices.indexOf(index)),
        {
          color: palette.line.hero,
          background: palette.background,
        },
      ),
    ],
    scales: {
      ...dateAxis(dates, palette),
      ...valueAxis(range, palette, { text: percentText, emphasis: 0 }),
      ...endLabels(
        spec.lines.map((line) => roleLabel(line, palette)),
        range,
        palette,
      ),
      ...markTexts(spec.marks ?? [], { dates, values: heroValues, palette }),
    },
  };
}

function markTexts(
  marks: readonly DayMark[],
  { dates, values, palette }: { dates: readonly string[]; values: readonly (number | null)[]; palette: Palette },
): Record<string, Part> {
  return Object.fromEntries(
    marks.flatMap(({ day, label }, number) => {
      const index = markIndex(dates, day);
      const value = values[index] ?? null;
      if (value === null) return [];
      const x = index / Math.max(1, dates.length - 1);
      const text = textAt({
        text: label,
        x,
        y: value,
        color: palette.line.hero,
        side: 'below',
        backdrop: palette.background,
      });
      return [[`mark${number}`, text]];
    }),
  );
}

/** @throws RangeError when the marked day is not one of the chart's sessions. */
export function markIndex(dates: readonly string[], day: string): number {
  const index = dates.indexOf(day);
  if (index < 0) throw new RangeError(`marked day ${day} is not on the chart`);
  return index;
}
