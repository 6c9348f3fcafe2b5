/** The receipt every printed number carries: built where the number is computed, never afterwards from text. Pure. */
import type { Day } from '../calendar/day.ts';

/**
 * `fraction` is a return, a probability or a difference of two of them (0.041 = 4.1%); `flag` goes with booleans;
 * `bp`, `percent` (rates, per annum), `index` (points), `days`, `sessions`, `count`, `rank`, `ratio`, `moves` (25 bp), `z`.
 */
export type Unit =
  | 'fraction'
  | 'flag'
  | 'bp'
  | 'percent'
  | 'index'
  | 'days'
  | 'sessions'
  | 'count'
  | 'rank'
  | 'ratio'
  | 'moves'
  | 'z';

/** One value that entered a formula. Inputs that share a `name` form a list for `mean(…)`, `rank(… in …)` and the like. */
export interface ReceiptInput {
  /** The word that stands for it in `formula`, e.g. `close(base)`. */
  readonly name: string;
  /** Symbol or contract: `RUT`, `ZQG24`. */
  readonly series: string;
  readonly date: Day;
  readonly value: number;
}

export interface ReceiptSource {
  /** Who publishes the data, never a host or a file. */
  readonly publisher: string;
  /** The publisher's name for the series, e.g. `^RUT`. */
  readonly series: string;
  /** When it was fetched or, for a desk's own file, last written (ISO instant). */
  readonly fetchedAt: string;
  /** True for the bundled, generated sample: everything shown from it says SAMPLE DATA. */
  readonly sample: boolean;
  /** Live sources asked for the latest values, in order, and what came of it. */
  readonly tried?: readonly Attempt[];
}

/** One live source asked. `checked` is a second opinion; the failures are kinds of error. */
export interface Attempt {
  readonly publisher: string;
  /** ISO instant. */
  readonly at: string;
  readonly outcome:
    | 'used'
    | 'checked'
    | 'unreachable'
    | 'rate_limited'
    | 'bad_response'
    | 'not_found'
    | 'not_configured';
}

/**
 * A number with its proof. `formula` is arithmetic over the input names (+ − × / and parentheses, `>` for flags,
 * and the functions of test/support/formula.ts), so anyone can recompute `value` from `inputs`.
 */
export interface Receipt<V extends number | boolean = number | boolean> {
  /** Stable, readable: `RUT.return.ytd` (METRICS.md section 4). */
  readonly id: string;
  readonly value: V;
  readonly unit: Unit;
  /** Session the value speaks of. */
  readonly asOf: Day;
  /** What kind of figure: `price return`, `close`, `intraday`, `settlement`, … */
  readonly basis: string;
  readonly formula: string;
  readonly inputs: readonly ReceiptInput[];
  readonly sources: readonly ReceiptSource[];
}

/** A figure that cannot be computed, and why, in words fit for a message: "no Russell 2000 close for Thu 20 Aug". */
export interface Absent {
  readonly id: string;
  readonly absent: string;
}

/** What a metric returns: the number with its receipt, or the reason why there is none. */
export type Measured<V extends number | boolean = number> = Receipt<V> | Absent;

export function isMeasured<V extends number | boolean>(figure: Measured<V>): figure is Receipt<V> {
  return 'value' in figure;
}
