/** The answers to `/fedodds` for the next meeting and for one meeting: goldens 03-fedodds-next and -march. Pure. */

import { type Day, yearOf } from '../calendar/day.ts';
import { fedHistoryChart } from '../charts/fed-history-chart.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import type { ShiftRow } from '../metrics/fed-shifts.ts';
import type { MeetingHistory, MeetingView } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { BUTTONS } from './blocks.ts';
import { framed } from './fedodds-frame.ts';
import {
  cautions,
  chance,
  chanceAt,
  closingWords,
  type Direction,
  directionOf,
  FED_BUTTONS,
  type FedContext,
  nearEnd,
  oddsReceiptLine,
  otherRanges,
  outcomes,
  outcomeWords,
  rangeText,
  rowChance,
  rowDay,
  shiftNote,
  shiftTable,
} from './fedodds-parts.ts';
import { basisPoints, capital, plain, points, probability, shortDate } from './format.ts';
import type { Message } from './message.ts';

/** "25 bp", number and unit kept together. */
const ONE_MOVE = '25\u00a0bp';
/** A difference between `by` and `at` worth both numbers. */
const WORTH_BOTH = 0.01;

/** The next meeting: by and at are the same, so one column says it. */
export function nextMeetingMessage({ figures, following, rows, absent }: MeetingView, call: FedContext): Message {
  const { odds, found, meeting } = figures;
  const direction = directionOf(figures, rows);
  const shown = outcomes(figures).filter((outcome) => outcome.chance > 0);
  const day = shortDate(meeting, odds.asOf);
  const month = monthRow(rows);
  const lines = [
    `*${basisPoints(figures.expectedBp.value)}* expected at this meeting${zeroWords(figures)}`,
    ...(month ? [shiftLine(month, direction, odds.asOf)] : []),
    ...(following ? [followingLine(following)] : []),
  ];
  const ago = month ? ` ${capital(direction)} a month ago: ${probability(rowChance(month, direction))}.` : '';
  const by = following ? ` By ${shortDate(following.meeting, odds.asOf)}: ${byWords(following)}.` : '';
  return framed(
    {
      odds,
      title: `Fed, ${day}: ${outcomeWords(shown)}${sizeWords(figures, direction)}`,
      text: `Fed, ${day}: ${outcomeWords(outcomes(figures))}.${ago}${by} ${closingWords(odds, found)}`,
      lines,
      grid: shiftTable(figures, rows, 'at'),
      ...contextOf({ figures, rows, absent }, call, 'at'),
      buttons: [BUTTONS.share(call.command), BUTTONS.receipts(call.command), FED_BUTTONS.table(call)],
      numbers: numbersOf(figures, rows, following),
    },
    call,
  );
}

/** One later meeting: what is priced by it, where that was, and its line. */
export function meetingMessage(view: MeetingView, history: MeetingHistory, call: FedContext): Message {
  const { figures, rows } = view;
  const { odds, found, meeting } = figures;
  const direction = directionOf(figures, rows);
  const day = shortDate(meeting, odds.asOf);
  const title = meetingTitle(figures, rows, direction);
  const told = rows.filter(({ lookBack }) => lookBack !== '1w').map((row) => row.odds.asOf);
  const chart = fedHistoryChart({ title, meeting, odds, direction, told, ...history });
  const base = baseRow(rows);
  const shift = base ? points((direction === 'cut' ? base.cutShift : base.hikeShift).value, 1) : '';
  const from = base ? `, from ${probability(rowChance(base, direction))} ${agoWords(base, odds.asOf)} (${shift})` : '';
  const at = atDiffers(figures, direction)
    ? ` At the meeting itself ${probability(chanceAt(figures, direction))}.`
    : '';
  const rest = outcomeWords(otherOutcomes(figures, direction));
  return framed(
    {
      odds,
      title,
      text: `Fed, by ${day}: ${direction} ${probability(chance(figures, direction))}${from}; ${rest}.${at} ${closingWords(odds, found)}`,
      lines: meetingLines(figures, direction),
      grid: shiftTable(figures, rows, 'by'),
      chart,
      ...contextOf(view, call, 'by'),
      buttons: [BUTTONS.share(call.command), BUTTONS.receipts(call.command), FED_BUTTONS.why(call, meeting)],
      numbers: numbersOf(figures, rows),
    },
    call,
  );
}

