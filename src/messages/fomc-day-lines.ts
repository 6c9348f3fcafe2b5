/** What a decision day says of the meetings after it: the next one’s odds and the year’s end, each beside the day before. Pure. */
import type { FomcDayView, MeetingBeside } from '../metrics/fomc-day.ts';
import { monthName } from './fedodds.ts';
import { chipOf } from './fedodds-parts.ts';
import { basisPoints, plain, points, probability, shortDate } from './format.ts';
import { DAGGER } from './morning-words.ts';

/** A chance that would print as less than 0.1% is left out. */
export const WORTH_SAYING = 0.0005;

/** Behind figures that rest on last trades. */
export function dagger({ figures, before }: MeetingBeside): string {
  const own = chipOf(figures.odds, figures.found) === 'Settlement';
  return own && !before?.lastTrades ? '' : DAGGER;
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
export function nextFinding(view: FomcDayView): string | undefined {
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

/** After a move, or where one is sure, odds "by" the next meeting say nothing new: its own step does. */
function speaksOfSteps({ own, next }: FomcDayView): boolean {
  const sure = next && Math.max(next.figures.cutBy.value, next.figures.hikeBy.value) >= 0.9;
  return own.figures.holdBy.value < 0.5 || sure === true;
}

/** "−31 bp, from −28 bp". */
function stepWords({ figures, before }: MeetingBeside): string {
  const now = basisPoints(figures.stepBp.value);
  const then = before && basisPoints(25 * before.found.own.moves);
  return then === undefined || then === now ? now : `${now}, from ${then}`;
}

/** "*43.2%* cut by the next meeting, 20 Mar, −3.9 pp on the day; hold 56.8%". */
export function nextLine(view: FomcDayView): string[] {
  const { next } = view;
  if (!next) return [];
  const day = shortDate(next.figures.meeting, next.figures.odds.asOf);
  if (speaksOfSteps(view)) {
    const [now, then] = stepWords(next).split(', ');
    return [`*${now}* expected at the next meeting, ${day}${then ? `, ${then}` : ''}${dagger(next)}`];
  }
  const side = sideOf(next);
  const then = chanceBefore(next, side);
  const change = then === undefined ? undefined : points(chanceOf(next, side) - then, 1);
  const moved = change === undefined ? '' : change.startsWith('0.0') ? ', unchanged' : `, ${change} on the day`;
  const others = (['cut', 'hold', 'hike'] as const)
    .filter((word) => word !== side && chanceOf(next, word) >= WORTH_SAYING)
    .toSorted((a, b) => chanceOf(next, b) - chanceOf(next, a))
    .map((word) => `${word} ${probability(chanceOf(next, word))}`);
  const rest = others.length > 0 ? `; ${others.join(', ')}` : '';
  return [`*${probability(chanceOf(next, side))}* ${side} by the next meeting, ${day}${moved}${rest}${dagger(next)}`];
}

/** "*−134 bp* priced by 18 Dec, 5.4 cuts, from 5.6"; nothing at the year's last meeting, whose own odds stand above. */
export function endLine({ meeting, own, end, endBefore }: FomcDayView): string[] {
  if (!end || end.meeting === meeting) return [];
  const moves = end.cuts.value;
  const then = endBefore && movesWords(endBefore.value);
  const now = movesWords(moves);
  const from = then === undefined || then === now ? '' : `, from ${sameSide(then, now)}`;
  return [
    `*${basisPoints(0 - 25 * moves)}* priced by ${shortDate(end.meeting, end.cuts.asOf)}, ${now}${from}${dagger(own)}`,
  ];
}

/** "5.4 cuts", "0.3 hikes", "no move". */
function movesWords(cuts: number): string {
  const size = plain(Math.abs(cuts), 1);
  return size === '0.0' ? 'no move' : `${size} ${cuts < 0 ? 'hikes' : 'cuts'}`;
}

/** The number alone where both are of one side. */
function sameSide(then: string, now: string): string {
  return then.split(' ')[1] === now.split(' ')[1] ? (then.split(' ')[0] ?? then) : then;
}
