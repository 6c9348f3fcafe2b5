import { describe, expect, it } from 'vitest';
import { afterView } from '../../src/metrics/after-view.ts';
import type { EventStudy } from '../../src/metrics/event-study.ts';
import { ruleId } from '../../src/metrics/events.ts';
import { describeWithData } from '../support/data-folder.ts';
import { inputsOf, inputsOn, pairFrom, walkOf } from '../support/views.ts';

function studyOf({ study }: ReturnType<typeof afterView>): EventStudy {
  if ('absent' in study) throw new Error(study.absent);
  return study;
}

describe('afterView', () => {
  it('is refused by name when a session was lost', () => {
    const { subject, benchmark } = pairFrom(walkOf(300, { seed: 1 }), walkOf(300, { seed: 2 }));

    const { study } = afterView(inputsOf(subject, { ...benchmark, missing: ['2020-03-03'] }));

    expect(study).toHaveProperty('absent', 'no S&P 500 close for 2020-03-03');
  });
});

describeWithData('afterView', () => {
  it('takes the rule that is true today: of those with ten past episodes the tightest', async () => {
    const view = afterView(await inputsOn('2024-01-22'));

    expect([ruleId(studyOf(view).rule), view.choice]).toEqual(['record-lag-5', 'today']);
    expect(view.alsoTrue.map(ruleId)).toEqual(['record-lag-15', 'record-lag-10', 'gap-10']);
    expect(studyOf(view).episodes.past.length).toBe(18);
    expect(studyOf(view).episodes.current?.day).toBe('2024-01-19');
  });

  it('takes the one that was true last when none is today, and the one asked for before all', async () => {
    const inputs = await inputsOn('2026-01-22');

    expect(afterView(inputs).choice).toBe('last');
    expect(ruleId(studyOf(afterView(inputs, { kind: 'recovery' })).rule)).toBe('recovery');
  });

  it('gives for recoveries what golden 02 prints: +0.94% in 3M, +15.69% in 12M over the 12 earlier ones', async () => {
    const inputs = await inputsOn('2024-01-22');

    const { horizons } = studyOf(afterView(inputs, { kind: 'recovery' }));
    const [quarter, year] = [horizons[2]?.subject, horizons[4]?.subject];

    expect(quarter?.events?.median.value).toBeCloseTo(0.0094, 4);
    expect(year?.events?.median.value).toBeCloseTo(0.1569, 4);
    expect(quarter?.anyDay?.median.value).toBeCloseTo(0.029, 4);
    expect(year?.anyDay?.up.value).toBeCloseTo(0.691, 3);
  });
});
