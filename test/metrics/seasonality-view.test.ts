import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../src/metrics/receipt.ts';
import { seasonalityView } from '../../src/metrics/seasonality-view.ts';
import { describeWithData } from '../support/data-folder.ts';
import { inputsOf, inputsOn, pairFrom, walkOf } from '../support/views.ts';

describe('seasonalityView', () => {
  it('refuses every count by name when a session was lost', () => {
    const { subject, benchmark } = pairFrom(walkOf(400, { seed: 1 }), walkOf(400, { seed: 2 }));

    const view = seasonalityView(inputsOf({ ...subject, missing: ['2020-02-03'] }, benchmark));

    expect(view.refused).toHaveProperty('absent', 'no Russell 2000 close for 2020-02-03');
    expect(view.split).toEqual([]);
  });

  it('has nothing left of the year after December', () => {
    const walk = walkOf(253, { seed: 7 });

    const view = seasonalityView(pairFrom(walk, walkOf(253, { seed: 8 })));

    expect(view.current?.month).toBe(12);
    expect(view.subject.split).toBeUndefined();
  });
});

describeWithData('seasonalityView', () => {
  it('finds four Januaries with the Russell 2000 down and the S&P 500 up before 2024, and leaves 2024 out', async () => {
    const view = seasonalityView(await inputsOn('2024-01-22'));

    expect(view.split.map(({ year }) => year)).toEqual([1995, 1996, 1998, 2011]);
    expect(isMeasured(view.years) && view.years.value).toBe(36);
    expect(isMeasured(view.own) && view.own.value).toBeCloseTo(-0.021553, 6);
    expect(view.current?.year).toBe(2024);
  });
});
