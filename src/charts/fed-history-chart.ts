/** One meeting's odds day by day: the spec, its title and its alt text from the same points. Pure. */
import { type Day, daysBetween } from '../calendar/day.ts';
import { fullDate, probability, sessionDate, shortDate } from '../messages/format.ts';
import type { OddsPoint } from '../metrics/fed-history.ts';
import type { FedOdds } from '../metrics/fed-odds.ts';
import type { DayMark, FedHistorySpec, OddsLine } from './spec.ts';

export interface FedHistoryParts {
  readonly title: string;
  readonly meeting: Day;
  readonly odds: FedOdds;
  readonly points: readonly OddsPoint[];
  readonly direction: 'cut' | 'hike';
  readonly marks: readonly DayMark[];
  /** Days worth a number in the alt text besides the last and the highest: look-backs. */
  readonly told: readonly Day[];
}

/** The chart, or undefined for fewer than two days. */
export function fedHistoryChart(parts: FedHistoryParts): FedHistorySpec | undefined {
  const { title, meeting, odds, points, direction, marks } = parts;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return undefined;
  const other = direction === 'cut' ? 'hike' : 'cut';
  const shown = points.some((point) => chance(point, other) > 0.05) ? [direction, other] : [direction];
  return {
    kind: 'fedHistory',
    title: title.length > 50 ? `Odds of a ${direction} by ${fullDate(meeting)}` : title,
    subtitle: `Chance of a ${shown.join(' or ')} by ${fullDate(meeting)}, daily, fed funds futures`,
    source: odds.day.futures.source.publisher,
    asOf: sessionDate(odds.asOf),
    alt: altText(parts, first, last),
    sample: odds.day.futures.source.sample,
    dates: points.map(({ date }) => date),
    lines: shown.map((outcome) => line(points, last, outcome === 'cut' ? 'cut' : 'hike')),
    marks: marks.filter(({ day }) => day > first.date && day <= last.date),
  };
}

function line(points: readonly OddsPoint[], last: OddsPoint, direction: 'cut' | 'hike'): OddsLine {
  return {
    outcome: direction === 'cut' ? 'cut25' : 'hike25',
    name: direction === 'cut' ? 'Any cut' : 'Any hike',
    values: points.map((point) => chance(point, direction)),
    endLabel: probability(chance(last, direction)),
  };
}

function chance(point: OddsPoint, direction: 'cut' | 'hike'): number {
  return direction === 'cut' ? point.cutBy : point.hikeBy;
}

/** "Line chart of the chance of a Fed cut by 20 March 2024, 15 Dec to 22 Jan. 88.0% on 22 Dec, …": at most five days. */
function altText({ meeting, points, direction, told }: FedHistoryParts, first: OddsPoint, last: OddsPoint): string {
  const day = (date: Day) => (daysBetween(date, last.date) > 300 ? fullDate(date) : shortDate(date));
  const highest = points.reduce(
    (most, point) => (chance(point, direction) > chance(most, direction) ? point : most),
    last,
  );
  const days = [...new Set([...told, highest.date, largestChange(points, direction), last.date])].sort();
  const known = points.filter(({ date }) => days.includes(date)).slice(-6);
  const values = known.map((point) => `${probability(chance(point, direction))} on ${day(point.date)}`).join(', ');
  return `Line chart of the chance of a Fed ${direction} by ${longDate(meeting)}, ${day(first.date)} to ${day(last.date)}. ${values}.`;
}

function largestChange(points: readonly OddsPoint[], direction: 'cut' | 'hike'): Day {
  let [best, day] = [-1, ''];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const change = before ? Math.abs(chance(point, direction) - chance(before, direction)) : 0;
    if (change > best) [best, day] = [change, point.date];
  });
  return day;
}

/** "20 March 2024". */
function longDate(day: Day): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
