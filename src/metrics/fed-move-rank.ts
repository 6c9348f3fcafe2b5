/** How large a change of odds over a day, a week or a month is beside the same before every other meeting, as far out. Pure. */
import { addDays, type Day, daysBetween, monthsBefore } from '../calendar/day.ts';
import { chanceAbove, chanceBelow } from './fed-distribution.ts';
import { futuresDay } from './fed-futures.ts';
import { cutBy, fedOdds, hikeBy, type MeetingOdds } from './fed-odds.ts';
import type { MeetingFigures } from './fed-receipts.ts';
import { type FedHistory, shiftRow } from './fed-shifts.ts';
import type { Receipt, ReceiptInput } from './receipt.ts';
import { indexAt } from './series.ts';

export interface MoveRank {
  /** The change of this meeting's chance over the look-back, a fraction. */
  readonly move: Receipt<number>;
  /** 1 = the largest change in size, this one included. */
  readonly rank: Receipt<number>;
  /** Meetings compared, this one included. */
  readonly count: Receipt<number>;
  /** Meetings with a larger change. */
  readonly larger: Receipt<number>;
  /** Median size of the changes, a fraction. */
  readonly median: Receipt<number>;
  readonly largest: { readonly meeting: Day; readonly size: Receipt<number> };
  readonly daysOut: Receipt<number>;
  readonly first: Day;
  readonly last: Day;
}

type Word = 'cut' | 'hike';
export type MoveSpan = '1d' | '1w' | '1m';

interface Change {
  readonly word: Word;
  readonly lookBack: MoveSpan;
}

/** The rank of the change in `word` over `lookBack`, or undefined with fewer than two meetings. One case a meeting, no meeting after the as-of day. */
export function moveRank(
  history: FedHistory,
  figures: MeetingFigures,
  { word, lookBack }: Change,
): MoveRank | undefined {
  const { odds, meeting } = figures;
  const row = shiftRow(history, figures, lookBack);
  if ('absent' in row) return undefined;
  const move = word === 'cut' ? row.cutShift : row.hikeShift;
  const daysOut = daysBetween(odds.asOf, meeting);
  const earlier = history.calendar.scheduled
    .map(({ date }) => date)
    .filter((date) => date < meeting && addDays(date, -daysOut) <= odds.asOf)
    .flatMap((date) => sizeBefore(history, { meeting: date, daysOut, word, lookBack }));
  const own: ReceiptInput = {
    name: 'size',
    series: `fed.${meeting}.${word}_by`,
    date: odds.asOf,
    value: Math.abs(move.value),
  };
  const sizes = [...earlier, own].map((one) => ({ ...one, name: 'sizes' }));
  const largest = sizes.reduce((best, one) => (one.value > best.value ? one : best), sizes[0] ?? own);
  if (sizes.length < 2) return undefined;
  const figure = figureMaker(figures, { word, lookBack, inputs: [own, ...sizes] });
  return {
    move,
    rank: figure('rank', 'rank', {
      value: 1 + sizes.filter(({ value }) => value > own.value).length,
      formula: 'rank(size in sizes, highest first)',
    }),
    larger: figure('larger', 'count', {
      value: sizes.filter(({ value }) => value > own.value).length,
      formula: 'rank(size in sizes, highest first) − 1',
    }),
    count: figure('count', 'count', { value: sizes.length, formula: 'count(sizes)' }),
    median: figure('median', 'fraction', { value: middle(sizes.map(({ value }) => value)), formula: 'median(sizes)' }),
    largest: {
      meeting: meetingOf(largest),
      size: figure('largest', 'fraction', { value: largest.value, formula: 'max(sizes)' }),
    },
    daysOut: {
      ...figure('days_out', 'days', { value: daysOut, formula: 'days(observed, decision)' }),
      inputs: [
        { name: 'observed', series: 'day', date: odds.asOf, value: 0 },
        { name: 'decision', series: 'day', date: meeting, value: 0 },
      ],
    },
    first: meetingOf(sizes[0] ?? own),
    last: meetingOf(sizes.at(-1) ?? own),
  };
}

function meetingOf({ series }: ReceiptInput): Day {
  return series.split('.')[1] ?? '';
}

interface Case extends Change {
  readonly meeting: Day;
  readonly daysOut: number;
}

/** The size of the change over the look-back before the day that lay `daysOut` days before an earlier meeting. */
function sizeBefore(history: FedHistory, { meeting, daysOut, word, lookBack }: Case): ReceiptInput[] {
  const now = oddsFor(history, addDays(meeting, -daysOut), meeting);
  const then = now && oddsFor(history, dayBefore(now.odds.asOf, lookBack), meeting);
  if (!now || !then) return [];
  // Both against the range in force on the later day, as every shift is.
  const offset = (now.odds.range.upperBp - then.odds.range.upperBp) / 25;
  const [after, before] =
    word === 'cut'
      ? [cutBy(now.found), chanceBelow(then.found.distribution, offset)]
      : [hikeBy(now.found), chanceAbove(then.found.distribution, offset)];
  return [{ name: 'sizes', series: `fed.${meeting}.${word}_by`, date: now.odds.asOf, value: Math.abs(after - before) }];
}

function dayBefore(day: Day, lookBack: MoveSpan): Day {
  if (lookBack === '1m') return monthsBefore(day, 1);
  return addDays(day, lookBack === '1w' ? -7 : -1);
}

function oddsFor(history: FedHistory, target: Day, meeting: Day) {
  const day = futuresDay(history.futures, indexAt(history.futures.dates, target));
  if (!day || daysBetween(day.date, target) > 7) return undefined;
  const odds = fedOdds(history.calendar, day);
  const found: MeetingOdds | undefined = odds?.meetings.find((one) => one.meeting === meeting);
  return odds && found ? { odds, found } : undefined;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

interface Shared extends Change {
  readonly inputs: readonly ReceiptInput[];
}

function figureMaker({ odds, meeting }: MeetingFigures, { word, lookBack, inputs }: Shared) {
  return (
    part: string,
    unit: Receipt['unit'],
    { value, formula }: { value: number; formula: string },
  ): Receipt<number> => ({
    id: `fed.${meeting}.${word}_by.shift.${lookBack}.${part}`,
    value,
    unit,
    asOf: odds.asOf,
    basis:
      'size of the change over the look-back, at equal distance from each decision, against the range then in force',
    formula,
    inputs,
    sources: [odds.day.futures.source],
  });
}
