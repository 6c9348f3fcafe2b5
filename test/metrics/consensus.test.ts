import { describe, expect, test } from 'vitest';
import { callStates } from '../../src/metrics/call-status.ts';
import type { CallVersion } from '../../src/metrics/calls.ts';
import { consensus } from '../../src/metrics/consensus.ts';
import { seedVersions, yearEnd } from '../support/calls.ts';
import { describeWithData } from '../support/data-folder.ts';
import { recompute } from '../support/formula.ts';
import { realPrices } from '../support/real-prices.ts';
import { seriesOn } from '../support/series.ts';

const SPX = seriesOn({ '2024-01-02': 4742.83, '2024-01-22': 4850.43 }, { symbol: 'GSPC', name: 'S&P 500' });

const FOUR = [
  yearEnd('Goldman Sachs', 5100),
  yearEnd('Bank of America', 5000, { call: 2 }),
  yearEnd('Oppenheimer', 5200, { call: 3 }),
  yearEnd('Morgan Stanley', 4500, { call: 4 }),
];

function viewOf(versions: readonly CallVersion[]) {
  return consensus(
    callStates(versions, '2024-01-22', () => SPX),
    SPX,
  );
}

describe('consensus', () => {
  test('is mean, median, high, low, n and dispersion of one horizon', () => {
    const [group] = viewOf(FOUR).groups;
    // (5100 + 5000 + 5200 + 4500) / 4 = 4950; median (5000 + 5100) / 2 = 5050.
    expect([group?.mean, group?.median, group?.high, group?.low, group?.n].map((one) => one?.value)).toEqual([
      4950, 5050, 5200, 4500, 4,
    ]);
    // Squares from 4950: 22500 + 2500 + 62500 + 202500 = 290000; / 3, root = 310.913; / 4950 = 0.062811.
    expect(group?.dispersion.value).toBeCloseTo(0.062811, 6);
    // 4950 / 4850.43 − 1 = 0.020528
    expect(group?.impliedByMean.value).toBeCloseTo(0.020528, 6);
    expect(group?.shareAbove.value).toBe(0.75);
    expect(group?.states.map(({ call }) => call.firm)).toEqual([
      'Oppenheimer',
      'Goldman Sachs',
      'Bank of America',
      'Morgan Stanley',
    ]);
  });

  test('every figure follows from its formula', () => {
    const [group] = viewOf(FOUR).groups;
    if (!group) throw new Error('no group');
    const { states: _, horizon: __, ...figures } = group;
    for (const figure of Object.values(figures)) expect(recompute(figure)).toBeCloseTo(figure.value, 12);
  });

  test('leaves out and counts what is older than 120 days, bottom-up, total return or a second figure', () => {
    const view = viewOf([
      ...FOUR,
      yearEnd('UBS', 4600, { call: 5, noteDate: '2023-09-23', baseDate: '2023-09-22' }),
      yearEnd('Analysts', 5300, { call: 6, view: 'bottom-up' }),
      yearEnd('Citi', 5100, { call: 7, basis: 'total' }),
      yearEnd('Goldman Sachs', 4000, { call: 8, variant: 'recession' }),
    ]);
    expect(view.leftOut).toMatchObject({ stale: 1, 'bottom-up': 1, 'no-price-level': 1, 'second-figure': 1, past: 0 });
    expect(view.groups[0]?.n.value).toBe(4);
  });

  test('120 days old still counts, 121 does not', () => {
    const old = (noteDate: string) => viewOf([...FOUR, yearEnd('UBS', 4600, { call: 5, noteDate })]).groups[0]?.n.value;
    // 22 Jan 2024 − 120 days = 24 Sep 2023
    expect([old('2023-09-24'), old('2023-09-23')]).toEqual([5, 4]);
  });

  test('never mixes year ends with 12-month calls, and two firms are no consensus', () => {
    const view = viewOf([
      ...FOUR.slice(0, 2),
      yearEnd('Citi', 5100, { call: 3, horizon: { kind: 'months', months: 12 } }),
    ]);
    expect(view.groups).toEqual([]);
    expect([view.firms, view.horizons]).toEqual([3, 2]);
  });

  test('a superseded or past call is counted as left out', () => {
    const view = viewOf([
      ...FOUR,
      yearEnd('Goldman Sachs', 4700, { call: 5, noteDate: '2023-11-15' }),
      yearEnd('UBS', 4000, { call: 6, horizon: { kind: 'year-end', year: 2023 }, noteDate: '2023-06-01' }),
    ]);
    expect(view.leftOut).toMatchObject({ ended: 1, past: 1 });
  });
});

describeWithData('consensus of the shipped calls on 22 January 2024', () => {
  const versions = seedVersions();

  test('there is none for the Russell 2000: two firms, four horizons', async () => {
    const series = await realPrices('RUT', '2024-01-22');
    const view = consensus(
      callStates(versions, '2024-01-22', () => series),
      series,
    );
    expect([view.groups.length, view.firms, view.horizons]).toEqual([0, 2, 4]);
  });

  test('the S&P 500’s four firms for 2024 stand between 4,500 and 5,200', async () => {
    const series = await realPrices('GSPC', '2024-01-22');
    const [group] = consensus(
      callStates(versions, '2024-01-22', () => series),
      series,
    ).groups;
    expect([group?.n, group?.low, group?.high].map((one) => one?.value)).toEqual([4, 4500, 5200]);
  });
});
