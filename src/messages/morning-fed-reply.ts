/** The Fed reply of the morning thread: the meeting's outcomes on the day, a day, a week and a month before. Pure. */
import type { MorningView } from '../metrics/morning.ts';
import type { FedItem } from '../metrics/morning-fed.ts';
import { type SizedTable, sizedTable } from '../metrics/morning-odds-days.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { context, LIMITS, section, table } from './blocks.ts';
import { numbersOf } from './fedodds.ts';
import {
  LAST_TRADES,
  lookBackLabel,
  oddsReceiptLine,
  rangeText,
  rowDay,
  shiftNote,
  shiftTable,
} from './fedodds-parts.ts';
import { basisPoints, capital, escapeText, probability, shortDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { noteMessage } from './morning-note.ts';
import { dayName, oddsDay, outcomeTerm, wholeBp } from './morning-words.ts';

/** "2/5 Fed, 22 Mar: expected move +16 bp, from +35 bp on Friday", its table and receipt line. */
export function fedReply(view: MorningView, place: string): Message {
  const { fed } = view;
  const { session } = view.facts;
  if (!fed) return noteMessage(`*${place} Fed:* ${unpricedWords(view) ?? 'no meeting could be priced'}.`, session);
  const { figures, rows } = fed.view;
  const day = shortDate(figures.meeting, figures.odds.asOf);
  const line = oddsReceiptLine(figures.odds, fed.view.figures.found, 0).replace('30-day ', '');
  const sizes = fed.sized ? sizedTable(fed) : undefined;
  const column = fed.isNext ? 'at' : 'by';
  const notes = sizes ? sizedNotes(fed, sizes) : [shiftNote(figures, rows, column)];
  const sample = figures.odds.day.futures.source.sample ? 'Sample data: ' : '';
  return {
    text: escapeText(`${sample}${place} Fed odds, ${day}: ${oddsWords(fed, view)}.`),
    blocks: [
      section(escapeText(`*${place} Fed, ${day}: ${findingWords(fed, view)}*`)),
      table(sizes ? sizedRows(fed, sizes) : shiftTable(figures, rows, column)),
      context(...[line, ...notes.flatMap(shortElements)].map(escapeText)),
    ],
    charts: [],
    numbers: unique([...numbersOf(figures, rows), ...(sizes?.rows.flatMap(({ cells }) => cells) ?? [])]),
    asOf: session,
  };
}

/** "the last odds, of Fri 13 Mar, are from before the decision of Sun 15 Mar"; undefined where prices know of it. */
export function unpricedWords({ decision, facts }: MorningView): string | undefined {
  if (!decision || !facts.fed.ok || decision.decision.day <= facts.fed.value.odds.asOf) return undefined;
  const { asOf } = facts.fed.value.odds;
  return `the last odds, of ${weekdayDate(asOf)}, are from before the decision of ${weekdayDate(decision.decision.day)}`;
}

/** Sentences of a note, as many to an element as it holds. */
function shortElements(note: string): string[] {
  const parts: string[] = [];
  for (const sentence of note.split(/(?<=\.) /)) {
    const joined = [...parts.slice(-1), sentence].join(' ');
    if (parts.length > 0 && joined.length <= LIMITS.contextElement) parts[parts.length - 1] = joined;
    else parts.push(sentence);
  }
  return parts;
}

function unique(numbers: readonly Receipt[]): Receipt[] {
  return [...new Map(numbers.map((one) => [one.id, one])).values()];
}

/** What was decided counts no longer as expected: on that evening the title names the range the odds count from. */
function findingWords(item: FedItem, view: MorningView): string {
  const { from, view: meeting } = item;
  if (from.upperBp === meeting.figures.odds.range.upperBp) return `expected move ${expectedWords(item, view)}`;
  return `moves from the new range, ${rangeText(from.lowerBp, from.upperBp)}\u00a0bp`;
}

/** "+16 bp, from +35 bp on Friday": both with the decimals of the larger one. */
function expectedWords(item: FedItem, { facts }: MorningView): string {
  const { view, before } = item;
  const now = view.figures.expectedBp.value;
  if (!before) return basisPoints(now);
  const print = Math.max(Math.abs(now), Math.abs(before.expectedBp)) >= 20 ? wholeBp : basisPoints;
  const then = print(before.expectedBp);
  return then === print(now) ? `${then}, unchanged` : `${print(now)}, from ${then} on ${oddsDay(item, facts.session)}`;
}

/** "hike 50 bp 0% (Fri 40.2%), hike 25 bp 65.0% (59.8%), hold 35.0% (0%)": the largest move first. */
function oddsWords({ outcomes: all, sized, before }: FedItem, { since, facts }: MorningView): string {
  const ordered = sized ? all.toSorted((a, b) => Math.abs(b.moves ?? 0) - Math.abs(a.moves ?? 0)) : all;
  const day = dayName(before?.odds.asOf ?? since, facts.session);
  const short = day.includes(' ') ? day : day.slice(0, 3);
  return ordered
    .map((one, index) => {
      const then = one.before ? ` (${index === 0 ? `${short} ` : ''}${probability(one.before.value)})` : '';
      return `${outcomeTerm(one)} ${probability(one.now.value)}${then}`;
    })
    .join(', ');
}

/** One column a size, the hold first. */
function sizedRows({ view }: FedItem, { columns, rows }: SizedTable): string[][] {
  const { odds } = view.figures;
  return [
    ['Settled', ...columns.map(columnName)],
    ...rows.map(({ row, cells }) => [
      row
        ? `${rowDay(row.odds.asOf, odds.asOf)}, ${lookBackLabel(row)}${row.lastTrades ? ' †' : ''}`
        : `${shortDate(odds.asOf)}${isLastTrades(cells) ? ' †' : ''}`,
      ...cells.map(({ value }) => probability(value)),
    ]),
  ];
}

/** A day's own cells say what kind of prices they rest on. */
function isLastTrades(cells: readonly Receipt[]): boolean {
  return cells.some(({ basis }) => !basis.startsWith('settlement,'));
}

function columnName(moves: number): string {
  const word = moves === 0 ? 'hold' : moves < 0 ? 'cut' : 'hike';
  return capital(outcomeTerm({ word, moves }).replace('\u00a0bp', ''));
}

function sizedNotes(item: FedItem, { rows }: SizedTable): string[] {
  const { from, view } = item;
  const { odds } = view.figures;
  const then = rows.flatMap(({ row }) => (row && row.odds.range.upperBp !== odds.range.upperBp ? [row] : []));
  const counted =
    then.length > 0 || from.upperBp !== odds.range.upperBp
      ? [`All rows count from ${rangeText(from.lowerBp, from.upperBp)}.`]
      : [];
  const rest = rows.some(({ isWhole }) => !isWhole) ? ['Rest of a row: other sizes.'] : [];
  const trades = rows.some(({ row, cells }) => row?.lastTrades || (!row && isLastTrades(cells))) ? [LAST_TRADES] : [];
  const notes = [...counted, ...rest, ...trades].join(' ');
  return notes === '' ? [] : [notes];
}
