import { describe, expect, it } from 'vitest';
import { closesBasis, onSessions, pairOf, pairRefusal } from '../../src/metrics/pair.ts';
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

describe('onSessions', () => {
  it('takes what was computed over a whole history on the common sessions only', () => {
    const pair = pairOf(own, other);

    expect([...onSessions(pair, other, Int32Array.of(10, 20, 30, 40, 50))]).toEqual([20, 30, 50]);
    expect([...onSessions(pair, own, Float64Array.of(1, 2, 3))]).toEqual([1, 2, 3]);
  });
});

describe('closesBasis', () => {
  it('says when an ETF stands beside an index, or dividends are included', () => {
    const fund = { ...other, symbol: 'XLK', kind: 'etf' as const };

    expect(closesBasis(pairOf(own, other))).toBe('closes, price indexes');
    expect(closesBasis(pairOf(own, fund))).toBe('closes, XLK as ETF price');
    expect(closesBasis(pairOf(own, { ...fund, totalReturn: true }))).toBe('closes with dividends');
  });
});
