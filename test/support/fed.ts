/** Small fed funds worlds for tests: prices of chosen months on one day, real meeting dates, a range in force. */
import type { Day } from '../../src/calendar/day.ts';
import { BUNDLED_MEETINGS } from '../../src/calendar/fomc-seed.ts';
import { type Month, monthOf } from '../../src/calendar/month.ts';
import {
  type FedFutures,
  type FuturesDay,
  fedFutures,
  futuresDayAt,
  type PriceKindName,
  type QuotedContract,
} from '../../src/metrics/fed-futures.ts';
import { type FedCalendar, fedCalendar } from '../../src/metrics/fed-odds.ts';
import type { ReceiptSource } from '../../src/metrics/receipt.ts';

export const CME: ReceiptSource = {
  publisher: 'CME',
  series: '30-day fed funds futures (ZQ)',
  fetchedAt: '2024-01-22T22:00:00Z',
  sample: false,
};

/** Prices by contract month (`2024-02`) for each day; a month's key may repeat on other days. */
export function futuresOf(
  days: Readonly<Record<Day, Readonly<Record<string, number>>>>,
  kind: PriceKindName = 'settlement',
): FedFutures {
  const quotes = Object.entries(days).flatMap(([date, prices]) =>
    Object.entries(prices).map(
      ([month, price]): QuotedContract => ({ month: monthOf(`${month}-01`), date, price, kind }),
    ),
  );
  return fedFutures(quotes, CME);
}

/** The futures day of `date`; fails when there is none. */
export function dayOf(futures: FedFutures, date: Day): FuturesDay {
  const day = futuresDayAt(futures, date);
  if (day?.date !== date) throw new Error(`no futures on ${date}`);
  return day;
}

/** Real meetings with one range in force all along. */
export function calendarWith(lowerBp: number, upperBp: number): FedCalendar {
  return fedCalendar(BUNDLED_MEETINGS, [{ from: '2000-01-01', lowerBp, upperBp }]);
}

/** The decision days of the scheduled meetings, ascending. */
export const SCHEDULED: readonly Day[] = BUNDLED_MEETINGS.filter(({ kind }) => kind === 'scheduled').map(
  ({ date }) => date,
);

/** Daily rate path → the average of `month`, day by day: the rate changes on the decision day or the day after it. */
export function monthAverage(month: Month, rateOn: (day: Day) => number): number {
  const first = Temporal.PlainDate.from({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
  let sum = 0;
  for (let date = 1; date <= first.daysInMonth; date++) sum += rateOn(first.with({ day: date }).toString());
  return sum / first.daysInMonth;
}
