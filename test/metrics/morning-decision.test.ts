import { describe, expect, test } from 'vitest';
import { BUNDLED_MEETINGS } from '../../src/calendar/fomc-seed.ts';
import { fedCalendar } from '../../src/metrics/fed-odds.ts';
import { decisionItem, decisionsIn, isDoubtful } from '../../src/metrics/morning-decision.ts';
import { fedPath } from '../support/fed-path.ts';
import { recompute } from '../support/formula.ts';

/** Target ranges of 2020 and 2024 as the Federal Reserve announced them. */
const RANGES = [
  { from: '2019-10-31', lowerBp: 150, upperBp: 175 },
  { from: '2020-03-04', lowerBp: 100, upperBp: 125 },
  { from: '2020-03-16', lowerBp: 0, upperBp: 25 },
  { from: '2023-07-27', lowerBp: 525, upperBp: 550 },
  { from: '2024-09-19', lowerBp: 475, upperBp: 500 },
];
const calendar = fedCalendar(BUNDLED_MEETINGS, RANGES);

describe('decisionsIn', () => {
  test('has holds and moves of scheduled meetings', () => {
    const found = decisionsIn(calendar, '2024-07-01', '2024-09-19');
    expect(found.map(({ day, before, after }) => [day, after.upperBp - before.upperBp])).toEqual([
      ['2024-07-31', 0],
      ['2024-09-18', -50],
    ]);
  });

  test('has the two moves between meetings of March 2020, and no vote that moved nothing', () => {
    const found = decisionsIn(calendar, '2020-03-01', '2020-04-15');
    expect(found.map(({ day, scheduled, after }) => [day, scheduled, after.upperBp])).toEqual([
      ['2020-03-03', false, 125],
      ['2020-03-15', false, 25],
    ]);
  });

  test('does not know the decision of the day it is read on', () => {
    expect(decisionsIn(calendar, '2024-09-01', '2024-09-18')).toEqual([]);
  });

  test('tells nothing of years in which the Fed announced nothing', () => {
    const early = fedCalendar(
      [{ date: '1992-07-02', kind: 'scheduled' }],
      [
        { from: '1992-04-09', lowerBp: 375, upperBp: 375 },
        { from: '1992-07-02', lowerBp: 325, upperBp: 325 },
      ],
    );
    expect(decisionsIn(early, '1992-07-01', '1992-07-10')).toEqual([]);
  });
});

describe('decisionItem', () => {
  const priced = {
    '2024-09-17': { '2024-09-18': -1.64 },
    '2024-09-18': { '2024-09-18': -2 },
  };
  const fed = fedPath(priced, '2024-09-18', RANGES.slice(3));
  const [decision] = decisionsIn(fed.calendar, '2024-09-18', '2024-09-19');
  if (!decision) throw new Error('no decision');

  test('is the move, proved by its two ranges, beside the chance of the evening before', () => {
    const item = decisionItem(decision, fed);
    expect(item).toMatchObject({ word: 'cut', lastTrades: false });
    expect(item.moveBp.value).toBe(-50);
    expect(recompute(item.moveBp)).toBe(-50);
    expect(item.priced?.value).toBeCloseTo(0.64, 6);
    expect(item.priced?.asOf).toBe('2024-09-17');
  });

  test('has no chance where no meeting was listed', () => {
    expect(decisionItem({ ...decision, scheduled: false }, fed).priced).toBeUndefined();
  });
});

describe('isDoubtful', () => {
  const fed = fedPath({ '2024-09-17': { '2024-09-18': -1.64 }, '2024-09-18': { '2024-09-18': -2 } }, '2024-09-18');

  test('doubts a hold where the prices of that evening hold two cuts for done: the list of ranges ends early', () => {
    const [hold] = decisionsIn(fed.calendar, '2024-09-18', '2024-09-19');
    expect(hold && [hold.after.upperBp, isDoubtful(hold, fed)]).toEqual([550, true]);
  });

  test('believes a hold that the prices hold for done too', () => {
    const held = fedPath({ '2024-07-30': { '2024-07-31': -0.05 }, '2024-07-31': { '2024-07-31': 0 } }, '2024-07-31');
    const [hold] = decisionsIn(held.calendar, '2024-07-31', '2024-08-01');
    expect(hold && isDoubtful(hold, held)).toBe(false);
  });
});
