/** Odds of every meeting as stacked bars, by size of the move from the range in force. Pure. */
import { bpRange, probability, sessionDate, shortDate } from '../messages/format.ts';
import { chanceAbove, chanceBelow, chanceOf } from '../metrics/fed-distribution.ts';
import { cutBy, type FedOdds, hikeBy, holdBy, type MeetingOdds } from '../metrics/fed-odds.ts';
import type { FedStackSpec, MeetingOutcome } from './spec.ts';

const MOST_MEETINGS = 10;

/** The chart of the first ten meetings, or undefined when there is none. */
export function fedStackChart(odds: FedOdds, title: string): FedStackSpec | undefined {
  const shown = odds.meetings.slice(0, MOST_MEETINGS);
  if (shown.length === 0) return undefined;
  const { source, sample } = { source: odds.day.futures.source.publisher, sample: odds.day.futures.source.sample };
  return {
    kind: 'fedStack',
    title: title.slice(0, 50),
    subtitle: `Chance by each meeting, from ${bpRange(odds.range.lowerBp, odds.range.upperBp)} bp`,
    source,
    asOf: sessionDate(odds.asOf),
    alt: altText(odds, shown),
    sample,
    meetings: shown.map((found) => ({ label: shortLabel(found, odds.asOf), shares: shares(found) })),
  };
}

function shortLabel({ meeting }: MeetingOdds, asOf: string): string {
  const [day = '', month = '', year] = shortDate(meeting, asOf).split(' ');
  return year === undefined ? `${day} ${month}` : `${day} ${month}\n${year}`;
}

function shares({ distribution }: MeetingOdds): Record<MeetingOutcome, number> {
  return {
    cut50: chanceBelow(distribution, -1),
    cut25: chanceOf(distribution, -1),
    hold: chanceOf(distribution, 0),
    hike25: chanceOf(distribution, 1),
    hike50: chanceAbove(distribution, 1),
  };
}

function altText({ asOf, range }: FedOdds, shown: readonly MeetingOdds[]): string {
  const hikes = shown.some((found) => hikeBy(found) > cutBy(found));
  const chances = shown.slice(0, 6).map((found) => {
    const moved = hikes ? `hike ${probability(hikeBy(found))}` : `cut ${probability(cutBy(found))}`;
    return `${shortDate(found.meeting, asOf)} ${moved}, hold ${probability(holdBy(found))}`;
  });
  const more = shown.length > 6 ? ` ${shown.length - 6} later meetings follow.` : '';
  return `Stacked bars, ${sessionDate(asOf)}, chance by meeting from ${bpRange(range.lowerBp, range.upperBp)} bp. ${chances.join('; ')}.${more}`;
}
