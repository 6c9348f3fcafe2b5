import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_RULES, type EventRule, ruleHistory, ruleId, ruleOf } from '../../src/metrics/events.ts';
import { pairOf } from '../../src/metrics/pair.ts';
import { describeWithData } from '../support/data-folder.ts';
import { slowGapShares } from '../support/slow-metrics.ts';
import { inputsOn, pairFrom, walkOf } from '../support/views.ts';

function heldOn(rule: EventRule, own: readonly number[], other: readonly number[]): number[] {
  const { subject, benchmark } = pairFrom(own, other);
  return [...ruleHistory(pairOf(subject, benchmark), rule).held].flatMap((held, index) => (held ? [index] : []));
}

describe('EVENT_RULES', () => {
  it('have an id each, by which they are found again; other thresholds do not exist', () => {
    const ids = EVENT_RULES.map(ruleId);

    expect(new Set(ids).size).toBe(EVENT_RULES.length);
    expect(ids.map((id) => ruleOf(id))).toEqual(EVENT_RULES);
    expect(ruleOf('gain-50-21')).toBeUndefined();
  });
});

describe('ruleHistory', () => {
  it('record-lag: a record close of the benchmark with the subject at least so far below its own', () => {
    expect(heldOn({ kind: 'record-lag', below: 0.05 }, [100, 96, 95, 94, 94], [10, 11, 12, 12, 13])).toEqual([2, 4]);
  });

  it('gain: more than x in n sessions; exactly x is not more', () => {
    const own = [100, ...Array<number>(19).fill(100), 110, 110.01];

    expect(heldOn({ kind: 'gain', sessions: 20, above: 0.1 }, own, own)).toEqual([21]);
  });

  it('gap: says nothing before five years of gaps', () => {
    const [own, other] = [walkOf(1281, { seed: 3 }), walkOf(1281, { seed: 4 })];

    expect(heldOn({ kind: 'gap', percentile: 0.1 }, own, other)).toEqual([]);
  });

  it('gap: agrees with counting all earlier gaps again every day', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, second) => {
        const [own, other] = [walkOf(1500, { seed }), walkOf(1500, { seed: second })];
        const shares = slowGapShares(own, other);
        const slow = shares.flatMap((share, index) =>
          index >= 1281 && share !== undefined && share < 0.1 ? [index] : [],
        );

        expect(heldOn({ kind: 'gap', percentile: 0.1 }, own, other)).toEqual(slow);
      }),
      { numRuns: 4 },
    );
  });
});

describeWithData('ruleHistory', () => {
  it('recovery: holds on the closing highs that complete one, 19 Dec 2023 the last by January 2024', async () => {
    const { subject, benchmark } = await inputsOn('2024-01-22');
    const pair = pairOf(subject, benchmark);

    const { held } = ruleHistory(pair, { kind: 'recovery' });

    expect(held.reduce((sum, one) => sum + one, 0)).toBe(13);
    expect(pair.dates[held.lastIndexOf(1)]).toBe('2023-12-19');
  });
});
