/** Days on which rates are set and yields published: they keep Columbus and Veterans Day, which the stock exchange does not. Pure. */
import { addDays, type Day, weekday, yearOf } from '../calendar/day.ts';
import { closedReason } from '../calendar/nyse.ts';

const MONDAY = 1;
const SATURDAY = 6;
const SUNDAY = 7;

/** Closures of the stock exchange that are no holidays of the Fed's. */
const EXCHANGE_ONLY = ['Good Friday', 'mourning', 'Hurricane', 'attacks', 'Election Day'];

/** Whether the federal funds market has a rate for `day`: open on Good Friday, and on the Friday before a Saturday holiday. */
export function isFedDay(day: Day): boolean {
  if (weekday(day) >= SATURDAY || isAutumnHoliday(day)) return false;
  const reason = closedReason(day);
  if (reason === undefined || EXCHANGE_ONLY.some((word) => reason.includes(word))) return true;
  return isFridayForSaturday(day);
}

/** Whether the Treasury publishes yields for `day`: closed on Good Friday like the bond market. */
export function isBondDay(day: Day): boolean {
  if (weekday(day) >= SATURDAY || isAutumnHoliday(day)) return false;
  const reason = closedReason(day);
  return reason === undefined || (reason !== 'Good Friday' && EXCHANGE_ONLY.some((word) => reason.includes(word)));
}

/** The last day before `day` for which `isOpen` holds. */
export function dayBefore(day: Day, isOpen: (day: Day) => boolean): Day {
  const before = addDays(day, -1);
  return isOpen(before) ? before : dayBefore(before, isOpen);
}

/** Columbus Day, the second Monday of October, and Veterans Day, 11 November or the Monday after a Sunday. */
function isAutumnHoliday(day: Day): boolean {
  const year = yearOf(day);
  const october = Array.from({ length: 7 }, (_, index) => addDays(`${year}-10-08`, index));
  const veterans = `${year}-11-11`;
  return (
    day === october.find((one) => weekday(one) === MONDAY) ||
    day === (weekday(veterans) === SUNDAY ? addDays(veterans, 1) : veterans)
  );
}

/** The exchange keeps a Saturday holiday on the Friday before; the Fed does not. */
function isFridayForSaturday(day: Day): boolean {
  const next = addDays(day, 1).slice(5);
  return weekday(day) === 5 && ['07-04', '12-25', '06-19'].includes(next);
}
