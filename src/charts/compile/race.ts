/** Compiles the recovery race: every episode from its low on one clock, the bold one and a few others named. Pure. */
import type { RaceLine, RaceSpec } from '../spec.ts';
import { font, type Part, type Plot } from './frame.ts';
import { dots, lineDataset, lineWidth } from './lines.ts';
import { type Palette, SIZE } from './palette.ts';
import { drawnPoints } from './points.ts';
import { rowsOf } from './rows.ts';
import { extent, numberText, type ValueRange, valueAxis, valueRange } from './value-axis.ts';
import { textAt, widthShare } from './words.ts';

/** Every episode starts at its low, so nothing is ever drawn below this: the names stand there. */
const LOW = 100;
/** Heights of the two rows of names below the low, and the room both or one of them take, as shares of the data's span. */
const ROW_DEPTHS = [0.03, 0.16] as const;
const ROOM = [0.16, 0.29] as const;

export function racePlot(spec: RaceSpec, palette: Palette): Plot {
  const [, high] = extent(...spec.lines.map(({ values }) => values), [LOW]);
  const span = Math.max(high - LOW, 1);
  const sessions = Math.max(1, ...spec.lines.map(({ values }) => values.length - 1));
  const names = namesOf(spec, sessions);
  const room = names.some(({ row }) => row === 1) ? ROOM[1] : ROOM[0];
  const range: ValueRange = valueRange(names.length > 0 ? LOW - span * room : LOW, high, 0.03);
  const text = (value: number, step: number) => (value < LOW ? '' : numberText(value, step));
  return {
    type: 'line',
    datasets: [
      ...spec.lines.map((line) => episode(line, palette)),
      ...names.flatMap((name) => finish(name, { foot: LOW - span * ROW_DEPTHS[name.row], palette })),
    ],
    scales: {
      x: sessionAxis(sessions, spec.xTitle, palette),
      ...valueAxis(range, palette, { text, emphasis: LOW }),
      ...Object.fromEntries(
        names.map((name, index) => {
          const y = LOW - span * ROW_DEPTHS[name.row];
          return [`name${index}`, nameText(name, { x: name.end / sessions, y, palette })];
        }),
      ),
    },
  };
}

interface Name {
  readonly line: RaceLine;
  readonly label: string;
  /** Session of the line's last value. */
  readonly end: number;
  readonly row: 0 | 1;
}

/** The named lines. Later finishers stand higher, so that no dashed line runs through another one's name. */
function namesOf(spec: RaceSpec, sessions: number): Name[] {
  const named = spec.lines
    .flatMap((line) => (line.label === undefined ? [] : [{ line, label: line.label, end: line.values.length - 1 }]))
    .toSorted((a, b) => b.end - a.end);
  const rows = rowsOf(
    named.map(({ line, label, end }) => {
      const width = widthShare(label, nameSize(line));
      return { start: Math.min(end / sessions, 1 - width), width };
    }),
  );
  return named.flatMap((name, index) => {
    const row = rows[index];
    return row === undefined ? [] : [{ ...name, row }];
  });
}

function nameSize({ bold }: RaceLine): number {
  return bold ? SIZE.label : SIZE.tick;
}

function inkOf(line: RaceLine, palette: Palette): string {
  if (line.bold) return palette.line.hero;
  return line.label === undefined ? palette.crowd : palette.quiet;
}

function episode(line: RaceLine, palette: Palette): Part {
  return lineDataset(drawnPoints(line.values), inkOf(line, palette), {
    borderWidth: line.bold ? lineWidth('hero', 0) : 2,
    order: line.bold ? 1 : line.label === undefined ? 4 : 3,
  });
}

/** A dot at the last session, and a dashed line from it down to the name. */
function finish({ line, end }: Name, { foot, palette }: { foot: number; palette: Palette }): readonly Part[] {
  const color = inkOf(line, palette);
  const last = { x: end, y: line.values.at(-1) ?? LOW };
  return [
    dots([last], { color, background: palette.background }),
    lineDataset([last, { x: end, y: foot }], color, { borderWidth: 1.5, borderDash: [4, 4], order: 2 }),
  ];
}

function nameText({ line, label }: Name, { x, y, palette }: { x: number; y: number; palette: Palette }): Part {
  const size = nameSize(line);
  return textAt({
    text: label,
    x,
    y,
    color: line.bold ? palette.line.hero : palette.subtitle,
    side: 'below',
    align: x + widthShare(label, size) > 1 ? 'end' : 'start',
    gap: 0,
    size,
    weight: line.bold ? 700 : 600,
    backdrop: palette.background,
  });
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
