import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairOf } from '../../src/metrics/pair.ts';
import {
  longestWait,
  rangePosition,
  ratioNow,
  ratioStanding,
  ratioValues,
  spanStart,
} from '../../src/metrics/ratio.ts';
import { isMeasured, type Measured } from '../../src/metrics/receipt.ts';
import { seriesOn } from '../support/series.ts';
import { slowPercentile } from '../support/slow-metrics.ts';
import { pairFrom, walkOf } from '../support/views.ts';

function value(figure: Measured): number {
  if (!isMeasured(figure)) throw new Error(figure.absent);
  return figure.value;
}

function made(own: readonly number[], other = own.map(() => 100)) {
  const inputs = pairFrom(own, other);
  const pair = pairOf(inputs.subject, inputs.benchmark);
  return { pair, values: ratioValues(pair) };
}

describe('ratioNow', () => {
  it('is close over close: 1,983.38 / 4,850.43 = 0.40891', () => {
    const { pair } = made([1983.38], [4850.43]);

    expect(ratioNow(pair)).toMatchObject({ id: 'RUT/GSPC.ratio', value: 1983.38 / 4850.43 });
    expect(ratioNow(pair).value).toBeCloseTo(0.40891, 5);
  });
});

describe('spanStart', () => {
  it('includes the anniversary, begins on the next session when it is none, and −1 says the data begin later', () => {
    const dates = ['2023-01-20', '2023-01-23', '2024-01-19', '2024-01-22'];

    expect(spanStart(dates, '1y', '2024-01-22')).toBe(1);
    expect(spanStart(dates, '1y', '2024-01-19')).toBe(-1);
    expect(spanStart(dates, 'all', '2024-01-22')).toBe(0);
  });
});

describe('ratioStanding', () => {
  it('counts the sessions with a lower ratio: of 1 2 3 2 two out of four are not below, one is', () => {
    const { pair, values } = made([100, 200, 300, 200]);

    const all = ratioStanding(pair, values, 'all');

    expect(value(all.percentile)).toBe(0.25);
    // Mean 2, deviations −1 0 1 0: of a sample the root of 2 / 3; the last is at the mean.
    expect(value(all.z)).toBe(0);
    expect([value(all.low), value(all.high), all.highDay]).toEqual([1, 3, '2020-01-06']);
  });

  it('is refused by name when the data begin later, or when a session inside was lost', () => {
    const { pair, values } = made([100, 200, 300, 200]);
    const lost = { ...pair, missing: ['2020-01-06'], subject: { ...pair.subject, missing: ['2020-01-06'] } };

    expect(ratioStanding(pair, values, '5y').percentile).toHaveProperty('absent', 'common data begin on 2020-01-02');
    expect(ratioStanding(lost, values, 'all').z).toHaveProperty('absent', 'no Russell 2000 close for 2020-01-06');
  });

  it('agrees with counting one by one on any walk', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, second) => {
        const { pair, values } = made(walkOf(300, { seed }), walkOf(300, { seed: second }));

        expect(value(ratioStanding(pair, values, 'all').percentile)).toBe(slowPercentile([...values]));
      }),
      { numRuns: 20 },
    );
  });
});

describe('rangePosition', () => {
  it('is 0 at the low of the year, 1 at its high: 125 between 100 and 200 is a quarter', () => {
    const closes = { '2022-12-30': 500, '2023-01-23': 100, '2023-06-01': 200, '2024-01-22': 125 };
    const flat = Object.fromEntries(Object.keys(closes).map((day) => [day, 1]));
    const pair = pairOf(seriesOn(closes), seriesOn(flat, { symbol: 'GSPC' }));
    const values = ratioValues(pair);

    expect(value(rangePosition(pair, values, ratioStanding(pair, values, '1y')))).toBe(0.25);
  });

  it('has no place in a range of nothing', () => {
    const { pair, values } = made([100, 100, 100]);
    const year = { ...ratioStanding(pair, values, 'all') };

    expect(rangePosition(pair, values, year)).toHaveProperty('absent', 'the ratio did not move in a year');
  });
});

describe('longestWait', () => {
  it('names the last session as low as today, on the side where the wait is longer', () => {
    const { pair, values } = made([100, 90, 120, 110, 115, 95]);

    const wait = longestWait(pair, values);

    expect([wait.side, wait.since, value(wait.sessions)]).toEqual(['low', '2020-01-03', 4]);
  });

  it('has no such session when the ratio was never as high', () => {
    const { pair, values } = made([100, 90, 120]);

    expect(longestWait(pair, values)).toMatchObject({ side: 'high' });
    expect(longestWait(pair, values).since).toBeUndefined();
  });
});
