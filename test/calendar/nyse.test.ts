import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closedReason,
  closeTime,
  isSession,
  lastCompletedSession,
  nextSession,
  previousSession,
  sessionOnOrBefore,
  sessionsBetween,
  sessionsIn,
} from '../../src/calendar/nyse.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';

const epochDay = (day: string) => Temporal.PlainDate.from('1970-01-01').until(day, { largestUnit: 'day' }).days;
const anyDay = fc
  .integer({ min: epochDay('1886-01-01'), max: epochDay('2099-12-31') })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString());
const plusDays = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

describe('isSession', () => {
  it.each([
    ['2024-01-12', true],
    ['2024-01-13', false],
    ['2024-01-15', false],
    ['2024-01-16', true],
    ['2018-12-05', false],
    ['2021-12-31', true],
    ['2026-07-03', false],
    ['2026-11-27', true],
  ])('%s: %s', (day, session) => {
    expect(isSession(day)).toBe(session);
  });

  it.each(['1884-12-31', '2101-01-03', 'yesterday'])('refuses %s, which no rule covers', (day) => {
    expect(() => isSession(day)).toThrow(RangeError);
  });

  it('is false for a day no calendar has', () => {
    expect(isSession('2023-02-29')).toBe(false);
  });
});

describe('closedReason', () => {
  it.each([
    ['2024-01-13', 'weekend'],
    ['2024-01-15', 'Martin Luther King Jr. Day'],
    ['2023-04-07', 'Good Friday'],
    ['2022-12-26', 'Christmas Day'],
    ['2022-01-01', 'weekend'],
    ['2024-01-16', undefined],
  ])('%s: %s', (day, reason) => {
    expect(closedReason(day)).toBe(reason);
  });

  it('is given exactly for the days that are no session', () => {
    fc.assert(fc.property(anyDay, (day) => (closedReason(day) === undefined) === isSession(day)));
  });
});

describe('closeTime', () => {
  it.each([
    ['2024-01-22', '16:00'],
    ['2023-11-24', '13:00'],
    ['2024-07-03', '13:00'],
    ['1999-12-31', '13:00'],
    ['1992-11-27', '14:00'],
    ['1975-11-28', '16:00'],
  ])('%s: %s', (day, time) => {
    expect(closeTime(day)).toBe(time);
  });

  it('refuses a day that is no session', () => {
    expect(() => closeTime('2024-01-15')).toThrow('2024-01-15 is no session');
  });
});

describe('previousSession, nextSession, sessionOnOrBefore', () => {
  it.each([
    ['2024-01-16', '2024-01-12', '2024-01-17'],
    ['2024-01-15', '2024-01-12', '2024-01-16'],
    ['2024-01-01', '2023-12-29', '2024-01-02'],
    ['2023-12-31', '2023-12-29', '2024-01-02'],
    ['2001-09-12', '2001-09-10', '2001-09-17'],
    ['1914-09-01', '1914-07-30', '1914-12-14'],
  ])('%s lies after %s and before %s', (day, before, after) => {
    expect(previousSession(day)).toBe(before);
    expect(nextSession(day)).toBe(after);
  });

  it('leave a session and come back to it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const session = sessionOnOrBefore(day);
        expect(nextSession(previousSession(session))).toBe(session);
        expect(previousSession(nextSession(session))).toBe(session);
        expect(sessionOnOrBefore(session)).toBe(session);
        expect(session <= day && nextSession(session) > day).toBe(true);
      }),
    );
  });
});

describe('sessionsBetween', () => {
  it.each([
    // The Russell's 2023 recovery as published: 33 sessions on highs and lows, 36 on closes.
    ['2023-10-27', '2023-12-14', 33],
    ['2023-10-27', '2023-12-19', 36],
    ['2023-12-29', '2024-01-22', 14],
    ['2024-01-22', '2023-12-29', -14],
    ['2024-01-12', '2024-01-15', 0],
    ['2024-01-13', '2024-01-16', 1],
    ['2024-01-22', '2024-01-22', 0],
    ['2024-01-20', '2024-01-20', 0],
    // 252 sessions in 2021, 251 in 2022, 250 in 2023.
    ['2020-12-31', '2023-12-29', 753],
  ])('%s to %s: %i', (from, to, count) => {
    expect(sessionsBetween(from, to)).toBe(count);
  });

  it('counts what sessionsIn lists', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 2000 }), (from, days) => {
        const to = plusDays(from, days) > '2099-12-31' ? from : plusDays(from, days);
        expect(sessionsBetween(from, to)).toBe(sessionsIn(plusDays(from, 1), to).length);
      }),
    );
  });
});

