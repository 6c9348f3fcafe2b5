import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import { BUNDLED_MEETINGS } from '../../src/calendar/fomc-seed.ts';
import { monthOf, monthText } from '../../src/calendar/month.ts';
import { sessionsIn } from '../../src/calendar/nyse.ts';
import { fedCalendar, fedOdds } from '../../src/metrics/fed-odds.ts';
import {
  type FedDay,
  largestDays,
  meetingHistory,
  meetingView,
  pathView,
  releaseNames,
} from '../../src/metrics/fed-views.ts';
import { CME, dayOf, futuresOf, monthAverage } from '../support/fed.ts';

const calendar = fedCalendar(BUNDLED_MEETINGS, [{ from: '2023-07-27', lowerBp: 525, upperBp: 550 }]);

/** A cut in March whose size in moves is given by day; June brings one more cut. */
const MARCH: Readonly<Record<Day, number>> = {
  '2023-12-22': 0.9,
  '2024-01-04': 0.8,
  '2024-01-05': 0.5,
  '2024-01-11': 0.7,
  '2024-01-12': 0.7,
  '2024-01-19': 0.45,
  '2024-01-22': 0.4,
};

function fedDay(): FedDay {
  const days = Object.entries(MARCH).map(([day, march]) => {
    const rateOn = (date: Day) => 5.33 - (date >= '2024-03-20' ? 0.25 * march : 0) - (date >= '2024-06-12' ? 0.25 : 0);
    const months = Array.from({ length: 15 }, (_, ahead) => monthOf(day) + ahead);
    return [
      day,
      Object.fromEntries(months.map((month) => [monthText(month), 100 - monthAverage(month, rateOn)])),
    ] as const;
  });
  const futures = futuresOf({ '2023-12-15': { '2023-12': 94.67 }, ...Object.fromEntries(days) });
  const odds = fedOdds(calendar, dayOf(futures, '2024-01-22'));
  if (!odds) throw new Error('no odds');
  const effr = { symbol: 'EFFR', dates: ['2024-01-19'], ratePct: Float64Array.of(5.33), source: CME };
  return { futures, calendar, odds, effr };
}

const day = fedDay();

describe('meetingView', () => {
  test('has the meeting, the one after it and three look-backs', () => {
    const view = meetingView(day, '2024-03-20');
    expect(view?.figures.cutBy.value).toBeCloseTo(0.4, 8);
    expect(view?.following?.meeting).toBe('2024-05-01');
    expect(view?.rows.map(({ odds }) => odds.asOf)).toEqual(['2024-01-19', '2024-01-12', '2023-12-22']);
    expect(view?.rows.map(({ cutShift }) => Number(cutShift.value.toFixed(4)))).toEqual([-0.05, -0.3, -0.5]);
  });

  test('a day asked for joins them unless a look-back stands for it already', () => {
    expect(meetingView(day, '2024-03-20', '2024-01-05')?.rows.length).toBe(4);
    expect(meetingView(day, '2024-03-20', '2023-12-22')?.rows.length).toBe(3);
  });
});

describe('meetingHistory', () => {
  test('has one point a futures day and marks its releases', () => {
    const { points, marks } = meetingHistory(day, '2024-03-20', '2023-12-22');
    expect(points.map(({ date, cutBy }) => [date, Number(cutBy.toFixed(6))])).toEqual(Object.entries(MARCH));
    expect(marks).toEqual([
      { day: '2024-01-05', label: 'Jobs' },
      { day: '2024-01-11', label: 'CPI' },
    ]);
  });
});

describe('largestDays', () => {
  test('ranks by basis points, with shares of the whole change', () => {
    const largest = largestDays(day, '2024-03-20');
    // From 0.9 to 0.4 moves: +12.5 bp in all; 5 January +7.5 bp (60%), 19 January +6.25, 11 January −5.
    expect(largest?.totalBp.value).toBeCloseTo(12.5, 6);
    expect(largest?.moves.slice(0, 3).map(({ day: date }) => date)).toEqual(['2024-01-05', '2024-01-19', '2024-01-11']);
    expect(largest?.moves[0]?.changeBp.value).toBeCloseTo(7.5, 6);
    expect(largest?.moves[0]?.share?.value).toBeCloseTo(0.6, 6);
    expect(largest?.moves[2]?.share?.value).toBeCloseTo(-0.4, 6);
  });
});

describe('pathView', () => {
  test('counts the moves of the year, the first likely cut and the way from the effective rate', () => {
    const path = pathView(day);
    expect(path?.end.meeting).toBe('2024-12-18');
    expect(path?.end.cuts.value).toBeCloseTo(1.4, 6);
    expect(path?.end.ratePct).toBeCloseTo(4.98, 6);
    // At least one cut: March 0.4; June makes it certain.
    expect(path?.first?.meeting).toBe('2024-06-12');
    expect(path?.first?.chance.value).toBeCloseTo(1, 8);
    expect(path?.fromEffr?.value).toBeCloseTo(-35, 5);
    expect(path?.earlier?.asOf).toBe('2023-12-22');
  });
});

describe('releaseNames', () => {
  test('come from the calendar the day knows', () => {
    expect(releaseNames(day, '2024-01-31')).toEqual(['FOMC decision']);
    expect(
      sessionsIn('2024-01-01', '2024-01-05').filter((date) => releaseNames(day, date).includes('jobs report')),
    ).toEqual(['2024-01-05']);
  });
});
