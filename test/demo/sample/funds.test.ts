import { describe, expect, it } from 'vitest';
import { adjusted, trackingBars } from '../../../src/demo/sample/funds.ts';

const bar = (day: string, close: number) => ({ day, open: close, high: close + 1, low: close - 1, close });
const anchor = (day: string, close: number) => ({ day, close, source: 'test' });

describe('trackingBars', () => {
  it('meets the published closes of the fund and scales the days between by a ratio on a straight line', () => {
    const index = [bar('2024-01-02', 2000), bar('2024-01-03', 2100), bar('2024-01-04', 2000)];
    const fund = trackingBars({
      index,
      indexAnchors: [anchor('2024-01-02', 2000), anchor('2024-01-04', 2000)],
      fundAnchors: [anchor('2024-01-02', 200), anchor('2024-01-04', 202)],
    });
    // Ratios 0.1, 0.1005, 0.101.
    expect(fund.map(({ close }) => close)).toEqual([200, expect.closeTo(211.05, 9), 202]);
    expect(fund[1]?.high).toBeCloseTo(2101 * 0.1005, 9);
  });

  it('starts between the eve of the first bar and the first ratio', () => {
    const fund = trackingBars({
      index: [bar('2019-01-02', 1000)],
      indexAnchors: [anchor('2018-12-31', 1000), anchor('2019-01-02', 1000)],
      fundAnchors: [anchor('2018-12-31', 90), anchor('2019-01-02', 100)],
    });
    expect(fund[0]?.close).toBe(100);
  });

  it('refuses days beyond the last published ratio', () => {
    const index = [bar('2024-01-02', 1), bar('2024-01-03', 1)];
    const anchors = [anchor('2024-01-02', 1)];
    expect(() => trackingBars({ index, indexAnchors: anchors, fundAnchors: anchors })).toThrow('row 1');
  });
});

describe('adjusted', () => {
  it('takes a quarter of the yearly yield off every close before each payment', () => {
    const days = ['2023-12-19', '2023-12-20', '2024-01-22', '2024-03-19', '2024-03-21', '2024-03-22'];
    const bars = days.map((day) => bar(day, 100));
    // 4% a year: 1% at 20 December and at 21 March (the first session from the 20th).
    const expected = [100 * 0.99 * 0.99, 99, 99, 99, 100, 100];
    expect(adjusted(bars, 0.04)).toEqual(expected.map((value) => expect.closeTo(value, 9)));
  });
});
