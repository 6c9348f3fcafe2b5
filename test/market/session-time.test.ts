import { describe, expect, it } from 'vitest';
import { closeState, exchangeFileDue } from '../../src/market/session-time.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();

describe('closeState', () => {
  it.each([
    ['2026-11-20T15:59', 'before'],
    ['2026-11-20T16:00', 'provisional'],
    ['2026-11-20T16:19', 'provisional'],
    ['2026-11-20T16:20', 'final'],
    ['2026-11-21T00:00', 'final'],
    ['2026-11-19T23:59', 'before'],
  ])('of Friday 20 November at %s is %s', (time, state) => {
    expect(closeState('2026-11-20', at(time))).toBe(state);
  });

  it.each([
    ['2026-11-27T12:59', 'before'],
    ['2026-11-27T13:00', 'provisional'],
    ['2026-11-27T13:20', 'final'],
  ])('on the half day after Thanksgiving at %s is %s', (time, state) => {
    expect(closeState('2026-11-27', at(time))).toBe(state);
  });

  it('keeps New York time on both sides of a change of the clock', () => {
    expect(closeState('2026-10-30', Temporal.Instant.from('2026-10-30T20:19:59Z'))).toBe('provisional');
    expect(closeState('2026-11-02', Temporal.Instant.from('2026-11-02T20:59:59Z'))).toBe('before');
  });
});

describe('exchangeFileDue', () => {
  it('is true from 18:00 of a session on', () => {
    expect(exchangeFileDue('2026-11-20', at('2026-11-20T17:59'))).toBe(false);
    expect(exchangeFileDue('2026-11-20', at('2026-11-20T18:00'))).toBe(true);
    expect(exchangeFileDue('2026-11-20', at('2026-11-21T09:00'))).toBe(true);
  });

  it('is never true of a day without a session', () => {
    expect(exchangeFileDue('2026-11-26', at('2026-11-27T18:00'))).toBe(false);
  });
});
