/** Decisions of the Fed that fell since a summary was last told: what was decided, and what was priced the evening before. Pure. */
import { addDays, type Day } from '../calendar/day.ts';
import { futuresDayAt } from './fed-futures.ts';
import { type FedCalendar, fedOdds } from './fed-odds.ts';
import { rangeOn, type TargetRange } from './fed-range.ts';
import { meetingFigures, priceKinds } from './fed-receipts.ts';
import { pathTo } from './fed-shifts.ts';
import type { FedDay } from './fed-views.ts';
import { onItsDay } from './morning-outcomes.ts';
import type { Receipt } from './receipt.ts';

/** One decision whose range is published. */
export interface FedDecision {
  readonly day: Day;
  /** False for a move between meetings. */
  readonly scheduled: boolean;
  readonly before: TargetRange;
  readonly after: TargetRange;
}

export interface DecisionItem {
  readonly decision: FedDecision;
  readonly word: 'cut' | 'hold' | 'hike';
  /** Change of the upper end, bp; 0 for a hold. */
  readonly moveBp: Receipt<number>;
  /** Chance the futures gave this very outcome on the day before; absent for a move between meetings. */
  readonly priced?: Receipt<number>;
  /** True when a price behind that chance is no settlement. */
  readonly lastTrades: boolean;
}

/** The Fed began to announce its decisions on this day. @see https://www.federalreserve.gov/fomc/19940204default.htm */
const ANNOUNCED_FROM: Day = '1994-02-04';
/** A new range is in force on the day itself, or up to two days later. */
const IN_FORCE_WITHIN = 2;

/** Decisions of [from, to), oldest first; `calendar` must know the ranges up to `to`. A notation vote without a move is none. */
export function decisionsIn({ meetings, ranges }: FedCalendar, from: Day, to: Day): FedDecision[] {
  return meetings
    .filter(({ kind, date }) => (kind === 'scheduled' || kind === 'unscheduled') && date >= from && date < to)
    .filter(({ date }) => date >= ANNOUNCED_FROM)
    .flatMap(({ date, kind }) => {
      const before = rangeOn(ranges, addDays(date, -1));
      const after = rangeOn(ranges, addDays(date, IN_FORCE_WITHIN));
      if (!before || !after) return [];
      const scheduled = kind === 'scheduled';
      return scheduled || before.upperBp !== after.upperBp ? [{ day: date, scheduled, before, after }] : [];
    });
}

/** True for a hold that the day's own futures contradict: a list of ranges that ends early looks like one. */
export function isDoubtful({ day, before, after }: FedDecision, { odds }: FedDay): boolean {
  const own = odds.meetings.find(({ meeting }) => meeting === day)?.own;
  return before.upperBp === after.upperBp && own !== undefined && Math.abs(own.moves) >= 0.5;
}

/** What a summary says of the decision, beside the odds of the evening before. */
export function decisionItem(decision: FedDecision, fed: FedDay): DecisionItem {
  const moved = decision.after.upperBp - decision.before.upperBp;
  return {
    decision,
    word: moved === 0 ? 'hold' : moved < 0 ? 'cut' : 'hike',
    moveBp: moveReceipt(decision, fed),
    lastTrades: false,
    ...(decision.scheduled && pricedBefore(decision, fed)),
  };
}

function pricedBefore(
  { day, before, after }: FedDecision,
  { futures, calendar }: FedDay,
): Pick<DecisionItem, 'priced' | 'lastTrades'> | undefined {
  const then = futuresDayAt(futures, addDays(day, -1));
  const odds = then && fedOdds(calendar, then);
  const figures = odds && meetingFigures(odds, day);
  if (!figures || odds.range.upperBp !== before.upperBp) return undefined;
  const priced = figures.rangeOf((after.upperBp - before.upperBp) / 25);
  const kinds = priceKinds(odds.day, pathTo(odds, figures.found));
  return { priced: onItsDay(priced), lastTrades: kinds.some((kind) => kind !== 'settlement') };
}

function moveReceipt({ day, before, after }: FedDecision, { futures }: FedDay): Receipt<number> {
  const { fetchedAt, sample } = futures.source;
  const input = (name: string, date: Day, value: number) => ({ name, series: 'target range', date, value });
  return {
    id: `fed.${day}.decision_bp`,
    value: after.upperBp - before.upperBp,
    unit: 'bp',
    asOf: day,
    basis: 'upper end of the target range, the point target before 16 Dec 2008',
    formula: 'upper(after) − upper(before)',
    inputs: [input('upper(after)', after.from, after.upperBp), input('upper(before)', before.from, before.upperBp)],
    sources: [{ publisher: 'Federal Reserve', series: 'target range', fetchedAt, sample }],
  };
}
