/** Answers "did payrolls do that": what the odds did on the day of a release, beside the month; claims no cause. Measures, words it. */
import { addDays, type Day } from '../calendar/day.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { directionOf } from '../messages/fedodds-parts.ts';
import { basisPoints, fullDate, points, probability, sessionDate } from '../messages/format.ts';
import { type LargestMoves, largestMoves } from '../metrics/fed-history.ts';
import { type FedDay, largestDays, meetingHistory, releaseNames } from '../metrics/fed-views.ts';
import { daggered, LAST_TRADES, oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import { readMeeting } from './read-fed.ts';

const RELEASES: readonly (readonly [RegExp, string])[] = [
  [/\b(payrolls?|nfp|nonfarm|jobs (report|number|data|day|print)|employment report)\b/, 'jobs report'],
  [/\b(cpi|inflation (print|report|data|number))\b/, 'CPI'],
  [/\bretail sales\b/, 'retail sales'],
  [/\b(fomc|fed decision)\b/, 'FOMC decision'],
  [/\bjobless claims\b/, 'jobless claims'],
];
const LOOK_DAYS = 49;

/** The release a text names, as the calendar calls it; undefined where none is. */
export function releaseIn(text: string): string | undefined {
  return RELEASES.find(([pattern]) => pattern.test(text))?.[1];
}

/** The change on the last day of that release. @throws CapwatchError `not_found` where the calendar or the prices lack the day. */
export async function releaseAnswer(asking: Asking, release: string): Promise<AnswerDraft> {
  const { figures, day } = await readMeeting(asking);
  const { odds, meeting } = figures;
  const came = lastDayOf(day, release);
  if (came === undefined)
    throw refused(`No ${release} in the seven weeks before ${fullDate(odds.asOf)} is in the calendar.`, '/fedodds why');
  const { points: rows } = meetingHistory(day, meeting, { from: previousSession(came) });
  const place = rows.findIndex(({ date }) => date === came);
  const both = place > 0 ? rows.slice(place - 1, place + 1) : [];
  const move = largestMoves(odds, meeting, both)?.moves[0];
  const month = largestDays(day, meeting);
  if (!move) throw refused(`There are no prices of ${fullDate(came)} and the day before.`, '/fedodds march why');
  const direction = directionOf(figures);
  const chance = direction === 'cut' ? move.cutChange : move.hikeChange;
  const others = releaseNames(day, came).filter((name) => name !== release);
  const first = month?.moves[0];
  return draft({
    lead: `${basisPoints(move.changeBp.value)} in the expected move on ${sessionDate(came)}, the day of ${named(release)};`,
    rest: `${direction} odds ${points(chance.value, 1)}. Whether it was the reason, the prices do not tell.`,
    lines: [
      ...(others.length > 0 ? [`*Same day*: ${others.join(', ')}`] : []),
      ...(month ? [`*${basisPoints(month.totalBp.value)}* in all since ${fullDate(month.from)}`] : []),
      ...largestLine(first, came),
      `*${probability((direction === 'cut' ? figures.cutBy : figures.hikeBy).value)}* ${direction} by ${fullDate(meeting)} now`,
    ],
    basis: 'change from the futures day before to the day of the release; releases from the calendar',
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}coincidence in time, not a cause; speeches are not in the calendar`,
    numbers: receipts(
      ...[move.changeBp, move.cutChange, move.hikeChange, month?.totalBp, first?.changeBp],
      ...[figures.cutBy, figures.hikeBy],
    ),
    settings: [LAST_TRADES],
    command: `/fedodds ${meeting} why asof ${odds.asOf}`,
  });
}

function lastDayOf(day: FedDay, release: string): Day | undefined {
  for (let back = 0; back <= LOOK_DAYS; back += 1) {
    const one = addDays(day.odds.asOf, -back);
    if (releaseNames(day, one).includes(release)) return one;
  }
  return undefined;
}

function named(release: string): string {
  return /^(jobs|FOMC)/.test(release) ? `the ${release}` : release;
}

function largestLine(first: LargestMoves['moves'][number] | undefined, came: Day): string[] {
  if (!first) return [];
  if (first.day === came) return ['*Largest day* of these'];
  return [`*${basisPoints(first.changeBp.value)}* on ${sessionDate(first.day)}, the largest day of these`];
}
