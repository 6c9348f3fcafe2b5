import { describe, expect, it } from 'vitest';
import { closeFreshness, expectedPeriod, printFreshness, releaseFreshness } from '../../src/market/freshness.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();
const closes = (...dates: string[]) => ({ dates });

describe('closeFreshness', () => {
  it('is a close until the next session has ended, weekends and holidays included', () => {
    expect(closeFreshness(closes('2026-11-25'), at('2026-11-25T16:30'))).toEqual({
      kind: 'close',
      session: '2026-11-25',
    });
    // Thanksgiving is no session, and the half day after it has not ended.
    expect(closeFreshness(closes('2026-11-25'), at('2026-11-27T12:59')).kind).toBe('close');
    expect(closeFreshness(closes('2026-11-20'), at('2026-11-23T15:59')).kind).toBe('close');
  });

  it('is provisional for twenty minutes after the session', () => {
    expect(closeFreshness(closes('2026-11-27'), at('2026-11-27T13:10'))).toEqual({
      kind: 'provisional',
      session: '2026-11-27',
    });
  });

  it('counts sessions, not days', () => {
    expect(closeFreshness(closes('2026-11-25'), at('2026-11-30T17:00'))).toEqual({
      kind: 'stale',
      session: '2026-11-25',
      sessions: 2,
    });
    expect(closeFreshness(closes('2026-08-19'), at('2026-08-21T18:00'))).toMatchObject({ kind: 'stale', sessions: 2 });
  });
});

describe('printFreshness', () => {
  const now = at('2026-11-20T11:00');

  it('is live for two minutes, then delayed by so many', () => {
    expect(printFreshness(now.subtract({ seconds: 120 }), now).kind).toBe('live');
    expect(printFreshness(now.subtract({ minutes: 15 }), now)).toMatchObject({ kind: 'delayed', minutes: 15 });
  });

  it('is never live once the session has ended, nor from another day', () => {
    const close = at('2026-11-20T16:00');

    expect(printFreshness(close, close.add({ seconds: 30 }))).toEqual({ kind: 'provisional', session: '2026-11-20' });
    expect(printFreshness(close, at('2026-11-23T10:00'))).toEqual({ kind: 'close', session: '2026-11-20' });
    expect(printFreshness(close, at('2026-11-24T10:00'))).toMatchObject({ kind: 'stale', sessions: 1 });
  });
});

describe('expectedPeriod', () => {
  it.each([
    // Claims of the week to Saturday 14 November: Thursday the 19th at 8:30, with two hours of grace.
    ['ICSA', '2026-11-19T10:29', '2026-11-07'],
    ['ICSA', '2026-11-19T10:30', '2026-11-14'],
    ['ICSA', '2026-11-22T12:00', '2026-11-14'],
    // Thanksgiving week: out on Wednesday.
    ['ICSA', '2026-11-25T10:30', '2026-11-21'],
    // Yields of the evening; none on Veterans Day, when stocks trade.
    ['DGS2', '2026-11-20T18:59', '2026-11-19'],
    ['DGS2', '2026-11-20T19:00', '2026-11-20'],
    ['DGS2', '2026-11-11T20:00', '2026-11-10'],
    // The funds rate of the working day before, in the morning; Monday's morning brings Friday's.
    ['EFFR', '2026-11-20T12:00', '2026-11-19'],
    ['EFFR', '2026-11-23T12:00', '2026-11-20'],
    ['EFFR', '2026-11-23T09:00', '2026-11-19'],
    ['EFFR', '2026-11-12T12:00', '2026-11-10'],
    ['PERMIT', '2026-11-25T12:00', '2026-09-01'],
    ['PERMIT', '2026-11-26T12:00', '2026-10-01'],
    ['GDPC1', '2026-11-20T12:00', '2026-07-01'],
    ['GDPC1', '2026-10-31T12:00', '2026-04-01'],
  ] as const)('of %s at %s is %s', (id, time, period) => {
    expect(expectedPeriod(id, at(time))).toBe(period);
  });

  it('is unknown for a nowcast', () => {
    expect(expectedPeriod('GDPNOW', at('2026-11-20T12:00'))).toBeUndefined();
  });
});

describe('releaseFreshness', () => {
  it('is overdue when the calendar says there is more', () => {
    expect(releaseFreshness('ICSA', '2026-11-07', at('2026-11-20T09:00'))).toEqual({
      kind: 'overdue',
      period: '2026-11-07',
      expected: '2026-11-14',
    });
    expect(releaseFreshness('ICSA', '2026-11-14', at('2026-11-20T09:00')).kind).toBe('published');
  });
});
