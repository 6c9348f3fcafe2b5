import { describe, expect, test } from 'vitest';
import { decisionItem } from '../../src/metrics/morning-decision.ts';
import { fedItem } from '../../src/metrics/morning-fed.ts';
import type { MoveItem } from '../../src/metrics/morning-move.ts';
import { scoredItems } from '../../src/metrics/morning-news.ts';
import { fedPath } from '../support/fed-path.ts';

/** A March cut priced at `before`, then at `now`. */
function fedOf(before: number, now: number) {
  const day = fedPath({ '2024-02-20': { '2024-03-20': -before }, '2024-02-21': { '2024-03-20': -now } }, '2024-02-21');
  const item = fedItem(day, '2024-02-20');
  if (!item) throw new Error('no odds');
  return { day, item };
}

function moveOf(value: number, largestSince?: string): MoveItem {
  const benchmark = {
    id: 'GSPC.return.1d',
    value,
    unit: 'fraction',
    asOf: '2024-02-21',
    basis: '',
    formula: '',
    inputs: [],
    sources: [],
  } as const;
  return { benchmark, subject: { id: '', absent: '' }, ...(largestSince !== undefined && { largestSince }) };
}

const kinds = (items: readonly { readonly kind: string }[]) => items.map(({ kind }) => kind);

describe('scoredItems', () => {
  test('a day of 6% that is the largest in years leads before odds that moved 40 points', () => {
    const { item: fed } = fedOf(0.2, 0.6);
    expect(kinds(scoredItems({ fed, move: moveOf(-0.0597, '2020-03-16') }))).toEqual(['move', 'fed']);
  });

  test('a day of 3% leads before odds that moved eight points, also in a wild year; one of 2.5% does not', () => {
    const { item: fed } = fedOf(0.2, 0.28);
    expect(kinds(scoredItems({ fed, move: moveOf(-0.03) }))).toEqual(['move', 'fed']);
    expect(kinds(scoredItems({ fed, move: moveOf(-0.025) }))).toEqual(['fed', 'move']);
  });

  test('a day below 2% is no news, however long since the last one as large', () => {
    const [move] = scoredItems({ move: moveOf(-0.019, '2016-11-07') });
    expect(move?.score).toBeLessThan(1);
  });

  test('odds count in full up to ten points, beyond that a tenth as much', () => {
    const score = (before: number, now: number) => scoredItems({ fed: fedOf(before, now).item })[0]?.score;
    // 8 points / 2; 10 / 2 + 30 / 20.
    expect(score(0.4, 0.48)).toBeCloseTo(4, 6);
    expect(score(0.2, 0.6)).toBeCloseTo(6.5, 6);
  });

  test('a move of the Fed leads before any odds; a hold that was priced is a line, and no quiet day', () => {
    const { day, item: fed } = fedOf(0.1, 0.8);
    const decided = (to: number) =>
      decisionItem(
        {
          day: '2024-02-21',
          scheduled: true,
          before: { from: '2023-07-27', lowerBp: 525, upperBp: 550 },
          after: { from: '2024-02-22', lowerBp: to - 25, upperBp: to },
        },
        day,
      );
    expect(kinds(scoredItems({ fed, decision: decided(525) }))).toEqual(['decision', 'fed']);
    const [first, second] = scoredItems({ fed, decision: decided(550) });
    expect([first?.kind, second?.kind, second?.score]).toEqual(['fed', 'decision', 1]);
  });
});
