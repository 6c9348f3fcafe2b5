import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../src/metrics/receipt.ts';
import { streakView } from '../../src/metrics/streak-view.ts';
import { describeWithData } from '../support/data-folder.ts';
import { recompute } from '../support/formula.ts';
import { slowRuns } from '../support/slow-metrics.ts';
import { inputsOf, inputsOn, pairFrom, walkOf } from '../support/views.ts';

const flat = (length: number) => Array<number>(length).fill(100);

describe('streakView', () => {
  it('ranks the current run among all of its side', () => {
    // Up 2, down 1, up 3, down 1, up 2: the last one shares the second place with the first.
    const own = [100, 101, 102, 101, 102, 103, 104, 103, 104, 105];
    const { rank, count, longest, claim } = streakView(pairFrom(own, flat(own.length)));

    expect(isMeasured(rank) && [rank.value, recompute(rank)]).toEqual([2, 2]);
    expect(isMeasured(count) && count.value).toBe(3);
    expect(longest.map(({ sessions }) => sessions)).toEqual([3, 2, 2]);
    expect(claim?.headline).toBe(true);
  });

  it('lists the lengths that counting letter by letter finds', () => {
    const [own, other] = [walkOf(400, { seed: 12, drift: 0.002 }), walkOf(400, { seed: 13 })];
    const view = streakView(pairFrom(own, other));
    const slow = slowRuns(own, other).sort((a, b) => b - a);

    if (view.streak?.side === 1) expect(view.longest.map(({ sessions }) => sessions)).toEqual(slow.slice(0, 8));
    else
      expect(
        slowRuns(other, own)
          .sort((a, b) => b - a)
          .slice(0, 8),
      ).toEqual(view.longest.map(({ sessions }) => sessions));
  });

  it('shows the run but no ranking when a session was lost, and nothing to rank on a tie', () => {
    const { subject, benchmark } = pairFrom([100, 101, 102, 103], flat(4));

    const lost = streakView(inputsOf({ ...subject, missing: ['2020-01-04'] }, benchmark));
    const tied = streakView(pairFrom([100, 101, 101], flat(3)));

    expect(lost.streak?.length.value).toBeGreaterThan(0);
    expect(lost.rank).toHaveProperty('absent', 'no Russell 2000 close for 2020-01-04');
    expect(tied.longest).toEqual([]);
  });
});

describeWithData('streakView', () => {
  it('counts 14 sessions ahead to 22 Jan 2026, second to the 16 of April and May 1996', async () => {
    const { streak, rank, claim, longest } = streakView(await inputsOn('2026-01-22'));

    expect(streak?.length.value).toBe(14);
    expect(isMeasured(rank) && rank.value).toBe(2);
    expect(longest[0]).toEqual({ from: '1996-04-16', to: '1996-05-07', sessions: 16 });
    expect([claim?.since, claim?.held, claim?.tried]).toEqual(['1996-05-07', 2, 2]);
  });
});
