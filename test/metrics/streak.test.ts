import { describe, expect, it } from 'vitest';
import { dailyGaps } from '../../src/metrics/daily-gaps.ts';
import { runs, streak } from '../../src/metrics/streak.ts';
import { seriesFrom, seriesOn } from '../support/series.ts';

const flat = (length: number) => seriesFrom('2024-01-02', Array(length).fill(100), { symbol: 'GSPC', name: 'S&P 500' });

function lengthOf(closes: readonly number[]) {
  const found = streak(seriesFrom('2024-01-02', closes), flat(closes.length));
  if (!('current' in found)) throw new Error('no streak');
  return found;
}

describe('streak', () => {
  it('counts sessions of one side back from the last', () => {
    const found = lengthOf([100, 99, 101, 102, 103]);

    expect(found.side).toBe(1);
    expect(found.length.value).toBe(3);
    expect(found.current.from).toBe('2024-01-04');
  });

  it('ends at a tie, and a tie on the last session is no streak', () => {
    expect(lengthOf([100, 101, 101, 102]).length.value).toBe(1);
    expect(lengthOf([100, 101, 101]).side).toBe(0);
  });

  it('goes by unrounded returns', () => {
    expect(lengthOf([100, 100.000001]).side).toBe(1);
  });

  it('names the latest earlier run at least as long', () => {
    // Up 3, down 1, up 2, down 1, up 2: the run before that reached 2 is the middle one.
    const found = lengthOf([100, 101, 102, 103, 102, 103, 104, 103, 104, 105]);

    expect(found.previous?.sessions).toBe(2);
    expect(found.previous?.from).toBe('2024-01-09');
  });
});

describe('runs', () => {
  it('breaks at a lost session instead of bridging it', () => {
    const own = seriesOn(
      { '2024-01-02': 100, '2024-01-03': 101, '2024-01-05': 103, '2024-01-08': 104 },
      { missing: ['2024-01-04'] },
    );
    const other = seriesOn(
      { '2024-01-02': 1, '2024-01-03': 1, '2024-01-04': 1, '2024-01-05': 1, '2024-01-08': 1 },
      { symbol: 'GSPC' },
    );

    const gaps = dailyGaps(own, other);

    expect(gaps.dates).toEqual(['2024-01-03', '2024-01-05', '2024-01-08']);
    expect(runs(gaps, 1)).toEqual([
      { from: '2024-01-03', to: '2024-01-03', sessions: 1 },
      { from: '2024-01-08', to: '2024-01-08', sessions: 1 },
    ]);
  });
});
