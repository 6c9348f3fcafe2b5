/** When a call is due: its horizon as a day, the session it is scored on, and the printed rules for vague ones. Pure. */
import { type Day, yearOf } from '../calendar/day.ts';
import { daysInMonth, monthOf, monthText } from '../calendar/month.ts';
import { sessionOnOrBefore } from '../calendar/nyse.ts';
import type { CallFacts, CallValue } from './calls.ts';

export type Horizon =
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'year-end'; readonly year: number }
  /** `month` is `YYYY-MM`: due at its end. */
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'second-half'; readonly year: number };

/** Printed wherever an "H2" call is shown. */
export const SECOND_HALF_RULE = 'H2 = from the last close of June to the last close of the year';

/** The calendar day a call is due: note date + n months, 31 December, or the month's last day. */
export function horizonDay({ horizon, noteDate }: Pick<CallFacts, 'horizon' | 'noteDate'>): Day {
  switch (horizon.kind) {
    case 'months':
      return Temporal.PlainDate.from(noteDate).add({ months: horizon.months }).toString();
    case 'year-end':
    case 'second-half':
      return `${horizon.year}-12-31`;
    case 'month':
      return lastDayOfMonth(horizon.month);
  }
}

/** The session a call is scored on: its horizon, or the last session before one that is none. */
export function scoringSession(call: Pick<CallFacts, 'horizon' | 'noteDate'>): Day {
  return sessionOnOrBefore(horizonDay(call));
}

interface Undated {
  readonly value: CallValue;
  readonly horizon: Horizon;
  readonly noteDate: Day;
}

/**
 * The session a call starts from when its note does not say: a return "in" a coming year starts at the close before
 * that year, one for the second half at the last close of June, everything else at the close on or before the note.
 */
export function defaultBaseDate({ value, horizon, noteDate }: Undated): Day {
  if (horizon.kind === 'second-half') return sessionOnOrBefore(`${horizon.year}-06-30`);
  const coming = value.kind === 'return' && horizon.kind === 'year-end' && horizon.year > yearOf(noteDate);
  return sessionOnOrBefore(coming ? `${horizon.year - 1}-12-31` : noteDate);
}

/** The last calendar day of `YYYY-MM`. */
export function lastDayOfMonth(month: string): Day {
  const number = monthOf(`${month}-01`);
  return `${monthText(number)}-${daysInMonth(number)}`;
}
