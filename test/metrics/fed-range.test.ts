import { describe, expect, test } from 'vitest';
import { rangeInForce, rangeOn, unscheduledMoves } from '../../src/metrics/fed-range.ts';

const RANGES = [
  { from: '2008-10-29', lowerBp: 100, upperBp: 100 },
  { from: '2008-12-16', lowerBp: 0, upperBp: 25 },
  { from: '2019-10-31', lowerBp: 150, upperBp: 175 },
  { from: '2020-03-04', lowerBp: 100, upperBp: 125 },
  { from: '2020-03-16', lowerBp: 0, upperBp: 25 },
];

describe('rangeOn', () => {
  test('is the one in force, undefined before the first', () => {
    expect(rangeOn(RANGES, '2020-03-03')?.upperBp).toBe(175);
    expect(rangeOn(RANGES, '2020-03-04')?.upperBp).toBe(125);
    expect(rangeOn(RANGES, '1990-01-01')).toBeUndefined();
  });
});

describe('rangeInForce', () => {
  test('on a decision day is the one before it, even where the change took effect that very day', () => {
    expect(rangeInForce(RANGES, '2008-12-16', true)?.upperBp).toBe(100);
    expect(rangeInForce(RANGES, '2008-12-16', false)?.upperBp).toBe(25);
  });
});

describe('unscheduledMoves', () => {
  test('are the changes no scheduled meeting of the two days before explains', () => {
    expect(unscheduledMoves(RANGES, ['2008-10-29', '2008-12-16', '2019-10-30'])).toEqual([
      { from: '2020-03-04', moveBp: -50 },
      { from: '2020-03-16', moveBp: -100 },
    ]);
  });
});
