import { describe, expect, it } from 'vitest';
import { nextRelease } from '../../src/metrics/release-dates.ts';

describe('nextRelease', () => {
  it.each([
    ['a Monday', '2024-01-22', { day: '2024-01-25', claims: true, gdp: 'Q4' }],
    ['a Thursday', '2024-01-18', { day: '2024-01-25', claims: true, gdp: 'Q4' }],
    ['the week of the jobs report', '2024-01-04', { day: '2024-01-05', claims: false, others: ['unemployment'] }],
    ['the week of retail sales', '2024-01-16', { day: '2024-01-17', claims: false, others: ['retail sales'] }],
    ['the day before Wednesday’s GDP', '2024-10-29', { day: '2024-10-30', claims: false, gdp: 'Q3' }],
    ['Thanksgiving week: claims on Wednesday', '2026-11-23', { day: '2026-11-25', claims: true }],
    ['that Wednesday', '2026-11-25', { day: '2026-12-03', claims: true }],
  ])('after %s', (_what, asOf, next) => {
    expect(nextRelease(asOf)).toEqual(next);
  });
});
