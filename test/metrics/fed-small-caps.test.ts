import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calendar/day.ts';
import { betaHistory, type RatePair, rateBeta, ratePairs, shockRows } from '../../src/metrics/fed-small-caps.ts';
import { CME, futuresOf } from '../support/fed.ts';

/** Gaps on an exact line: −0.02% a basis point, plus 0.1%. */
function line(count: number): RatePair[] {
  return Array.from({ length: count }, (_, index) => {
    const changeBp = (index % 7) - 3 + index / 100;
    return { date: addDays('2023-01-02', index), changeBp, gap: 0.001 - 0.0002 * changeBp };
  });
}

describe('rateBeta', () => {
  test('finds the slope of an exact line, with R² 1', () => {
    const beta = rateBeta(line(80), [CME]);
    expect(beta?.betaPer10Bp.value).toBeCloseTo(-0.002, 12);
    expect(beta?.rSquared.value).toBeCloseTo(1, 10);
    expect(beta?.sessions).toBe(60);
  });

  test('of three hand-worked points has the textbook t', () => {
    // Repeated twenty times: x = −1, 0, 1; y = −1, 1, 0 (%). Slope 0.5, R² = 0.25, t = 0.5 × √(58 × 40 / 30) / 1 …
    const points = [
      [-1, -0.01],
      [0, 0.01],
      [1, 0],
    ] as const;
    const pairs = Array.from({ length: 60 }, (_, index) => {
      const [changeBp, gap] = points[index % 3] ?? [0, 0];
      return { date: addDays('2023-01-02', index), changeBp, gap };
    });
    const beta = rateBeta(pairs, [CME]);
    expect(beta?.betaPer10Bp.value).toBeCloseTo(0.05, 10);
    expect(beta?.rSquared.value).toBeCloseTo(0.25, 10);
    // t² = R² (n − 2) / (1 − R²) = 0.25 × 58 / 0.75 = 19.33.
    expect((beta?.t.value ?? 0) ** 2).toBeCloseTo(19.3333, 3);
  });

  test('needs sixty sessions and rates that move', () => {
    expect(rateBeta(line(59), [CME])).toBeUndefined();
    expect(
      rateBeta(
        line(60).map((pair) => ({ ...pair, changeBp: 0 })),
        [CME],
      ),
    ).toBeUndefined();
  });
});

describe('betaHistory', () => {
  test('counts changes of sign and leaves windows of pinned rates out', () => {
    const turned = [
      ...line(60),
      ...line(60).map((pair, index) => ({ ...pair, gap: -pair.gap, date: addDays('2023-03-03', index) })),
    ];
    const history = betaHistory(turned, [CME]);
    expect(history?.signChanges.value).toBe(1);
    expect(history?.lowest.value).toBeCloseTo(-0.002, 3);
    expect(history?.highest.value).toBeCloseTo(0.002, 3);
    expect(
      betaHistory(
        turned.map((pair) => ({ ...pair, changeBp: pair.changeBp / 100 })),
        [CME],
      ),
    ).toBeUndefined();
  });
});

describe('shockRows', () => {
  test('take the top and the bottom twentieth, beside all days', () => {
    const pairs = Array.from({ length: 100 }, (_, index) => ({
      date: addDays('2023-01-02', index),
      changeBp: index - 50,
      gap: index / 10_000,
    }));
    const [up, down, all] = shockRows(pairs, [CME]);
    expect([up?.count, down?.count, all?.count]).toEqual([5, 5, 100]);
    // Gaps 95 to 99 and 0 to 4 ten-thousandths.
    expect(up?.meanGap.value).toBeCloseTo(0.0097, 10);
    expect(down?.medianGap.value).toBeCloseTo(0.0002, 10);
    expect([up?.thresholdBp, down?.thresholdBp]).toEqual([45, -46]);
    expect(down?.ahead.value).toBeCloseTo(0.8, 10);
  });
});

describe('ratePairs', () => {
  test('measures one contract on both ends, across a roll and a futures day New York did not trade', () => {
    // Thursday 28 March to Monday 1 April 2024: the contract of March 2025 on both days, 95.50 to 95.42 = +8 bp.
    const futures = futuresOf({
      '2024-03-28': { '2024-03': 94.67, '2025-03': 95.5, '2025-04': 95.6 },
      '2024-03-29': { '2024-03': 94.67, '2025-03': 95.45 },
      '2024-04-01': { '2024-04': 94.67, '2025-03': 95.42, '2025-04': 95.2 },
    });
    const gaps = { dates: ['2024-04-01'], values: Float64Array.of(-0.005) };
    const [pair] = ratePairs(futures, gaps, ['2024-03-28', '2024-04-01']);
    expect(pair?.changeBp).toBeCloseTo(8, 8);
    expect(pair?.gap).toBe(-0.005);
  });

  test('leaves a session out that has no price on one end', () => {
    const futures = futuresOf({ '2024-04-01': { '2025-03': 95.42 } });
    expect(
      ratePairs(futures, { dates: ['2024-04-01'], values: Float64Array.of(0) }, ['2024-03-28', '2024-04-01']),
    ).toEqual([]);
  });
});
