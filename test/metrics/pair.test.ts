import { describe, expect, it } from 'vitest';
import { pairOf, pairRefusal } from '../../src/metrics/pair.ts';
import { seriesOn } from '../support/series.ts';

const own = seriesOn({ '2024-01-03': 10, '2024-01-04': 11, '2024-01-08': 12 }, { missing: ['2024-01-05'] });
const other = seriesOn(
  { '2024-01-02': 1, '2024-01-03': 2, '2024-01-04': 3, '2024-01-05': 4, '2024-01-08': 5 },
  { symbol: 'GSPC', name: 'S&P 500', missing: ['2023-12-29'] },
);

describe('pairOf', () => {
  it('keeps the sessions both have and fills in nothing', () => {
    const pair = pairOf(own, other);

    expect(pair.dates).toEqual(['2024-01-03', '2024-01-04', '2024-01-08']);
    expect([...pair.own]).toEqual([10, 11, 12]);
    expect([...pair.other]).toEqual([2, 3, 5]);
  });

  it('names sessions lost inside the common span, not before it', () => {
    expect(pairOf(own, other).missing).toEqual(['2024-01-05']);
  });
});

describe('pairRefusal', () => {
  it('says which series lost which session, and is silent about figures that begin later', () => {
    const pair = pairOf(own, other);

    expect(pairRefusal(pair, 'x')).toEqual({ id: 'x', absent: 'no Russell 2000 close for 2024-01-05' });
    expect(pairRefusal(pair, 'x', '2024-01-08')).toBeUndefined();
  });
});
