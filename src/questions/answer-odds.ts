/** Answers about one meeting's odds: the distribution, at or by, one size of move, what is behind it. Measures and words it. */

import type { AnswerDraft } from '../messages/answer.ts';
import { directionOf, outcomes, outcomeWords, rangeText } from '../messages/fedodds-parts.ts';
import { basisPoints, fullDate, plain, points, probability, shortDate, weekdayDate } from '../messages/format.ts';
import { chanceAbove, chanceBelow } from '../metrics/fed-distribution.ts';
import { contractInputs, type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import { pathTo } from '../metrics/fed-shifts.ts';
import type { MeetingView } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { daggered, LAST_TRADES, METHOD, oddsLabels, rangeSettings } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import type { Figure } from './question.ts';
import { readFed, readMeeting } from './read-fed.ts';

/** Cells under this are not listed. */
const SMALLEST = 0.005;

/** Every 25 bp range after the meeting of half a per cent or more. */
export async function oddsAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, view } = await readMeeting(asking);
  const { odds, meeting, ranges, expectedBp } = figures;
  const shown = ranges.filter(({ chance }) => chance >= SMALLEST);
  const rest = ranges.filter(({ chance }) => chance < SMALLEST);
  const newer = await newerOdds(asking, figures);
  return draft({
    lead: `${fullDate(meeting)} meeting: ${outcomeWords(outcomes(figures).filter(({ chance }) => chance > 0))}.`,
    lines: [
      `*${shown.map(({ lowerBp, upperBp, chance }) => `${rangeText(lowerBp, upperBp)} ${probability(chance)}`).join(' · ')}*${rest.length > 0 ? '; smaller ones not shown' : ''}: sums to 100% by the meeting`,
      `*${basisPoints(expectedBp.value)}* expected by then, mean of the distribution`,
      ...atByLine(figures),
      ...shiftLine(view),
      ...newer.lines,
    ].slice(0, 5),
    basis: `${METHOD}, ${odds.rule}; range in force ${rangeText(odds.range.lowerBp, odds.range.upperBp)} bp`,
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}assumes independent decisions; odds are prices, not a forecast`,
    chartCommand: `/fedodds ${meeting} history asof ${odds.asOf}`,
    numbers: receipts(
      figures.cutBy,
      figures.holdBy,
      figures.hikeBy,
      figures.cutAt,
      figures.hikeAt,
      expectedBp,
      ...ranges.map(({ receipt }) => receipt),
      ...view.rows.flatMap((row) => [...row.base, row.cutShift, row.hikeShift]),
      ...newer.numbers,
    ),
    settings: [LAST_TRADES, ...rangeSettings(figures)],
    command: `/fedodds ${meeting} asof ${odds.asOf}`,
  });
}

/** "at the meeting itself" where that differs from by it by over a point. */
function atByLine(figures: MeetingFigures): string[] {
  const direction = directionOf(figures);
  const [by, at] = direction === 'cut' ? [figures.cutBy, figures.cutAt] : [figures.hikeBy, figures.hikeAt];
  if (Math.abs(by.value - at.value) <= 0.01) return [];
  return [`*${probability(at.value)}* ${direction} decided at that meeting alone, ${probability(by.value)} by it`];
}

function shiftLine({ figures, rows }: MeetingView): string[] {
  const direction = directionOf(figures, rows);
  const row = rows.find(({ lookBack }) => lookBack === '1m');
  if (!row) return [];
  const [before, shift] = direction === 'cut' ? [row.cutBy, row.cutShift] : [row.hikeBy, row.hikeShift];
  return [
    `*${points(shift.value, 1)}* ${direction} since ${shortDate(row.odds.asOf, figures.odds.asOf)}, from ${probability(before)}`,
  ];
}

/** The same meeting at the newest prices, under an older post. */
async function newerOdds(
  asking: Asking,
  { meeting, odds }: MeetingFigures,
): Promise<{ lines: string[]; numbers: Receipt[] }> {
  if (asking.latest <= odds.asOf || meeting <= asking.latest || asking.question.slots.asOf !== undefined)
    return { lines: [], numbers: [] };
  const day = await readFed(asking.desk.fedMarket, asking.latest);
  const now = meetingFigures(day.odds, meeting);
  if (!now || day.odds.asOf <= odds.asOf) return { lines: [], numbers: [] };
  return {
    lines: [`*${outcomeWords(outcomes(now).filter(({ chance }) => chance > 0))}* now, ${weekdayDate(day.odds.asOf)}`],
    numbers: receipts(now.cutBy, now.holdBy, now.hikeBy),
  };
}

/** What by and at mean, both numbers, which one the press quotes. */
export async function atByAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day } = await readMeeting(asking);
  const { odds, meeting } = figures;
  const direction = directionOf(figures);
  const [by, at] = direction === 'cut' ? [figures.cutBy, figures.cutAt] : [figures.hikeBy, figures.hikeAt];
  const earlier = day.odds.meetings
    .filter((one) => one.meeting < meeting)
    .map((one) => meetingFigures(odds, one.meeting));
  const before = earlier.at(-1);
  const day_ = shortDate(meeting, odds.asOf);
  const beforeChance = before && (direction === 'cut' ? before.cutBy : before.hikeBy);
  return draft({
    lead: `By: ${probability(by.value)} is the chance that the range after ${day_} is ${direction === 'cut' ? 'below' : 'above'} today’s.`,
    lines: [
      `*${probability(at.value)}* is the chance of a ${direction} decided at the ${day_} meeting itself`,
      ...(before && beforeChance
        ? [
            `*${probability(beforeChance.value)}* of it is already priced by ${shortDate(before.meeting, odds.asOf)}: that meeting is live too`,
          ]
        : ['*No earlier meeting* is priced, so at and by differ only by the arithmetic of whole moves']),
      '*By* is FedWatch’s headline figure and what the press quotes',
    ],
    basis: `by = sum of ranges ${direction === 'cut' ? 'below' : 'above'} ${rangeText(odds.range.lowerBp, odds.range.upperBp)} bp after the meeting; at = the meeting’s own step`,
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}assumes independent decisions`,
    numbers: receipts(by, at, beforeChance, figures.stepBp),
    settings: [LAST_TRADES, ...rangeSettings(figures)],
    command: `/fedodds ${meeting} explain asof ${odds.asOf}`,
  });
}

