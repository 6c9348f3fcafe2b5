import { expect, it } from 'vitest';
import { ratioPanelChart } from '../../src/charts/ratio-panel-chart.ts';
import { ratioView } from '../../src/metrics/ratio-view.ts';
import { describeWithData } from '../support/data-folder.ts';
import { inputsOn } from '../support/views.ts';

describeWithData('ratioPanelChart', () => {
  it('trails 60 sessions to the session asked for', async () => {
    const spec = ratioPanelChart(ratioView(await inputsOn('2024-01-22')));

    expect(spec?.trail.length).toBe(60);
    expect(spec?.trail.at(-1)?.day).toBe('2024-01-22');
    expect(spec?.trail.at(-1)?.y).toBeCloseTo(-0.03109, 5);
    expect(spec?.latestLabel).toBe('22 Jan');
  });
});
