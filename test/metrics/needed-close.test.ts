import { describe, expect, it } from 'vitest';
import { closeAtLevel, closeForGap, closeForReturn, closeOfDay } from '../../src/metrics/needed-close.ts';
import { recompute } from '../support/formula.ts';
import { seriesOn } from '../support/series.ts';

// The Russell and the S&P 500 as they closed; +3.93%, +23.16% and the rest were worked out by hand from these rows.
const russell = seriesOn({ '2021-11-08': 2442.74, '2023-12-29': 2027.07, '2024-01-22': 1983.38 });
const spx = seriesOn(
  { '2021-11-08': 4701.7, '2023-12-29': 4769.83, '2024-01-22': 4850.43 },
  { symbol: 'GSPC', name: 'S&P 500' },
);

describe('the close that is needed', () => {
  it('to be flat on the year is the base close', () => {
    const found = closeForReturn(russell, 'ytd', 0);

    expect(found?.level.value).toBeCloseTo(2027.07, 6);
    expect(found?.move.value).toBeCloseTo(0.022028, 6);
    expect(found?.points.value).toBeCloseTo(43.69, 6);
  });

  it('to be up ten per cent counts from the base, not from today', () => {
    expect(closeForReturn(russell, 'ytd', 0.1)?.level.value).toBeCloseTo(2229.777, 3);
  });

  it('to be level with the benchmark takes its return as it stands', () => {
    const found = closeForGap({ subject: russell, benchmark: spx }, 'ytd', 0);

    expect(found?.level.value).toBeCloseTo(2061.323, 2);
    expect(found?.move.value).toBeCloseTo(0.0393, 4);
  });

  it('to be back at a day is that day’s close', () => {
    expect(closeOfDay(russell, '2021-11-08')?.move.value).toBeCloseTo(0.2316, 4);
    expect(closeOfDay(russell, '2021-11-09')).toBeUndefined();
  });

  it('proves itself: every figure follows from its own inputs', () => {
    const all = [
      closeForReturn(russell, 'ytd', -0.05),
      closeForGap({ subject: russell, benchmark: spx }, 'ytd', -0.08),
      closeOfDay(russell, '2021-11-08'),
      closeAtLevel(russell, 2100),
    ].flatMap((one) => (one ? Object.values(one) : []));

    expect(all).toHaveLength(12);
    for (const receipt of all) expect(recompute(receipt)).toBeCloseTo(receipt.value, 9);
  });

  it('is absent without a base close', () => {
    expect(closeForReturn(russell, '10y', 0)).toBeUndefined();
  });
});
