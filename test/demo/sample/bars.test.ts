import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsRound } from '../../../src/demo/sample/bars.ts';

const days = ['2024-01-18', '2024-01-19', '2024-01-22'];
const closes = [100, 104, 101];
const volatility = days.map(() => 0.02);

describe('barsRound', () => {
  it('puts open and close inside high and low, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 6, maxLength: 6 }), (draws) => {
        let draw = 0;
        const next = () => draws[draw++ % draws.length] ?? 0;
        for (const bar of barsRound({ days, closes, volatility, ranges: [], bounds: [], next })) {
          expect(bar.low <= Math.min(bar.open, bar.close) && bar.high >= Math.max(bar.open, bar.close)).toBe(true);
        }
      }),
    );
  });

  it('keeps a published range and stays below a bound', () => {
    const ranges = [{ day: '2024-01-19', open: 103, high: 105, low: 99.5, source: 'test' }];
    const bounds = [{ from: '2024-01-22', to: '2024-01-22', highBelow: 101.5, lowAbove: 100.5, because: 'test' }];
    const [friday, monday] = barsRound({ days, closes, volatility, ranges, bounds, next: () => 6 });
    expect(friday).toEqual({ day: '2024-01-19', open: 103, high: 105, low: 99.5, close: 104 });
    expect(monday?.high).toBeLessThan(101.5);
    expect(monday?.low).toBeGreaterThan(100.5);
  });
});
