import { describe, expect, it } from 'vitest';
import { gapRank } from '../../src/metrics/gap-rank.ts';
import { seriesOn } from '../support/series.ts';

/** Year ends and the first session of the next years: gaps of +1%, −2% and −1% on the first session. */
const russell = seriesOn({
  '2020-12-31': 100,
  '2021-01-04': 101,
  '2021-12-31': 100,
  '2022-01-03': 98,
  '2022-12-30': 100,
  '2023-01-03': 99,
});
const spx = seriesOn(
  { '2020-12-31': 50, '2021-01-04': 50, '2021-12-31': 50, '2022-01-03': 50, '2022-12-30': 50, '2023-01-03': 50 },
  { symbol: 'GSPC', name: 'S&P 500' },
);

describe('gapRank', () => {
  it('ranks a lag among all years at the same session, widest lag first', () => {
    const found = gapRank(russell, spx);

    expect(found).toMatchObject({ years: 3, sessions: 1, next: { year: 2022 } });
    expect('rank' in found && found.rank.value).toBe(2);
  });

  it('is absent when sessions are lost', () => {
    expect(gapRank({ ...russell, missing: ['2022-06-01'] }, spx)).toHaveProperty('absent', 'sessions are missing');
  });
});
