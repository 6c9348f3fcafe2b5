import { describe, expect, test } from 'vitest';
import { callLevel, daysLeft, remainingUpside, unusualInCall, upsideAtCall } from '../../src/metrics/calls-level.ts';
import type { Measured, Receipt } from '../../src/metrics/receipt.ts';
import { versionWith } from '../support/calls.ts';
import { recompute } from '../support/formula.ts';
import { seriesOn } from '../support/series.ts';

/** Russell 2000 closes of the article's days (golden/messages/04-targets-russell.json). */
const ARTICLE = seriesOn({
  '2023-12-29': 2027.07,
  '2024-01-12': 1950.96,
  '2024-01-19': 1944.39,
  '2024-01-22': 1983.38,
});

function read(figure: Measured): Receipt<number> {
  if ('absent' in figure) throw new Error(figure.absent);
  expect(recompute(figure)).toBeCloseTo(figure.value, 12);
  return figure;
}

describe('callLevel', () => {
  test('Goldman’s 15% from 1,950.96 is 2,243.60, marked derived', () => {
    const level = read(callLevel(versionWith(), ARTICLE));
    // 1950.96 × 1.15 = 2243.604
    expect(level.value).toBeCloseTo(2243.604, 9);
    expect(level.basis).toBe('derived level, price return assumed, the note does not say');
    expect(level.id).toBe('target.goldman-sachs.RUT.2024-01-12.level');
  });

  test('reads the base close from the prices when the call does not bring it', () => {
    const { baseClose: _, ...call } = versionWith();
    expect(read(callLevel(call, ARTICLE)).value).toBeCloseTo(2243.604, 9);
  });

  test('a stated level is the note’s own', () => {
    const level = read(callLevel(versionWith({ value: { kind: 'level', level: 3000 }, basis: 'price' }), ARTICLE));
    expect([level.value, level.basis]).toEqual([3000, 'stated level, price return']);
  });

  test('no price level follows from a total return', () => {
    expect(callLevel(versionWith({ basis: 'total' }), ARTICLE)).toHaveProperty(
      'absent',
      expect.stringMatching(/total/),
    );
  });

  test('a return in the coming year has no level before its base close is known', () => {
    const call = versionWith({ baseDate: '2024-12-31', baseClose: 2230.16 });
    expect(callLevel(call, ARTICLE)).toHaveProperty('absent', 'the base close of 2024-12-31 is not known yet');
  });

  test('a base date without a close names the day', () => {
    const { baseClose: _, ...call } = versionWith({ baseDate: '2024-01-11' });
    expect(callLevel(call, ARTICLE)).toHaveProperty('absent', 'no Russell 2000 close for 2024-01-11');
  });
});

describe('remainingUpside', () => {
  test('is +13.12% on 22 January 2024, and +51.26% to Fundstrat’s 3,000', () => {
    // 2243.604 / 1983.38 = 1.131202…; 3000 / 1983.38 = 1.512569…
    expect(read(remainingUpside(versionWith(), ARTICLE)).value).toBeCloseTo(0.1312, 4);
    const level = versionWith({ value: { kind: 'level', level: 3000 } });
    expect(read(remainingUpside(level, ARTICLE)).value).toBeCloseTo(0.512569, 6);
  });
});

describe('upsideAtCall', () => {
  test('of a level counts from the base close: 3,000 over 2,027.07 is +48.00%', () => {
    const call = versionWith({ value: { kind: 'level', level: 3000 }, baseDate: '2023-12-29', baseClose: 2027.07 });
    // 3000 / 2027.07 = 1.479969…
    expect(read(upsideAtCall(call, ARTICLE)).value).toBeCloseTo(0.479969, 6);
    expect(read(upsideAtCall(versionWith(), ARTICLE)).value).toBe(0.15);
  });
});

describe('daysLeft', () => {
  test('counts to the session the call is scored on', () => {
    // 22 Jan 2024 to Fri 10 Jan 2025: 344 days to 31 Dec 2024, 10 more.
    expect(read(daysLeft(versionWith(), '2024-01-22')).value).toBe(354);
  });
});

describe('unusualInCall', () => {
  test('flags a level more than 20% away, and a horizon that is past', () => {
    expect(unusualInCall(versionWith(), ARTICLE)).toEqual([]);
    expect(unusualInCall(versionWith({ value: { kind: 'level', level: 1500 } }), ARTICLE)).toEqual(['far']);
    const past = versionWith({ noteDate: '2023-01-12', baseDate: '2023-01-12', baseClose: 1876.06 });
    expect(unusualInCall(past, ARTICLE)).toEqual(['past']);
  });
});
