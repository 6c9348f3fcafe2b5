/** The Fed reply of the morning thread: the meeting's outcomes on the day, a day, a week and a month before. Pure. */
import { chanceOf } from '../metrics/fed-distribution.ts';
import type { ShiftRow } from '../metrics/fed-shifts.ts';
import type { MorningView } from '../metrics/morning.ts';
import type { FedItem, OutcomeChange } from '../metrics/morning-fed.ts';
import { context, section, table } from './blocks.ts';
import { numbersOf } from './fedodds.ts';
import {
  capital,
  LAST_TRADES,
  lookBackLabel,
  oddsReceiptLine,
  rowDay,
  shiftNote,
  shiftTable,
} from './fedodds-parts.ts';
import { basisPoints, escapeText, probability, shortDate } from './format.ts';
import type { Message } from './message.ts';
import { noteMessage } from './morning-note.ts';
import { dayName, outcomeTerm, wholeBp } from './morning-words.ts';

/** "2/5 Fed, 22 Mar: expected move +16 bp, from +35 bp on Friday", its table and receipt line. */
export function fedReply(view: MorningView, place: string): Message {
  const { fed } = view;
  const { session } = view.facts;
  if (!fed) return noteMessage(`*${place} Fed: no meeting could be priced.*`, session);
  const { figures, rows } = fed.view;
  const day = shortDate(figures.meeting, figures.odds.asOf);
  const line = oddsReceiptLine(figures.odds, fed.view.figures.found, 0).replace('30-day ', '');
  const notes = fed.sized
    ? fed.lastTrades
      ? [LAST_TRADES]
      : []
    : [shiftNote(figures, rows, fed.isNext ? 'at' : 'by')];
  const sample = figures.odds.day.futures.source.sample ? 'Sample data: ' : '';
  return {
    text: escapeText(`${sample}${place} Fed odds, ${day}: ${oddsWords(fed, view)}.`),
    blocks: [
      section(escapeText(`*${place} Fed, ${day}: expected move ${expectedWords(fed, view)}*`)),
      table(fed.sized ? sizedTable(fed) : shiftTable(figures, rows, fed.isNext ? 'at' : 'by')),
      context(...[line, ...notes].map(escapeText)),
    ],
    charts: [],
    numbers: numbersOf(figures, rows),
    asOf: session,
  };
}

/** "+16 bp, from +35 bp on Friday": both with the decimals of the larger one. */
function expectedWords({ view, before }: FedItem, { since, facts }: MorningView): string {
  const now = view.figures.expectedBp.value;
  if (!before) return basisPoints(now);
  const print = Math.max(Math.abs(now), Math.abs(before.expectedBp)) >= 20 ? wholeBp : basisPoints;
  const then = print(before.expectedBp);
  return then === print(now) ? `${then}, unchanged` : `${print(now)}, from ${then} on ${dayName(since, facts.session)}`;
}

/** "hike 50 bp 0% (Fri 40.2%), hike 25 bp 65.0% (59.8%), hold 35.0% (0%)": the largest move first. */
function oddsWords({ outcomes: all, sized }: FedItem, { since, facts }: MorningView): string {
  const ordered = sized ? all.toSorted((a, b) => Math.abs(b.moves ?? 0) - Math.abs(a.moves ?? 0)) : all;
  const day = dayName(since, facts.session);
  const short = day.includes(' ') ? day : day.slice(0, 3);
  return ordered
    .map((one, index) => {
      const then = one.before ? ` (${index === 0 ? `${short} ` : ''}${probability(one.before.value)})` : '';
      return `${outcomeTerm(one)} ${probability(one.now.value)}${then}`;
    })
    .join(', ');
}

/** Rows of the table with one column a size, the hold first, then by size. */
function sizedTable(item: FedItem): string[][] {
  const { figures, rows } = item.view;
  const columns = item.outcomes.toSorted((a, b) => Math.abs(a.moves ?? 0) - Math.abs(b.moves ?? 0));
  return [
    ['Settled', ...columns.map(columnName)],
    [
      `${shortDate(figures.odds.asOf)}${item.lastTrades ? ' †' : ''}`,
      ...columns.map(({ now }) => probability(now.value)),
    ],
    ...rows.map((row) => [
      `${rowDay(row.odds.asOf, figures.odds.asOf)}, ${lookBackLabel(row)}${row.lastTrades ? ' †' : ''}`,
      ...columns.map(({ moves = 0 }) => probability(chanceThen(item, row, moves))),
    ]),
  ];
}

function columnName(outcome: OutcomeChange): string {
  return capital(outcomeTerm(outcome).replace('\u00a0bp', ''));
}

/** A row's day may have had another range in force; chances are against today's. */
function chanceThen({ view }: FedItem, row: ShiftRow, moves: number): number {
  const offset = (view.figures.odds.range.upperBp - row.odds.range.upperBp) / 25;
  return chanceOf(row.found.distribution, moves + offset);
}
