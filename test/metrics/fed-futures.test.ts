import { describe, expect, test } from 'vitest';
import { monthOf } from '../../src/calendar/month.ts';
import {
  averagePct,
  contractPrice,
  fedContract,
  futuresDayAt,
  futuresUpTo,
  lastPricedMonth,
} from '../../src/metrics/fed-futures.ts';
import { dayOf, futuresOf } from '../support/fed.ts';

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
