/**
 * Fed odds the slow and obvious way, to hold the fast engine against: rates solved one month after the other through
 * plain dictionaries, and every one of the 2ⁿ paths through n meetings walked on its own.
 */
import type { Day } from '../../src/calendar/day.ts';

export interface SlowInput {
  /** Average rate in per cent by month (`2024-02`). */
  readonly averages: ReadonlyMap<string, number>;
  /** Decision days that count, ascending, the last one being the last that is listed; past ones included. */
  readonly meetings: readonly Day[];
  readonly asOf: Day;
  readonly decisionDayIsNew: boolean;
}

/** Steps in 25 bp moves by meeting, the meetings from `asOf` on. */
export function slowSteps(input: SlowInput): Map<Day, number> {
  const steps = new Map<Day, number>();
  for (const meeting of input.meetings.filter((day) => day >= input.asOf)) {
    steps.set(meeting, (rateAfter(input, meeting) - rateBefore(input, meeting)) / 0.25);
  }
  return steps;
}

function rateBefore(input: SlowInput, meeting: Day): number {
  const month = meeting.slice(0, 7);
  if (!meets(input, shifted(month, -1))) return average(input, shifted(month, -1));
  const { days, old } = split(input, meeting);
  return (days * average(input, month) - (days - old) * rateAfter(input, meeting)) / old;
}

function rateAfter(input: SlowInput, meeting: Day): number {
  const month = meeting.slice(0, 7);
  const next = meets(input, shifted(month, 1));
  if (next) return rateBefore(input, next);
  const { days, old } = split(input, meeting);
  if (meeting === input.meetings.at(-1) && !meets(input, shifted(month, -1)) && old < days) {
    return (days * average(input, month) - old * average(input, shifted(month, -1))) / (days - old);
  }
  return average(input, shifted(month, 1));
}

function split({ decisionDayIsNew }: SlowInput, meeting: Day): { days: number; old: number } {
  const { day, daysInMonth } = Temporal.PlainDate.from(meeting);
  return { days: daysInMonth, old: decisionDayIsNew ? day - 1 : day };
}

function meets({ meetings }: SlowInput, month: string): Day | undefined {
  return meetings.find((day) => day.startsWith(month));
}

function average({ averages }: SlowInput, month: string): number {
  const found = averages.get(month);
  if (found === undefined) throw new Error(`no average of ${month}`);
  return found;
}

function shifted(month: string, by: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
}

/** Chances by whole moves after the last of `steps`, by walking every path. */
export function slowDistribution(steps: readonly number[]): Map<number, number> {
  const chances = new Map<number, number>();
  for (let path = 0; path < 2 ** steps.length; path++) {
    let moves = 0;
    let chance = 1;
    steps.forEach((step, index) => {
      const far = Math.floor(path / 2 ** index) % 2 === 1;
      const fraction = Math.abs(step) - Math.floor(Math.abs(step));
      const near = Math.sign(step) * Math.floor(Math.abs(step));
      moves += far ? near + Math.sign(step) : near;
      chance *= far ? fraction : 1 - fraction;
    });
    if (chance > 0) chances.set(moves + 0, (chances.get(moves + 0) ?? 0) + chance);
  }
  return chances;
}
