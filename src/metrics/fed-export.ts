/** The odds of many days as CSV lines, in the layout of CME's own history. Pure; fractions stay unrounded. */
import type { Day } from '../calendar/day.ts';
import type { DayCountRule } from './fed-anchors.ts';
import { type FedFutures, futuresDay } from './fed-futures.ts';
import { type FedCalendar, type FedOdds, fedOdds, rangeChances } from './fed-odds.ts';
import { whyCut } from './fed-steps.ts';
import { indexAt } from './series.ts';

export interface OddsSpan {
  readonly from: Day;
  readonly to: Day;
  /** CME's rule of each day when absent. */
  readonly rule?: DayCountRule;
}

export interface OddsRows {
  /** Header first; one line for each range with a chance above 0. */
  readonly lines: readonly string[];
  /** Days with futures prices for which no meeting could be solved, and why. */
  readonly unsolved: readonly { readonly date: Day; readonly why: string }[];
}

const HEADER = 'observation_date,meeting_date,range_lower_bp,range_upper_bp,probability';

/** One set of lines for every day with futures prices from `from` to `to`, whether or not the stock exchange was open. */
export function oddsRows(data: { futures: FedFutures; calendar: FedCalendar }, { from, to, rule }: OddsSpan): OddsRows {
  const lines = [HEADER];
  const unsolved: { date: Day; why: string }[] = [];
  const { dates } = data.futures;
  const last = indexAt(dates, to);
  for (let row = dates.findIndex((date) => date >= from); row >= 0 && row <= last; row++) {
    const day = futuresDay(data.futures, row);
    if (!day) break;
    const odds = fedOdds(data.calendar, day, rule);
    if (odds === undefined || odds.meetings.length === 0) unsolved.push({ date: day.date, why: whyUnsolved(odds) });
    else lines.push(...linesOf(odds));
  }
  return { lines, unsolved };
}

function linesOf({ asOf, range, meetings }: FedOdds): string[] {
  return meetings.flatMap((odds) =>
    rangeChances(range, odds).map(
      ({ lowerBp, upperBp, chance }) => `${asOf},${odds.meeting},${lowerBp},${upperBp},${chance}`,
    ),
  );
}

function whyUnsolved(odds: FedOdds | undefined): string {
  if (odds === undefined) return 'no target range is known';
  return odds.cut ? whyCut(odds.cut) : 'no meeting is priced';
}
