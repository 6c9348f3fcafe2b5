import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/metrics/receipt.ts';
import { recoveryView } from '../../src/metrics/recovery-view.ts';
import { describeWithData } from '../support/data-folder.ts';
import { inputsOf, inputsOn, pairFrom, walkOf } from '../support/views.ts';

function value(numbers: readonly Receipt[], id: string): number | boolean | undefined {
  return numbers.find((receipt) => receipt.id === id)?.value;
}

describeWithData('recoveryView', () => {
  it('holds METRICS.md S6 on 22 Jan 2024: 53 days, 36 sessions on closes, 48 and 33 intraday, first on both', async () => {
    const { numbers, fastest } = recoveryView(await inputsOn('2024-01-22'));

    expect(value(numbers, 'RUT.recovery.last.close.days')).toBe(53);
    expect(value(numbers, 'RUT.recovery.last.close.sessions')).toBe(36);
    expect(value(numbers, 'RUT.recovery.last.close.rank')).toBe(1);
    expect(value(numbers, 'RUT.recovery.last.intraday.days')).toBe(48);
    expect(value(numbers, 'RUT.recovery.last.intraday.sessions')).toBe(33);
    expect(value(numbers, 'RUT.recovery.last.intraday.rank')).toBe(1);
    expect([fastest.held, fastest.tried]).toEqual([4, 4]);
  });

  it('is first of 13 completed since 1988, and of the 12 whose low has 52 weeks of data behind it, by January 2024', async () => {
    const { numbers } = recoveryView(await inputsOn('2024-01-22'));

    expect(value(numbers, 'RUT.recovery.close.count')).toBe(13);
    expect(value(numbers, 'RUT.recovery.close.count.whole_year')).toBe(12);
    expect(value(numbers, 'RUT.recovery.last.close.rank.whole_year')).toBe(1);
    expect(value(numbers, 'RUT.recovery.intraday.count.whole_year')).toBe(12);
  });

  it('has the 13 with a whole year behind the low by August 2026, 2025 in the fifth place', async () => {
    const { numbers } = recoveryView(await inputsOn('2026-08-21'));

    expect(value(numbers, 'RUT.recovery.close.count.whole_year')).toBe(13);
    expect(value(numbers, 'RUT.recovery.last.close.rank')).toBe(5);
  });

  it('places a recovery under way among the completed ones as if it ended today', async () => {
    const { close, numbers, after } = recoveryView(await inputsOn('2023-11-20'));

    expect(close.current?.underWay.days).toBe(24);
    expect(value(numbers, 'RUT.recovery.current.close.place')).toBe(1);
    // The last completed one is older and no longer today's: all twelve are evidence.
    expect(after[0]?.events.count.value).toBe(12);
  });

  it('refuses the ranking, by name, when any session was lost, and the length when one inside its year was', async () => {
    const inputs = await inputsOn('2024-01-22');
    const early = { ...inputs.subject, missing: ['1993-05-04'] };
    const late = { ...inputs.subject, missing: ['2023-11-15'] };

    const ranked = recoveryView(inputsOf(early, inputs.benchmark)).close.last;
    const short = recoveryView(inputsOf(late, inputs.benchmark)).close.last;

    expect(ranked?.rank).toHaveProperty('absent', 'no Russell 2000 close for 1993-05-04');
    expect(ranked?.figures.days).toHaveProperty('value', 53);
    expect(short?.figures.days).toHaveProperty('absent', 'no Russell 2000 close for 2023-11-15');
  });
});

describe('recoveryView', () => {
  it('has nothing to rank in the first months of a series', () => {
    const walk = walkOf(60, { seed: 5 });

    const view = recoveryView(pairFrom(walk, walk));

    expect(view.close.history.completed).toEqual([]);
    expect(view.after).toEqual([]);
    expect(view.fastest.headline).toBe(false);
  });
});
