/** Compiles one meeting's odds day by day: up to three lines from 0% to 100%, with rules at named days. Pure. */
import type { DayMark, FedHistorySpec } from '../spec.ts';
import { dateAxis, markIndex } from './date-axis.ts';
import type { Part, Plot } from './frame.ts';
import { lastDot, lastValue, lineDataset, lineWidth, sessionsDataset } from './lines.ts';
import { type Palette, SIZE } from './palette.ts';
import { rowsOf } from './rows.ts';
import { percentText, valueAxis, valueRange } from './value-axis.ts';
import { endLabels, textAt, widthShare } from './words.ts';

/** Heights of the two rows of rule names over the plot's 100%, and the quarters of a 25% step they need above it. */
const ROWS = [
  { y: 1.03, quarters: 2 },
  { y: 1.14, quarters: 4 },
] as const;

export function fedHistoryPlot(spec: FedHistorySpec, palette: Palette): Plot {
  const last = Math.max(1, spec.dates.length - 1);
  const places = spec.marks.map(({ day }) => markIndex(spec.dates, day) / last);
  const rules = named(spec.marks, places);
  const full = valueRange(0, 1, 0);
  const highQuarter = full.highQuarter + Math.max(0, ...rules.map(({ row }) => ROWS[row].quarters));
  const range = { ...full, highQuarter, max: (highQuarter * full.step) / 4 };
  const labels = spec.lines.map((line) => ({
    lines: [line.name, line.endLabel],
    value: lastValue(line.values),
    color: palette.outcomeInk[line.outcome],
  }));
  return {
    type: 'line',
    datasets: [
      ...spec.lines.flatMap((line, order) => {
        const color = palette.outcomeInk[line.outcome];
        const width = lineWidth(spec.lines.length === 1 ? 'hero' : 'other', spec.dates.length);
        return [
          lastDot(line.values, color, palette.background),
          sessionsDataset(line.values, color, { borderWidth: width, order: order + 1 }),
        ];
      }),
      ...rules.map((each) => ruleDataset(each, palette)),
    ],
    scales: {
      ...dateAxis(spec.dates, palette),
      ...valueAxis(range, palette, { text: (value, step) => (value > 1 ? '' : percentText(value, step)) }),
      ...endLabels(labels, range, palette),
      ...Object.fromEntries(rules.map((each, index) => [`rule${index}`, ruleName(each, palette)])),
    },
  };
}

interface Rule {
  readonly x: number;
  readonly label: string;
  readonly row: 0 | 1;
}

/** Each rule's name on the first row that has room for it; where neither has, the rule keeps its place without a name. */
function named(marks: readonly DayMark[], places: readonly number[]): Rule[] {
  const rows = rowsOf(
    marks.map(({ label }, index) => {
      const width = widthShare(label, SIZE.tick);
      return { start: Math.min(Math.max(0, (places[index] ?? 0) - width / 2), 1 - width), width };
    }),
  );
  return marks.map(({ label }, index) => {
    const row = rows[index];
    return { x: places[index] ?? 0, label: row === undefined ? '' : label, row: row ?? 0 };
  });
}

function ruleDataset({ x, row }: Rule, palette: Palette): Part {
  const data = [
    { x, y: 0 },
    { x, y: ROWS[row].y },
  ];
  return lineDataset(data, palette.axis, { xAxisID: 'unitX', borderWidth: 1, borderDash: [4, 4], order: 9 });
}

function ruleName({ x, row, label }: Rule, palette: Palette): Part {
  const name = { text: label, x, y: ROWS[row].y, color: palette.subtitle, side: 'above', gap: 0 } as const;
  return textAt({ ...name, backdrop: palette.background });
}