/** "March cut odds 43.2%, from 88.0% a month ago". */
export function meetingTitle(figures: MeetingFigures, rows: readonly ShiftRow[], direction: Direction): string {
  const { odds, meeting } = figures;
  const base = baseRow(rows);
  const name = monthName(meeting, odds.asOf);
  if (chance(figures, direction) === 0 && (!base || rowChance(base, direction) === 0)) return `${name}: hold 100%`;
  const now = probability(chance(figures, direction));
  const from = base ? `, from ${probability(rowChance(base, direction))} ${agoWords(base, odds.asOf)}` : '';
  return `${name} ${direction} odds ${now}${from}`;
}

/** The row the headline compares with: a day that was asked for, else a month ago. */
function baseRow(rows: readonly ShiftRow[]): ShiftRow | undefined {
  return rows.find(({ lookBack }) => typeof lookBack !== 'string') ?? monthRow(rows);
}

function monthRow(rows: readonly ShiftRow[]): ShiftRow | undefined {
  return rows.find(({ lookBack }) => lookBack === '1m');
}

function agoWords({ lookBack, odds }: ShiftRow, asOf: Day): string {
  return lookBack === '1m' ? 'a month ago' : `on ${rowDay(odds.asOf, asOf)}`;
}

/** "March", with the year when it is not the as-of day's. */
export function monthName(meeting: Day, asOf: Day): string {
  const month = Temporal.PlainDate.from(meeting).toLocaleString('en-GB', { month: 'long' });
  return yearOf(meeting) === yearOf(asOf) ? month : `${month} ${yearOf(meeting)}`;
}

function meetingLines(figures: MeetingFigures, direction: Direction): string[] {
  const day = shortDate(figures.meeting, figures.odds.asOf);
  const at = atDiffers(figures, direction)
    ? `; at the meeting itself ${probability(chanceAt(figures, direction))}`
    : '';
  const rest = outcomeWords(otherOutcomes(figures, direction));
  const ranges = [...figures.ranges].sort((a, b) => b.chance - a.chance).slice(0, 4);
  return [
    `*${probability(chance(figures, direction))}* ${direction} by ${day}; ${rest}${at}`,
    ranges
      .map(({ chance: share, lowerBp, upperBp }) => `*${probability(share)}* ${rangeText(lowerBp, upperBp)}`)
      .join(' · '),
    `*${basisPoints(figures.expectedBp.value)}* expected by ${day}, ${movesWords(figures.found.expectedMoves)}`,
  ];
}

/** "0.4 of a 25 bp cut", "5.4 cuts of 25 bp", "no move". */
export function movesWords(moves: number): string {
  const size = plain(Math.abs(moves), 1);
  if (size === '0.0') return 'less than a tenth of a move';
  const word = moves < 0 ? 'cut' : 'hike';
  return Math.abs(moves) < 1 ? `${size} of a ${ONE_MOVE} ${word}` : `${size} ${word}s of ${ONE_MOVE}`;
}

function atDiffers(figures: MeetingFigures, direction: Direction): boolean {
  return Math.abs(chance(figures, direction) - chanceAt(figures, direction)) > WORTH_BOTH;
}

/** Hold and the other direction, hold first. */
function otherOutcomes(figures: MeetingFigures, direction: Direction) {
  const other: Direction = direction === 'cut' ? 'hike' : 'cut';
  return [
    { word: 'hold', chance: figures.holdBy.value },
    { word: other, chance: chance(figures, other) },
  ] as const;
}

