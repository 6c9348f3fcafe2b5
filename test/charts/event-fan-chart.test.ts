import { expect, it } from 'vitest';
import { compile } from '../../src/charts/compile.ts';
import { eventFanChart } from '../../src/charts/event-fan-chart.ts';
import { afterView } from '../../src/metrics/after-view.ts';
import { EVENT_RULES, ruleId } from '../../src/metrics/events.ts';
import { describeWithData } from '../support/data-folder.ts';
import { inputsOn } from '../support/views.ts';

describeWithData('eventFanChart', () => {
  it('ends at the medians its title and labels say', async () => {
    const spec = eventFanChart(afterView(await inputsOn('2024-01-22'), { kind: 'recovery' }), 'a recovery');

    expect(spec?.title).toBe('12M median +15.69% against +9.72% any day');
    expect(spec?.median.at(-1)).toBeCloseTo(0.1569, 4);
    expect(spec?.baseline.at(-1)).toBeCloseTo(0.0972, 4);
    expect(spec?.subtitle).toContain('12 episodes');
  });

  it.each(EVENT_RULES.map((rule) => [ruleId(rule), rule] as const))(
    'compiles for %s, or has too few cases',
    async (_, rule) => {
      const spec = eventFanChart(afterView(await inputsOn('2026-08-21'), rule), 'the rule');

      if (spec) expect(compile(spec, 'light').width).toBe(800);
      else expect(['record-lag-20', 'record-lag-15']).toContain(ruleId(rule));
    },
  );
});
