import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extent,
  heightOf,
  numberText,
  percentText,
  ratePctText,
  valueRange,
} from '../../../src/charts/compile/value-axis.ts';

describe('valueRange', () => {
  it.each([
    // data from, to → axis from, to, gridline step
    [94.38, 104.45, 93.75, 105, 2.5],
    [0, 1, -0.0625, 1.0625, 0.25],
    [-0.33, 0, -0.35, 0.025, 0.1],
  ])('holds %d … %d in %d … %d with gridlines every %d', (low, high, min, max, step) => {
    expect(valueRange(low, high)).toMatchObject({ min, max, step });
  });

  it('ends exactly on the data where no air is asked', () => {
    expect(valueRange(0, 1, 0)).toMatchObject({ min: 0, max: 1, step: 0.25 });
  });

  it('gives a flat line room', () => {
    const { min, max } = valueRange(100, 100);
    expect(min).toBeLessThan(100);
    expect(max).toBeGreaterThan(100);
  });

  it('holds the data between two and five gridlines, wasting under a third of the height', () => {
    const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(finite, fc.double({ min: 1e-4, max: 1e6, noNaN: true }), (low, span) => {
        const { min, max, step } = valueRange(low, low + span);
        const gridlines = Math.floor(max / step + 1e-6) - Math.ceil(min / step - 1e-6) + 1;
        expect(min).toBeLessThanOrEqual(low);
        expect(max).toBeGreaterThanOrEqual(low + span);
        expect(gridlines).toBeGreaterThanOrEqual(2);
        expect(gridlines).toBeLessThanOrEqual(5);
        expect((low + span - low) / (max - min)).toBeGreaterThan(0.66);
      }),
    );
  });
});

describe('extent', () => {
  it('is the lowest and highest value of all columns, gaps left out', () => {
    expect(extent([3, null, -1], [7])).toEqual([-1, 7]);
  });

  it('refuses columns without a value', () => {
    expect(() => extent([null], [])).toThrow(RangeError);
    expect(() => extent([Number.NaN])).toThrow(RangeError);
  });
});

describe('heightOf', () => {
  it('is 0 at the bottom and 1 at the top', () => {
    const range = valueRange(0, 100, 0);
    expect([0, 25, 100].map((value) => heightOf(value, range))).toEqual([0, 0.25, 1]);
  });
});

describe('printed ticks', () => {
  it.each([
    [numberText(-2, 1), '−2'],
    [numberText(97.5, 2.5), '97.5'],
    [numberText(100, 2.5), '100.0'],
    [numberText(1250, 250), '1,250'],
    [numberText(-0, 1), '0'],
    [percentText(-0.2, 0.1), '−20%'],
    [percentText(0.025, 0.025), '2.5%'],
    [percentText(-0.0000001, 0.1), '0%'],
    [ratePctText(5.25, 0.25), '5.25%'],
  ])('%s is %s', (printed, expected) => {
    expect(printed).toBe(expected);
  });
});
