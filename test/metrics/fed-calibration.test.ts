import { describe, expect, test } from 'vitest';
import { calibration } from '../../src/metrics/fed-calibration.ts';
import { fedCalendar } from '../../src/metrics/fed-odds.ts';
import { futuresOf } from '../support/fed.ts';

/** March 2021 at 5.00% for 16 days and 4.80% for 15: (16 × 5 + 15 × 4.8) / 31 = 4.903226. */
const MARCH = 100 - (16 * 5 + 15 * 4.8) / 31;

/** Two meetings: a cut priced at 80% that came, a hold priced at 60% that came. */
const futures = futuresOf({
  '2020-12-31': { '2020-12': 95, '2021-01': 95, '2021-02': 95, '2021-03': 95, '2021-04': 95 },
  '2021-02-16': { '2021-02': 95, '2021-03': MARCH, '2021-04': 95.2 },
  '2021-02-17': { '2021-02': 95, '2021-03': MARCH, '2021-04': 95.2 },
  '2021-03-17': { '2021-03': 95, '2021-04': 95 },
  '2021-05-18': { '2021-05': 95.25, '2021-06': 95.3, '2021-07': 95.35 },
  '2021-06-15': { '2021-06': 95.25, '2021-07': 95.25 },
  '2021-06-16': { '2021-06': 95.25, '2021-07': 95.25 },
  '2021-06-21': { '2021-06': 95.25 },
});
const calendar = fedCalendar(
  [
    { date: '2021-03-17', kind: 'scheduled' },
    { date: '2021-06-16', kind: 'scheduled' },
  ],
  [
    { from: '2021-01-01', lowerBp: 500, upperBp: 525 },
    { from: '2021-03-18', lowerBp: 475, upperBp: 500 },
  ],
);

describe('calibration', () => {
  const [oneDay] = calibration({ futures, calendar });

  test('holds each decision against the odds of the futures day before it', () => {
    // March: cut 80%, came. June: priced at a certain hold (95.25 on both sides), came.
    expect(oneDay?.daysOut).toBe(1);
    expect(oneDay?.meetings).toBe(2);
    expect(oneDay?.right.value).toBe(1);
  });

  test('scores the misses over cut, hold and hike', () => {
    // March: (0.8 − 1)² + (0.2 − 0)² = 0.08; June: 0. Mean 0.04.
    expect(oneDay?.brier.value).toBeCloseTo(0.04, 10);
    // Base rates: cut ½, hold ½. Each meeting (½ − 1)² + ½² = 0.5.
    expect(oneDay?.baseBrier.value).toBeCloseTo(0.5, 10);
  });

  test('leaves out what cannot be observed so far ahead', () => {
    expect(calibration({ futures, calendar }).map(({ daysOut }) => daysOut)).not.toContain(120);
  });
});
