import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionsIn } from '../../src/calendar/nyse.ts';
import { type RecoveryHistory, recoveryHistory } from '../../src/metrics/recoveries.ts';
import type { PriceSeries } from '../../src/metrics/series.ts';
import { describeWithData } from '../support/data-folder.ts';
import { seriesOn } from '../support/series.ts';
import { slowRecoveries } from '../support/slow-metrics.ts';
import { inputsOn, walkOf } from '../support/views.ts';

function historyOf(series: PriceSeries, basis: 'close' | 'intraday' = 'close'): RecoveryHistory {
  const history = recoveryHistory(series, basis);
  if ('absent' in history) throw new Error(history.absent);
  return history;
}

function lengths(series: PriceSeries, basis: 'close' | 'intraday') {
  return historyOf(series, basis).completed.map(({ low, high, days, sessions }) => ({
    low: low.day,
    high: high.day,
    days,
    sessions,
  }));
}

/** A fall to 80, a rise to 101: with the data older than a year on both ends. */
const CLOSES = {
  '2022-01-03': 100,
  '2022-06-01': 90,
  '2023-01-03': 100,
  '2023-02-01': 80,
  '2023-02-08': 80,
  '2023-03-01': 99,
  '2023-03-02': 100,
  '2023-03-03': 101,
};

describe('recoveryHistory', () => {
  it('runs from the latest lowest close to the first close above every other of its 365 days; a tie is no high', () => {
    const [only, ...others] = historyOf(seriesOn(CLOSES)).completed;

    expect(others).toEqual([]);
    expect(only?.low.day).toBe('2023-02-08');
    expect(only?.high.day).toBe('2023-03-03');
    // 8 Feb to 3 Mar 2023: 23 days; gain 101 / 80 − 1.
    expect(only?.days).toBe(23);
    expect(only?.gain).toBeCloseTo(0.2625, 12);
    expect(only?.wholeYear).toBe(true);
  });

  it('is under way until then, and says what a new high must exceed', () => {
    const { '2023-03-03': _, ...open } = CLOSES;

    const { completed, underWay } = historyOf(seriesOn(open));

    expect(completed).toEqual([]);
    expect(underWay?.low.day).toBe('2023-02-08');
    expect(underWay?.days).toBe(22);
    expect(underWay?.target.value).toBe(100);
  });

  it('does not call a close a 52-week high while the data reach back less than 365 days', () => {
    const young = seriesOn({ '2022-01-03': 100, '2022-02-01': 80, '2022-03-01': 110, '2023-01-03': 120 });

    expect(historyOf(young).completed.map(({ high, wholeYear }) => [high.day, wholeYear])).toEqual([
      ['2023-01-03', false],
    ]);
  });

  it('says nothing about intraday values where the source has closes only', () => {
    expect(recoveryHistory(seriesOn(CLOSES), 'intraday')).toHaveProperty(
      'absent',
      'no intraday highs and lows for Russell 2000',
    );
  });

  it('agrees with searching every window again, on closes and intraday, on random walks', () => {
    const dates = sessionsIn('2015-01-02', '2019-12-31').slice(0, 900);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const close = walkOf(dates.length, { seed }).map((value) => Math.round(value));
        const high = close.map((value, index) => value + (index % 3));
        const low = close.map((value, index) => value - (index % 4));
        const series = seriesOn(Object.fromEntries(dates.map((day, index) => [day, Number(close[index])])), {
          high,
          low,
        });

        expect(lengths(series, 'close')).toEqual(slowRecoveries(series, 'close'));
        expect(lengths(series, 'intraday')).toEqual(slowRecoveries(series, 'intraday'));
      }),
      { numRuns: 15 },
    );
  });
});

describeWithData('the recoveries of the Russell 2000', () => {
  it('are the 13 of golden 02 on 22 Jan 2024, the first of them completed in January 1989', async () => {
    const { subject } = await inputsOn('2024-01-22');

    const all = historyOf(subject).completed;

    expect(all.length).toBe(13);
    expect(all.filter(({ wholeYear }) => wholeYear).length).toBe(12);
    expect([all[0]?.low.day, all[0]?.high.day, all[0]?.sessions]).toEqual(['1987-10-28', '1989-01-24', 313]);
    expect([all.at(-1)?.low.day, all.at(-1)?.high.day]).toEqual(['2023-10-27', '2023-12-19']);
  });

  it('reach a high with 14 Dec 2023 intraday, which is none on closes: 2,000.51 < 2,003.18 of 31 Jul', async () => {
    const { subject } = await inputsOn('2024-01-22');

    const last = historyOf(subject, 'intraday').completed.at(-1);

    expect([last?.low.day, last?.high.day, last?.days, last?.sessions]).toEqual(['2023-10-27', '2023-12-14', 48, 33]);
  });
});
