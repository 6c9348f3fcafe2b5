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
  /** Basis points of the one size that is drawn instead of any move; the points then hold its chance. */
  readonly sizeBp?: number;
  readonly marks: readonly DayMark[];
  /** Days worth a number in the alt text besides the last and the highest: look-backs. */
  readonly told: readonly Day[];
}

/** The chart, or undefined for fewer than two days. */
export function fedHistoryChart(parts: FedHistoryParts): FedHistorySpec | undefined {
  const { title, meeting, odds, points, direction, marks, sizeBp } = parts;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return undefined;
  const other = direction === 'cut' ? 'hike' : 'cut';
  const both = sizeBp === undefined && points.some((point) => chance(point, other) > 0.05);
  const shown = both ? [direction, other] : [direction];
  const size = sizeBp === undefined ? '' : `${sizeBp} bp `;
  return {
    kind: 'fedHistory',
    title: title.length > 50 ? `Odds of a ${size}${direction} by ${fullDate(meeting)}` : title,
    subtitle: `Chance of a ${size}${shown.join(' or ')} by ${fullDate(meeting)}, daily, fed funds futures`,
    source: odds.day.futures.source.publisher,
    asOf: sessionDate(odds.asOf),
    alt: altText(parts, first, last),
    sample: odds.day.futures.source.sample,
    dates: points.map(({ date }) => date),
    lines:
      sizeBp === undefined
        ? shown.map((outcome) => line(points, last, outcome === 'cut' ? 'cut' : 'hike'))
        : [sizeLine(parts, last)],
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

function sizeLine({ points, direction, sizeBp = 25 }: FedHistoryParts, last: OddsPoint): OddsLine {
  const large = sizeBp > 25;
  return {
    outcome: direction === 'cut' ? (large ? 'cut50' : 'cut25') : large ? 'hike50' : 'hike25',
    name: `${sizeBp} bp ${direction}`,
    values: points.map(({ sizeBy }) => sizeBy ?? null),
    endLabel: probability(last.sizeBy ?? 0),
  };
}

function chance(point: OddsPoint, direction: 'cut' | 'hike'): number {
  return direction === 'cut' ? point.cutBy : point.hikeBy;
}

/** The points with the drawn chance where any move's stands, so that the words tell what the line shows. */
function drawn({ points, direction, sizeBp }: FedHistoryParts): readonly OddsPoint[] {
  if (sizeBp === undefined) return points;
  return points.map((point) => ({ ...point, [direction === 'cut' ? 'cutBy' : 'hikeBy']: point.sizeBy ?? 0 }));
}

/** "Line chart of the chance of a Fed cut by 20 March 2024, 15 Dec to 22 Jan. 88.0% on 22 Dec, …": at most five days. */
function altText(parts: FedHistoryParts, first: OddsPoint, last: OddsPoint): string {
  const { meeting, direction, told, sizeBp } = parts;
  const points = drawn(parts);
  const day = (date: Day) => (daysBetween(date, last.date) > 300 ? fullDate(date) : shortDate(date));
  const highest = points.reduce(
    (most, point) => (chance(point, direction) > chance(most, direction) ? point : most),
    last,
  );
  const days = [...new Set([...told, highest.date, largestChange(points, direction), last.date])].sort();
  const known = points.filter(({ date }) => days.includes(date)).slice(-6);
  const values = known.map((point) => `${probability(chance(point, direction))} on ${day(point.date)}`).join(', ');
  const size = sizeBp === undefined ? 'Fed' : `${sizeBp} bp`;
  return `Line chart of the chance of a ${size} ${direction} by ${longDate(meeting)}, ${day(first.date)} to ${day(last.date)}. ${values}.`;
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
