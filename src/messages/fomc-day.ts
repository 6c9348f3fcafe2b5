/** The decision day in two messages: what is priced on its morning, what the prices say on its evening. Pure. */
import type { Day } from '../calendar/day.ts';
import { hasPressConference, hasProjections } from '../calendar/fomc.ts';
import { chanceOf as chanceOfMoves } from '../metrics/fed-distribution.ts';
import type { FomcDayView, MeetingBeside } from '../metrics/fomc-day.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { Comparison } from '../metrics/returns.ts';
import { actions, BUTTONS, context, header, LIMITS, section } from './blocks.ts';
import { monthName } from './fedodds.ts';
import { chipOf, LAST_TRADES, oddsReceiptLine } from './fedodds-parts.ts';
import { basisPoints, escapeText, plain, points, probability, sessionDate, shortDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { legWords } from './morning-lines.ts';

export interface FomcContext {
  readonly command: string;
  /** The day it is read; the decision's own by default. */
  readonly today?: Day;
  /** Evening only: small caps on the day; absent without closes. */
  readonly gap?: Comparison;
}

/** The morning of the decision: its odds, the next meeting's, the year's end, and the times. */
export function fedBeforeMessage(view: FomcDayView, { command, today }: FomcContext): Message {
  const { own, meeting } = view;
  const shown = sizes(own);
  const day = today === undefined || today === meeting ? 'today' : `on ${weekdayDate(meeting)}`;
  const rest = shown.slice(1).map(sizeWords);
  const lines = [
    `*${probability(shown[0]?.chance ?? 1)}* ${sizeName(shown[0]?.moves ?? 0)} ${day}, 14:00 ET${rest.length > 0 ? `; ${rest.join(', ')}` : ''}`,
    ...nextLine(view),
    ...endLine(view),
  ];
  const title = `FOMC ${day}: ${shown.map(sizeWords).join(', ')} priced`;
  return fedMessage(view, {
    title,
    text: `${title}. ${nextSentence(view)}Decision 14:00 ET.`,
    lines,
    note: timesWords(meeting),
    command,
  });
}

interface Size {
  /** 25 bp moves from the range in force. */
  readonly moves: number;
  readonly chance: number;
  /** The futures day before. */
  readonly before?: number;
}

/** Every size with a chance, the likeliest first. */
function sizes({ figures, before }: MeetingBeside): Size[] {
  const offset = before ? (figures.odds.range.upperBp - before.odds.range.upperBp) / 25 : 0;
  return figures.ranges
    .map(({ moves, chance }) => ({
      moves,
      chance,
      ...(before && { before: chanceOfMoves(before.found.distribution, moves + offset) }),
    }))
    .toSorted((a, b) => b.chance - a.chance);
}

/** "hold", "hike 75 bp". */
function sizeName(moves: number): string {
  return moves === 0 ? 'hold' : `${moves < 0 ? 'cut' : 'hike'} ${Math.abs(25 * moves)}\u00a0bp`;
}

function sizeWords({ moves, chance }: Size): string {
  return `${sizeName(moves)} ${probability(chance)}`;
}

/** "Decision 14:00 ET with projections, press conference 14:30." */
function timesWords(meeting: string): string {
  const dots = hasProjections(meeting) ? ' with projections' : '';
  return `Decision 14:00 ET${dots}${hasPressConference(meeting) ? ', press conference 14:30' : ''}. Odds from the evening before.`;
}

/** The evening: the prices settled after the decision beside those of the day before. */
export function fedAfterMessage(view: FomcDayView, { command, gap }: FomcContext): Message {
  const [first] = sizes(view.own);
  const name = sizeName(first?.moves ?? 0);
  const now = probability(first?.chance ?? 0);
  const was = first?.before === undefined ? '' : `, from ${probability(first.before)} the day before`;
  const lines = [
    `*${now}* ${name} in the prices after the decision${was}`,
    ...nextLine(view),
    ...endLine(view),
    ...gapLine(gap),
  ];
  const next = nextFinding(view);
  const title = next === undefined ? `After the FOMC: ${name} ${now}` : `After the FOMC: ${next}`;
  return fedMessage(view, {
    title,
    text: `${title}. ${name.charAt(0).toUpperCase()}${name.slice(1)} ${now} in the prices after the decision${was}. ${gapSentence(gap)}`,
    lines,
    note: 'The decision as the futures price it, against the range before it; the range in force follows the next morning.',
    command,
  });
}

interface Written {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly note: string;
  readonly command: string;
}

function fedMessage({ fed, own, numbers }: FomcDayView, { title, text, lines, note, command }: Written): Message {
  const { odds } = fed;
  const found = own.figures.found;
  const sample = odds.day.futures.source.sample ? 'Sample data: ' : '';
  const trades = chipOf(odds, found) === 'Settlement' ? [] : [LAST_TRADES];
  return {
    text: escapeText(`${sample}${text.trim()} ${sessionDate(odds.asOf)}.`).slice(0, LIMITS.fallback),
    blocks: [
      header(title.slice(0, LIMITS.headline)),
      section(...lines.map(escapeText)),
      context(...[oddsReceiptLine(odds, found, 0), [note, ...trades].join(' ')].map(escapeText)),
      actions(BUTTONS.receipts(command)),
    ],
    charts: [],
    numbers,
    asOf: odds.asOf,
  };
}

/** The side with the larger chance at the next meeting. */
function sideOf({ figures }: MeetingBeside): 'cut' | 'hike' {
  return figures.hikeBy.value > figures.cutBy.value ? 'hike' : 'cut';
}

function chanceOf({ figures }: MeetingBeside, word: 'cut' | 'hold' | 'hike'): number {
  return { cut: figures.cutBy, hold: figures.holdBy, hike: figures.hikeBy }[word].value;
}

function chanceBefore({ before }: MeetingBeside, word: 'cut' | 'hold' | 'hike'): number | undefined {
  return before && { cut: before.cutBy, hold: before.holdBy, hike: before.hikeBy }[word];
}

/** "March cut odds 35.5%, from 43.2%". */
function nextFinding(view: FomcDayView): string | undefined {
  const { next } = view;
  if (!next) return undefined;
  if (speaksOfSteps(view)) {
    const [now, then] = stepWords(next).split(', ');
    return `${now} expected on ${shortDate(next.figures.meeting, next.figures.odds.asOf)}${then ? `, ${then}` : ''}`;
  }
  const side = sideOf(next);
  const then = chanceBefore(next, side);
  const now = probability(chanceOf(next, side));
  const from = then === undefined || probability(then) === now ? '' : `, from ${probability(then)}`;
  return `${monthName(next.figures.meeting, next.figures.odds.asOf)} ${side} odds ${now}${from}`;
}

function nextSentence(view: FomcDayView): string {
  const next = nextFinding(view);
  return next === undefined ? '' : `${next}. `;
}

/** After a move, odds "by" the next meeting say nothing new: its own step does. */
function speaksOfSteps({ own }: FomcDayView): boolean {
  return own.figures.holdBy.value < 0.5;
}

/** "−31 bp, from −28 bp". */
function stepWords({ figures, before }: MeetingBeside): string {
  const now = basisPoints(figures.stepBp.value);
  const then = before && basisPoints(25 * before.found.own.moves);
  return then === undefined || then === now ? now : `${now}, from ${then}`;
}

/** "*43.2%* cut by the next meeting, 20 Mar, −3.9 pp on the day; hold 56.8%". */
function nextLine(view: FomcDayView): string[] {
  const { next } = view;
  if (!next) return [];
  if (speaksOfSteps(view)) {
    const [now, then] = stepWords(next).split(', ');
    return [
      `*${now}* expected at the next meeting, ${shortDate(next.figures.meeting, next.figures.odds.asOf)}${then ? `, ${then}` : ''}`,
    ];
  }
  const side = sideOf(next);
  const then = chanceBefore(next, side);
  const moved = then === undefined ? '' : `, ${points(chanceOf(next, side) - then, 1)} on the day`;
  const day = shortDate(next.figures.meeting, next.figures.odds.asOf);
  return [
    `*${probability(chanceOf(next, side))}* ${side} by the next meeting, ${day}${moved}; hold ${probability(chanceOf(next, 'hold'))}`,
  ];
}

/** "*−134 bp* priced by 18 Dec, 5.4 cuts, from 5.6". */
function endLine({ end, endBefore }: FomcDayView): string[] {
  if (!end) return [];
  const moves = end.cuts.value;
  const word = moves < 0 ? 'hikes' : 'cuts';
  const size = plain(Math.abs(moves), 1);
  const then = endBefore && plain(Math.abs(endBefore.value), 1);
  const from = then === undefined || then === size ? '' : `, from ${then}`;
  return [
    `*${basisPoints(0 - 25 * moves)}* priced by ${shortDate(end.meeting, end.cuts.asOf)}, ${size} ${word}${from}`,
  ];
}

function gapLine(gap: Comparison | undefined): string[] {
  if (!gap || !isMeasured(gap.gap)) return [];
  return [`*${points(gap.gap.value)}* small-cap gap on the day: ${legWords(gap)}`];
}

function gapSentence(gap: Comparison | undefined): string {
  return gap && isMeasured(gap.gap) ? `Small-cap gap on the day ${points(gap.gap.value)}.` : '';
}
