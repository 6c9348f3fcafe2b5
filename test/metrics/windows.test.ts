import { describe, expect, it } from 'vitest';
import { sessionsIn } from '../../src/calendar/nyse.ts';
import { dateAt } from '../../src/metrics/series.ts';
import { baseIndex, usesRatio, type Window } from '../../src/metrics/windows.ts';
import { seriesOn } from '../support/series.ts';

/** One close on every session from 2 January 2013 to `last`. */
function daily(last: string, without: readonly string[] = []) {
  const days = sessionsIn('2013-01-02', last).filter((day) => !without.includes(day));
  return seriesOn(Object.fromEntries(days.map((day, index) => [day, 100 + index])), { missing: without });
}

function baseDay(last: string, window: Window): string {
  const series = daily(last);
  const index = baseIndex(series, window, 'id');
  if (typeof index !== 'number') throw new Error(index.absent);
  return dateAt(series, index);
}

describe('baseIndex', () => {
  // Checked by hand on a calendar: 15 Jan 2024 and 1 Jan 2024 were holidays, 29 Dec 2023 a Friday.
  it.each<[Window, string, string]>([
    ['1d', '2024-01-22', '2024-01-19'],
    ['1w', '2024-01-22', '2024-01-12'],
    ['mtd', '2024-01-22', '2023-12-29'],
    ['1m', '2024-01-22', '2023-12-22'],
    ['qtd', '2024-05-15', '2024-03-28'],
    ['3m', '2024-05-31', '2024-02-29'],
    ['1m', '2024-03-28', '2024-02-28'],
    ['6m', '2024-08-30', '2024-02-29'],
    ['ytd', '2024-12-31', '2023-12-29'],
    ['1y', '2024-02-29', '2023-02-28'],
    ['3y', '2024-01-22', '2021-01-22'],
    ['10y', '2024-01-22', '2014-01-22'],
    ['max', '2024-01-22', '2013-01-02'],
    [{ since: '2023-10-28' }, '2024-01-22', '2023-10-27'],
  ])('counts %o to %s from %s', (window, last, base) => {
    expect(baseDay(last, window)).toBe(base);
  });

  it('refuses, by name of the day, a base that the source lost', () => {
    const series = daily('2024-01-22', ['2023-12-29']);

    expect(baseIndex(series, 'ytd', 'RUT.return.ytd')).toEqual({
      id: 'RUT.return.ytd',
      absent: 'no Russell 2000 close for 2023-12-29',
    });
    expect(baseIndex(series, '1m', 'id')).toBeTypeOf('number');
  });

  it('says when the data begin later than the window', () => {
    expect(baseIndex(daily('2013-06-28'), '1y', 'id')).toEqual({
      id: 'id',
      absent: 'Russell 2000 data begin on 2013-01-02',
    });
  });

  it('says when the window starts on the as-of session itself', () => {
    expect(baseIndex(daily('2024-01-22'), { since: '2024-01-22' }, 'id')).toHaveProperty('absent');
  });
});

describe('usesRatio', () => {
  it('compares by the ratio beyond twelve months only', () => {
    expect(usesRatio('1y', '2024-01-22')).toBe(false);
    expect(usesRatio('3y', '2024-01-22')).toBe(true);
    expect(usesRatio({ since: '2023-01-22' }, '2024-01-22')).toBe(false);
    expect(usesRatio({ since: '2023-01-21' }, '2024-01-22')).toBe(true);
  });
});
