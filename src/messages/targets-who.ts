/** `/targets who FIRM`: everything one firm said, with the calls' numbers, what became of each, and its sources. Pure. */

import type { Day } from '../calendar/day.ts';
import type { RevisionsSpec } from '../charts/spec.ts';
import { callCounts } from '../metrics/call-counts.ts';
import { type CallState, isStanding } from '../metrics/call-status.ts';
import { firmKey } from '../metrics/calls.ts';
import { remainingUpside } from '../metrics/calls-level.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { PriceSeries } from '../metrics/series.ts';
import { actions, BUTTONS, context, header, section, table } from './blocks.ts';
import { escapeText, fullDate, percent, plain, sessionDate } from './format.ts';
import type { Message, MessageBlock } from './message.ts';
import { notesLine } from './smallcaps.ts';
import { figuresOf } from './targets.ts';
import { ADD_BUTTON } from './targets-buttons.ts';
import {
  basisOfCalls,
  CELL,
  cut,
  dayCell,
  freshness,
  horizonPhrase,
  levelCell,
  notification,
  statusCell,
  type TargetsContext,
  valueWords,
  warnings,
} from './targets-words.ts';

export interface FirmAnswer {
  /** As the ledger spells it. */
  readonly firm: string;
  /** The firm's calls, newest note first. */
  readonly states: readonly CallState[];
  /** By index; those that have closes. */
  readonly series: ReadonlyMap<string, PriceSeries>;
  readonly asOf: Day;
  readonly chart?: RevisionsSpec | undefined;
}

const MOST_ROWS = 10;

/** Header, the newest call, the table with numbers, the newest source. */
export function firmMessage(answer: FirmAnswer, context_: TargetsContext): Message {
  const { firm, states, asOf, chart } = answer;
  const open = states.filter((state) => isStanding(state, asOf));
  const counts = callCounts(firmKey(firm), states, asOf);
  const lead = `${cut(firm, 30)}: ${plain(counts.open.value)} of ${plain(counts.known.value)} known calls open`;
  const rows = states.slice(0, MOST_ROWS);
  const series = [...answer.series.values()];
  const charts = chart && context_.staleSessions === 0 ? [chart] : [];
  const blocks: MessageBlock[] = [
    header(lead),
    section(...linesOf(answer, open).map(escapeText)),
    table([['No. and call', 'From here', 'Level', 'By', 'Status'], ...rows.map((state) => row(state, answer))]),
    ...charts.map(() => ({ type: 'chart', chart: 0 }) as const),
    context(escapeText(sourceLine(answer, context_)), ...newestSource(rows), ...notesLine(notesOf(states, context_))),
    actions(BUTTONS.share(context_.command), BUTTONS.receipts(context_.command), ADD_BUTTON),
  ];
  const newest = states[0];
  const first = series[0];
  return {
    text: notification(
      `${first ? warnings(first, context_) : ''}${lead}${newest ? `; newest ${newestWords(newest, answer)}` : ''}. ${sessionDate(asOf)}.`,
    ),
    blocks,
    charts,
    numbers: [
      ...series.flatMap((one) =>
        figuresOf(
          states.filter(({ call }) => call.index === one.symbol),
          one,
        ),
      ),
      counts.open,
      counts.known,
    ],
    asOf,
  };
}

/** "Russell 2000 +15% in 12 months, note of 12 Jan 2024", and "+13.12% from here" or what became of it. */
function callWords(
  { call, status }: CallState,
  { series }: FirmAnswer,
): { readonly what: string; readonly stand: string } {
  const one = series.get(call.index);
  const remaining = one && remainingUpside(call, one);
  const left = remaining && isMeasured(remaining) && (status === 'active' || status === 'touched');
  const what = `${one?.name ?? call.index} ${valueWords(call.value)} ${horizonPhrase(call)}, note of ${fullDate(call.noteDate)}`;
  return { what, stand: left ? `${percent(remaining.value)} from here` : status };
}

function newestWords(state: CallState, answer: FirmAnswer): string {
  const { what, stand } = callWords(state, answer);
  return `${what}, ${stand}`;
}

function linesOf(answer: FirmAnswer, open: readonly CallState[]): string[] {
  const told = (open.length > 0 ? open : answer.states).slice(0, 3);
  return told.map((state) => {
    const { what, stand } = callWords(state, answer);
    return `*${stand.replace(/ from here$/, '')}*${stand.endsWith('from here') ? ' from here to' : ':'} ${what}`;
  });
}

function row(state: CallState, { series, asOf }: FirmAnswer): string[] {
  const { call } = state;
  const one = series.get(call.index);
  const remaining = one && isStanding(state, asOf) ? remainingUpside(call, one) : undefined;
  return [
    cut(`${call.call} · ${call.index === 'GSPC' ? 'SPX' : call.index} ${valueWords(call.value)}`, CELL),
    remaining && isMeasured(remaining) ? percent(remaining.value) : '–',
    one ? levelCell(call, one) : '–',
    dayCell(state.due),
    statusCell(state),
  ];
}

function sourceLine({ states, series, asOf }: FirmAnswer, context_: TargetsContext): string {
  const [first] = series.values();
  const when = first ? freshness(first, context_) : `*Known* ${sessionDate(asOf)}`;
  return `${when} · ${basisOfCalls(states.map(({ call }) => call))} · call ledger, point in time`;
}

/** The newest note's own words and link; mrkdwn, everything of the note escaped. */
function newestSource([newest]: readonly CallState[]): string[] {
  if (!newest) return [];
  const { source, people, noteDate, noteDateApproximate } = newest.call;
  const quote = source.quote === undefined ? '' : `“${escapeText(cut(source.quote, 120))}” `;
  const who = people.length === 0 ? '' : `${escapeText(cut(people.join(', '), 60))}, `;
  const day = `${fullDate(noteDate)}${noteDateApproximate ? ' (day approximate)' : ''}`;
  // A long address is no text to read: alone in its element it never costs the quotation its place.
  return [`${quote}${who}${day}`, `Source: ${linked(source)}`];
}

/** A link only where it is one: http(s), no character that could end it early. */
function linked({ link, publisher }: { readonly link: string; readonly publisher: string }): string {
  const name = escapeText(cut(publisher, 24)).replaceAll('|', ' ');
  return /^https?:\/\/[^\s<>|"]+$/.test(link) ? `<${escapeText(link)}|${name}>` : name;
}

function notesOf(states: readonly CallState[], { notes }: TargetsContext): string[] {
  const corrected = states
    .filter(({ call }) => call.version > 1)
    .map(({ call }) => `call ${call.call} (version ${call.version})`);
  const hidden = states.length - Math.min(states.length, MOST_ROWS);
  return [
    ...(corrected.length > 0 ? [`Corrected: ${corrected.slice(0, 4).join(', ')}.`] : []),
    ...(hidden > 0 ? [`${hidden} older calls not shown.`] : []),
    ...notes,
  ];
}
