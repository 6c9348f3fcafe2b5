import { describe, expect, it } from 'vitest';
import { recordCloses } from '../../src/metrics/record-count.ts';
import { recompute } from '../support/formula.ts';
import { seriesOn } from '../support/series.ts';

const series = seriesOn({
  '2023-12-27': 100,
  '2023-12-28': 104,
  '2023-12-29': 103,
  '2024-01-02': 104,
  '2024-01-03': 105,
  '2024-01-04': 101,
  '2024-01-05': 106,
});

describe('record closes of a stretch', () => {
  it('are the closes above every earlier one, a tie left out', () => {
    const found = recordCloses(series, '2023-12-29');

    expect(found?.days).toEqual(['2024-01-03', '2024-01-05']);
    expect(found?.count?.value).toBe(2);
    expect(found?.before).toMatchObject({ value: 104, asOf: '2023-12-28' });
    expect(found?.highest).toMatchObject({ value: 106, asOf: '2024-01-05' });
    expect(found?.count && recompute(found.count)).toBe(2);
  });

  it('have no count where there is none', () => {
    const found = recordCloses(seriesOn({ '2023-12-29': 103, '2024-01-02': 102, '2024-01-03': 101 }), '2023-12-29');

    expect(found?.days).toEqual([]);
    expect(found?.count).toBeUndefined();
    expect(found?.highest.value).toBe(102);
  });

  it('are none to tell without a session', () => {
    expect(recordCloses(series, '2024-01-05')).toBeUndefined();
  });
});
