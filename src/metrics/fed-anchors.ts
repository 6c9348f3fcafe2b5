/** Where each meeting's rate before and after it comes from: neighbours without a meeting, or its own month. Pure. */
import type { Day } from '../calendar/day.ts';
import { dayOfMonth, daysInMonth, type Month, monthOf } from '../calendar/month.ts';
import { averagePct, type FuturesDay } from './fed-futures.ts';
import type { UnscheduledMove } from './fed-range.ts';

/** How a meeting's month is split: does the decision day count at the new or still at the old rate. */
export const DAY_COUNT_RULES = ['decision-day-new', 'decision-day-old'] as const;
export type DayCountRule = (typeof DAY_COUNT_RULES)[number];

/** CME's exports count the decision day at the new rate up to here, and at the old rate from the next day on. */
const LAST_DAY_OF_NEW: Day = '2024-03-11';

/** The rule CME used for observations of `asOf`. */
export function ruleOn(asOf: Day): DayCountRule {
  return asOf <= LAST_DAY_OF_NEW ? 'decision-day-new' : 'decision-day-old';
}

/** A month with a scheduled meeting, its days split at the decision. */
export interface MeetingMonth {
  readonly date: Day;
  readonly month: Month;
  readonly days: number;
  readonly oldDays: number;
  readonly newDays: number;
}

export function meetingMonth(date: Day, rule: DayCountRule): MeetingMonth {
  const month = monthOf(date);
  const days = daysInMonth(month);
  const oldDays = rule === 'decision-day-new' ? dayOfMonth(date) - 1 : dayOfMonth(date);
  return { date, month, days, oldDays, newDays: days - oldDays };
}

/** Known moves out of turn inside one month: Σ days before the move × its size, in per cent days. */
interface MonthMoves {
  readonly daysBefore: number;
  readonly movePct: number;
}

/** A rate level at the edge of a month, and what fixes it. */
export type Anchor =
  /** The average of a month without a meeting (plus `moves` only where nothing else is left). */
  | { readonly kind: 'average'; readonly month: Month; readonly moves: readonly MonthMoves[] }
  /** The rate before a meeting, from its month's own contract and the rate after it. */
  | {
      readonly kind: 'before';
      readonly meeting: MeetingMonth;
      readonly end: Anchor;
      readonly moves: readonly MonthMoves[];
    }
  /** The rate after a meeting, from its month's own contract and the rate before it. */
  | { readonly kind: 'after'; readonly meeting: MeetingMonth; readonly start: Anchor };

export interface SolvedMeeting {
  readonly meeting: MeetingMonth;
  readonly start: Anchor;
  readonly end: Anchor;
}

/**
 * What fixes the rate after the last meeting when the month before it is free: its own contract, as CME does with the
 * last meeting it lists, or the month after it, where only the prices end here.
 */
export type LastEnd = 'own contract' | 'next month';

/** What the solver knows: months with meetings up to the last one it counts, and moves already made out of turn. */
export interface Schedule {
  readonly months: ReadonlyMap<Month, MeetingMonth>;
  readonly last: Day;
  readonly lastEnd: LastEnd;
  readonly moves: readonly UnscheduledMove[];
}

/** Anchors before and after `meeting` (METRICS.md section 3, rules 2, 4 and 5). */
export function solvedMeeting(schedule: Schedule, meeting: MeetingMonth): SolvedMeeting {
  return { meeting, start: startOf(schedule, meeting), end: endOf(schedule, meeting) };
}

function startOf(schedule: Schedule, meeting: MeetingMonth): Anchor {
  const previous = schedule.months.get(meeting.month - 1);
  const own = movesIn(schedule, meeting.month);
  const before = movesIn(schedule, meeting.month - 1);
  if (!previous && own.length === 0 && before.length === 0) {
    return { kind: 'average', month: meeting.month - 1, moves: [] };
  }
  // A decision on the 1st leaves no old days in its own month: the month before, solved forward, is all there is.
  if (meeting.oldDays > 0) return { kind: 'before', meeting, end: endOf(schedule, meeting), moves: own };
  if (previous) return { kind: 'after', meeting: previous, start: startOf(schedule, previous) };
  return { kind: 'average', month: meeting.month - 1, moves: before };
}

function endOf(schedule: Schedule, meeting: MeetingMonth): Anchor {
  const next = schedule.months.get(meeting.month + 1);
  if (next && meeting.date !== schedule.last) return startOf(schedule, next);
  const free: Anchor = { kind: 'average', month: meeting.month + 1, moves: [] };
  if (meeting.date !== schedule.last || schedule.lastEnd === 'next month' || meeting.newDays === 0) return free;
  const start = quietBefore(schedule, meeting) ? startOf(schedule, meeting) : undefined;
  return start ? { kind: 'after', meeting, start } : free;
}

/** No meeting and no move in the month before, none out of turn in the meeting's own: its start is a plain average. */
function quietBefore(schedule: Schedule, { month }: MeetingMonth): boolean {
  return (
    !schedule.months.has(month - 1) &&
    movesIn(schedule, month).length === 0 &&
    movesIn(schedule, month - 1).length === 0
  );
}

function movesIn({ moves }: Schedule, month: Month): readonly MonthMoves[] {
  if (moves.length === 0) return [];
  return moves
    .filter(({ from }) => monthOf(from) === month)
    .map(({ from, moveBp }) => ({ daysBefore: dayOfMonth(from) - 1, movePct: moveBp / 100 }));
}

/** The anchor's level in per cent; NaN when a contract it needs has no price that day. */
export function anchorPct(day: FuturesDay, anchor: Anchor): number {
  if (anchor.kind === 'average') {
    return averagePct(day, anchor.month) + moveDays(anchor.moves) / daysInMonth(anchor.month);
  }
  const { month, days, oldDays, newDays } = anchor.meeting;
  const total = days * averagePct(day, month);
  if (anchor.kind === 'after') return (total - oldDays * anchorPct(day, anchor.start)) / newDays;
  return (total - newDays * anchorPct(day, anchor.end) + moveDays(anchor.moves)) / oldDays;
}

function moveDays(moves: readonly MonthMoves[]): number {
  let sum = 0;
  for (const { daysBefore, movePct } of moves) sum += daysBefore * movePct;
  return sum;
}

/** Months whose contracts an anchor reads, ascending, without repeats. */
export function anchorMonths(anchor: Anchor): Month[] {
  if (anchor.kind === 'average') return [anchor.month];
  const beyond = anchorMonths(anchor.kind === 'before' ? anchor.end : anchor.start);
  return [...new Set([anchor.meeting.month, ...beyond])].sort((a, b) => a - b);
}
