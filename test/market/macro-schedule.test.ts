import { describe, expect, it } from 'vitest';
import { eveningOf, withSchedule } from '../../src/market/macro-schedule.ts';
import type { MacroId } from '../../src/metrics/backdrop.ts';

const SOURCE = { publisher: 'Census', series: 'X', fetchedAt: '2026-11-20T22:00:00Z', sample: false };
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();

function scheduled(id: MacroId, period: string, time: string, asOf = time.slice(0, 10)) {
  return withSchedule({ id, period, value: 1, history: [], source: SOURCE }, { asOf, at: at(time) });
}

describe('withSchedule', () => {
  it.each([
    ['ICSA', '2026-11-07', '2026-11-19T10:29', undefined],
    ['ICSA', '2026-11-07', '2026-11-19T10:30', '2026-11-14'],
    ['IC4WSA', '2026-11-14', '2026-11-22T12:00', undefined],
    ['PERMIT', '2026-09-01', '2026-11-25T12:00', undefined],
    ['PERMIT', '2026-09-01', '2026-11-27T12:00', '2026-10-01'],
    // The jobs report of January was listed for 2 February 2024, long before the twelfth.
    ['UNRATE', '2023-12-01', '2024-02-02T10:29', undefined],
    ['UNRATE', '2023-12-01', '2024-02-02T10:30', '2024-01-01'],
    ['RSAFS', '2023-11-01', '2024-01-17T12:00', '2023-12-01'],
    ['GDPC1', '2026-04-01', '2026-11-02T12:00', '2026-07-01'],
    // No yields on Veterans Day, when stocks trade.
    ['DGS2', '2026-11-10', '2026-11-11T20:00', undefined],
    ['DGS2', '2026-11-10', '2026-11-12T20:00', '2026-11-12'],
    // The week to Wednesday 11 November, due on Thursday the 12th, late on Friday.
    ['MMF', '2026-11-04', '2026-11-12T20:00', undefined],
    ['MMF', '2026-11-04', '2026-11-13T09:00', '2026-11-11'],
    // Thanksgiving: not before Friday is over.
    ['MMF', '2026-11-18', '2026-11-27T20:00', undefined],
    ['MMF', '2026-11-18', '2026-11-28T09:00', '2026-11-25'],
    ['MMF_MONTH', '2026-09-30', '2026-11-20T12:00', undefined],
    ['MMF_MONTH', '2026-12-31', '2027-03-16T12:00', undefined],
    // A nowcast has no schedule.
    ['GDPNOW', '2026-01-01', '2026-11-20T12:00', undefined],
  ] as const)('of %s for %s at %s says %s', (id, period, time, overdue) => {
    expect(scheduled(id, period, time).overdue).toBe(overdue);
  });

  it('expects nothing of a period after the day of the answer', () => {
    expect(scheduled('DGS10', '2026-11-18', '2026-11-19T20:00', '2026-11-18').overdue).toBeUndefined();
  });

  it('judges a past day by its own evening', () => {
    const print = { id: 'ICSA', period: '2024-01-06', value: 1, history: [], source: SOURCE } as const;

    expect(withSchedule(print, { asOf: '2024-01-17', at: eveningOf('2024-01-17') }).overdue).toBeUndefined();
    expect(withSchedule(print, { asOf: '2024-01-18', at: eveningOf('2024-01-18') }).overdue).toBe('2024-01-13');
  });

  it('knows the next release only where a calendar lists it', () => {
    const unknown = (id: MacroId, time: string) => scheduled(id, time.slice(0, 10), time).nextUnknown ?? false;

    expect(unknown('UNRATE', '2024-01-22T12:00')).toBe(false);
    expect(unknown('UNRATE', '2026-11-20T12:00')).toBe(true);
    expect(unknown('GDPC1', '2024-01-22T12:00')).toBe(false);
    expect(unknown('GDPC1', '2026-11-20T12:00')).toBe(true);
    expect(unknown('ICSA', '2026-11-20T12:00')).toBe(false);
  });
});
