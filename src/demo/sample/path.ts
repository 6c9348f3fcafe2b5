/** Draws a path of closes through anchors: a Brownian bridge in logarithms, folded back where it would break a bound. */
import type { Day } from '../../calendar/day.ts';
import type { Anchor } from './anchors.ts';
import type { Bound } from './bounds.ts';

interface PathPlan {
  readonly days: readonly Day[];
  readonly anchors: readonly Anchor[];
  readonly bounds: readonly Bound[];
  /** The day's log return before the path is bent to the anchors. */
  readonly shocks: readonly number[];
  /** The day's volatility, as a fraction; sets how the bend is spread over the days. */
  readonly volatility: readonly number[];
}

/** How far inside a bound a generated level stays, so that no rounding reaches it. */
const MARGIN = 0.0005;

/** A close for each of `days`; the first and the last day must be anchors. */
export function closePath(plan: PathPlan): number[] {
  const known = new Map(plan.anchors.map(({ day, close }) => [day, close]));
  const knots = plan.days.flatMap((day, index) => (known.has(day) ? [index] : []));
  const walked = running(plan.shocks);
  const elapsed = running(plan.volatility.map((value) => value ** 2));
  const path = plan.days.map((day) => known.get(day) ?? 0);
  for (const [position, start] of knots.slice(0, -1).entries()) {
    const end = knots[position + 1] ?? start;
    const bend = { start, end, from: Math.log(item(path, start)), to: Math.log(item(path, end)) };
    for (let index = start + 1; index < end; index += 1) {
      const free = Math.exp(bridge({ ...bend, index, walked, elapsed }));
      path[index] = folded(free, limits(plan.bounds, plan.days[index] ?? ''));
    }
  }
  return path;
}

interface BridgePoint {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly walked: readonly number[];
  readonly elapsed: readonly number[];
}

function bridge({ index, start, end, from, to, walked, elapsed }: BridgePoint): number {
  const since = (running: readonly number[], at: number) => item(running, at) - item(running, start);
  const share = since(elapsed, index) / since(elapsed, end);
  return from + (to - from) * share + since(walked, index) - share * since(walked, end);
}

interface Limits {
  readonly above: number;
  readonly below: number;
}

/** The tightest bounds on the close of `day`. */
function limits(bounds: readonly Bound[], day: Day): Limits {
  const binding = boundsOn(bounds, day);
  return {
    above: Math.max(0, ...binding.map(({ closeAbove }) => closeAbove ?? 0)),
    below: Math.min(Number.MAX_VALUE, ...binding.map(({ closeBelow }) => closeBelow ?? Number.MAX_VALUE)),
  };
}

/** The bounds in force on `day`. */
export function boundsOn(bounds: readonly Bound[], day: Day): Bound[] {
  return bounds.filter(({ from, to, except }) => from <= day && day <= to && !except?.includes(day));
}

/** `value`, mirrored at a bound it crossed, as often as it takes; strictly inside the bounds. */
export function folded(value: number, { above, below }: Limits): number {
  const floor = Math.log(above * (1 + MARGIN));
  const ceiling = Math.log(below * (1 - MARGIN));
  let level = Math.log(value);
  for (let turn = 0; turn < 8 && (level < floor || level > ceiling); turn += 1) {
    level = level > ceiling ? 2 * ceiling - level : 2 * floor - level;
  }
  return Math.exp(Math.min(Math.max(level, floor), ceiling));
}

function running(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function item(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value at index ${index} of ${values.length}`);
  return value;
}
