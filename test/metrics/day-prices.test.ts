import { describe, expect, it } from 'vitest';
import { dayPrices } from '../../src/metrics/day-prices.ts';
import { isMeasured } from '../../src/metrics/receipt.ts';
import { recompute } from '../support/formula.ts';
import { seriesOn } from '../support/series.ts';

const bare = seriesOn({ '2024-01-02': 100, '2024-01-03': 102 });
const series = { ...bare, high: Float64Array.of(101, 104), low: Float64Array.of(99, 100) };

describe('the prices of a session', () => {
  it('are its high, low and close, the range and the change from the close before', () => {
    const { close, before, high, low, range, change } = dayPrices(series);

    expect([close.value, before?.value]).toEqual([102, 100]);
    expect(isMeasured(high) && high.value).toBe(104);
    expect(isMeasured(low) && low.value).toBe(100);
    expect(isMeasured(range) && range.value).toBeCloseTo(0.04, 9);
    expect(isMeasured(range) && recompute(range)).toBeCloseTo(0.04, 9);
    expect(isMeasured(change) && recompute(change)).toBeCloseTo(0.02, 9);
  });

  it('have no high and low where the source holds none', () => {
    expect(dayPrices(bare).high).toHaveProperty('absent');
  });
});
