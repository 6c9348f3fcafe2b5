import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calendar/day.ts';
import { sessionsIn } from '../../src/calendar/nyse.ts';
import { scored, scoreTable } from '../../src/metrics/call-scores.ts';
import { naiveReturn } from '../../src/metrics/call-scores-naive.ts';
import { callStates } from '../../src/metrics/call-status.ts';
import type { CallVersion } from '../../src/metrics/calls.ts';
import { isMeasured } from '../../src/metrics/receipt.ts';
import { type PriceSeries, upTo } from '../../src/metrics/series.ts';
import { seedVersions, versionWith } from '../support/calls.ts';
import { describeWithData } from '../support/data-folder.ts';
import { recompute } from '../support/formula.ts';
import { realPrices } from '../support/real-prices.ts';
import { seriesOn } from '../support/series.ts';

/** Rises by the same step every session: every window has its own return, easy to add up the slow way. */
function steady(from = '2021-01-04', to = '2025-02-28'): PriceSeries {
  const days = sessionsIn(from, to);
  return seriesOn(Object.fromEntries(days.map((day, index) => [day, 1000 + index])));
}

function stateOf(call: CallVersion, day: string, series: PriceSeries) {
  const state = callStates([call], day, () => series)[0];
  if (!state) throw new Error('the call is unknown');
  return state;
}

describe('naiveReturn', () => {
  test('is the mean over every window of the call’s own length that had ended when it was made', () => {
    const series = steady();
    const { baseClose: _, ...call } = versionWith();
    const naive = naiveReturn(call, series);
    // The slow way: each session, 366 days on (12 Jan 2024 to 12 Jan 2025), the last close on or before that day.
    const returns: number[] = [];
    for (const [index, day] of series.dates.entries()) {
      const end = addDays(day, 366);
      if (end > '2024-01-12') break;
      const last = series.dates.findLastIndex((session) => session <= end);
      returns.push((1000 + last) / (1000 + index) - 1);
    }
    expect(isMeasured(naive) && naive.value).toBeCloseTo(
      returns.reduce((sum, one) => sum + one, 0) / returns.length,
      12,
    );
    expect(isMeasured(naive) && naive.inputs.map(({ value }) => value)[1]).toBe(returns.length);
  });

  test('does not see prices after the note', () => {
    const series = steady();
    const crash = { ...series, close: series.close.map((close, index) => (index > 900 ? 1 : close)) };
    expect(series.dates[900]?.slice(0, 4)).toBe('2024');
    expect(naiveReturn(versionWith(), crash)).toEqual(naiveReturn(versionWith(), series));
  });

  test('is absent with less than a year of windows', () => {
    expect(naiveReturn(versionWith(), steady('2022-06-01'))).toHaveProperty(
      'absent',
      expect.stringMatching(/windows of 366/),
    );
  });
});

describe('scored', () => {
  test('a call is open until its scoring session has closed', () => {
    const before = upTo(steady(), '2025-01-08');
    expect(scored(stateOf(versionWith(), '2025-01-08', before), before)).toMatchObject({
      why: 'open',
      absent: 'open until 2025-01-10',
    });
    const on = upTo(steady(), '2025-01-10');
    expect(scored(stateOf(versionWith(), '2025-01-10', on), on)).toHaveProperty('miss');
  });

  test('a total return is not scored against price closes', () => {
    const series = steady();
    const call = versionWith({ basis: 'total' });
    expect(scored(stateOf(call, '2025-02-28', series), series)).toMatchObject({ why: 'not-measurable' });
  });

  test('a missing close at the horizon is named, never replaced by another day’s', () => {
    const whole = steady();
    const series = seriesOn(
      Object.fromEntries(
        [...whole.dates.entries()].filter(([, day]) => day !== '2025-01-10').map(([index, day]) => [day, 1000 + index]),
      ),
    );
    expect(scored(stateOf(versionWith(), '2025-02-28', series), series)).toMatchObject({
      absent: 'no Russell 2000 close for 2025-01-10',
    });
  });
});

describeWithData('scoreTable of the shipped calls on 31 January 2025', () => {
  const versions = seedVersions();

  test('has the golden table’s rows, in its order', async () => {
    const series = await realPrices('RUT', '2025-01-31');
    const table = scoreTable(
      callStates(versions, '2025-01-31', () => series),
      series,
    );
    const percent = (value: number) => (value * 100).toFixed(2);
    const rows = table.scores.map(({ state, miss, naiveMiss, said, was }) => [
      state.call.firm,
      state.call.noteDate,
      percent(miss.value),
      isMeasured(naiveMiss) ? percent(naiveMiss.value) : 'none',
      percent(said.value),
      percent(was.value),
    ]);
    // golden/messages/04-targets-score.json
    expect(rows).toEqual([
      ['Goldman Sachs', '2023-06-28', '-3.83', '0.61', '14.00', '10.17'],
      ['Goldman Sachs', '2024-01-09', '-5.88', '-1.63', '9.00', '3.12'],
      ['Goldman Sachs', '2024-01-12', '-2.79', '2.76', '15.00', '12.21'],
      ['Fundstrat', '2023-12-15', '-39.98', '0.53', '50.00', '10.02'],
      ['Fundstrat', '2024-01-18', '-37.98', '0.53', '48.00', '10.02'],
      ['Fundstrat', '2024-03-25', '-42.52', '0.06', '50.00', '7.48'],
    ]);
    expect([table.calls.value, table.firms.value, table.naiveCloser.value]).toEqual([6, 2, 6]);
    expect(table.unscored.map(({ why }) => why)).toEqual(['restated']);
  });

  test('Goldman’s 15% is scored on Friday 10 January 2025 at 2,189.23; its level was hit on 16 July 2024', async () => {
    const series = await realPrices('RUT', '2025-01-31');
    const goldman = scoreTable(
      callStates(versions, '2025-01-31', () => series),
      series,
    ).scores[2];
    expect(goldman?.was.inputs[0]).toMatchObject({ date: '2025-01-10', value: 2189.23 });
    expect(goldman?.state).toMatchObject({ status: 'hit', hitOn: '2024-07-16' });
  });

  test('the highest close of 2024 was 2,442.03, and the year ended at 2,230.16', async () => {
    const series = await realPrices('RUT', '2025-01-31');
    const march = scoreTable(
      callStates(versions, '2025-01-31', () => series),
      series,
    ).scores[5];
    expect(march?.best).toMatchObject({ value: 2442.03, asOf: '2024-11-25' });
    expect(march?.was.inputs[0]).toMatchObject({ date: '2024-12-31', value: 2230.16 });
  });

  test('every figure follows from its own formula and inputs', async () => {
    const series = await realPrices('RUT', '2025-01-31');
    const { scores, calls, naiveCloser } = scoreTable(
      callStates(versions, '2025-01-31', () => series),
      series,
    );
    const figures = scores.flatMap(({ said, was, miss, naive, naiveMiss, best }) => [
      said,
      was,
      miss,
      naive,
      naiveMiss,
      best,
    ]);
    for (const figure of [...figures, calls, naiveCloser]) {
      if (!isMeasured(figure)) throw new Error(figure.absent);
      expect(recompute(figure)).toBeCloseTo(Number(figure.value), 12);
    }
  });

  test('a year earlier nothing of 2024 is scored', async () => {
    const series = await realPrices('RUT', '2024-06-27');
    expect(
      scoreTable(
        callStates(versions, '2024-06-27', () => series),
        series,
      ).calls.value,
    ).toBe(0);
  });
});
