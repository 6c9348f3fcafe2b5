/** The answers to `/fedodds … history`, `shift` and `why`: one meeting's line, its ranges on several days, its largest days. Pure. */

import { RELEASE_YEARS } from '../calendar/releases.ts';
import { fedHistoryChart } from '../charts/fed-history-chart.ts';
import { chanceOf } from '../metrics/fed-distribution.ts';
import { type DailyMove, extremes, type LargestMoves, type OddsPoint } from '../metrics/fed-history.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import type { ShiftRow } from '../metrics/fed-shifts.ts';
import type { MeetingHistory, MeetingView } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { meetingTitle, monthName, numbersOf } from './fedodds.ts';
import { framed } from './fedodds-frame.ts';
import {
  cautions,
  chance,
  chipOf,
  closingWords,
  type Direction,
  directionOf,
  type FedContext,
  lookBackLabel,
  nearEnd,
  oddsReceiptLine,
  otherRanges,
  outcomes,
  outcomeWords,
  rangeText,
  rowDay,
  shiftNote,
} from './fedodds-parts.ts';
import {
  bareBasisPoints,
  bareProbability,
  bareSigned,
  basisPoints,
  capital,
  points as pp,
  probability,
  shortDate,
} from './format.ts';
import type { Message } from './message.ts';

/** One meeting's odds over time, as far back as asked. */
export function historyMessage(view: MeetingView, history: MeetingHistory, call: FedContext): Message {
  const { figures, rows } = view;
  const { odds, meeting } = figures;
  const direction = directionOf(figures, rows);
  const title = meetingTitle(figures, rows, direction);
  const told = [history.points[0]?.date ?? odds.asOf];
  const chart = fedHistoryChart({ title, meeting, odds, direction, told, ...history });
  const figure = direction === 'cut' ? 'cut_by' : 'hike_by';
  const ends = extremes(odds, meeting, { points: history.points, figure });
  const day = (point: OddsPoint) => rowDay(point.date, odds.asOf);
  const [high, low] = [ends?.highest, ends?.lowest];
  const lines = [
    `*${probability(chance(figures, direction))}* ${direction} by ${shortDate(meeting, odds.asOf)}, ${outcomeWords(outcomes(figures).filter(({ word }) => word !== direction))}`,
    ...(high && low
      ? [
          `*${probability(high.receipt.value)}* highest, ${day(high.point)}; lowest ${probability(low.receipt.value)}, ${day(low.point)}`,
        ]
      : []),
    `*${history.points.length} days* with futures prices since ${history.points[0] ? day(history.points[0]) : 'then'}`,
  ];
  const text = `${title}. ${high ? `High ${probability(high.receipt.value)} on ${day(high.point)}. ` : ''}${closingWords(odds, figures.found)}`;
  const context = [oddsReceiptLine(odds, figures.found, call.staleSessions)];
  const numbers = [...numbersOf(figures, rows), ...(ends ? [ends.highest.receipt, ends.lowest.receipt] : [])];
  const notes = ['Every day against the range in force on the as-of day.', ...cautions(nearEnd(odds), call)];
  return framed({ odds, title, text, lines, chart, context, notes, numbers }, call);
}

/** The same meeting and the same absolute ranges on the as-of day and on earlier ones. */
export function shiftMessage({ figures, rows, absent }: MeetingView, call: FedContext): Message {
  const { odds, meeting } = figures;
  const direction = directionOf(figures, rows);
  const title = meetingTitle(figures, rows, direction);
  const main = rows.find(({ lookBack }) => typeof lookBack !== 'string') ?? rows.at(-1);
  const shift = main && (direction === 'cut' ? main.cutShift : main.hikeShift);
  const lines = [
    ...(main && shift
      ? [
          `*${pp(shift.value, 1)}* ${direction} by ${shortDate(meeting, odds.asOf)} since ${rowDay(main.odds.asOf, odds.asOf)}`,
        ]
      : []),
    ...(main
      ? [
          `*${basisPoints(main.expectedShiftBp.value)}* in the expected move, from ${basisPoints(main.expectedBp)} to ${basisPoints(figures.expectedBp.value)}`,
        ]
      : []),
    `*${probability(chance(figures, direction))}* now; ${outcomeWords(outcomes(figures).filter(({ word }) => word !== direction))}`,
  ];
  const text = `${title}${shift ? ` (${pp(shift.value, 1)})` : ''}. ${closingWords(odds, figures.found)}`;
  const context = [oddsReceiptLine(odds, figures.found, call.staleSessions), shiftNote(figures, rows, 'by')];
  const notes = [...otherRanges(figures, rows), ...cautions(nearEnd(odds), call, absent)];
  const grid = shiftGrid(figures, rows);
  return framed({ odds, title, text, lines, grid, context, notes, numbers: numbersOf(figures, rows) }, call);
}

