import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DivergenceHistory,
  divergence,
  drawdowns,
  isOn,
  sessionsSinceRecords,
} from '../../src/metrics/divergence.ts';
import { describeWithData } from '../support/data-folder.ts';
import { recompute } from '../support/formula.ts';
import { seriesFrom } from '../support/series.ts';
import { slowDivergence } from '../support/slow-metrics.ts';
import { inputsOf, inputsOn, pairFrom, walkOf } from '../support/views.ts';

function history(own: readonly number[], other: readonly number[]): DivergenceHistory {
  const found = divergence(pairFrom(own, other));
  if ('absent' in found) throw new Error(found.absent);
  return found;
}

describe('divergence', () => {
  it('is on from exactly 5% below the record while the benchmark made one; 10% is another tier', () => {
    const [five, ten] = history([100, 100, 95], [100, 101, 102]).tiers;

    expect(five && isOn(five)).toBe(true);
    expect(five?.periods).toEqual([{ from: '2020-01-06', to: '2020-01-06', sessions: 1 }]);
    expect(ten && isOn(ten)).toBe(false);
  });

  it('ends when the last record is 20 sessions old', () => {
    const own = [100, ...Array<number>(30).fill(90)];
    const other = [100, 101, ...Array<number>(29).fill(100)];

    const [, ten] = history(own, other).tiers;

    // The record of the second session counts on that session and the 19 after it.
    expect(ten?.periods.map(({ sessions }) => sessions)).toEqual([20]);
    expect(ten && isOn(ten)).toBe(false);
    expect(ten?.lasted).toHaveProperty('value', 10);
  });

  it('knows records the benchmark made before the subject’s data begin', () => {
    const benchmark = seriesFrom('2020-01-02', [200, 100, 101, 102], { symbol: 'GSPC', name: 'S&P 500' });
    const subject = seriesFrom('2020-01-03', [100, 100, 80]);

    const found = divergence(inputsOf(subject, benchmark));

    // The record is 200 on the first session: 3 sessions old on the last, so the state is on all the same.
    expect('tiers' in found && found.tiers.map(isOn)).toEqual([true, true, true]);
  });

  it('knows the subject’s own record from before the benchmark’s data begin', () => {
    const subject = seriesFrom('2020-01-02', [200, 100, 100, 101]);
    const benchmark = seriesFrom('2020-01-03', [50, 51, 52], { symbol: 'XLK', name: 'XLK' });

    const found = divergence(inputsOf(subject, benchmark));

    // 101 / 200: half of the record of 2 January, which the common sessions do not hold.
    expect('tiers' in found && found.tiers.map(isOn)).toEqual([true, true, true]);
  });

  it('is refused by name when a session was lost', () => {
    const { subject, benchmark } = pairFrom([1, 2, 3], [1, 2, 3]);

    expect(divergence(inputsOf({ ...subject, missing: ['2020-01-03'] }, benchmark))).toHaveProperty(
      'absent',
      'no Russell 2000 close for 2020-01-03',
    );
  });

  it('agrees with searching the past again every day, and its flags recompute', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, second) => {
        const [own, other] = [walkOf(200, { seed }), walkOf(200, { seed: second, drift: 0.001 })];

        for (const state of history(own, other).tiers) {
          const slow = slowDivergence(own, other, state.tier);
          expect(isOn(state)).toBe(slow.at(-1));
          expect(state.periods.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(slow.filter(Boolean).length);
          if ('formula' in state.on) expect(recompute(state.on)).toBe(state.on.value);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('drawdowns', () => {
  it('are measured from the highest so far', () => {
    expect([...drawdowns(Float64Array.of(100, 80, 120, 90))]).toEqual([0, 80 / 100 - 1, 0, 90 / 120 - 1]);
  });
});

describe('sessionsSinceRecords', () => {
  it('counts from the last record close; a tie is none', () => {
    expect([...sessionsSinceRecords(seriesFrom('2020-01-02', [100, 100, 101, 99]))]).toEqual([0, 1, 0, 1]);
  });
});

describeWithData('the divergence of January 2024', () => {
  it('was on at −20% on Friday 19 January and off on Monday 22, on at −10% on both', async () => {
    const [friday, monday] = [divergence(await inputsOn('2024-01-19')), divergence(await inputsOn('2024-01-22'))];

    expect('tiers' in friday && friday.tiers.map(isOn)).toEqual([true, true, true]);
    expect('tiers' in monday && monday.tiers.map(isOn)).toEqual([true, true, false]);
    expect('tiers' in monday && monday.tiers.map(({ switched }) => switched)).toEqual([
      '2024-01-19',
      '2024-01-19',
      '2024-01-22',
    ]);
  });
});
