import { describe, expect, test } from 'vitest';
import { BUNDLED_MEETINGS } from '../../src/calendar/fomc-seed.ts';
import { fedCalendar, fedOdds } from '../../src/metrics/fed-odds.ts';
import { meetingFigures } from '../../src/metrics/fed-receipts.ts';
import { shiftRow } from '../../src/metrics/fed-shifts.ts';
import { dayOf, futuresOf } from '../support/fed.ts';

const flat = { '2024-05': 94.67, '2024-06': 94.67 };
const futures = futuresOf({
  '2024-01-12': { '2024-01': 94.67, '2024-02': 94.67, '2024-03': 94.7, '2024-04': 94.82, ...flat },
  '2024-01-19': { '2024-01': 94.67, '2024-02': 94.67, '2024-03': 94.7, '2024-04': 94.78, ...flat },
  '2024-01-22': { '2024-01': 94.67, '2024-02': 94.67, '2024-03': 94.7, '2024-04': 94.77, ...flat },
});

function rowsFrom(ranges: readonly { from: string; lowerBp: number; upperBp: number }[]) {
  const calendar = fedCalendar(BUNDLED_MEETINGS, ranges);
  const odds = fedOdds(calendar, dayOf(futures, '2024-01-22'));
  const march = odds && meetingFigures(odds, '2024-03-20');
  if (!march) throw new Error('no odds for March');
  return (lookBack: Parameters<typeof shiftRow>[2]) => shiftRow({ futures, calendar }, march, lookBack);
}

describe('shiftRow', () => {
  const row = rowsFrom([{ from: '2023-07-27', lowerBp: 525, upperBp: 550 }]);

  test('looks back to the previous futures day, and to the last one on or before a week earlier', () => {
    // 15 January was a holiday: the week's base is the 12th. March: −0.40 now, −0.44 the day before, −0.60 then.
    const [day, week] = [row('1d'), row('1w')];
    if (!('odds' in day && 'odds' in week)) throw new Error('no rows');
    expect([day.odds.asOf, week.odds.asOf, week.target]).toEqual(['2024-01-19', '2024-01-12', '2024-01-15']);
    expect(day.cutShift.value).toBeCloseTo(-0.04, 10);
    expect(week.cutShift.value).toBeCloseTo(-0.2, 10);
    expect(week.expectedShiftBp.value).toBeCloseTo(5, 8);
    expect(week.cutShift.id).toBe('fed.2024-03-20.cut_by.shift.1w');
  });

  test('a day before the prices is told, not guessed', () => {
    expect(row('1m')).toEqual({
      id: 'fed.2024-03-20.cut_by.shift.1m',
      absent: 'no futures prices on or before 2023-12-22',
    });
  });

  test('compares absolute ranges when another one was in force then', () => {
    // Until 16 January 550–575 was in force: 12 January's −0.60 from there is +0.40 seen from 525–550.
    const moved = rowsFrom([
      { from: '2023-07-27', lowerBp: 550, upperBp: 575 },
      { from: '2024-01-16', lowerBp: 525, upperBp: 550 },
    ])({ since: '2024-01-12' });
    if (!('odds' in moved)) throw new Error('no row');
    expect(moved.hikeBy).toBeCloseTo(0.4, 10);
    expect(moved.holdBy).toBeCloseTo(0.6, 10);
    expect(moved.cutBy).toBe(0);
    expect(moved.expectedBp).toBeCloseTo(10, 8);
  });
});
