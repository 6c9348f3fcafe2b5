/** A fed funds day made from a path of rates: each meeting moves the range by so many 25 bp steps, as priced on each day. */
import type { Day } from '../../src/calendar/day.ts';
import { BUNDLED_MEETINGS } from '../../src/calendar/fomc-seed.ts';
import { monthOf, monthText } from '../../src/calendar/month.ts';
import { fedCalendar, fedOdds } from '../../src/metrics/fed-odds.ts';
import type { TargetRange } from '../../src/metrics/fed-range.ts';
import type { FedDay } from '../../src/metrics/fed-views.ts';
import { dayOf, futuresOf, monthAverage } from './fed.ts';

/** Steps in 25 bp moves by meeting, as one day prices them. */
export type Steps = Readonly<Record<Day, number>>;

const START_PCT = 5.33;

/**
 * Futures that price `priced[day]` on each day, and the odds of `asOf`; the rate starts at 5.33 in the range 525–550. A day
 * on or after a decision must name its step too: the month's average remembers it.
 */
export function fedPath(
  priced: Readonly<Record<Day, Steps>>,
  asOf: Day,
  ranges: readonly TargetRange[] = [{ from: '2023-07-27', lowerBp: 525, upperBp: 550 }],
): FedDay {
  const days = Object.entries(priced).map(([day, steps]) => {
    // New rates are in force the day after a decision, as the exchange counts since March 2024.
    const rateOn = (date: Day) =>
      Object.entries(steps).reduce(
        (rate, [meeting, moves]) => (date > meeting ? rate + 0.25 * moves : rate),
        START_PCT,
      );
    const months = Array.from({ length: 15 }, (_, ahead) => monthOf(day) + ahead);
    return [day, Object.fromEntries(months.map((month) => [monthText(month), 100 - monthAverage(month, rateOn)]))];
  });
  const before = `${Object.keys(priced)[0]?.slice(0, 5)}01-02`;
  const flat = Object.fromEntries(
    Array.from({ length: 12 }, (_, ahead) => [monthText(monthOf(before) + ahead), 100 - START_PCT]),
  );
  const futures = futuresOf({ [before]: flat, ...Object.fromEntries(days) });
  const calendar = fedCalendar(BUNDLED_MEETINGS, ranges);
  const odds = fedOdds(calendar, dayOf(futures, asOf));
  if (!odds) throw new Error('no odds');
  return { futures, calendar, odds };
}
