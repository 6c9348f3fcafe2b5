/** What every `/fedodds` answer shares: outcome words, the receipt line, the shift table, buttons. Pure. */
import { type Day, daysBetween } from '../calendar/day.ts';
import { cancelledAround } from '../calendar/fomc.ts';
import { closedReason, isSession, sessionOnOrBefore } from '../calendar/nyse.ts';
import type { FedCalendar, FedOdds, MeetingOdds } from '../metrics/fed-odds.ts';
import { type MeetingFigures, priceKinds } from '../metrics/fed-receipts.ts';
import { pathTo, type ShiftRow } from '../metrics/fed-shifts.ts';
import { whyCut } from '../metrics/fed-steps.ts';
import type { Absent } from '../metrics/receipt.ts';
import { button } from './blocks.ts';
import { bareSigned, capital, fullDate, probability, sessionDate, shortDate } from './format.ts';
import { receiptLine } from './receipt-line.ts';

export interface FedContext {
  /** The whole command with its day: what a button runs again. */
  readonly command: string;
  /** The day asked for, prices or not. */
  readonly asked: Day;
  /** Said in the context: a day without prices that was asked for, … */
  readonly notes: readonly string[];
  /** Sessions that should have prices and have none. */
  readonly staleSessions: number;
  readonly calendar: FedCalendar;
}

export type Direction = 'cut' | 'hike';

/** The side with the larger chance; with none, the side the rows lean to, cuts when nothing does. */
export function directionOf(figures: MeetingFigures, rows: readonly ShiftRow[] = []): Direction {
  const cuts = figures.cutBy.value || Math.max(0, ...rows.map(({ cutBy }) => cutBy));
  const hikes = figures.hikeBy.value || Math.max(0, ...rows.map(({ hikeBy }) => hikeBy));
  if (figures.cutBy.value !== figures.hikeBy.value) return figures.cutBy.value > figures.hikeBy.value ? 'cut' : 'hike';
  return hikes > cuts ? 'hike' : 'cut';
}

export interface Outcome {
  readonly word: 'cut' | 'hold' | 'hike';
  readonly chance: number;
}

/** Cut, hold and hike by the meeting, the largest first. */
export function outcomes(figures: MeetingFigures): Outcome[] {
  const all: Outcome[] = [
    { word: 'cut', chance: figures.cutBy.value },
    { word: 'hold', chance: figures.holdBy.value },
    { word: 'hike', chance: figures.hikeBy.value },
  ];
  return all.sort((a, b) => b.chance - a.chance);
}

/** "hold 97.9%, cut 2.1%". */
export function outcomeWords(shown: readonly Outcome[]): string {
  return shown.map(({ word, chance }) => `${word} ${probability(chance)}`).join(', ');
}

/** "Settlement" only where every price behind the meeting is one. */
export function chipOf(odds: FedOdds, found: MeetingOdds | undefined): 'Settlement' | 'Last trade' {
  const path = found ? pathTo(odds, found) : [];
  return priceKinds(odds.day, path).every((kind) => kind === 'settlement') ? 'Settlement' : 'Last trade';
}

/** "*Settlement* Mon 22 Jan 2024 · 30-day fed funds futures, FedWatch method · range in force 525–550 bp · CME prices". */
export function oddsReceiptLine(odds: FedOdds, found: MeetingOdds | undefined, staleSessions: number): string {
  const { lowerBp, upperBp } = odds.range;
  const inForce = `${lowerBp === upperBp ? 'target' : 'range'} in force ${rangeText(lowerBp, upperBp)} bp`;
  return receiptLine({
    session: odds.asOf,
    basis: '30-day fed funds futures, FedWatch method',
    base: inForce,
    sources: [odds.day.futures.source],
    staleSessions,
    chip: chipOf(odds, found),
  });
}

/** The last sentence of a fallback text: "Settlement, Mon 22 Jan 2024." */
export function closingWords(odds: FedOdds, found: MeetingOdds | undefined): string {
  return `${chipOf(odds, found)}, ${sessionDate(odds.asOf)}.`;
}