describe('sessionsIn', () => {
  it('lists both ends and skips weekend and holiday', () => {
    expect(sessionsIn('2024-01-12', '2024-01-17')).toEqual(['2024-01-12', '2024-01-16', '2024-01-17']);
  });

  it('crosses a year', () => {
    expect(sessionsIn('2023-12-28', '2024-01-02')).toEqual(['2023-12-28', '2023-12-29', '2024-01-02']);
  });

  it('is empty when nothing lies between', () => {
    expect(sessionsIn('2024-01-13', '2024-01-15')).toEqual([]);
    expect(sessionsIn('2024-01-17', '2024-01-12')).toEqual([]);
  });
});

describe('lastCompletedSession', () => {
  it.each([
    ['a minute before the close', '2024-01-22T20:59:59Z', '2024-01-19'],
    ['at the close, winter time', '2024-01-22T21:00:00Z', '2024-01-22'],
    ['a minute before the close, summer time', '2024-07-02T19:59:00Z', '2024-07-01'],
    ['at the close, summer time', '2024-07-02T20:00:00Z', '2024-07-02'],
    ['at one on a half day', '2023-11-24T18:00:00Z', '2023-11-24'],
    ['before one on a half day', '2023-11-24T17:59:00Z', '2023-11-22'],
    ['on a holiday evening', '2024-01-16T02:00:00Z', '2024-01-12'],
    ['on Saturday', '2024-01-20T15:00:00Z', '2024-01-19'],
    ['on the Sunday the clocks go forward', '2024-03-10T07:30:00Z', '2024-03-08'],
    ['the first close after the clocks went forward', '2024-03-11T20:00:00Z', '2024-03-11'],
    ['the first close after the clocks went back', '2024-11-04T20:59:00Z', '2024-11-01'],
    ['past midnight in London, still the evening in New York', '2024-01-23T03:00:00Z', '2024-01-22'],
    ['on New Year morning', '2024-01-01T12:00:00Z', '2023-12-29'],
  ])('%s', (_when, instant, session) => {
    expect(lastCompletedSession(Temporal.Instant.from(instant))).toBe(session);
  });
});

describeWithData('the calendar beside the real market', () => {
  const rows = () =>
    readFileSync(`${DATA_DIR}/calendar/nyse_holidays.csv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => /^(?<day>[\d-]{10}),.*,(?<type>closed|early_close),(?<time>.*)$/.exec(line)?.groups ?? {});

  it('closes on every listed weekday of 1990 to 2028 and on no other', () => {
    const expected = rows().filter((row) => row.type === 'closed');
    const closed = weekdaysOf('1990-01-01', '2028-12-31').filter((day) => !isSession(day));
    expect(closed).toEqual(expected.map((row) => row.day).sort());
    expect(closed).toHaveLength(355);
  });

  it('closes early on every listed session and on no other', () => {
    const expected = rows().filter((row) => row.type === 'early_close');
    const early = sessionsIn('1990-01-01', '2028-12-31').filter((day) => closeTime(day) !== '16:00');
    expect(early.map((day) => `${day} ${closeTime(day)}`)).toEqual(
      expected.map((row) => `${row.day} ${row.time}`).sort(),
    );
    expect(early).toHaveLength(82);
  });

  it('has exactly the sessions of the S&P 500 since 30 December 1927', () => {
    const lines = readFileSync(`${DATA_DIR}/prices/GSPC.csv`, 'utf8').trim().split('\n').slice(1);
    const days = lines.map((line) => line.slice(0, 10));
    expect(sessionsIn('1927-12-30', days.at(-1) ?? '')).toEqual(days);
  });
});

function weekdaysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek <= 5) days.push(day.toString());
  }
  return days;
}
