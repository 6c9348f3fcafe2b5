import { describe, expect, test } from 'vitest';
import { dayPlan, quietPeriodOn } from '../../src/calendar/day-plan.ts';
import { BUNDLED_MEETINGS } from '../../src/calendar/fomc-seed.ts';

function planOf(day: string): string[] {
  return dayPlan(day, BUNDLED_MEETINGS).map(({ time, name }) => `${time} ${name}`);
}

describe('dayPlan', () => {
  test.each([
    // Bureau of Labor Statistics: consumer prices of February 2023 on 14 March, 08:30.
    ['2023-03-14', ['08:30 Consumer prices, February', '16:00 NYSE close']],
    // Federal Reserve: decision of 31 January 2024 at 14:00, press conference at 14:30.
    ['2024-01-31', ['14:00 FOMC decision', '14:30 Press conference', '16:00 NYSE close']],
    // Department of Labor: claims on Thursday, for the week that ended the Saturday before.
    ['2024-01-25', ['08:30 Jobless claims, week to 20 Jan', '16:00 NYSE close']],
    ['2024-11-29', ['13:00 NYSE close, early']],
    ['2024-01-05', ['08:30 Jobs report, December', '16:00 NYSE close']],
    // The shutdown of autumn 2025: September prices came on 24 October.
    ['2025-10-24', ['08:30 Consumer prices, September', '16:00 NYSE close']],
    ['2024-01-15', []],
  ])('of %s', (day, plan) => {
    expect(planOf(day)).toEqual(plan);
  });
});

describe('quietPeriodOn', () => {
  // Federal Reserve: from the second Saturday before the meeting begins to the Thursday after it ends.
  test.each([
    ['2023-03-10', undefined],
    ['2023-03-11', { from: '2023-03-11', to: '2023-03-23' }],
    ['2023-03-23', { from: '2023-03-11', to: '2023-03-23' }],
    ['2023-03-24', undefined],
    ['2024-01-20', { from: '2024-01-20', to: '2024-02-01' }],
  ])('on %s', (day, period) => {
    expect(quietPeriodOn(day, BUNDLED_MEETINGS)).toEqual(period);
  });
});