/** "; hike 0%": the outcomes a header without zeros leaves out. */
function zeroWords(figures: MeetingFigures): string {
  const none = outcomes(figures).filter((outcome) => outcome.chance === 0);
  return none.length === 0 ? '' : `; ${outcomeWords(none)}`;
}

/** "; +50 bp 78.6%, +25 bp 21.4%" when the direction has more than one size. */
function sizeWords(figures: MeetingFigures, direction: Direction): string {
  const sizes = figures.ranges.filter(({ moves }) => (direction === 'cut' ? moves < 0 : moves > 0));
  if (sizes.length < 2) return '';
  const largest = [...sizes].sort((a, b) => b.chance - a.chance).slice(0, 2);
  return `; ${largest.map(({ moves, chance: share }) => `${moves < 0 ? '−' : '+'}${Math.abs(25 * moves)} bp ${probability(share)}`).join(', ')}`;
}

/** The change in odds; where they did not change, the change in the expected move, which may have. */
function shiftLine(row: ShiftRow, direction: Direction, asOf: Day): string {
  const shift = (direction === 'cut' ? row.cutShift : row.hikeShift).value;
  const day = rowDay(row.odds.asOf, asOf);
  if (Math.abs(shift) < 0.0005 && Math.abs(row.expectedShiftBp.value) >= 0.05) {
    return `*${basisPoints(row.expectedShiftBp.value)}* expected move in a month, from ${basisPoints(row.expectedBp)} on ${day}`;
  }
  return `*${points(shift, 1)}* ${direction} odds in a month, from ${probability(rowChance(row, direction))} on ${day}`;
}

/** "*43.2%* cut by the next meeting, 20 Mar; hold 56.8%". */
function followingLine(following: MeetingFigures): string {
  const direction = directionOf(following);
  const rest = otherOutcomes(following, direction).filter(({ word, chance: share }) => word === 'hold' || share > 0);
  const day = shortDate(following.meeting, following.odds.asOf);
  return `*${probability(chance(following, direction))}* ${direction} by the next meeting, ${day}; ${outcomeWords(rest)}`;
}

function byWords(following: MeetingFigures): string {
  const direction = directionOf(following);
  return `${direction} ${probability(chance(following, direction))}`;
}

function contextOf({ figures, rows, absent }: Omit<MeetingView, 'following'>, call: FedContext, column: 'at' | 'by') {
  const { odds, found } = figures;
  return {
    context: [oddsReceiptLine(odds, found, call.staleSessions), shiftNote(figures, rows, column)],
    notes: [...otherRanges(figures, rows), ...cautions(nearEnd(odds), call, absent)],
  };
}

/** Every number of a meeting's answer, in the order of mention. */
export function numbersOf(figures: MeetingFigures, rows: readonly ShiftRow[], following?: MeetingFigures): Receipt[] {
  const own = [figures, ...(following ? [following] : [])].flatMap((one) => [
    one.cutBy,
    one.holdBy,
    one.hikeBy,
    one.cutAt,
    one.hikeAt,
    one.expectedBp,
    one.stepBp,
    ...one.ranges.map(({ receipt }) => receipt),
  ]);
  const emptied = rows.flatMap((row) => emptiedRanges(figures, row));
  const once = new Map([...own, ...emptied].map((receipt) => [receipt.id, receipt]));
  return [...once.values(), ...rows.flatMap((row) => [...row.base, row.cutShift, row.hikeShift, row.expectedShiftBp])];
}

/** Ranges that had a chance on the row's day and have none now: their receipts say 0. */
function emptiedRanges(figures: MeetingFigures, row: ShiftRow): Receipt[] {
  const offset = (figures.odds.range.upperBp - row.odds.range.upperBp) / 25;
  const { lowest, chances } = row.found.distribution;
  return [...chances].flatMap((share, index) => {
    const moves = lowest + index - offset;
    const held = figures.ranges.some((cell) => cell.moves === moves);
    return share === 0 || held ? [] : [figures.rangeOf(moves)];
  });
}
