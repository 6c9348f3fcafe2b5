import { describe, expect, it } from 'vitest';
import { normal, uniform } from '../../../src/demo/sample/random.ts';

const draws = (next: () => number, count: number) => Array.from({ length: count }, next);

describe('uniform', () => {
  it('repeats itself for the same seed and not for another', () => {
    expect(draws(uniform('RUT'), 5)).toEqual(draws(uniform('RUT'), 5));
    expect(draws(uniform('RUT'), 5)).not.toEqual(draws(uniform('TUR'), 5));
  });

  it('stays in [0, 1) and fills it evenly', () => {
    const values = draws(uniform('even'), 20_000);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = values.filter((value) => Math.floor(value * 10) === tenth).length / values.length;
      expect(share).toBeCloseTo(0.1, 1);
    }
  });
});

describe('normal', () => {
  it('has mean 0 and variance 1', () => {
    const values = draws(normal('bell'), 20_000);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});
