/** Answers about a meeting’s odds over time and what moved them. Measures and words it. */

import { addDays, type Day, monthsBefore, yearOf } from '../calendar/day.ts';
import { sessionOnOrBefore } from '../calendar/nyse.ts';
import { fedHistoryChart } from '../charts/fed-history-chart.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { directionOf } from '../messages/fedodds-parts.ts';
import { basisPoints, capital, fullDate, points, probability, shortDate, weekdayDate } from '../messages/format.ts';
import { extremes, type OddsPoint } from '../metrics/fed-history.ts';
import { chartFrom, type FedDay, largestDays, meetingHistory, releaseNames } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { daggered, LAST_TRADES, METHOD, oddsLabels } from './answer-odds-labels.ts';
import { releaseAnswer, releaseIn } from './answer-odds-release.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import { sizesAsked, wordsOf } from './odds-words.ts';
import { readMeeting } from './read-fed.ts';

/** The meeting's odds over time as a chart, of one size where one is named; first, last, highest and lowest in words. */
export async function historyAnswer(asked: Asking): Promise<AnswerDraft> {
  const asking = toThePost(asked);
  const { figures, day, view } = await readMeeting(asking);
  const { odds, meeting } = figures;
  const named = asking.question.slots.word;
  const direction = named === 'cut' || named === 'hike' ? named : directionOf(figures, view.rows);
  const [sizeBp] = sizesAsked(asking);
  const moves = sizeBp === undefined ? undefined : (direction === 'cut' ? -1 : 1) * Math.round(sizeBp / 25);
  const history = meetingHistory(day, meeting, { from: historyStart(asking, day), moves });
  const [first, last] = [history.points[0], history.points.at(-1)];
  const figure = moves !== undefined ? 'size_by' : direction === 'cut' ? 'cut_by' : 'hike_by';
  const ends = extremes(odds, meeting, { points: history.points, figure });
  if (!first || !last || !ends || history.points.length < 2)
    throw refused('There is no history of that meeting since then.', '/fedodds march history');
  const value = (point: OddsPoint) =>
    moves !== undefined ? (point.sizeBy ?? 0) : direction === 'cut' ? point.cutBy : point.hikeBy;
  const name = `${sizeBp === undefined ? '' : `${sizeBp}\u00a0bp `}${direction}`;
  const what = `${capital(name)} by ${shortDate(meeting, odds.asOf)}`;
  const title = `${what}: ${probability(value(first))} to ${probability(value(last))}`.replace('\u00a0', ' ');
  const of = { title, meeting, odds, direction, told: [first.date], ...(sizeBp !== undefined && { sizeBp }) };
  const chart = fedHistoryChart({ ...of, ...history });
  return draft({
    lead: `${what}: ${probability(value(first))} on ${shortDate(first.date, odds.asOf)}, ${probability(value(last))} on ${shortDate(last.date, odds.asOf)}.`,
    lines: [
      `*${probability(ends.highest.receipt.value)}* highest, ${fullDate(ends.highest.point.date)}; lowest ${probability(ends.lowest.receipt.value)}, ${fullDate(ends.lowest.point.date)}`,
    ],
    basis: `${METHOD}; one meeting on every futures day, against the range in force on the last; days without prices are gaps`,
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}marks are releases of that day, not causes`,
    ...(chart && { chart }),
    numbers: receipts(
      ...[figures.cutBy, figures.hikeBy, moves === undefined ? undefined : figures.rangeOf(moves)],
      ...[ends.highest.receipt, ends.lowest.receipt, pointReceipt(ends.lowest.receipt, first.date, value(first))],
    ),
    settings: [LAST_TRADES, ...(sizeBp === undefined ? [] : [`${sizeBp}\u00a0bp`])],
    command: `/fedodds ${meeting} history asof ${odds.asOf} vs ${first.date}`,
  });
}

const DAY_NAMED = /\d|\b(yesterdays?|ago|as ?of|asof|to|until|till|friday|monday|tuesday|wednesday|thursday)\b/;

/** "Chart it" after "a month ago": the line runs from before that day to the post's, it does not end on it. */
function toThePost(asking: Asking): Asking {
  const { question, post, session } = asking;
  const { asOf, ...slots } = question.slots;
  if (asOf === undefined || !post || post.asOf <= session || DAY_NAMED.test(wordsOf(asking))) return asking;
  return {
    ...asking,
    session: post.asOf,
    question: { ...question, slots: { ...slots, since: slots.since ?? addDays(session, -7) } },
  };
}

const BACK: Readonly<Record<string, number>> = { '1m': 1, '3m': 3, '6m': 6, '1y': 12 };

/** The first day drawn: named, else a week before the month before. */
function historyStart(asking: Asking, day: FedDay): Day {
  return startNamed(asking, day) ?? chartFrom(day);
}

/** The day named: by itself, by a meeting, as the beginning of a stretch or window; a year or month begins at the last day before. */
function startNamed({ question }: Asking, day: FedDay): Day | undefined {
  const { since, sinceMeeting, period, window } = question.slots;
  const { asOf } = day.odds;
  const named = since ?? meetingBefore(day, sinceMeeting) ?? period?.since;
  if (named !== undefined) return named;
  if (typeof window === 'object') return window.since;
  if (window === 'ytd') return sessionOnOrBefore(`${yearOf(asOf) - 1}-12-31`);
  if (window === 'mtd') return sessionOnOrBefore(addDays(`${asOf.slice(0, 7)}-01`, -1));
  if (window === '1w') return addDays(asOf, -7);
  const months = BACK[window ?? ''];
  return months === undefined ? undefined : monthsBefore(asOf, months);
}

/** The first point of the chart as it entered the extremes. */
function pointReceipt({ inputs, ...shared }: Receipt<number>, date: string, value: number): Receipt<number> {
  return {
    ...shared,
    id: `${shared.id}.first`,
    value,
    asOf: date,
    formula: 'first',
    inputs: [{ name: 'first', series: inputs[0]?.series ?? '', date, value }],
  };
}

/** The latest meeting before the day, of that month where one was named. */
function meetingBefore({ calendar, odds }: FedDay, which: number | 'last' | undefined): string | undefined {
  if (which === undefined) return undefined;
  return calendar.scheduled
    .map(({ date }) => date)
    .findLast((date) => date < odds.asOf && (which === 'last' || Number(date.slice(5, 7)) === which));
}

/** The days that moved it most, with the releases of those days. */
export async function oddsWhyAnswer(asking: Asking): Promise<AnswerDraft> {
  const release = releaseIn(wordsOf(asking));
  if (release !== undefined && asking.question.slots.since === undefined) return releaseAnswer(asking, release);
  const { figures, day } = await readMeeting(asking);
  const { odds, meeting } = figures;
  const largest = largestDays(day, meeting, startNamed(asking, day));
  if (!largest) throw refused('Too few days with prices to say what moved.', '/fedodds march why');
  const direction = directionOf(figures);
  return draft({
    lead: `${basisPoints(largest.totalBp.value)} in the expected move since ${fullDate(largest.from)}; the largest days:`,
    lines: largest.moves.slice(0, 3).map((move) => {
      const change = direction === 'cut' ? move.cutChange : move.hikeChange;
      const names = releaseNames(day, move.day);
      return `*${basisPoints(move.changeBp.value)}* ${weekdayDate(move.day)}, ${direction} odds ${points(change.value, 1)}; ${names.length > 0 ? `on that day: ${names.join(', ')}` : 'no scheduled release'}`;
    }),
    basis: 'daily change of the expected move in bp, largest first; releases from the calendar',
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}coincidence in time, not a cause; speeches are not in the calendar`,
    numbers: receipts(
      largest.totalBp,
      ...largest.moves.slice(0, 3).flatMap((move) => [move.changeBp, move.cutChange, move.hikeChange]),
    ),
    settings: [LAST_TRADES],
    command: `/fedodds ${meeting} why asof ${odds.asOf}`,
  });
}
