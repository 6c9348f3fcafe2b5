import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairOf } from '../../src/metrics/pair.ts';
import { isSplit, monthReturns, restOfYear } from '../../src/metrics/seasonality.ts';
import { seriesOn } from '../support/series.ts';
import { slowSplitYears } from '../support/slow-metrics.ts';
import { pairFrom, walkOf } from '../support/views.ts';

const own = seriesOn({
  '2021-12-31': 100,
  '2022-01-31': 95,
  '2022-12-30': 114,
  '2023-01-31': 110,
  '2023-02-15': 121,
});
const other = seriesOn(
  { '2021-12-31': 50, '2022-01-31': 51, '2022-12-30': 40.8, '2023-01-31': 45, '2023-02-15': 44 },
  { symbol: 'GSPC' },
);
const pair = pairOf(own, other);

describe('monthReturns', () => {
  it('run from month end to month end: −5% and +2% in January 2022, and the rest of that year +20% and −20%', () => {
    const [january] = monthReturns(pair);

    expect(january?.own).toBeCloseTo(-0.05, 12);
    expect(january?.other).toBeCloseTo(0.02, 12);
    expect(january?.rest?.own).toBeCloseTo(0.2, 12);
    expect(january?.rest?.other).toBeCloseTo(-0.2, 12);
    expect(january && isSplit(january)).toBe(true);
  });

  it('have no rest of the year while the year is not over', () => {
    const months = monthReturns(pair);

    expect(months.at(-1)).toMatchObject({ year: 2023, month: 2, lastDay: '2023-02-15' });
    expect(months.at(-2)?.rest).toBeUndefined();
  });

  it('agree with a table by month name', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, second) => {
        const [walk, counter] = [walkOf(1200, { seed }), walkOf(1200, { seed: second })];
        const inputs = pairFrom(walk, counter);
        const months = monthReturns(pairOf(inputs.subject, inputs.benchmark)).slice(0, -1);

        for (const month of [1, 6]) {
          const split = months.filter((one) => one.month === month && isSplit(one)).map(({ year }) => String(year));
          expect(split).toEqual(slowSplitYears(inputs.subject.dates, walk, counter, `0${month}`));
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('restOfYear', () => {
  it('takes the months whose year is over; the gap is the difference of the two', () => {
    const months = monthReturns(pair);

    const gap = restOfYear(pair, { id: 'x', months, leg: 'gap' });

    // January 2022: 20% − (−20%); December 2022 has nothing left.
    expect(gap?.count.value).toBe(2);
    expect(gap?.mean.value).toBeCloseTo(0.2, 12);
    expect(restOfYear(pair, { id: 'x', months: [], leg: 'gap' })).toBeUndefined();
  });
});
