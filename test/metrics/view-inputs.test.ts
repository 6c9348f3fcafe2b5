import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/metrics/view-inputs.ts';
import { seriesFrom } from '../support/series.ts';

describe('refusal', () => {
  const series = { ...seriesFrom('2024-01-02', [1, 2, 3, 4]), missing: ['2024-01-04'] };

  it('names the lost session when it lies inside the span, its ends included', () => {
    expect(refusal(series, 'x')).toEqual({ id: 'x', absent: 'no Russell 2000 close for 2024-01-04' });
    expect(refusal(series, 'x', { from: '2024-01-04', to: '2024-01-04' })).toHaveProperty('id', 'x');
  });

  it('is silent about spans that do not need it', () => {
    expect(refusal(series, 'x', { from: '2024-01-05' })).toBeUndefined();
    expect(refusal(series, 'x', { to: '2024-01-03' })).toBeUndefined();
  });
});
