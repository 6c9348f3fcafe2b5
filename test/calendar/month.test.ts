import { describe, expect, test } from 'vitest';
import { contractCode, contractMonth, dayOfMonth, daysInMonth, monthOf, monthText } from '../../src/calendar/month.ts';

describe('daysInMonth', () => {
  test('knows the leap rule of centuries', () => {
    expect([2024, 2023, 1900, 2000].map((year) => daysInMonth(year * 12 + 1))).toEqual([29, 28, 28, 29]);
  });

  test('agrees with the calendar on every month from 1988 to 2040', () => {
    for (let month = 1988 * 12; month < 2041 * 12; month++) {
      expect(daysInMonth(month)).toBe(Temporal.PlainYearMonth.from(monthText(month)).daysInMonth);
    }
  });
});

describe('contract codes', () => {
  test('carry the exchange’s month letters', () => {
    expect(contractCode('ZQ', monthOf('2024-01-22'))).toBe('ZQF24');
    expect(contractCode('ZQ', monthOf('2026-10-28'))).toBe('ZQV26');
    expect(contractCode('ZQ', monthOf('1989-12-01'))).toBe('ZQZ89');
  });

  test('are read back, the nineties included', () => {
    expect(contractMonth('ZQ', 'ZQF90')).toBe(1990 * 12);
    expect(contractMonth('ZQ', 'ZQZ31')).toBe(2031 * 12 + 11);
  });

  test.each(['ZQA24', 'ZQF2', 'ZQF2x', 'FF24', '', 'ZQF245'])('%s is no contract', (code) => {
    expect(contractMonth('ZQ', code)).toBeUndefined();
  });
});

describe('dayOfMonth', () => {
  test('is the last part of the day', () => {
    expect(dayOfMonth('2024-03-09')).toBe(9);
  });
});
