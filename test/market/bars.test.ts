import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSession, sessionsIn } from '../../src/calendar/nyse.ts';
import { cleanBars } from '../../src/market/bars.ts';
import { FRIDAY_EVENING } from '../support/sources.ts';

const WEEK = { symbol: 'RUT', from: '2026-11-09', to: '2026-11-20', basis: 'price' } as const;

describe('cleanBars', () => {
  it('rounds the noise of 32-bit floats away: an index to a cent, an ETF to a hundredth of one', () => {
    const row = { date: '2026-11-20', close: 95.98500061035156 };

    expect(cleanBars([row], WEEK, FRIDAY_EVENING).bars[0]?.close).toBe(95.99);
    expect(cleanBars([row], { ...WEEK, symbol: 'XLK' }, FRIDAY_EVENING).bars[0]?.close).toBe(95.985);
  });

  it('keeps the later of two rows of one session and counts the other', () => {
    const rows = [
      { date: '2026-11-20', close: 2980 },
      { date: '2026-11-20', close: 2987.41 },
    ];

    const { bars, dropped } = cleanBars(rows, WEEK, FRIDAY_EVENING);

    expect(bars).toEqual([{ date: '2026-11-20', close: 2987.41, final: true }]);
    expect(dropped).toEqual([{ date: '2026-11-20', reason: 'earlier print of the session' }]);
  });

  it('drops and counts rows on closed days, without a close, and outside the span', () => {
    const rows = [
      { date: '2026-11-14', close: 2980 },
      { date: '2026-11-17', close: null },
      { date: '2026-11-18' },
      { date: '2026-11-19', close: 0 },
      { date: '2026-10-01', close: 2980 },
      { date: '2150-01-01', close: 2980 },
    ];

    const { bars, dropped } = cleanBars(rows, WEEK, FRIDAY_EVENING);

    expect(bars).toEqual([]);
    expect(dropped.map(({ reason }) => reason)).toEqual([
      'closed day',
      'no close',
      'no close',
      'no close',
      'outside the span',
      'outside the span',
    ]);
  });

  it('has no close of a session that has not ended, and a provisional one for twenty minutes', () => {
    const rows = [{ date: '2026-11-20', close: 2987.41 }];
    const during = Temporal.Instant.from('2026-11-20T20:59:00Z');
    const just = Temporal.Instant.from('2026-11-20T21:10:00Z');

    expect(cleanBars(rows, WEEK, during)).toEqual({
      bars: [],
      dropped: [{ date: '2026-11-20', reason: 'not yet closed' }],
    });
    expect(cleanBars(rows, WEEK, just).bars[0]?.final).toBe(false);
  });

  it('leaves out a range that does not hold its close', () => {
    const rows = [
      { date: '2026-11-19', close: 100, high: 99, low: 98 },
      { date: '2026-11-20', close: 100, high: 101, low: 98 },
    ];

    expect(cleanBars(rows, WEEK, FRIDAY_EVENING).bars).toEqual([
      { date: '2026-11-19', close: 100, final: true },
      { date: '2026-11-20', close: 100, high: 101, low: 98, final: true },
    ]);
  });

  // Dirty rows of every kind; whatever comes out was in, as it was, on a day the exchange held.
  const dirty = fc.array(
    fc.record({
      date: fc.constantFrom('2026-11-07', '2026-11-11', ...sessionsIn('2026-11-09', '2026-11-20'), '2026-11-26'),
      close: fc.oneof(
        fc.constantFrom(null, undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY),
        fc.double({ min: 1, max: 1e4, noNaN: true }),
      ),
    }),
    { maxLength: 30 },
  );

  it('never invents, carries forward or interpolates a close', () => {
    fc.assert(
      fc.property(dirty, (rows) => {
        const { bars, dropped } = cleanBars(rows, WEEK, FRIDAY_EVENING);

        expect(bars.length + dropped.length).toBe(rows.length);
        for (const { date, close } of bars) {
          expect(isSession(date)).toBe(true);
          expect(close).toBeGreaterThan(0);
          const given = rows.filter((row) => row.date === date).map((row) => Number(row.close).toFixed(2));
          expect(given).toContain(close.toFixed(2));
        }
      }),
    );
  });

  it('gives ascending sessions, each once', () => {
    fc.assert(
      fc.property(dirty, (rows) => {
        const days = cleanBars(rows, WEEK, FRIDAY_EVENING).bars.map(({ date }) => date);

        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });
});
