import { describe, expect, test } from 'vitest';
import { oddsRows } from '../../src/metrics/fed-export.ts';
import { calendarWith, futuresOf } from '../support/fed.ts';

const calendar = calendarWith(525, 550);
const futures = futuresOf({
  '2024-01-19': { '2024-01': 94.67, '2024-02': 94.67, '2024-03': 94.67, '2024-04': 94.67 },
  '2024-01-22': { '2024-01': 94.67, '2024-02': 94.675, '2024-03': 94.7, '2024-04': 94.78 },
  '2024-01-23': { '2024-01': 94.67 },
});

describe('oddsRows', () => {
  test('writes one set a day in CME’s layout, exact zeros left out, fractions unrounded', () => {
    const { lines } = oddsRows({ futures, calendar }, { from: '2024-01-19', to: '2024-01-19' });
    expect(lines).toEqual([
      'observation_date,meeting_date,range_lower_bp,range_upper_bp,probability',
      '2024-01-19,2024-01-31,525,550,1',
      '2024-01-19,2024-03-20,525,550,1',
    ]);
  });

  test('the chances of a meeting sum to 1', () => {
    const { lines } = oddsRows({ futures, calendar }, { from: '2024-01-20', to: '2024-01-22' });
    const march = lines.filter((line) => line.startsWith('2024-01-22,2024-03-20'));
    expect(march.map((line) => line.split(',').slice(2, 4).join('-'))).toEqual(['475-500', '500-525', '525-550']);
    expect(march.reduce((sum, line) => sum + Number(line.split(',')[4]), 0)).toBeCloseTo(1, 12);
  });

  test('a day that cannot be solved is named with its contract, not written', () => {
    const { lines, unsolved } = oddsRows({ futures, calendar }, { from: '2024-01-23', to: '2024-12-31' });
    expect(lines.length).toBe(1);
    expect(unsolved).toEqual([{ date: '2024-01-23', why: 'ZQG24 has no price' }]);
  });

  test('takes a rule for all days', () => {
    const old = oddsRows({ futures, calendar }, { from: '2024-01-22', to: '2024-01-22', rule: 'decision-day-old' });
    // (94.675 − 94.67) × 31/31 … at the old rate January is its own average: 5.33 − 5.325 = 0.005 = 2.00%.
    const cut = old.lines.find((line) => line.startsWith('2024-01-22,2024-01-31,500'));
    expect(Number(cut?.split(',')[4])).toBeCloseTo(0.02, 10);
  });
});
