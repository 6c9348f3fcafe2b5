import { describe, expect, it } from 'vitest';
import { divergenceView } from '../../src/metrics/divergence-view.ts';
import { describeWithData } from '../support/data-folder.ts';
import { inputsOf, inputsOn, pairFrom } from '../support/views.ts';

describe('divergenceView', () => {
  it('counts finished periods only: two of one and two sessions, the third is under way', () => {
    const own = [100, 94, 100, 94, 94, 100, 94];
    const { past } = divergenceView(pairFrom(own, [1, 2, 3, 4, 5, 6, 7]));

    expect(past[0]?.count).toHaveProperty('value', 2);
    expect(past[0]?.median).toHaveProperty('value', 1.5);
    expect(past[0]?.longest).toHaveProperty('value', 2);
    expect(past[2]?.count).toHaveProperty('absent', 'no finished period');
  });

  it('keeps what a lost session does not touch: the other series', () => {
    const { subject, benchmark } = pairFrom([100, 94, 100], [1, 2, 3]);

    const view = divergenceView(inputsOf({ ...subject, missing: ['2020-01-03'] }, benchmark));

    expect('absent' in view.history).toBe(true);
    expect(view.subjectDrawdown).toHaveProperty('absent', 'no Russell 2000 close for 2020-01-03');
    expect(view.benchmarkRecord).toHaveProperty('value', true);
  });
});

describeWithData('divergenceView', () => {
  it('finds the Russell’s record 552 sessions old on 22 Jan 2024, the S&P 500’s made that day', async () => {
    const { subjectRecordAge, benchmarkRecordAge } = divergenceView(await inputsOn('2024-01-22'));

    expect(subjectRecordAge).toHaveProperty('value', 552);
    expect(benchmarkRecordAge).toHaveProperty('value', 0);
  });
});
