/** The Fed's target for the funds rate: which range was in force when, and which changes came out of turn. Pure. */
import { addDays, type Day } from '../calendar/day.ts';

export interface TargetRange {
  /** First day in force. */
  readonly from: Day;
  /** Basis points; equal before 2008-12-16, when the target was a point. */
  readonly lowerBp: number;
  readonly upperBp: number;
}

/** Days that may lie between a decision and its first day in force. */
const DECIDED_DAYS_BEFORE = [0, 1, 2];

/** The range in force on `day`; undefined before the first one. `ranges` ascend. */
export function rangeOn(ranges: readonly TargetRange[], day: Day): TargetRange | undefined {
  return ranges.findLast(({ from }) => from <= day);
}

/** The range odds of `asOf` are counted from: on a decision day still the one before it. */
export function rangeInForce(
  ranges: readonly TargetRange[],
  asOf: Day,
  isDecisionDay: boolean,
): TargetRange | undefined {
  return rangeOn(ranges, isDecisionDay ? addDays(asOf, -1) : asOf);
}

/** A change of the target outside scheduled meetings. */
export interface UnscheduledMove {
  /** First day in force. */
  readonly from: Day;
  /** Basis points, negative for a cut. */
  readonly moveBp: number;
}

/** Changes of the target that no scheduled meeting of the two days before explains, ascending. */
export function unscheduledMoves(ranges: readonly TargetRange[], scheduled: readonly Day[]): UnscheduledMove[] {
  const meetings = new Set(scheduled);
  return ranges.flatMap((range, index) => {
    const before = ranges[index - 1];
    // The upper bound carries the move: on 2008-12-16 the point 1.00 became the range 0 to 0.25.
    if (before === undefined || before.upperBp === range.upperBp) return [];
    return DECIDED_DAYS_BEFORE.some((days) => meetings.has(addDays(range.from, -days)))
      ? []
      : [{ from: range.from, moveBp: range.upperBp - before.upperBp }];
  });
}
