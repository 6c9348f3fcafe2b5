import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { parseDay } from '../../src/questions/dates.ts';

/** A Monday. */
const TODAY = '2024-01-22';

describe('parseDay', () => {
  it.each([
    ['2024-01-19', '2024-01-19'],
    ['2024-1-9', '2024-01-09'],
    ['2024/01/19', '2024-01-19'],
    ['20240119', '2024-01-19'],
    ['19 jan 2024', '2024-01-19'],
    ['jan 19, 2024', '2024-01-19'],
    ['19th january 2024', '2024-01-19'],
    ['19 jan', '2024-01-19'],
    ['19 december', '2023-12-19'],
    ['today', '2024-01-22'],
    ['yesterday', '2024-01-21'],
    ['friday', '2024-01-19'],
    ['last mon', '2024-01-15'],
  ])('reads %s as %s', (typed, day) => {
    expect(parseDay(typed, TODAY)).toBe(day);
  });

  it.each(['yesterday-ish', 'soon', '', 'ja 19', '19 foo', 'ytd'])('knows that "%s" is no day', (typed) => {
    expect(parseDay(typed, TODAY)).toBeUndefined();
  });

  it.each(['2024-02-30', '31 june 2023', '31-02-2024', '01/02/2024'])('refuses %s, which is no day or two', (typed) => {
    expect(() => parseDay(typed, TODAY)).toThrow(CapwatchError);
  });
});