/** What must come first in the fallback text: "Sample data: ", "Stale: ". */
export function leadWords(odds: FedOdds, { staleSessions }: FedContext): string {
  const sample = odds.day.futures.source.sample ? 'Sample data: ' : '';
  return staleSessions > 0 ? `${sample}Stale: ` : sample;
}

/** The warning above the numbers when prices are missing; nothing otherwise. */
export function staleLine(odds: FedOdds, { staleSessions }: FedContext): string[] {
  if (staleSessions <= 0) return [];
  return [`:warning: No fed funds futures prices after ${sessionDate(odds.asOf)}; these odds are of that day.`];
}

const LABELS = { '1d': '1D', '1w': '1W', '1m': '1M' } as const;

export function lookBackLabel({ lookBack }: Pick<ShiftRow, 'lookBack'>): string {
  return typeof lookBack === 'string' ? LABELS[lookBack] : 'then';
}

/** Day of a row, with its year where it could be mistaken. */
export function rowDay(day: Day, asOf: Day): string {
  return daysBetween(day, asOf) > 300 ? fullDate(day) : shortDate(day);
}

export type Column = 'at' | 'by';

/** Rows of the shift table, header first: as-of, then each look-back that has prices. */
export function shiftTable(figures: MeetingFigures, rows: readonly ShiftRow[], column: Column): string[][] {
  const direction = directionOf(figures, rows);
  const other: Direction = direction === 'cut' ? 'hike' : 'cut';
  const by = column === 'by' ? ' by' : '';
  const both = chance(figures, other) > 0 || rows.some((row) => rowChance(row, other) > 0);
  const dagger = chipOf(figures.odds, figures.found) === 'Settlement' ? '' : ' †';
  const cells = (main: number, hold: number, second: number) => [
    probability(main),
    probability(hold),
    ...(both ? [probability(second)] : []),
  ];
  return [
    ['Settled', `${capital(direction)}${by}`, 'Hold', ...(both ? [`${capital(other)}${by}`] : []), 'Shift, pp'],
    [
      `${shortDate(figures.odds.asOf)}${dagger}`,
      ...cells(chance(figures, direction), figures.holdBy.value, chance(figures, other)),
      '–',
    ],
    ...rows.map((row) => [
      `${rowDay(row.odds.asOf, figures.odds.asOf)}, ${lookBackLabel(row)}${row.lastTrades ? ' †' : ''}`,
      ...cells(rowChance(row, direction), row.holdBy, rowChance(row, other)),
      bareSigned((direction === 'cut' ? row.cutShift : row.hikeShift).value, 1),
    ]),
  ];
}

export function chance(figures: MeetingFigures, direction: Direction): number {
  return direction === 'cut' ? figures.cutBy.value : figures.hikeBy.value;
}

export function chanceAt(figures: MeetingFigures, direction: Direction): number {
  return direction === 'cut' ? figures.cutAt.value : figures.hikeAt.value;
}

export function rowChance(row: ShiftRow, direction: Direction): number {
  return direction === 'cut' ? row.cutBy : row.hikeBy;
}

/** "Shift = change in cut by since then, … † last trades, … 1W: 15 Jan was a holiday, 12 Jan used." */
export function shiftNote(figures: MeetingFigures, rows: readonly ShiftRow[], column: Column): string {
  const direction = directionOf(figures, rows);
  const shift = `Shift = change in ${direction}${column === 'by' ? ' by' : ''} since then, same meeting and ranges.`;
  const trades = rows.some(({ lastTrades }) => lastTrades) || chipOf(figures.odds, figures.found) !== 'Settlement';
  return [shift, ...(trades ? [LAST_TRADES] : []), ...rows.flatMap(otherDay)].join(' ');
}

export const LAST_TRADES = '† last trades, no settlement stored: good to 1–2 pp.';

