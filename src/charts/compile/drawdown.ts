/** Compiles the underwater chart: how far below its running record a line stands, with marked days. Pure. */
import type { ChartLine, DrawdownSpec } from '../spec.ts';
import { dateAxis, markIndex } from './date-axis.ts';
import type { Part, Plot } from './frame.ts';
import { dots, lineWidth, roleDataset, roleLabel, sessionsDataset } from './lines.ts';
import type { Palette } from './palette.ts';
import { extent, percentText, valueAxis, valueRange } from './value-axis.ts';
import { endLabels, textAt } from './words.ts';

/** Depth below the deepest value, as a share of it: air, and the words of a mark at the low. */
const BELOW = 0.05;
const BELOW_MARKS = 0.15;

export function drawdownPlot(spec: DrawdownSpec, palette: Palette): Plot {
  const [low] = extent(...spec.lines.map(({ values }) => values));
  const depth = 1 + (spec.marks === undefined ? BELOW : BELOW_MARKS);
  const range = { ...valueRange(Math.min(low * depth, -0.01), 0, 0), highQuarter: 0, max: 0 };
  const hero = spec.lines.find(({ role }) => role === 'hero');
  const marks = hero === undefined ? [] : markedPoints(spec, hero);
  return {
    type: 'line',
    datasets: [
      ...spec.lines.map((line) => ({ ...roleDataset(line, palette), ...softened(line) })),
      ...(hero === undefined ? [] : [water(hero, palette)]),
      dots(
        marks.map(({ x, y }) => ({ x, y })),
        { color: palette.line.hero, background: palette.background },
      ),
    ],
    scales: {
      ...dateAxis(spec.dates, palette),
      ...valueAxis(range, palette, { text: percentText, emphasis: 0 }),
      ...endLabels(
        spec.lines.map((line) => roleLabel(line, palette)),
        range,
        palette,
      ),
      ...Object.fromEntries(
        marks.map(({ x, y, label }, index) => {
          const at = { text: label, x: x / Math.max(1, spec.dates.length - 1), y, side: 'below' } as const;
          return [`mark${index}`, textAt({ ...at, color: palette.line.hero, backdrop: palette.background })];
        }),
      ),
    },
  };
}

/** A drawdown never rests, so its line is thinner than a level's; a line at its record is not cut in half by the plot's edge. */
function softened({ role, values }: ChartLine): Part {
  return { borderWidth: lineWidth(role === 'hero' ? 'hero' : 'other', values.length) - 0.5, clip: false };
}

function water(hero: ChartLine, palette: Palette): Part {
  const fill = { borderWidth: 0, fill: 'origin', backgroundColor: palette.outerFan, order: 9 };
  return sessionsDataset(hero.values, palette.outerFan, fill);
}

function markedPoints(spec: DrawdownSpec, hero: ChartLine): { x: number; y: number; label: string }[] {
  return (spec.marks ?? []).flatMap(({ day, label }) => {
    const x = markIndex(spec.dates, day);
    const y = hero.values[x] ?? null;
    return y === null ? [] : [{ x, y, label }];
  });
}
