import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/calendar/day.ts';
import { monthOf, monthText } from '../../src/calendar/month.ts';
import type { DayCountRule } from '../../src/metrics/fed-anchors.ts';
import { solvedSteps } from '../../src/metrics/fed-steps.ts';
import { calendarWith, dayOf, futuresOf, SCHEDULED } from '../support/fed.ts';
import { slowSteps } from '../support/slow-odds.ts';

const { scheduled } = calendarWith(0, 25);

function priced(asOf: Day, prices: readonly number[]) {
  const first = monthOf(asOf);
  const byMonth = Object.fromEntries(prices.map((price, ahead) => [monthText(first + ahead), price]));
  const past = Object.fromEntries(
    [1, 2, 3].map((back) => [`${monthText(first - back)}-20`, { [monthText(first - back)]: 99.9 }]),
  );
  return { day: dayOf(futuresOf({ ...past, [asOf]: byMonth }), asOf), byMonth };
}

describe('solvedSteps', () => {
  const asOf = fc.integer({ min: 0, max: 600 }).map((days) => addDays('2020-07-01', days));
  const prices = fc.array(fc.integer({ min: 38_000, max: 40_000 }), { minLength: 18, maxLength: 18 });
  const rule = fc.constantFrom<DayCountRule>('decision-day-new', 'decision-day-old');

  test('equals the slow solution for any prices', () => {
    fc.assert(
      fc.property(asOf, prices, rule, (date, quarters, dayCount) => {
        const { day, byMonth } = priced(
          date,
          quarters.map((quarter) => quarter / 400),
        );
        const { steps } = solvedSteps(day, { scheduled, moves: [], rule: dayCount });
        const last = steps.at(-1)?.meeting.date ?? '';
        const averages = new Map(Object.entries(byMonth).map(([month, price]) => [month, 100 - price]));
        for (const back of [1, 2, 3]) averages.set(monthText(day.month - back), 100 - 99.9);
        const slow = slowSteps({
          averages,
          meetings: SCHEDULED.filter((meeting) => meeting <= last),
          asOf: date,
          decisionDayIsNew: dayCount === 'decision-day-new',
        });
        expect(steps.map(({ meeting }) => meeting.date)).toEqual([...slow.keys()]);
        steps.forEach(({ moves, meeting }) => {
          expect(moves).toBeCloseTo(slow.get(meeting.date) ?? Number.NaN, 6);
        });
      }),
    );
  });

  test('where no list is known the last meeting is one whose own and next month are priced', () => {
    // Seven months from July 2020: to January 2021. The meeting of 16 Dec has both, that of 27 Jan lacks February.
    const { day } = priced('2020-07-01', [99.9, 99.9, 99.9, 99.9, 99.9, 99.9, 99.9]);
    const { steps, cut } = solvedSteps(day, { scheduled, moves: [], rule: 'decision-day-new' });
    expect(steps.at(-1)?.meeting.date).toBe('2020-12-16');
    expect(cut).toBeUndefined();
  });

  function withoutMonth(missing: number) {
    const ahead = [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((month) => month !== missing);
    const prices = Object.fromEntries(ahead.map((month) => [monthText(monthOf('2020-07-01') + month), 99.9]));
    const day = dayOf(futuresOf({ '2020-06-29': { '2020-06': 99.9 }, '2020-07-01': prices }), '2020-07-01');
    return solvedSteps(day, { scheduled, moves: [], rule: 'decision-day-new' });
  }

  test('a hole where an anchor should be ends the list there and names the contract', () => {
    // October 2020 has no meeting and anchors September's end and November's start.
    const { steps, cut } = withoutMonth(3);
    expect(steps.at(-1)?.meeting.date).toBe('2020-07-29');
    expect(cut).toEqual({ meeting: '2020-09-16', missing: monthOf('2020-10-01'), thin: false });
  });

  test('a hole in a month that does not enter changes nothing', () => {
    // November 2020 starts a run of two meeting months: its start is October, its end December's start.
    expect(withoutMonth(4)).toEqual(withoutMonth(-1));
  });

  test('the last meeting CME lists is solved from its own contract when the month before it is free', () => {
    // On 2023-03-22 the list ended with 20 March 2024; February 2024 is free, April 2024 too but does not enter.
    const flat = Array.from({ length: 14 }, () => 95.3);
    const { day } = priced('2023-03-22', flat.with(13, 97));
    const { steps } = solvedSteps(day, { scheduled, moves: [], rule: 'decision-day-new' });
    expect(steps.at(-1)?.meeting.date).toBe('2024-03-20');
    expect(steps.at(-1)?.moves).toBe(0);
    expect(steps.at(-1)?.end.kind).toBe('after');
  });
});
