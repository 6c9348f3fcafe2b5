import { describe, expect, it } from 'vitest';
import { compile } from '../../src/charts/compile.ts';
import { underwaterChart } from '../../src/charts/underwater-chart.ts';
import { describeWithData } from '../support/data-folder.ts';
import { DAYS, inputsOf, inputsOn, pairFrom, walkOf } from '../support/views.ts';

describe('underwaterChart', () => {
  it('is never above zero, and ends where both series stand', () => {
    const spec = underwaterChart(pairFrom([100, 120, 90, 96], [100, 100, 101, 100]));

    expect(spec?.lines.map(({ values }) => values)).toEqual([
      [0, 0, 90 / 120 - 1, 96 / 120 - 1],
      [0, 0, 0, 100 / 101 - 1],
    ]);
    expect(spec?.marks).toEqual([{ day: '2020-01-06', label: '−25.00%' }]);
    expect(spec?.lines.map(({ endLabel }) => endLabel)).toEqual(['−20.00%', '−0.99%']);
  });

  it('is not drawn when a session was lost: the deepest may lie in it', () => {
    const { subject, benchmark } = pairFrom(walkOf(30, { seed: 1 }), walkOf(30, { seed: 2 }));

    expect(underwaterChart(inputsOf({ ...subject, missing: ['2020-01-15'] }, benchmark))).toBeUndefined();
  });
});

describeWithData('underwaterChart', () => {
  it.each(DAYS)('begins before the record in force and compiles on %s', async (day) => {
    const inputs = await inputsOn(day);
    const spec = underwaterChart(inputs);
    if (!spec) throw new Error('no chart');

    expect(spec.dates.length).toBe(spec.lines[0]?.values.length);
    expect(spec.lines[0]?.values).toContain(0);
    expect(spec.dates.at(-1)).toBe(inputs.session);
    expect(compile(spec, 'light').width).toBe(800);
  });
});
