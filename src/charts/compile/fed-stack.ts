/** Compiles the odds of every meeting as stacked bars, cuts from the bottom, with the larger shares printed inside. Pure. */
import type { FedStackSpec, MeetingOutcome } from '../spec.ts';
import type { Part, Plot } from './frame.ts';
import { font } from './frame.ts';
import { type Palette, SIZE } from './palette.ts';
import { percentText, valueAxis, valueRange } from './value-axis.ts';
import { endLabels, stepLabels } from './words.ts';

type Meeting = FedStackSpec['meetings'][number];

/** From the bottom of a bar to its top. */
const OUTCOMES: readonly MeetingOutcome[] = ['cut50', 'cut25', 'hold', 'hike25', 'hike50'];
const NAMES: Readonly<Record<MeetingOutcome, string>> = {
  cut50: 'Cut 50+',
  cut25: 'Cut 25',
  hold: 'Hold',
  hike25: 'Hike 25',
  hike50: 'Hike 50+',
};
/** Smaller shares have no room for their number. */
const PRINTED_FROM = 0.08;
const SUM_TOLERANCE = 1e-6;

export function fedStackPlot(spec: FedStackSpec, palette: Palette): Plot {
  for (const meeting of spec.meetings) checkSum(meeting);
  const range = valueRange(0, 1, 0);
  const shown = OUTCOMES.filter((outcome) => spec.meetings.some(({ shares }) => shares[outcome] >= 0.001));
  const last = spec.meetings.at(-1);
  const labels = shown.map((outcome, order) => ({
    lines: [NAMES[outcome]],
    // Shares of zero have one middle: the later outcome still stands higher.
    value: (last === undefined ? 0 : middleOf(outcome, last)) + order * 1e-9,
    color: palette.outcomeInk[outcome],
  }));
  return {
    type: 'bar',
    datasets: shown.map((outcome) => bars(outcome, spec.meetings, palette)),
    scales: {
      x: meetingAxis(spec.meetings, palette),
      ...valueAxis(range, palette, { text: percentText }),
      ...endLabels(labels, range, palette),
      ...numbersInBars(spec.meetings, palette),
    },
  };
}

function bars(outcome: MeetingOutcome, meetings: readonly Meeting[], palette: Palette): Part {
  return {
    type: 'bar',
    data: meetings.map(({ shares }) => shares[outcome]),
    stack: 'odds',
    xAxisID: 'x',
    yAxisID: 'y',
    backgroundColor: palette.outcome[outcome],
    borderColor: palette.background,
    borderWidth: 1,
    borderSkipped: false,
    categoryPercentage: 0.9,
    barPercentage: 0.9,
    maxBarThickness: 110,
  };
}

function meetingAxis(meetings: readonly Meeting[], palette: Palette): Part {
  return {
    axis: 'x',
    type: 'category',
    labels: stepLabels(meetings.map(({ label }) => label)),
    offset: true,
    stacked: true,
    position: 'bottom',
    grid: { display: false },
    border: { color: palette.axis },
    ticks: { autoSkip: false, maxRotation: 0, padding: 5, color: palette.quiet, font: font(SIZE.tick, 400) },
  };
}

/** Whole per cent in the middle of each share: one invisible axis per height and colour, whose labels sit over the bars. */
function numbersInBars(meetings: readonly Meeting[], palette: Palette): Record<string, Part> {
  const rows = new Map<string, { outcome: MeetingOutcome; y: number; labels: string[] }>();
  for (const [index, meeting] of meetings.entries()) {
    for (const outcome of OUTCOMES) {
      const share = meeting.shares[outcome];
      if (share < PRINTED_FROM) continue;
      const y = Math.round(middleOf(outcome, meeting) * 200) / 200;
      const key = `numbers ${outcome} ${y}`;
      const row = rows.get(key) ?? { outcome, y, labels: meetings.map(() => '') };
      row.labels[index] = percentText(share, 0.01).replace('%', '');
      rows.set(key, row);
    }
  }
  return Object.fromEntries([...rows].map(([key, row]) => [key, numberRow(row, palette)]));
}

function numberRow(row: { outcome: MeetingOutcome; y: number; labels: string[] }, palette: Palette): Part {
  return {
    axis: 'x',
    type: 'category',
    labels: row.labels,
    offset: true,
    position: { y: row.y },
    grid: { display: false, drawTicks: false },
    border: { display: false },
    ticks: {
      z: 1,
      autoSkip: false,
      maxRotation: 0,
      padding: -SIZE.tick * 0.6,
      color: palette.onOutcome[row.outcome],
      font: font(SIZE.tick, 600),
    },
  };
}

/** Height of the middle of an outcome's share in a bar. */
function middleOf(outcome: MeetingOutcome, { shares }: Meeting): number {
  let below = 0;
  for (const each of OUTCOMES) {
    if (each === outcome) break;
    below += shares[each];
  }
  return below + shares[outcome] / 2;
}

function checkSum({ label, shares }: Meeting): void {
  let sum = 0;
  for (const outcome of OUTCOMES) sum += shares[outcome];
  if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) throw new RangeError(`odds of ${label} sum to ${sum}, not 1`);
}
