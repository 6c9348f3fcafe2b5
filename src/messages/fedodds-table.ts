/** The answer to `/fedodds table`: every meeting and range, golden 03-fedodds-table; and the same as stacked bars. Pure. */
import { fedStackChart } from '../charts/fed-stack-chart.ts';
import type { FedOdds } from '../metrics/fed-odds.ts';
import { type YearEnd, yearEnd } from '../metrics/fed-path.ts';
import { type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { movesWords } from './fedodds.ts';
import { framed } from './fedodds-frame.ts';
import {
  cautions,
  chipOf,
  closingWords,
  type FedContext,
  LAST_TRADES,
  oddsReceiptLine,
  rangeText,
} from './fedodds-parts.ts';
import { bareBasisPoints, bareProbability, basisPoints, fullDate, probability, shortDate } from './format.ts';
import type { Message } from './message.ts';

/** Grid columns that hold one range each; what lies outside them is summed, never dropped. */
const MOST_RANGES = 9;
/** Rows of the grid; the CSV holds every meeting. */
const MOST_MEETINGS = 10;
/** A meeting is worth a place in the first line from here on. */
const WORTH_NAMING = 0.05;

const STACK_NOTE = 'Later meetings assume independent decisions. Chances are by each meeting, from the range in force.';

/** Every meeting × every range in per cent, or stacked bars instead of the grid. */
export function allMeetingsMessage(odds: FedOdds, call: FedContext, view: 'table' | 'stack'): Message | undefined {
  const all = odds.meetings.map(({ meeting }) => meetingFigures(odds, meeting)).filter((one) => one !== undefined);
  const end = yearEnd(odds);
  const last = all.find(({ meeting }) => meeting === end?.meeting);
  if (!end || !last) return undefined;
  const shown = all.slice(0, MOST_MEETINGS);
  const grid = gridOf(shown, end);
  const title = pathTitle(end);
  const chart = view === 'stack' ? fedStackChart(odds, title) : undefined;
  const parts = { odds, all, end, last };
  return framed(
    {
      odds,
      title,
      text: fallback(parts),
      lines: lines(parts),
      ...(view === 'table' && { grid: grid.rows }),
      chart,
      context: [
        oddsReceiptLine(odds, odds.meetings.at(-1), call.staleSessions),
        view === 'table' ? gridNote(grid) : STACK_NOTE,
      ],
      notes: [...moreNote(all.length), ...daggerNote(odds), ...cautions(odds, call)],
      numbers: [end.cuts, ...all.flatMap(meetingNumbers)],
    },
    call,
  );
}

interface Parts {
  readonly odds: FedOdds;
  readonly all: readonly MeetingFigures[];
  readonly end: YearEnd;
  readonly last: MeetingFigures;
}

/** "Futures price 5.4 cuts of 25 bp by 18 December". */
export function pathTitle({ cuts, meeting }: YearEnd): string {
  const day = Temporal.PlainDate.from(meeting).toLocaleString('en-GB', { day: 'numeric', month: 'long' });
  return `Futures price ${movesWords(-cuts.value).replace('\u00a0', ' ')} by ${day}`;
}

function lines({ odds, all, end, last }: Parts): string[] {
  const side = sideOf(last);
  const named = all.filter((one) => byOf(one, side) >= WORTH_NAMING).slice(0, 3);
  const [first, second] = [...last.ranges].sort((a, b) => b.chance - a.chance);
  const day = shortDate(end.meeting, odds.asOf);
  const chances = named.map(
    (one, index) =>
      `*${probability(byOf(one, side))}*${index === 0 ? ` ${side}` : ''} by ${shortDate(one.meeting, odds.asOf)}`,
  );
  return [
    ...(chances.length > 0 ? [chances.join('; ')] : []),
    `*${basisPoints(last.expectedBp.value)}* expected by ${fullDate(end.meeting)}`,
    ...(first
      ? [
          `*${probability(first.chance)}* most likely range on ${day}, ${rangeText(first.lowerBp, first.upperBp)}${second ? `; then ${rangeText(second.lowerBp, second.upperBp)}, ${probability(second.chance)}` : ''}`,
        ]
      : []),
  ];
}

function sideOf({ expectedBp }: MeetingFigures): 'cut' | 'hike' {
  return expectedBp.value > 0 ? 'hike' : 'cut';
}

function byOf(figures: MeetingFigures, side: 'cut' | 'hike'): number {
  return side === 'cut' ? figures.cutBy.value : figures.hikeBy.value;
}

function fallback({ odds, all, end, last }: Parts): string {
  const side = sideOf(last);
  const chances = all.slice(0, 4).map((one) => `${shortDate(one.meeting, odds.asOf)} ${probability(byOf(one, side))}`);
  const moves = movesWords(last.found.expectedMoves);
  const finding = `Fed funds futures price ${basisPoints(last.expectedBp.value)} by ${fullDate(end.meeting)}, ${moves}.`;
  return `${finding} ${side === 'cut' ? 'Cut' : 'Hike'} by ${chances.join(', ')}. ${closingWords(odds, odds.meetings.at(-1))}`;
}

function moreNote(meetings: number): string[] {
  return meetings > MOST_MEETINGS ? [`The first ${MOST_MEETINGS} of ${meetings} meetings; all are in the CSV.`] : [];
}

function daggerNote(odds: FedOdds): string[] {
  return chipOf(odds, odds.meetings.at(-1)) === 'Settlement'
    ? []
    : [LAST_TRADES.replace('† last trades', 'Last trades')];
}

interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** Bound below which the column "lower" sums, above which "higher" does. */
  readonly lowerThan?: number;
  readonly higherThan?: number;
}

