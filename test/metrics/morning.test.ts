import { describe, expect, test } from 'vitest';
import type { RateSeries } from '../../src/metrics/fed-rates.ts';
import { type MorningFacts, morningView } from '../../src/metrics/morning.ts';
import { gapItem, recordItem, yieldItem } from '../../src/metrics/morning-prices.ts';
import { lastSession } from '../../src/metrics/series.ts';
import { seriesFrom } from '../support/series.ts';

function pricesOf(own: readonly number[], other: readonly number[]) {
  const subject = seriesFrom('2019-12-31', [100, ...own]);
  const benchmark = seriesFrom('2019-12-31', [100, ...other], { symbol: 'GSPC', name: 'S&P 500' });
  return { subject, benchmark };
}

function factsOf(own: readonly number[], other: readonly number[]): MorningFacts {
  const prices = pricesOf(own, other);
  return {
    today: '2020-01-07',
    session: lastSession(prices.subject),
    prices: { ok: true, value: prices },
    fed: { ok: false, why: 'no futures' },
    twoYear: { ok: false, why: 'no yields' },
  };
}

function yields(rates: Readonly<Record<string, number>>): RateSeries {
  const source = { publisher: 'Treasury', series: 'DGS2', fetchedAt: '2020-01-07T22:00:00Z', sample: false };
  return { symbol: 'DGS2', dates: Object.keys(rates), ratePct: Float64Array.from(Object.values(rates)), source };
}

describe('gapItem', () => {
  test('tells the change since the day last seen and that a lead turned into a lag', () => {
    // 2 Jan: 101 − 100 = +1 pp; 3 Jan: 99 − 100 = −1 pp; change −2 pp.
    const item = gapItem(pricesOf([101, 99], [100, 100]), '2020-01-02', '2020-01-03');
    expect(item.change).toBeCloseTo(-0.02, 12);
    expect(item.turned).toBe(true);
  });

  test('has nothing to compare with across the turn of the year', () => {
    const item = gapItem(pricesOf([101], [100]), '2019-12-31', '2020-01-02');
    expect(item).toMatchObject({ change: 0, turned: false });
    expect(item.before).toBeUndefined();
  });
});

describe('recordItem', () => {
  test('counts records in a row, a tie ending the row', () => {
    expect(recordItem(pricesOf([101, 102, 103], [99, 98, 97])).subject.inARow).toBe(3);
    expect(recordItem(pricesOf([101, 101], [99, 98])).subject.inARow).toBe(0);
  });
});

describe('yieldItem', () => {
  test('is the day’s level and its change in basis points', () => {
    const item = yieldItem(yields({ '2020-01-02': 4.6, '2020-01-03': 4.03 }), '2020-01-02', '2020-01-03');
    expect(item?.level.value).toBe(4.03);
    expect(item?.changeBp.value).toBeCloseTo(-57, 9);
    expect(item?.largestSince).toBeUndefined();
  });

  test('claims the largest move since the data begin only from ten years of them', () => {
    const long = yields({ '2000-01-03': 6, '2000-01-04': 5.9, '2020-01-02': 5.8, '2020-01-03': 4.03 });
    expect(yieldItem(long, '2020-01-02', '2020-01-03')?.largestSince).toEqual({ dataFrom: '2000-01-03' });
  });

  test('is not carried forward over a day without a yield', () => {
    expect(yieldItem(yields({ '2020-01-02': 4.6 }), '2020-01-02', '2020-01-03')).toBeUndefined();
  });
});

describe('morningView', () => {
  test('is never quiet while a source is dead', () => {
    expect(morningView(factsOf([100, 100], [100, 100]), '2020-01-02').quiet).toBe(false);
  });

  test('leads with the largest change, a day of 3% before the gap that it moves', () => {
    const kinds = (small: number, large: number) =>
      morningView(factsOf([100, small], [100, large]), '2020-01-02').lines.map(({ kind }) => kind);
    expect(kinds(100, 95)).toEqual(['move', 'gap']);
    expect(kinds(95, 98)).toEqual(['gap', 'move']);
  });
});