/** Ranges down, days across; at most four days. */
function shiftGrid(figures: MeetingFigures, rows: readonly ShiftRow[]): string[][] {
  const { odds } = figures;
  const shown = rows.slice(0, 3);
  const cells = shown.map((row) => {
    const offset = (odds.range.upperBp - row.odds.range.upperBp) / 25;
    return (moves: number) => chanceOf(row.found.distribution, moves + offset);
  });
  const nonZero = (moves: number) =>
    chanceOf(figures.found.distribution, moves) > 0.0005 || cells.some((cell) => cell(moves) > 0.0005);
  const moves = Array.from({ length: 81 }, (_, index) => 40 - index)
    .filter(nonZero)
    .slice(0, 9);
  const dagger = (lastTrades: boolean) => (lastTrades ? ' †' : '');
  return [
    [
      'Range, %',
      `${shortDate(odds.asOf)}${dagger(chipOf(odds, figures.found) !== 'Settlement')}`,
      ...shown.map((row) => `${rowDay(row.odds.asOf, odds.asOf)}, ${lookBackLabel(row)}${dagger(row.lastTrades)}`),
    ],
    ...moves.map((move) => [
      rangeText(odds.range.lowerBp + 25 * move, odds.range.upperBp + 25 * move),
      percentCell(chanceOf(figures.found.distribution, move)),
      ...cells.map((cell) => percentCell(cell(move))),
    ]),
    [
      'Expected bp',
      bareBasisPoints(figures.expectedBp.value),
      ...shown.map(({ expectedBp }) => bareBasisPoints(expectedBp)),
    ],
  ];
}

function percentCell(share: number): string {
  return share === 0 ? '–' : bareProbability(share);
}

export interface WhyView extends MeetingView {
  readonly largest: LargestMoves;
  readonly releases: (day: string) => readonly string[];
}

/** The days that moved a meeting's expected rate most; releases of those days stand beside them as coincidence. */
export function whyMessage({ figures, rows, absent, largest, releases }: WhyView, call: FedContext): Message {
  const { odds, meeting } = figures;
  const direction = directionOf(figures, rows);
  const [top] = largest.moves;
  const since = rowDay(largest.from, odds.asOf);
  const name = monthName(meeting, odds.asOf);
  const title = `${name} expected move ${signedBp(largest.totalBp.value)} since ${since}`;
  const lines = [
    `*${basisPoints(largest.totalBp.value)}* in the move expected by ${shortDate(meeting, odds.asOf)}, over ${largest.days} days`,
    ...(top
      ? [`*${basisPoints(top.changeBp.value)}* on ${shortDate(top.day)}, the largest day${shareWords(top)}`]
      : []),
    `*${probability(chance(figures, direction))}* ${direction} by ${shortDate(meeting, odds.asOf)} now`,
  ];
  const covered = largest.from >= `${RELEASE_YEARS.first}` && largest.to < `${RELEASE_YEARS.last + 1}`;
  const uncovered = `CPI, jobs and retail sales are listed for ${RELEASE_YEARS.first} to ${RELEASE_YEARS.last}.`;
  const largestDay = top ? `; largest day ${shortDate(top.day)}, ${basisPoints(top.changeBp.value)}` : '';
  return framed(
    {
      odds,
      title,
      text: `${title}${largestDay}. ${closingWords(odds, figures.found)}`,
      lines,
      grid: whyTable(largest, direction, releases),
      context: [oddsReceiptLine(odds, figures.found, call.staleSessions), COINCIDENCE],
      notes: [...(covered ? [] : [uncovered]), ...cautions(nearEnd(odds), call, absent)],
      numbers: [...moveNumbers(largest), ...numbersOf(figures, rows)],
    },
    call,
  );
}

const COINCIDENCE =
  'Releases came out on that day: coincidence, not cause. Speeches are in no calendar. Share = of the total; days may exceed it or cancel.';

function moveNumbers({ totalBp, moves }: LargestMoves): Receipt[] {
  return [
    totalBp,
    ...moves.flatMap(({ changeBp, cutChange, hikeChange, share }) => [
      changeBp,
      cutChange,
      hikeChange,
      ...(share ? [share] : []),
    ]),
  ];
}

function signedBp(value: number): string {
  return basisPoints(value).replace('\u00a0', ' ');
}

function shareWords({ share }: DailyMove): string {
  return share ? `, ${bareShare(share.value)}% of the total` : '';
}

function bareShare(share: number): string {
  return bareSigned(share, 0).replace('+', '');
}

function whyTable({ moves }: LargestMoves, direction: Direction, releases: WhyView['releases']): string[][] {
  return [
    ['Day', 'Change, bp', `${capital(direction)} by, pp`, 'Share, %', 'Released that day'],
    ...moves.map(({ day, before, after, changeBp, cutChange, hikeChange, share }) => [
      `${shortDate(day)}${before.lastTrades || after.lastTrades ? ' †' : ''}`,
      bareBasisPoints(changeBp.value),
      bareSigned((direction === 'cut' ? cutChange : hikeChange).value, 1),
      share ? bareShare(share.value) : '–',
      releases(day).join(', ') || '–',
    ]),
  ];
}