/** Why a row's day is not the one its look-back means; a weekend needs no words. */
function otherDay({ lookBack, target, odds }: ShiftRow): string[] {
  const label = lookBackLabel({ lookBack });
  if (lookBack === '1d') {
    const before = sessionOnOrBefore(target);
    return before > odds.asOf ? [`1D: no prices for ${shortDate(before)}, ${shortDate(odds.asOf)} used.`] : [];
  }
  if (odds.asOf === target) return [];
  if (isSession(target)) return [`${label}: no prices for ${shortDate(target)}, ${shortDate(odds.asOf)} used.`];
  if (closedReason(target) === 'weekend') return [];
  return [`${label}: ${shortDate(target)} was a holiday, ${shortDate(odds.asOf)} used.`];
}

/** What a reader must know beyond the numbers: moves out of turn, a cancelled meeting, meetings not priced, rows left out. */
export function cautions(odds: FedOdds, { calendar, notes }: FedContext, absent: readonly Absent[] = []): string[] {
  const moves = odds.outOfTurn.map(({ from, moveBp }) => {
    const size = `${moveBp < 0 ? '−' : '+'}${Math.abs(moveBp)} bp`;
    return `${size} out of turn, in force from ${shortDate(from)}: that month anchors nothing.`;
  });
  const cancelled = cancelledAround(calendar.meetings, odds.asOf)
    .filter((day) => !odds.meetings.some(({ meeting }) => meeting === day))
    .map((day) => `The meeting of ${shortDate(day)} was cancelled.`);
  const below = odds.meetings.some(({ distribution }) => odds.range.lowerBp + 25 * distribution.lowest < 0);
  return [
    ...notes,
    ...moves,
    ...cancelled,
    ...(below ? ['Ranges below zero are shown as priced, never clipped.'] : []),
    ...(odds.cut ? [`Not shown: ${shortDate(odds.cut.meeting, odds.asOf)} and later, ${whyCut(odds.cut)}.`] : []),
    ...absent.map(({ absent: why }) => `Not shown: ${why}.`),
  ];
}

/** A row whose day had another range in force: its chances are still against today's. */
export function otherRanges(figures: MeetingFigures, rows: readonly ShiftRow[]): string[] {
  const { lowerBp, upperBp } = figures.odds.range;
  const differing = rows.filter(({ odds }) => odds.range.upperBp !== upperBp);
  if (differing.length === 0) return [];
  const then = differing.map(
    (row) => `${lookBackLabel(row)} ${rangeText(row.odds.range.lowerBp, row.odds.range.upperBp)}`,
  );
  return [`In force then: ${then.join(', ')}; all rows count from ${rangeText(lowerBp, upperBp)}.`];
}

/** "525–550", "−25–0"; a point target as one number. */
export function rangeText(lower: number, upper: number): string {
  const number = (bp: number) => (bp < 0 ? `−${-bp}` : String(bp));
  return lower === upper ? number(lower) : `${number(lower)}–${number(upper)}`;
}

/** The odds without the end of their list, which one meeting's answer need not tell unless it is the only meeting. */
export function nearEnd(odds: FedOdds): FedOdds {
  if (!odds.cut || odds.meetings.length === 1) return odds;
  const { cut: _cut, ...rest } = odds;
  return rest;
}

/** Sentences packed into context elements of at most `most` characters. */
export function packed(sentences: readonly string[], most = 170): string[] {
  const elements: string[] = [];
  for (const sentence of sentences) {
    const last = elements.at(-1);
    if (last !== undefined && `${last} ${sentence}`.length <= most)
      elements[elements.length - 1] = `${last} ${sentence}`;
    else elements.push(sentence);
  }
  return elements;
}

export const FED_BUTTONS = {
  table: ({ asked }: FedContext) =>
    button('fed_table', 'All meetings', {
      label: 'Show all meetings and ranges',
      value: `/fedodds table asof ${asked}`,
    }),
  why: ({ asked }: FedContext, meeting: Day) =>
    button('fed_why', 'What moved it', {
      label: 'Show the largest daily moves and their dates',
      value: `/fedodds ${meeting} why asof ${asked}`,
    }),
} as const;
