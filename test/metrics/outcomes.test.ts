import { describe, expect, it } from 'vitest';
import { everyIndex, forwardReturns, type OutcomeSample, outcomesOf } from '../../src/metrics/outcomes.ts';
import { recompute } from '../support/formula.ts';
import { slowForward, slowMedian } from '../support/slow-metrics.ts';
import { walkOf } from '../support/views.ts';

const DATES = ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08'];

function sampleOf(values: readonly number[]): OutcomeSample {
  const returns = { day: (place: number) => DATES[place % 5] ?? '', values: Float64Array.from(values) };
  return { id: 'x', series: 'RUT', basis: 'price return', asOf: '2024-01-08', returns, sources: [] };
}

describe('forwardReturns', () => {
  it('looks the given sessions ahead and leaves out what the series does not reach', () => {
    const closes = Float64Array.from([100, 110, 99, 110, 121]);

    const returns = forwardReturns(DATES, closes, { starts: Int32Array.of(0, 2, 3), sessions: 2 });

    // 99 / 100 − 1 and 121 / 99 − 1; two sessions after the fourth there is nothing yet.
    expect(returns.values.length).toBe(2);
    expect(returns.values[0]).toBeCloseTo(-0.01, 12);
    expect(returns.values[1]).toBeCloseTo(121 / 99 - 1, 12);
    expect(returns.day(1)).toBe('2024-01-04');
  });
});

describe('outcomesOf', () => {
  it('gives median, mean, share above zero and worst: of −10 0 5 15 %', () => {
    const outcomes = outcomesOf(sampleOf([0.05, -0.1, 0.15, 0]));

    expect(outcomes?.count.value).toBe(4);
    expect(outcomes?.median.value).toBeCloseTo(0.025, 12);
    expect(outcomes?.mean.value).toBeCloseTo(0.025, 12);
    expect(outcomes?.up.value).toBe(0.5);
    expect(outcomes?.worst.value).toBe(-0.1);
  });

  it('has nothing to say about an empty sample', () => {
    expect(outcomesOf(sampleOf([]))).toBeUndefined();
  });

  it('proves thousands of returns by the few that decide, and they recompute', () => {
    const closes = walkOf(2000, { seed: 11 });
    const dates = closes.map((_, index) => `day ${index}`);
    const returns = forwardReturns(dates, Float64Array.from(closes), { starts: everyIndex(0, 2000), sessions: 21 });
    const outcomes = outcomesOf({ ...sampleOf([]), returns });
    const slow = slowForward(closes, [...everyIndex(0, 2000)], 21);
    if (!outcomes) throw new Error('no outcomes');

    expect(outcomes.median.value).toBeCloseTo(slowMedian(slow), 12);
    expect(outcomes.worst.value).toBe(Math.min(...slow));
    expect(outcomes.up.value).toBe(slow.filter((value) => value > 0).length / slow.length);
    for (const receipt of Object.values(outcomes)) {
      expect(receipt.inputs.length).toBeLessThan(3);
      expect(recompute(receipt)).toBeCloseTo(receipt.value, 12);
    }
  });
});
