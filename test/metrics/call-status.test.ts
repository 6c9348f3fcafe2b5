import { describe, expect, test } from 'vitest';
import { sessionsIn } from '../../src/calendar/nyse.ts';
import { type CallStatus, callStates, isStanding, statusChanges } from '../../src/metrics/call-status.ts';
import type { CallVersion } from '../../src/metrics/calls.ts';
import { upTo } from '../../src/metrics/series.ts';
import { versionWith, yearEnd } from '../support/calls.ts';
import { seriesOn } from '../support/series.ts';

/** 1,950.96 every day of the call's life, but for the days given; highs equal closes unless given. */
function prices(closes: Record<string, number> = {}, highs: Record<string, number> = {}) {
  const days = sessionsIn('2023-12-29', '2025-02-28');
  const close = Object.fromEntries(days.map((day) => [day, closes[day] ?? 1950.96]));
  return seriesOn(close, {
    high: days.map((day) => highs[day] ?? close[day] ?? 0),
    low: days.map((day) => close[day] ?? 0),
  });
}

function statusOn(day: string, versions: readonly CallVersion[], series = prices()): CallStatus | undefined {
  return callStates(versions, day, () => series).find(({ call }) => call.call === 1)?.status;
}

describe('callStates', () => {
  test('a call is active until its scoring session, and expired from its close', () => {
    const days = ['2024-01-12', '2025-01-08', '2025-01-10', '2025-01-31'];
    expect(days.map((day) => statusOn(day, [versionWith()]))).toEqual(['active', 'active', 'expired', 'expired']);
  });

  test('a close at the level is a hit, from that day on and after the horizon', () => {
    const series = prices({ '2024-07-16': 2243.604 });
    const days = ['2024-07-15', '2024-07-16', '2024-09-03', '2025-02-03'];
    expect(days.map((day) => statusOn(day, [versionWith()], series))).toEqual(['active', 'hit', 'hit', 'hit']);
    expect(callStates([versionWith()], '2024-12-31', () => series)[0]).toMatchObject({
      hitOn: '2024-07-16',
      since: '2024-07-16',
    });
  });

  test('a high at the level without a close is touched, and expires all the same', () => {
    const series = prices({}, { '2024-07-16': 2243.61 });
    expect(statusOn('2024-07-16', [versionWith()], series)).toBe('touched');
    expect(callStates([versionWith()], '2025-01-31', () => series)[0]).toMatchObject({
      status: 'expired',
      touchedOn: '2024-07-16',
    });
  });

  test('a call below its base is hit from above', () => {
    const call = versionWith({ value: { kind: 'return', fraction: -0.1 } });
    expect(statusOn('2024-05-01', [call], prices({ '2024-04-19': 1755.8 }))).toBe('hit');
    expect(statusOn('2024-05-01', [call], prices({ '2024-04-19': 1755.9 }))).toBe('active');
  });

  test('neither the note’s own day nor a day after the horizon can hit', () => {
    expect(statusOn('2025-02-28', [versionWith()], prices({ '2024-01-12': 3000 }))).toBe('expired');
    expect(statusOn('2025-02-28', [versionWith()], prices({ '2025-01-13': 3000 }))).toBe('expired');
  });

  test('a note that names it supersedes it from its own date, not before', () => {
    const newer = versionWith({ call: 2, noteDate: '2024-03-01', supersedes: 1 });
    expect(statusOn('2024-02-29', [versionWith(), newer])).toBe('active');
    expect(callStates([versionWith(), newer], '2024-03-01', () => prices())[0]).toMatchObject({
      status: 'superseded',
      since: '2024-03-01',
      supersededBy: 2,
      superseded: 'restated',
    });
  });

  test('a superseded or withdrawn call is not hit by what comes after', () => {
    const series = prices({ '2024-03-01': 2300 });
    const newer = versionWith({ call: 2, noteDate: '2024-03-01', supersedes: 1 });
    expect(callStates([versionWith(), newer], '2024-03-01', () => series)[0]).not.toHaveProperty('hitOn');
    const withdrawn = versionWith({ version: 2, withdrawnOn: '2024-03-04' });
    expect(callStates([versionWith(), withdrawn], '2024-03-04', () => series)[0]).toMatchObject({
      status: 'withdrawn',
      hitOn: '2024-03-01',
    });
  });

  test('a newer figure of the firm for the same horizon revises it; another variant or horizon does not', () => {
    const old = yearEnd('Goldman Sachs', 4700, { noteDate: '2023-11-15' });
    const revised = yearEnd('GS', 5100, { call: 2, noteDate: '2024-01-09' });
    const states = (other: CallVersion) => callStates([old, other], '2024-02-01', () => undefined)[0];
    expect(states(revised)).toMatchObject({ status: 'superseded', superseded: 'revised' });
    expect(states({ ...revised, variant: 'bear case' })).toMatchObject({ status: 'active' });
    expect(states({ ...revised, horizon: { kind: 'year-end', year: 2025 } })).toMatchObject({ status: 'active' });
    expect(states({ ...revised, firm: 'UBS' })).toMatchObject({ status: 'active' });
  });

  test('withdrawn from its day on; one withdrawn on its own date was never said and supersedes nothing', () => {
    const withdrawn = versionWith({ version: 2, withdrawnOn: '2024-03-01' });
    expect(statusOn('2024-02-29', [versionWith(), withdrawn])).toBe('active');
    expect(statusOn('2024-03-01', [versionWith(), withdrawn])).toBe('withdrawn');
    const mistake = versionWith({ call: 2, noteDate: '2024-02-01', supersedes: 1, withdrawnOn: '2024-02-01' });
    expect(statusOn('2024-02-29', [versionWith(), mistake])).toBe('active');
  });

  test('what happens after the call was due changes nothing', () => {
    const late = versionWith({ call: 2, noteDate: '2025-02-03', supersedes: 1 });
    expect(statusOn('2025-02-28', [versionWith(), late])).toBe('expired');
  });

  test('is the same on a past day whatever came later', () => {
    const series = prices({ '2024-07-16': 2300 });
    const later = versionWith({ call: 2, noteDate: '2024-03-01', supersedes: 1 });
    const then = callStates([versionWith()], '2024-02-15', () => upTo(series, '2024-02-15'));
    expect(callStates([versionWith(), later], '2024-02-15', () => series)).toEqual(then);
  });

  test('without prices a call can still expire', () => {
    expect(callStates([versionWith()], '2025-02-03', () => undefined)[0]?.status).toBe('expired');
  });
});

describe('isStanding', () => {
  test('a hit call stands until its horizon', () => {
    const series = prices({ '2024-07-16': 2300 });
    const [state] = callStates([versionWith()], '2024-07-16', () => series);
    expect(state && isStanding(state, '2024-07-16')).toBe(true);
    expect(state && isStanding(state, '2025-01-10')).toBe(false);
  });
});

describe('statusChanges', () => {
  test('names new calls and changed ones, oldest first', () => {
    const second = versionWith({ call: 2, noteDate: '2024-02-01', horizon: { kind: 'months', months: 6 } });
    const series = prices({ '2024-07-16': 2300 });
    const on = (day: string) => callStates([versionWith(), second], day, () => series);
    const changes = statusChanges(on('2024-01-31'), on('2024-07-17'));
    expect(changes.map(({ before, after }) => [after.call.call, before, after.status])).toEqual([
      [1, 'active', 'hit'],
      [2, 'unknown', 'hit'],
    ]);
    expect(statusChanges(on('2024-07-17'), on('2024-07-18'))).toEqual([]);
  });
});
