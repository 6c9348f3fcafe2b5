import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascending, mean, middleValues, quantile, standardDeviation } from '../../src/metrics/statistics.ts';
import { slowMedian } from '../support/slow-metrics.ts';

describe('quantile', () => {
  it('lies between neighbours in proportion: the 25th percentile of 1 2 3 4 is 1.75', () => {
    expect(quantile(ascending([4, 2, 3, 1]), 0.25)).toBe(1.75);
    expect(quantile(ascending([5]), 0.9)).toBe(5);
  });

  it('refuses an empty list', () => {
    expect(() => quantile(new Float64Array(), 0.5)).toThrow('no values');
  });
});

describe('standardDeviation', () => {
  it('is that of a sample: of 2 4 4 4 5 5 7 9 the root of 32 / 7', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });
});

describe('middleValues', () => {
  it('finds the median of any list, ties and all, without sorting it', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        expect(mean(middleValues(Float64Array.from(list)))).toBe(slowMedian(list));
      }),
    );
  });
});
