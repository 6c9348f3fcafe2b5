import { describe, expect, it } from 'vitest';
import { ratioTrail, ratioView } from '../../src/metrics/ratio-view.ts';
import { isMeasured } from '../../src/metrics/receipt.ts';
import { describeWithData } from '../support/data-folder.ts';
import { inputsOn, pairFrom, walkOf } from '../support/views.ts';

describe('ratioView', () => {
  it('gives what a short history allows and refuses the rest by name', () => {
    const { standings, change20, numbers } = ratioView(pairFrom(walkOf(15, { seed: 1 }), walkOf(15, { seed: 2 })));

    expect(standings.map(({ percentile }) => isMeasured(percentile))).toEqual([false, false, false, true]);
    expect(change20).toHaveProperty('absent', 'fewer than 20 common sessions');
    expect(numbers.length).toBeGreaterThan(3);
  });
});

describeWithData('ratioView', () => {
  it('stands at 0.4089 on 22 Jan 2024, lower on 2.1% of ten years, a quarter up its year', async () => {
    const { ratio, standings, range } = ratioView(await inputsOn('2024-01-22'));
    const ten = standings.find(({ span }) => span === '10y')?.percentile;

    expect(ratio.value).toBeCloseTo(1983.38 / 4850.43, 10);
    expect(ten && isMeasured(ten) && ten.value).toBeCloseTo(0.0215, 4);
    expect(isMeasured(range) && range.value).toBeCloseTo(0.2407, 4);
  });

  it('ends its panel at the z-score over 5 years and the 20-session change it prints', async () => {
    const view = ratioView(await inputsOn('2024-01-22'));
    const five = view.standings.find(({ span }) => span === '5y')?.z;

    const trail = ratioTrail(view);

    expect(trail.length).toBe(60);
    expect(trail.at(-1)?.z).toBeCloseTo(five && isMeasured(five) ? five.value : Number.NaN, 10);
    expect(trail.at(-1)?.change).toBeCloseTo(isMeasured(view.change20) ? view.change20.value : Number.NaN, 12);
  });
});
