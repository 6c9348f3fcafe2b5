import { expect, it } from 'vitest';
import { compile } from '../../src/charts/compile.ts';
import { recoveryRaceChart } from '../../src/charts/recovery-race-chart.ts';
import { recoveryView } from '../../src/metrics/recovery-view.ts';
import { describeWithData } from '../support/data-folder.ts';
import { DAYS, inputsOn, pairFrom, walkOf } from '../support/views.ts';

describeWithData('recoveryRaceChart', () => {
  it('runs all 13 from 100 on one clock on 22 Jan 2024, 2023 bold, 2014 and 1987 named', async () => {
    const spec = recoveryRaceChart(recoveryView(await inputsOn('2024-01-22')));
    const named = spec?.lines.flatMap(({ label, bold }) => (label === undefined ? [] : [[label, bold]]));

    expect(spec?.lines.length).toBe(13);
    expect(named).toEqual([
      ['1987: 313', false],
      ['2014: 52', false],
      ['2023: 36 sessions', true],
    ]);
    for (const { values } of spec?.lines ?? []) expect(values[0]).toBe(100);
    expect(spec?.lines.at(-1)?.values.at(-1)).toBeCloseTo(123.459, 3);
    expect(spec?.title).toBe('2023 was the fastest of 13 recoveries: 36 sessions');
  });

  it('says so far of the one under way', async () => {
    const spec = recoveryRaceChart(recoveryView(await inputsOn('2023-11-20')));

    expect(spec?.lines.at(-1)?.label).toBe('2023: 16 sessions so far');
  });

  it.each(DAYS)('compiles on %s, light and dark', async (day) => {
    const spec = recoveryRaceChart(recoveryView(await inputsOn(day)));

    for (const theme of ['light', 'dark'] as const) if (spec) expect(compile(spec, theme).width).toBe(800);
  });

  it('has nothing to race without another recovery', () => {
    const walk = walkOf(30, { seed: 1 });

    expect(recoveryRaceChart(recoveryView(pairFrom(walk, walk)))).toBeUndefined();
  });
});
