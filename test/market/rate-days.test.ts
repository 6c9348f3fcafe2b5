import { describe, expect, it } from 'vitest';
import { dayBefore, isBondDay, isFedDay } from '../../src/market/rate-days.ts';

describe('isFedDay', () => {
  it.each([
    ['2026-10-12', false, 'Columbus Day'],
    ['2026-11-11', false, 'Veterans Day'],
    ['2029-11-12', false, 'the Monday after a Sunday 11 November'],
    ['2026-11-26', false, 'Thanksgiving'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-04-03', true, 'Good Friday'],
    ['2025-01-09', true, 'a day of mourning at the exchange'],
    ['2026-07-03', true, 'the Friday before a Saturday 4 July'],
    ['2026-11-20', true, 'an ordinary Friday'],
    ['2026-01-19', false, 'Martin Luther King Jr. Day'],
  ])('%s: %s, %s', (day, open) => {
    expect(isFedDay(day)).toBe(open);
  });
});

describe('isBondDay', () => {
  it.each([
    ['2026-11-11', false],
    ['2026-10-12', false],
    ['2026-04-03', false],
    ['2025-01-09', true],
    ['2026-11-20', true],
  ])('%s: %s', (day, open) => {
    expect(isBondDay(day)).toBe(open);
  });
});

describe('dayBefore', () => {
  it('steps over closed days', () => {
    expect(dayBefore('2026-11-12', isFedDay)).toBe('2026-11-10');
  });
});
