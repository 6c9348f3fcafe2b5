import { describe, expect, it } from 'vitest';
import { claimsTrend } from '../../src/metrics/claims-trend.ts';
import { recompute } from '../support/formula.ts';

const SOURCE = { publisher: 'Labor Dept', series: 'ICSA', fetchedAt: '2024-01-18T13:30:00Z', sample: false };
const weeks = (values: readonly number[]) =>
  values.map((value, index) => ({
    period: Temporal.PlainDate.from('2023-11-25')
      .add({ days: 7 * index })
      .toString(),
    value,
  }));

describe('the trend of claims', () => {
  const history = weeks([220, 218, 222, 220, 204, 206, 202, 196]);
  const trend = claimsTrend({
    id: 'ICSA',
    period: history.at(-1)?.period ?? '',
    history,
    source: SOURCE,
    basis: 'weekly',
  });

  it('is the mean of four weeks against the four before', () => {
    expect(trend?.average.value).toBe(202);
    expect(trend?.before.value).toBe(220);
    expect(trend?.change.value).toBe(-18);
  });

  it('has the range of the weeks held', () => {
    expect([trend?.low.value, trend?.high.value, trend?.weeks.value]).toEqual([196, 222, 8]);
  });

  it('proves every figure', () => {
    for (const figure of trend ? Object.values(trend) : []) expect(recompute(figure)).toBeCloseTo(figure.value, 10);
  });

  it('says nothing of fewer than eight weeks', () => {
    expect(
      claimsTrend({ id: 'ICSA', period: '2024-01-13', history: history.slice(1), source: SOURCE, basis: 'weekly' }),
    ).toBeUndefined();
  });
});
