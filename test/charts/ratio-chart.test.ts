import { expect, it } from 'vitest';
import { compile } from '../../src/charts/compile.ts';
import { ratioChart } from '../../src/charts/ratio-chart.ts';
import { ratioPanelChart } from '../../src/charts/ratio-panel-chart.ts';
import { ratioView } from '../../src/metrics/ratio-view.ts';
import { describeWithData } from '../support/data-folder.ts';
import { slowPercentile } from '../support/slow-metrics.ts';
import { DAYS, inputsOn } from '../support/views.ts';

describeWithData('ratioChart', () => {
  it('says in its title what its own values give', async () => {
    const spec = ratioChart(ratioView(await inputsOn('2024-01-22')));
    const values = (spec?.values ?? []).filter((value) => value !== null);

    expect(spec?.title).toBe('Ratio 0.4089, lower on 2.1% of days');
    expect(slowPercentile(values)).toBeCloseTo(0.0215, 4);
    expect(spec?.dates[0]).toBe('2014-01-22');
  });

  it('has a band in which four fifths of its days lie', async () => {
    const spec = ratioChart(ratioView(await inputsOn('2024-01-22')));
    if (!spec) throw new Error('no chart');

    const inside = spec.values.filter((value) => value !== null && value >= spec.band.low && value <= spec.band.high);

    expect(inside.length / spec.values.length).toBeCloseTo(0.8, 2);
  });

  it.each(DAYS)('compiles on %s, and so does the panel where there are five years', async (day) => {
    const view = ratioView(await inputsOn(day));
    const [line, panel] = [ratioChart(view), ratioPanelChart(view)];

    if (line) expect(compile(line, 'dark').width).toBe(800);
    if (panel) expect(compile(panel, 'dark').width).toBe(800);
    expect(panel === undefined).toBe(day < '1993');
  });
});
