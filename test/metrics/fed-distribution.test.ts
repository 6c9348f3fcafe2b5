import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chanceAbove,
  chanceBelow,
  chanceOf,
  cleanStep,
  convolved,
  type MoveDistribution,
  meanMoves,
  NO_MOVE,
  stepDistribution,
} from '../../src/metrics/fed-distribution.ts';
import { slowDistribution } from '../support/slow-odds.ts';

const step = fc.double({ min: -4, max: 4, noNaN: true });

function chained(steps: readonly number[]): MoveDistribution {
  return steps.reduce((before, moves) => convolved(before, stepDistribution(cleanStep(moves))), NO_MOVE);
}

describe('stepDistribution', () => {
  test('a step of exactly 0 is a certain hold, whose chance is not lost', () => {
    expect(stepDistribution(0)).toEqual({ lowest: 0, chances: Float64Array.of(1) });
    expect(stepDistribution(-0).lowest).toBe(0);
  });

  test('less than one move down splits between one cut and hold', () => {
    // 11 bp down = −0.44 moves: 44% for one cut, 56% for none.
    const cut = stepDistribution(-0.44);
    expect(chanceOf(cut, -1)).toBeCloseTo(0.44, 12);
    expect(chanceOf(cut, 0)).toBeCloseTo(0.56, 12);
  });

  test('72.75 bp up is 9% for 50 and 91% for 75', () => {
    // 72.75 / 25 = 2.91: whole part 2 with 1 − 0.91, the next one with 0.91.
    const hike = stepDistribution(2.91);
    expect(chanceOf(hike, 2)).toBeCloseTo(0.09, 12);
    expect(chanceOf(hike, 3)).toBeCloseTo(0.91, 12);
    expect(chanceOf(hike, 1)).toBe(0);
  });

  test('a whole number of moves is certain', () => {
    expect(stepDistribution(-2)).toEqual({ lowest: -2, chances: Float64Array.of(1) });
  });
});

describe('cleanStep', () => {
  test('takes rounding noise off whole moves and leaves every step a quarter tick can make', () => {
    expect(cleanStep(-1.0000000000004)).toBe(-1);
    expect(Object.is(cleanStep(-1e-14), 0)).toBe(true);
    // A quarter tick (0.0025) in one contract moves a step by at least 0.0025/0.25 × 1/31 or so.
    expect(cleanStep(0.0003)).toBe(0.0003);
  });
});

describe('convolved', () => {
  test('two meetings at 42% and 1% make the table a hand calculation makes', () => {
    // One cut: 0.42 × 0.99 + 0.58 × 0.01 = 0.4216; two: 0.42 × 0.01 = 0.0042; none: 0.58 × 0.99 = 0.5742.
    const both = chained([-0.01, -0.42]);
    expect(chanceOf(both, -1)).toBeCloseTo(0.4216, 12);
    expect(chanceOf(both, -2)).toBeCloseTo(0.0042, 12);
    expect(chanceOf(both, 0)).toBeCloseTo(0.5742, 12);
  });

  test('random steps agree with walking every path, sum to 1 and keep the expected move', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 9 }), (steps) => {
        const cleaned = steps.map(cleanStep);
        const fast = chained(steps);
        const slow = slowDistribution(cleaned);
        for (const [moves, chance] of slow) expect(chanceOf(fast, moves)).toBeCloseTo(chance, 12);
        const chances = [...fast.chances];
        expect(chances.every((chance) => chance >= 0 && chance <= 1 + 1e-12)).toBe(true);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
        const expected = cleaned.reduce((sum, moves) => sum + moves, 0);
        expect(meanMoves(fast)).toBeCloseTo(expected, 9);
      }),
    );
  });
});

describe('chanceBelow and chanceAbove', () => {
  test('are exactly 1 and 0 where one side is empty, whatever the rounding of the sum', () => {
    const certain = chained([-1.3, -0.7, -0.9, -0.1]);
    expect(chanceBelow(certain, 0)).toBe(1);
    expect(chanceAbove(certain, 0)).toBe(0);
  });

  test('with the chance of the place itself they sum to 1', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const all = chained(steps);
        expect(chanceBelow(all, 0) + chanceOf(all, 0) + chanceAbove(all, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
