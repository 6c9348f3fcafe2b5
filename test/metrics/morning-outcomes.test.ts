import { describe, expect, test } from 'vitest';
import { fedItem, leadOutcome } from '../../src/metrics/morning-fed.ts';
import { sizedTable } from '../../src/metrics/morning-odds-days.ts';
import { fedPath } from '../support/fed-path.ts';
import { recompute } from '../support/formula.ts';

const CUT = { from: '2024-09-19', lowerBp: 475, upperBp: 500 };
const RANGES = [{ from: '2023-07-27', lowerBp: 525, upperBp: 550 }, CUT];

/** September: 1.36 cuts on Monday, 1.64 on Tuesday; on Wednesday two cuts are done and November holds 1.3 more. */
const SEPTEMBER = {
  '2024-09-16': { '2024-09-18': -1.36, '2024-11-07': -1.2 },
  '2024-09-17': { '2024-09-18': -1.64, '2024-11-07': -1.2 },
  '2024-09-18': { '2024-09-18': -2, '2024-11-07': -1.3 },
};

describe('fedItem', () => {
  test('of two sizes that moved alike tells the larger move', () => {
    const item = fedItem(fedPath(SEPTEMBER, '2024-09-17', RANGES), '2024-09-16');
    expect(item?.outcomes.map(({ word, moves }) => [word, moves])).toEqual([
      ['cut', -2],
      ['cut', -1],
    ]);
    expect(item && leadOutcome(item)?.now.value).toBeCloseTo(0.64, 6);
  });

  test('leaves out a size, and the hold, that had no chance on either day', () => {
    const item = fedItem(fedPath(SEPTEMBER, '2024-09-17', RANGES), '2024-09-16');
    expect(item?.outcomes.some(({ word }) => word === 'hold')).toBe(false);
  });

  test('after a decision speaks of the next meeting and counts from the range decided', () => {
    const day = fedPath(SEPTEMBER, '2024-09-18', RANGES);
    const item = fedItem(day, '2024-09-17', { today: '2024-09-19', range: CUT });
    expect(item?.view.figures.meeting).toBe('2024-11-07');
    expect(item?.from).toEqual({ lowerBp: 475, upperBp: 500 });
    // Two cuts done for sure; 1.3 more is one cut with 0.7 and two with 0.3. The hold had a chance on Tuesday.
    expect(item?.outcomes.map(({ moves, now }) => [moves, Number(now.value.toFixed(4))])).toEqual([
      [-1, 0.7],
      [-2, 0.3],
      [0, 0],
    ]);
    // On Tuesday one cut had 0.36 and two 0.64, then one more 0.8 and two more 0.2: three in all 0.36 × 0.2 + 0.64 × 0.8.
    expect(item?.outcomes[0]?.before?.value).toBeCloseTo(0.36 * 0.2 + 0.64 * 0.8, 6);
  });

  test('before the decision is known still counts from the range in force', () => {
    const item = fedItem(fedPath(SEPTEMBER, '2024-09-18', RANGES), '2024-09-17');
    expect(item?.from).toEqual({ lowerBp: 525, upperBp: 550 });
  });

  test('tells sizes apart at a later meeting once a move by it is sure', () => {
    const priced = {
      '2024-10-01': { '2024-11-07': -1, '2024-12-18': -0.5 },
      '2024-10-02': { '2024-11-07': -1, '2024-12-18': -0.7 },
    };
    const item = fedItem(fedPath(priced, '2024-10-02'), '2024-10-01');
    expect(item?.view.figures.meeting).toBe('2024-12-18');
    expect(item?.sized).toBe(true);
    expect(item && leadOutcome(item)?.moves).toBe(-2);
    expect(item && leadOutcome(item)?.now.value).toBeCloseTo(0.7, 6);
  });

  test('names the day it compares with where the day last seen has no prices', () => {
    const item = fedItem(fedPath(SEPTEMBER, '2024-09-18', RANGES), '2024-09-15');
    expect(item?.before?.odds.asOf).toBe('2024-01-02');
    expect(item?.isNextDay).toBe(false);
  });

  test('keeps its comparison on the day after the range changed', () => {
    const priced = { ...SEPTEMBER, '2024-09-19': { '2024-09-18': -2, '2024-11-07': -0.4 } };
    const item = fedItem(fedPath(priced, '2024-09-19', RANGES), '2024-09-18');
    const cut = item?.outcomes.find(({ moves }) => moves === -1);
    expect(cut?.now.value).toBeCloseTo(0.4, 6);
    expect(cut?.before?.value).toBeCloseTo(0.7, 6);
    expect(cut?.before && recompute(cut.before)).toBeCloseTo(0.7, 6);
  });
});

describe('sizedTable', () => {
  const item = fedItem(fedPath(SEPTEMBER, '2024-09-18', RANGES), '2024-09-17', { today: '2024-09-19', range: CUT });
  const table = item && sizedTable(item);

  test('has the hold first, then the sizes, every row against the range decided', () => {
    // The fourth is the range of January, two moves above: its rows are look-backs.
    expect(table?.columns).toEqual([0, -1, -2, 2]);
    expect(table?.rows[1]?.cells.map(({ value }) => Number(value.toFixed(3)))).toEqual([0.288, 0.584, 0.128, 0]);
  });

  test('proves every cell, and says which row has chances outside its columns', () => {
    for (const { value, ...receipt } of table?.rows.flatMap(({ cells }) => cells) ?? [])
      expect(recompute(receipt), receipt.id).toBeCloseTo(value, 9);
    expect(table?.rows.every(({ isWhole }) => isWhole)).toBe(true);
  });
});
