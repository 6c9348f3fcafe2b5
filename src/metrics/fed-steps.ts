/** Solves every meeting's step for one day, up to the last meeting listed and priced. Pure. */
import type { Day } from '../calendar/day.ts';
import { lastListedMeeting, type ScheduledMeeting } from '../calendar/fomc.ts';
import { type Month, monthOf } from '../calendar/month.ts';
import {
  type Anchor,
  anchorMonths,
  anchorPct,
  type DayCountRule,
  type LastEnd,
  type MeetingMonth,
  meetingMonth,
  type Schedule,
  solvedMeeting,
} from './fed-anchors.ts';
import { cleanStep } from './fed-distribution.ts';
import { averagePct, type FuturesDay, fedContract, lastPricedMonth, thinFrom } from './fed-futures.ts';
import type { UnscheduledMove } from './fed-range.ts';

export interface MeetingStep {
  readonly meeting: MeetingMonth;
  /** The implied rate before and after, per cent, and where each comes from. */
  readonly start: Anchor;
  readonly end: Anchor;
  readonly startPct: number;
  readonly endPct: number;
  /** The meeting's own step in 25 bp moves. */
  readonly moves: number;
}

/** Why the list of meetings ends early: the first meeting left out, and the contract without a price, or without a trade. */
export interface HorizonCut {
  readonly meeting: Day;
  readonly missing: Month;
  /** True when the contract is quoted but neither it nor any later one traded or was held that day. */
  readonly thin: boolean;
}

/** "ZQG25 has no price", "ZQZ13 has neither trades nor open interest". */
export function whyCut({ missing, thin }: HorizonCut): string {
  return `${fedContract(missing)} has ${thin ? 'neither trades nor open interest' : 'no price'}`;
}

export interface SolvedSteps {
  /** In time order; empty when not even the first meeting can be solved. */
  readonly steps: readonly MeetingStep[];
  readonly cut?: HorizonCut;
}

export interface SolverInput {
  readonly scheduled: readonly ScheduledMeeting[];
  /** Moves out of turn in this month or the last. */
  readonly moves: readonly UnscheduledMove[];
  readonly rule: DayCountRule;
}

/** Runs of adjacent meeting months reach back to a meeting already held. */
const MONTHS_BACK = 3;
const MOVE_PCT = 0.25;
/** Months beyond the last traded one in which a meeting left out is worth telling. */
const MONTHS_TOLD = 2;

/** Every meeting's step, to the last meeting CME listed that day; where prices end before it, as far as they go. */
export function solvedSteps(day: FuturesDay, input: SolverInput): SolvedSteps {
  const listed = lastListedMeeting(day.date);
  const known = knownMeetings(day, input, listed);
  const solver: Solver = { day, known, moves: input.moves, listed };
  const ahead = known.filter(({ date }) => date >= day.date);
  const full = listed === undefined ? undefined : stepsTo(solver, ahead.at(-1), 'own contract');
  if (full) return { steps: full };
  for (let index = ahead.length - 1; index >= 0; index--) {
    const steps = shortened(solver, ahead[index]);
    if (steps) return withCut(solver, steps, ahead[index + 1]);
  }
  return withCut(solver, [], ahead[0]);
}

interface Solver {
  readonly day: FuturesDay;
  /** Meetings around and after the day, as scheduled and listed then. */
  readonly known: readonly MeetingMonth[];
  readonly moves: readonly UnscheduledMove[];
  readonly listed: Day | undefined;
}

/**
 * Steps up to `last` where prices, not CME's list, end there. A free month after it anchors it as in the full list;
 * otherwise, and where the list is unknown, the last meeting is one whose own and next month are priced.
 */
function shortened(solver: Solver, last: MeetingMonth | undefined): MeetingStep[] | undefined {
  if (!last) return undefined;
  const nextMeets = solver.known.some(({ month }) => month === last.month + 1);
  const bothPriced = priced(solver.day, last.month) && priced(solver.day, last.month + 1);
  if ((nextMeets || solver.listed === undefined) && bothPriced) return stepsTo(solver, last, 'own contract');
  return nextMeets ? undefined : stepsTo(solver, last, 'next month');
}

function knownMeetings(day: FuturesDay, { scheduled, rule }: SolverInput, listed: Day | undefined): MeetingMonth[] {
  const quiet = thinFrom(day);
  const quoted = quiet === undefined ? lastPricedMonth(day) : quiet + MONTHS_TOLD;
  const end = listed === undefined ? quoted : monthOf(listed);
  const months: MeetingMonth[] = [];
  for (let index = firstFrom(scheduled, day.month - MONTHS_BACK); index < scheduled.length; index++) {
    const meeting = scheduled[index];
    if (!meeting || monthOf(meeting.date) > end) break;
    const { date, cancelledFrom } = meeting;
    if (cancelledFrom === undefined || day.date < cancelledFrom) months.push(meetingMonth(date, rule));
  }
  return months;
}

function firstFrom(scheduled: readonly ScheduledMeeting[], month: Month): number {
  let low = 0;
  let high = scheduled.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (monthOf(scheduled[middle]?.date ?? '') < month) low = middle + 1;
    else high = middle;
  }
  return low;
}

function priced(day: FuturesDay, month: Month): boolean {
  return !Number.isNaN(averagePct(day, month));
}

/** Steps up to `last`, later meetings counting as not scheduled; undefined when a contract they need has no price. */
function stepsTo(solver: Solver, last: MeetingMonth | undefined, lastEnd: LastEnd): MeetingStep[] | undefined {
  if (!last) return undefined;
  const { day, moves } = solver;
  const schedule: Schedule = { months: monthsTo(solver.known, last.month), last: last.date, lastEnd, moves };
  const steps: MeetingStep[] = [];
  for (const meeting of schedule.months.values()) {
    if (meeting.date < day.date) continue;
    const { start, end } = solvedMeeting(schedule, meeting);
    const startPct = anchorPct(day, start);
    const endPct = anchorPct(day, end);
    const step = cleanStep((endPct - startPct) / MOVE_PCT);
    if (Number.isNaN(step)) return undefined;
    steps.push({ meeting, start, end, startPct, endPct, moves: step });
  }
  return steps;
}

function monthsTo(known: readonly MeetingMonth[], last: Month): Map<Month, MeetingMonth> {
  const months = new Map<Month, MeetingMonth>();
  for (const meeting of known) if (meeting.month <= last) months.set(meeting.month, meeting);
  return months;
}

/** A listed meeting left out is a cut; where nothing tells what was listed, only a hole inside the priced months is. */
function withCut(solver: Solver, steps: readonly MeetingStep[], next: MeetingMonth | undefined): SolvedSteps {
  if (!next) return { steps };
  const { day, known, moves, listed } = solver;
  const months = monthsTo(known, Number.POSITIVE_INFINITY);
  const last = known.at(-1)?.date ?? next.date;
  const { start, end } = solvedMeeting({ months, last, lastEnd: 'own contract', moves }, next);
  const missing = [...anchorMonths(start), ...anchorMonths(end)]
    .sort((a, b) => a - b)
    .find((month) => !priced(day, month));
  const quiet = thinFrom(day);
  const thin = missing !== undefined && quiet !== undefined && missing >= quiet;
  const ordinaryEnd = listed === undefined && !thin && (missing ?? 0) > lastPricedMonth(day) && steps.length > 0;
  return missing === undefined || ordinaryEnd ? { steps } : { steps, cut: { meeting: next.date, missing, thin } };
}