/** The ranges with anything in them, nearest to the range in force first; beyond nine the outermost are summed. */
function gridOf(all: readonly MeetingFigures[], { found }: YearEnd): Grid {
  const cuts = found.expectedMoves <= 0;
  const moves = [...new Set(all.flatMap(({ ranges }) => ranges.map((cell) => cell.moves)))];
  const ordered = moves.sort((a, b) => (cuts ? b - a : a - b));
  const shown = ordered.length > MOST_RANGES ? kept(ordered, all) : ordered;
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const rest = { lower: ordered.some((move) => move < low), higher: ordered.some((move) => move > high) };
  const ends = [...(rest.higher ? (['higher'] as const) : []), ...(rest.lower ? (['lower'] as const) : [])];
  const range = all[0]?.odds.range;
  const bound = (move: number, side: 'lowerBp' | 'upperBp') => (range?.[side] ?? 0) + 25 * move;
  const head = [
    'Meeting',
    cuts ? 'Cut by' : 'Hike by',
    'Exp. bp',
    ...shown.map((move) => rangeText(bound(move, 'lowerBp'), bound(move, 'upperBp'))),
    ...ends,
  ];
  return {
    rows: [head, ...all.map((one) => gridRow(one, { cuts, shown, ends, low, high }))],
    ...(rest.lower && { lowerThan: bound(low, 'lowerBp') }),
    ...(rest.higher && { higherThan: bound(high, 'upperBp') }),
  };
}

/** Nine neighbouring ranges, starting where the first meeting's odds start, that leave out the least in total. */
function kept(ordered: readonly number[], all: readonly MeetingFigures[]): number[] {
  let best = ordered.slice(0, MOST_RANGES);
  let most = -1;
  for (let start = 0; start + MOST_RANGES <= ordered.length; start++) {
    const span = ordered.slice(start, start + MOST_RANGES);
    const held = all.reduce(
      (sum, { ranges }) =>
        sum + ranges.reduce((row, { moves, chance }) => row + (span.includes(moves) ? chance : 0), 0),
      0,
    );
    if (held > most + 1e-9) [best, most] = [span, held];
  }
  return best;
}

interface GridShape {
  readonly cuts: boolean;
  readonly shown: readonly number[];
  readonly ends: readonly ('higher' | 'lower')[];
  readonly low: number;
  readonly high: number;
}

function gridRow(figures: MeetingFigures, { cuts, shown, ends, low, high }: GridShape): string[] {
  const at = (fits: (moves: number) => boolean) => {
    const cells = figures.ranges.filter(({ moves }) => fits(moves));
    return cells.length === 0 ? '–' : bareProbability(cells.reduce((sum, { chance }) => sum + chance, 0));
  };
  const by = cuts ? figures.cutBy.value : figures.hikeBy.value;
  return [
    rowLabel(figures),
    by === 0 ? '–' : bareProbability(by),
    bareBasisPoints(figures.expectedBp.value),
    ...shown.map((move) => at((moves) => moves === move)),
    ...ends.map((end) => at((moves) => (end === 'lower' ? moves < low : moves > high))),
  ];
}

/** "20 Mar", "29 Jan 25". */
function rowLabel({ meeting, odds }: MeetingFigures): string {
  return shortDate(meeting, odds.asOf).replace(/ 20(\d\d)$/, ' $1');
}

function gridNote({ lowerThan, higherThan }: Grid): string {
  const ends = [
    ...(lowerThan === undefined ? [] : [`lower = below ${rangeText(lowerThan, lowerThan)}`]),
    ...(higherThan === undefined ? [] : [`higher = above ${rangeText(higherThan, higherThan)}`]),
  ].join('; ');
  const ranges = ends === '' ? 'Ranges in bp.' : `Ranges in bp; ${ends}.`;
  return `Per cent; rows sum to 100 before rounding. – is exactly 0. Later meetings assume independent decisions. ${ranges}`;
}

function meetingNumbers(figures: MeetingFigures): Receipt[] {
  const { cutBy, holdBy, hikeBy, cutAt, hikeAt, expectedBp, stepBp, ranges } = figures;
  return [cutBy, holdBy, hikeBy, cutAt, hikeAt, expectedBp, stepBp, ...ranges.map(({ receipt }) => receipt)];
}
