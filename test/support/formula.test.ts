import { describe, expect, it } from 'vitest';
import { recompute } from './formula.ts';

const input = (name: string, value: number, date = '2024-01-22') => ({ name, series: 'X', date, value });

describe('recompute', () => {
  it('follows the usual order of operations over names with spaces and parentheses', () => {
    const inputs = [input('close(as-of)', 90), input('close(base)', 120)];

    expect(recompute({ formula: 'close(as-of) / close(base) − 1', inputs })).toBeCloseTo(-0.25, 12);
    expect(recompute({ formula: '2 × (close(as-of) + 10) / close(base)', inputs })).toBeCloseTo(200 / 120, 12);
  });

  it('answers flags, ranks, lists and spans of days', () => {
    const list = [3, 1, 2].map((value) => input('gaps', value));

    expect(recompute({ formula: 'a > b', inputs: [input('a', 2), input('b', 2)] })).toBe(false);
    expect(recompute({ formula: 'rank(gap in gaps, lowest first)', inputs: [input('gap', 2), ...list] })).toBe(2);
    expect(recompute({ formula: 'rank(gap in gaps, highest first)', inputs: [input('gap', 3), ...list] })).toBe(1);
    expect(recompute({ formula: 'mean(gaps)', inputs: list })).toBe(2);
    expect(recompute({ formula: 'median(gaps)', inputs: [...list, input('gaps', 10)] })).toBe(2.5);
    expect(recompute({ formula: 'share(gaps > 1)', inputs: list })).toBeCloseTo(2 / 3, 12);
    // 1, 2, 3 lie 1, 0, 1 from their mean: √(2 / 2)
    expect(recompute({ formula: 'deviation(steps)', inputs: [1, 2, 3].map((step) => input('steps', step)) })).toBe(1);
    expect(
      recompute({ formula: 'days(a, b)', inputs: [input('a', 0, '2023-10-27'), input('b', 0, '2023-12-19')] }),
    ).toBe(53);
    expect(
      recompute({ formula: 'sessions(a, b)', inputs: [input('a', 0, '2023-10-27'), input('b', 0, '2023-12-19')] }),
    ).toBe(36);
  });

  it('adds up independent steps of 25 bp', () => {
    // Steps −0.42 and −0.01: 0.42 × 0.99 + 0.58 × 0.01 = 0.4216 for one cut, 0.0042 for two, 0.5742 for none.
    const prices = [input('ZQG24', 94.675), input('ZQJ24', 94.78), input('tiny', -0.01)];
    const steps = '((ZQG24 − ZQJ24) / 0.25), tiny';

    expect(recompute({ formula: `exactly(−1, ${steps})`, inputs: prices })).toBeCloseTo(0.4216, 10);
    expect(recompute({ formula: `below(0, ${steps})`, inputs: prices })).toBeCloseTo(0.4258, 10);
    expect(recompute({ formula: `above(0, ${steps}) + 1`, inputs: prices })).toBe(1);
  });

  it('fits a line', () => {
    const points = [1, 2, 3].flatMap((x) => [input('x', x), input('y', 2 * x + 5)]);

    expect(recompute({ formula: '10 × slope(y, x)', inputs: points })).toBeCloseTo(20, 12);
    // (−1, −1), (0, 1), (1, 0): r = 0.5, so R² = 0.25 and t = 0.5 × √(1 / 0.75) = 0.577350.
    const loose = [
      [-1, -1],
      [0, 1],
      [1, 0],
    ].flatMap(([x = 0, y = 0]) => [input('x', x), input('y', y)]);
    expect(recompute({ formula: 'rsquared(y, x)', inputs: loose })).toBeCloseTo(0.25, 12);
    expect(recompute({ formula: 'tvalue(y, x)', inputs: loose })).toBeCloseTo(0.57735, 6);
  });

  it('refuses a formula that names something that is no input', () => {
    expect(() => recompute({ formula: 'close / open', inputs: [input('close', 1)] })).toThrow('cannot read');
  });
});
