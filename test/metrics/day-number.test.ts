import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/calendar/day.ts';
import { dayNumber, windowStarts } from '../../src/metrics/day-number.ts';

describe('dayNumber', () => {
  it('counts the days between any two days as the calendar does', () => {
    const days = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = [addDays('1987-09-10', a), addDays('1987-09-10', b)];

        expect(dayNumber(to) - dayNumber(from)).toBe(daysBetween(from, to));
      }),
    );
  });
});

describe('windowStarts', () => {
  it('begins on the session exactly that many days before, or on the next one after it', () => {
    const starts = windowStarts(['2023-01-20', '2023-01-23', '2024-01-22', '2024-01-23', '2024-01-24'], 365);

    // 22 Jan 2024 − 365 days is 22 Jan 2023, a Sunday; 23 Jan 2024 − 365 days is 23 Jan 2023 itself.
    expect([...starts]).toEqual([0, 0, 1, 1, 2]);
  });
});
