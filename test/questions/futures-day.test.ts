import { describe, expect, test } from 'vitest';
import { askedFuturesDay, futuresDayNote } from '../../src/questions/futures-day.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();

describe('askedFuturesDay', () => {
  test('today counts from the settlement at 14:00 in Chicago on', () => {
    expect(askedFuturesDay(undefined, at('2024-01-22T14:59'))).toBe('2024-01-21');
    expect(askedFuturesDay(undefined, at('2024-01-22T15:00'))).toBe('2024-01-22');
    expect(askedFuturesDay('2024-01-22', at('2024-01-22T09:00'))).toBe('2024-01-21');
  });

  test('a day asked for is taken as it is, one to come is refused', () => {
    expect(askedFuturesDay('2023-04-07', at('2024-01-22T18:00'))).toBe('2023-04-07');
    expect(() => askedFuturesDay('2024-01-23', at('2024-01-22T18:00'))).toThrow('still to come');
  });
});

describe('futuresDayNote', () => {
  test('says why a day without trading was not used', () => {
    expect(futuresDayNote('2024-01-15', '2024-01-12', true)).toEqual({
      notes: ['Mon 15 Jan 2024 had no futures prices (Martin Luther King Jr. Day); Fri 12 Jan 2024 used.'],
      staleSessions: 0,
    });
  });

  test('a weekend nobody asked for needs no words', () => {
    expect(futuresDayNote('2024-01-21', '2024-01-19', false)).toEqual({ notes: [], staleSessions: 0 });
  });

  test('sessions without prices are counted', () => {
    expect(futuresDayNote('2024-01-22', '2024-01-18', false).staleSessions).toBe(2);
  });

  test('Good Friday with prices is neither stale nor in need of words', () => {
    expect(futuresDayNote('2023-04-07', '2023-04-07', true)).toEqual({ notes: [], staleSessions: 0 });
  });
});
