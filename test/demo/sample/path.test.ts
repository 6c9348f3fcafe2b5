import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOn, closePath, folded } from '../../../src/demo/sample/path.ts';

const days = ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08'];
const anchors = [
  { day: '2024-01-02', close: 100, source: 'test' },
  { day: '2024-01-08', close: 121, source: 'test' },
];
const volatility = days.map(() => 0.01);
const still = days.map(() => 0);

describe('closePath', () => {
  it('is a straight line in logarithms when nothing moves', () => {
    // From 100 to 121 in four equal steps: each multiplies by 1.21^(1/4); half way stands 110.
    const path = closePath({ days, anchors, bounds: [], shocks: still, volatility });
    expect(path[2]).toBeCloseTo(110, 10);
    expect(path[4]).toBe(121);
  });

  it('moves with the shocks and still meets its anchors', () => {
    const path = closePath({ days, anchors, bounds: [], shocks: [0, 0.05, 0, 0, 0], volatility });
    // A first step of +5%, of which every day gives back a quarter: ln = ln(100) + (ln 1.21)/4 + 0.05 × 3/4.
    expect(path[1]).toBeCloseTo(100 * Math.exp(Math.log(1.21) / 4 + 0.0375), 10);
    expect([path[0], path[4]]).toEqual([100, 121]);
  });

  it('never breaks a bound, whatever the shocks', () => {
    const bound = { from: days[0] ?? '', to: days[4] ?? '', closeAbove: 99, closeBelow: 122, because: 'test' };
    const anyShocks = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(anyShocks, (shocks) => {
        const path = closePath({ days, anchors, bounds: [bound], shocks, volatility });
        expect(path.every((close) => close > 99 && close < 122)).toBe(true);
        expect([path[0], path[4]]).toEqual([100, 121]);
      }),
    );
  });
});

describe('folded', () => {
  it('leaves a value inside alone and mirrors one outside', () => {
    expect(folded(100, { above: 90, below: 110 })).toBeCloseTo(100, 10);
    const ceiling = 110 * 0.9995;
    expect(folded(ceiling * 1.02, { above: 90, below: 110 })).toBeCloseTo(ceiling / 1.02, 10);
  });
});

describe('boundsOn', () => {
  it('holds from the first day to the last, its exceptions aside', () => {
    const bounds = [{ from: '2024-01-03', to: '2024-01-05', except: ['2024-01-04'], closeBelow: 5, because: 'test' }];
    expect(days.map((day) => boundsOn(bounds, day).length)).toEqual([0, 1, 0, 1, 0]);
  });
});
