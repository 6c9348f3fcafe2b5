import { describe, expect, it } from 'vitest';
import { pairOf } from '../../src/metrics/pair.ts';
import { widestRunning } from '../../src/metrics/running-gap.ts';
import { seriesOn } from '../support/series.ts';

const flat = { '2022-12-30': 50, '2023-06-01': 50, '2023-12-29': 50, '2024-01-02': 50, '2024-01-03': 50 };
const pair = pairOf(
  seriesOn({ '2022-12-30': 100, '2023-06-01': 90, '2023-12-29': 110, '2024-01-02': 112.2, '2024-01-03': 104.5 }),
  seriesOn(flat, { symbol: 'GSPC', name: 'S&P 500' }),
);

describe('the widest gap year to date', () => {
  it('is counted anew each year', () => {
    expect(widestRunning(pair, 'high', 2024)).toBe('2024-01-02');
    expect(widestRunning(pair, 'low', 2024)).toBe('2024-01-03');
  });

  it('of all years is the most extreme of any of them', () => {
    expect(widestRunning(pair, 'high')).toBe('2023-12-29');
    expect(widestRunning(pair, 'low')).toBe('2023-06-01');
  });

  it('is none of a year without a close before it', () => {
    expect(widestRunning(pair, 'low', 2022)).toBeUndefined();
  });
});
