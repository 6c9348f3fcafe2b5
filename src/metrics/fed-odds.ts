/** Odds of every meeting from one day's futures prices: steps → distributions over ranges. Pure; clips nothing. */
import type { Day } from '../calendar/day.ts';
import { type FomcMeeting, type ScheduledMeeting, scheduledMeetings } from '../calendar/fomc.ts';
import { monthOf } from '../calendar/month.ts';
import { type DayCountRule, ruleOn } from './fed-anchors.ts';
import {
  chanceAbove,
  chanceBelow,
  chanceOf,
  convolved,
  type MoveDistribution,
  NO_MOVE,
  stepDistribution,
} from './fed-distribution.ts';
import type { FuturesDay } from './fed-futures.ts';
import { rangeInForce, type TargetRange, type UnscheduledMove, unscheduledMoves } from './fed-range.ts';
import { type HorizonCut, type MeetingStep, solvedSteps } from './fed-steps.ts';

/** Everything the odds rest on besides prices. Made once by {@link fedCalendar}. */
export interface FedCalendar {
  readonly meetings: readonly FomcMeeting[];
  readonly scheduled: readonly ScheduledMeeting[];
  readonly ranges: readonly TargetRange[];
  readonly moves: readonly UnscheduledMove[];
}

/** The calendar of meetings and target ranges (both ascending), put in order for the odds of any day. */
export function fedCalendar(meetings: readonly FomcMeeting[], ranges: readonly TargetRange[]): FedCalendar {
  const kept = meetings.filter(({ kind }) => kind === 'scheduled').map(({ date }) => date);
  return { meetings, scheduled: scheduledMeetings(meetings), ranges, moves: unscheduledMoves(ranges, kept) };
}

export interface MeetingOdds {
  readonly meeting: Day;
  readonly own: MeetingStep;
  /** After the meeting, in moves from the range in force on the observation day. */
  readonly distribution: MoveDistribution;
  /** Cumulative expected change from the range in force, 25 bp moves. */
  readonly expectedMoves: number;
}

export interface FedOdds {
  /** The futures day the prices are from. */
  readonly asOf: Day;
  readonly day: FuturesDay;
  readonly rule: DayCountRule;
  /** In force on that day; on a decision day the one before the decision. */
  readonly range: TargetRange;
  /** Moves out of turn already in force, this month or last: said in the message. */
  readonly outOfTurn: readonly UnscheduledMove[];
  /** In time order; empty when not even the first meeting can be solved. */
  readonly meetings: readonly MeetingOdds[];
  readonly cut?: HorizonCut;
}

/** The day's odds, or undefined when no target range is known for it. `rule` defaults to CME's of that day. */
export function fedOdds(calendar: FedCalendar, day: FuturesDay, rule = ruleOn(day.date)): FedOdds | undefined {
  const outOfTurn = calendar.moves.filter(({ from }) => from <= day.date && day.month - monthOf(from) <= 1);
  const { steps, cut } = solvedSteps(day, { scheduled: calendar.scheduled, moves: outOfTurn, rule });
  const decidesToday = steps[0]?.meeting.date === day.date;
  const range = rangeInForce(calendar.ranges, day.date, decidesToday);
  if (range === undefined) return undefined;
  return { asOf: day.date, day, rule, range, outOfTurn, meetings: chained(steps), ...(cut && { cut }) };
}

function chained(steps: readonly MeetingStep[]): MeetingOdds[] {
  let distribution = NO_MOVE;
  let expectedMoves = 0;
  return steps.map((own) => {
    distribution = convolved(distribution, stepDistribution(own.moves));
    expectedMoves += own.moves;
    return { meeting: own.meeting.date, own, distribution, expectedMoves };
  });
}

/** Chance that the range after the meeting is below the one in force on the observation day; `cut by`. */
export function cutBy({ distribution }: MeetingOdds): number {
  return chanceBelow(distribution, 0);
}

export function hikeBy({ distribution }: MeetingOdds): number {
  return chanceAbove(distribution, 0);
}

/** Chance that the range after the meeting is the one in force on the observation day. */
export function holdBy({ distribution }: MeetingOdds): number {
  return chanceOf(distribution, 0);
}

/** Chance of a cut at this very meeting, whatever came before it. */
export function cutAt({ own }: MeetingOdds): number {
  return Math.max(0, Math.min(1, -own.moves)) + 0;
}

export function hikeAt({ own }: MeetingOdds): number {
  return Math.max(0, Math.min(1, own.moves)) + 0;
}

/** One cell: a target range in bp and its chance. Zero cells are left out. */
export interface RangeChance {
  readonly lowerBp: number;
  readonly upperBp: number;
  readonly moves: number;
  readonly chance: number;
}

/** The distribution after a meeting over absolute ranges, lowest first, without exact zeros. Sums to 1. */
export function rangeChances(range: TargetRange, { distribution }: MeetingOdds): RangeChance[] {
  const cells: RangeChance[] = [];
  distribution.chances.forEach((chance, index) => {
    const moves = distribution.lowest + index;
    if (chance !== 0) {
      cells.push({ lowerBp: range.lowerBp + 25 * moves, upperBp: range.upperBp + 25 * moves, moves, chance });
    }
  });
  return cells;
}
