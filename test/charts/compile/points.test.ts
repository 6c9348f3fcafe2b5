import { describe, expect, it } from 'vitest';
import { drawnPoints } from '../../../src/charts/compile/points.ts';
import { walk } from '../examples.ts';

const LONG = walk(9000, { start: 100, end: 400, swing: 4, seed: 2 });

describe('drawnPoints', () => {
  it('is one point a session for a short history', () => {
    expect(drawnPoints([1, null, 3])).toEqual([
      { x: 0, y: 1 },
      { x: 1, y: null },
      { x: 2, y: 3 },
    ]);
  });

  it('thins a long history to what can be seen, in order', () => {
    const points = drawnPoints(LONG);
    expect(points.length).toBeLessThanOrEqual(610);
    expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((a, b) => a - b));
  });

  it('keeps the first, the last, the lowest and the highest session of a long history', () => {
    const kept = drawnPoints(LONG).map(({ x }) => x);
    const low = LONG.indexOf(Math.min(...LONG));
    const high = LONG.indexOf(Math.max(...LONG));
    expect(kept).toEqual(expect.arrayContaining([0, low, high, 8999]));
  });

  it('keeps a gap of a long history', () => {
    const holed = LONG.map((value, index) => (index === 4321 ? null : value));
    expect(drawnPoints(holed)).toContainEqual({ x: 4321, y: null });
  });
});
