import { describe, expect, test } from 'vitest';
import { defaultBaseDate, type Horizon, horizonDay, scoringSession } from '../../src/metrics/calls-horizon.ts';

describe('horizonDay and scoringSession', () => {
  // 12 Jan 2025 is a Sunday; 31 Dec 2023 and 30 Jun 2024 too; 31 Aug 2024 a Saturday; 9 Jan 2025 was a day of mourning.
  test.each<[Horizon, string, string, string]>([
    [{ kind: 'months', months: 12 }, '2024-01-12', '2025-01-12', '2025-01-10'],
    [{ kind: 'months', months: 12 }, '2024-01-09', '2025-01-09', '2025-01-08'],
    [{ kind: 'months', months: 6 }, '2024-01-09', '2024-07-09', '2024-07-09'],
    [{ kind: 'months', months: 6 }, '2023-08-31', '2024-02-29', '2024-02-29'],
    [{ kind: 'year-end', year: 2023 }, '2023-01-05', '2023-12-31', '2023-12-29'],
    [{ kind: 'month', month: '2024-08' }, '2024-01-09', '2024-08-31', '2024-08-30'],
    [{ kind: 'month', month: '2024-02' }, '2024-01-09', '2024-02-29', '2024-02-29'],
    [{ kind: 'second-half', year: 2024 }, '2024-01-22', '2024-12-31', '2024-12-31'],
  ])('%o of %s is due %s and scored on %s', (horizon, noteDate, day, session) => {
    expect(horizonDay({ horizon, noteDate })).toBe(day);
    expect(scoringSession({ horizon, noteDate })).toBe(session);
  });
});

describe('defaultBaseDate', () => {
  const fifty = { kind: 'return', fraction: 0.5 } as const;
  const level = { kind: 'level', level: 3000 } as const;

  test('a return in a coming year starts at the last close before it', () => {
    const horizon: Horizon = { kind: 'year-end', year: 2024 };
    expect(defaultBaseDate({ value: fifty, horizon, noteDate: '2023-12-15' })).toBe('2023-12-29');
  });

  test('a level, a rolling return and one for the running year start at the note', () => {
    const horizon: Horizon = { kind: 'year-end', year: 2024 };
    expect(defaultBaseDate({ value: level, horizon, noteDate: '2023-12-15' })).toBe('2023-12-15');
    expect(defaultBaseDate({ value: fifty, horizon, noteDate: '2024-03-23' })).toBe('2024-03-22');
    expect(defaultBaseDate({ value: fifty, horizon: { kind: 'months', months: 12 }, noteDate: '2024-01-12' })).toBe(
      '2024-01-12',
    );
  });

  test('a second half starts at the last close of June', () => {
    const horizon: Horizon = { kind: 'second-half', year: 2024 };
    expect(defaultBaseDate({ value: fifty, horizon, noteDate: '2024-01-22' })).toBe('2024-06-28');
  });
});
