import { describe, expect, test } from 'vitest';
import { monthOf } from '../../src/calendar/month.ts';
import {
  averagePct,
  contractPrice,
  fedContract,
  fedFutures,
  futuresDayAt,
  futuresUpTo,
  lastPricedMonth,
  thinFrom,
} from '../../src/metrics/fed-futures.ts';
import { CME, dayOf, futuresOf } from '../support/fed.ts';

const futures = futuresOf({
  '2023-12-28': { '2023-12': 94.66 },
  '2023-12-29': { '2023-12': 94.67, '2024-01': 94.675 },
  '2024-01-22': { '2024-01': 94.67, '2024-03': 94.8 },
});
const january = monthOf('2024-01-01');

describe('averagePct', () => {
  test('is 100 minus the price of the day', () => {
    expect(averagePct(dayOf(futures, '2024-01-22'), january)).toBeCloseTo(5.33, 10);
  });

  test('a month already over keeps its contract’s last price', () => {
    const day = dayOf(futures, '2024-01-22');
    expect(averagePct(day, monthOf('2023-12-01'))).toBeCloseTo(5.33, 10);
    expect(contractPrice(day, monthOf('2023-12-01'))).toMatchObject({ date: '2023-12-29', price: 94.67 });
  });

  test('a month without a price that day has none, and none is carried forward', () => {
    const day = dayOf(futures, '2024-01-22');
    expect(averagePct(day, monthOf('2024-02-01'))).toBeNaN();
    expect(averagePct(day, monthOf('2024-04-01'))).toBeNaN();
    expect(contractPrice(day, monthOf('2024-02-01'))).toBeUndefined();
    expect(lastPricedMonth(day)).toBe(monthOf('2024-03-01'));
  });
});

describe('futuresDayAt', () => {
  test('is the last futures day on or before a day', () => {
    expect(futuresDayAt(futures, '2024-01-15')?.date).toBe('2023-12-29');
    expect(futuresDayAt(futures, '2023-12-01')).toBeUndefined();
  });
});

describe('thinFrom', () => {
  const quotes = (traded: readonly (boolean | undefined)[]) =>
    fedFutures(
      traded.map((one, ahead) => ({
        month: january + ahead,
        date: '2024-01-22',
        price: 95,
        kind: 'settlement' as const,
        ...(one !== undefined && { traded: one }),
      })),
      CME,
    );

  test('months beyond the last traded or held contract are left out and named', () => {
    const day = dayOf(quotes([true, true, true, true, true, true, true, false, false]), '2024-01-22');
    expect([lastPricedMonth(day), thinFrom(day)]).toEqual([january + 6, january + 7]);
    expect(averagePct(day, january + 7)).toBeNaN();
  });

  test('a quiet month with trades beyond it is none of them', () => {
    const day = dayOf(quotes([true, false, true, true, true, true, false, true]), '2024-01-22');
    expect([lastPricedMonth(day), thinFrom(day)]).toEqual([january + 7, undefined]);
  });

  test('the six nearest months stay, and so does all of a day nobody recorded trades for', () => {
    expect(lastPricedMonth(dayOf(quotes([true, false, false, false, false, false, false]), '2024-01-22'))).toBe(
      january + 5,
    );
    const silent = Array.from({ length: 9 }, () => false);
    expect(lastPricedMonth(dayOf(quotes(silent), '2024-01-22'))).toBe(january + 8);
    expect(thinFrom(dayOf(quotes(silent.map(() => undefined)), '2024-01-22'))).toBeUndefined();
  });
});

describe('futuresUpTo', () => {
  test('forgets later days', () => {
    expect(futuresUpTo(futures, '2024-01-01').dates).toEqual(['2023-12-28', '2023-12-29']);
  });
});

describe('fedContract', () => {
  test('is the exchange’s code', () => {
    expect(fedContract(january)).toBe('ZQF24');
  });
});
