/** Answers about one meeting's odds: the distribution, at or by, one size of move, what is behind it. Measures and words it. */

import type { AnswerDraft } from '../messages/answer.ts';
import { directionOf, type Outcome, outcomes, outcomeWords, rangeText } from '../messages/fedodds-parts.ts';
import { basisPoints, fullDate, points, probability, shortDate, weekdayDate } from '../messages/format.ts';
import { type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import type { MeetingView } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { daggered, LAST_TRADES, METHOD, oddsLabels, rangeSettings } from './answer-odds-labels.ts';
import { type Asking, draft, receipts } from './desk.ts';
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
    lead: `${fullDate(meeting)} meeting: ${outcomeWords(outcomesAsked(asking, figures))}.`,
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

/** Cut, hold and hike with any chance, the one asked about first, its 0% included. */
function outcomesAsked({ question }: Asking, figures: MeetingFigures): Outcome[] {
  const { word } = question.slots;
  const all = outcomes(figures);
  const asked = all.filter((one) => one.word === word);
  return [...asked, ...all.filter((one) => one.word !== word && one.chance > 0)];
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