/** Contracts, prices and days behind a meeting's odds, and whether its own month enters. */
export async function inputsAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures } = await readMeeting(asking);
  const { odds, meeting, found, stepBp } = figures;
  const own = contractInputs(odds.day, [found.own], '');
  const path = contractInputs(odds.day, pathTo(odds, found), '');
  const month = contractInputs(odds.day, [found.own], '').some(({ series }) => series === contractOf(meeting));
  const words = (inputs: typeof own) =>
    inputs
      .map(
        ({ series, value, date }) => `${series} ${plain(value, 4).replace(/0$/, '')} (${shortDate(date, odds.asOf)})`,
      )
      .join(', ');
  return draft({
    lead: `${words(own)} fix the step of ${fullDate(meeting)}.`,
    lines: [
      `*${basisPoints(stepBp.value)}* is that step: ${stepBp.formula.replaceAll('×', '×')}`,
      `*${contractOf(meeting)}*, the meeting month’s own contract, ${month ? 'enters' : 'does not enter: months without a meeting on both sides fix the step'}`,
      ...(path.length > own.length ? [`*With the meetings before it*: ${words(path)}`] : []),
    ],
    basis: `${METHOD}, ${odds.rule}; price → rate = 100 − price`,
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}anchors are the nearest months without a meeting: ${stepBp.basis.split('; ').at(-1) ?? ''}`,
    numbers: receipts(stepBp, figures.cutBy, figures.hikeBy),
    settings: [LAST_TRADES, stepBp.formula, stepBp.basis.split('; ').at(-1) ?? ''],
    command: `/fedodds ${meeting} explain asof ${odds.asOf}`,
  });
}

function contractOf(meeting: string): string {
  const code = 'FGHJKMNQUVXZ'[Number(meeting.slice(5, 7)) - 1] ?? '';
  return `ZQ${code}${meeting.slice(2, 4)}`;
}

/** The chance of a move of that size by each of the next meetings, and of at least that size. */
export async function sizeAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day } = await readMeeting(asking);
  const { odds } = figures;
  const bp = sizeIn(asking.question.slots.figures);
  const moves = Math.round(bp / 25);
  const named = asking.question.slots.meeting !== undefined;
  const direction =
    asking.question.slots.word === 'hike'
      ? 'hike'
      : asking.question.slots.word === 'cut'
        ? 'cut'
        : directionOf(figures);
  const sign = direction === 'cut' ? -1 : 1;
  const meetings = named ? [figures.meeting] : day.odds.meetings.slice(0, 4).map(({ meeting }) => meeting);
  const rows = meetings.flatMap((meeting) => {
    const one = meetingFigures(odds, meeting);
    return one ? [sizeRow(one, sign * moves)] : [];
  });
  const main = rows.find(({ meeting }) => meeting === figures.meeting) ?? rows[0];
  if (!main) throw refused('No meeting is priced that day.', '/fedodds table');
  return draft({
    lead: `${bp}\u00a0bp ${direction} by ${fullDate(main.meeting)}: ${probability(main.exact.value)};`,
    rest: `${bp}\u00a0bp or more ${probability(main.orMore.value)}.`,
    lines: rows
      .filter((row) => row !== main)
      .map(
        (row) =>
          `*${probability(row.exact.value)}* by ${fullDate(row.meeting)}, ${probability(row.orMore.value)} for ${bp}\u00a0bp or more`,
      ),
    basis: `${METHOD}; ${bp} read as basis points, by the meeting, from the range in force ${rangeText(odds.range.lowerBp, odds.range.upperBp)} bp`,
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}cumulative: two moves of 25\u00a0bp count as one of 50\u00a0bp`,
    numbers: receipts(...rows.flatMap(({ exact, orMore }) => [exact, orMore])),
    settings: [LAST_TRADES, `${bp}\u00a0bp`, `${bp} read`, ...rangeSettings(figures)],
    command: `/fedodds table asof ${odds.asOf}`,
  });
}

function sizeIn(figures: readonly Figure[]): number {
  const typed = figures.find(({ unit, value }) => unit === 'bp' || value % 25 === 0)?.value ?? 50;
  return Math.abs(typed);
}

function sizeRow(figures: MeetingFigures, moves: number) {
  const { meeting, found } = figures;
  const exact = figures.rangeOf(moves);
  const orMore = moves < 0 ? chanceBelow(found.distribution, moves + 1) : chanceAbove(found.distribution, moves - 1);
  const side = moves < 0 ? 'below' : 'above';
  const bound = moves < 0 ? moves + 1 : moves - 1;
  const text = bound < 0 ? `−${-bound}` : String(bound);
  return {
    meeting,
    exact,
    orMore: {
      ...exact,
      id: `fed.${meeting}.${moves * 25}bp_or_more`,
      value: orMore,
      formula: exact.formula.replace(/^exactly\([^,]*/, `${side}(${text}`),
    },
  };
}
