/**
 * The divergence state (METRICS.md S4): on when the benchmark made a record close within the last 20 sessions (the
 * as-of session is one of them) and the subject's close is a tier or more below its own record close. Pure.
 */
import type { Day } from '../calendar/day.ts';
import { onSessions, type Pair, pairOf, pairRefusal } from './pair.ts';
import { type Absent, isMeasured, type Measured, type Receipt, type ReceiptInput } from './receipt.ts';
import { at, type PriceSeries } from './series.ts';
import type { ViewInputs } from './view-inputs.ts';

/** Distances below the record at which the state is told apart, fractions. */
const TIERS = [0.05, 0.1, 0.2] as const;
export type Tier = (typeof TIERS)[number];
export const RECORD_SESSIONS = 20;

/** A stretch of sessions with the state on; `to` is the last such session. */
interface OnPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly sessions: number;
}

export interface TierState {
  readonly tier: Tier;
  readonly on: Measured<boolean>;
  /** Session on which the state last changed; undefined if it never did. */
  readonly switched?: Day;
  /** Sessions the present state has lasted, the as-of session included. */
  readonly lasted: Measured;
  /** Oldest first; the last one is under way when the state is on. */
  readonly periods: readonly OnPeriod[];
}

export interface DivergenceHistory {
  readonly pair: Pair;
  readonly tiers: readonly TierState[];
}

/** The state of every tier since both series exist; refused by name when a session was lost. */
export function divergence({ subject, benchmark }: ViewInputs): DivergenceHistory | Absent {
  const pair = pairOf(subject, benchmark);
  const refused = pairRefusal(pair, `${subject.symbol}-${benchmark.symbol}.divergence`);
  if (refused) return refused;
  const ages = onSessions(pair, benchmark, sessionsSinceRecords(benchmark));
  const age = (index: number) => ages[index] ?? Number.POSITIVE_INFINITY;
  const share = onSessions(pair, subject, sharesOfRecord(subject.close));
  return { pair, tiers: TIERS.map((tier) => tierState(pair, { tier, age, share })) };
}

/** For every session how many sessions ago the last record close was: 0 on a record itself. */
export function sessionsSinceRecords(series: PriceSeries): Int32Array {
  const ages = new Int32Array(series.close.length);
  let record = 0;
  for (let index = 0; index < ages.length; index++) {
    if (at(series.close, index) > at(series.close, record)) record = index;
    ages[index] = index - record;
  }
  return ages;
}

/** Every value as a share of the highest so far, at most 1: exact at round thresholds, which `− 1` would blur. */
export function sharesOfRecord(values: Float64Array): Float64Array {
  let peak = Number.NEGATIVE_INFINITY;
  return values.map((value) => {
    peak = Math.max(peak, value);
    return value / peak;
  });
}

/** Distance of every value from the highest so far, fractions ≤ 0. */
export function drawdowns(values: Float64Array): Float64Array {
  return sharesOfRecord(values).map((share) => share - 1);
}

interface Measures {
  readonly tier: Tier;
  readonly age: (index: number) => number;
  /** The subject's closes as shares of its record. */
  readonly share: Float64Array;
}

function tierState(pair: Pair, measures: Measures): TierState {
  const { tier, age, share } = measures;
  const last = pair.dates.length - 1;
  const isOn = (index: number) => age(index) < RECORD_SESSIONS && at(share, index) <= 1 - tier;
  const periods: OnPeriod[] = [];
  let changed = 0;
  let start = -1;
  for (let index = 0; index <= last; index++) {
    const on = isOn(index);
    if (index > 0 && on !== isOn(index - 1)) changed = index;
    if (on && start < 0) start = index;
    if (!on && start >= 0) periods.push(period(pair.dates, start, index - 1));
    if (!on) start = -1;
  }
  if (start >= 0) periods.push(period(pair.dates, start, last));
  return {
    tier,
    on: stateReceipt(pair, { ...measures, on: isOn(last) }),
    ...(changed > 0 && { switched: pair.dates[changed] ?? '' }),
    lasted: lastedReceipt(pair, tier, changed),
    periods,
  };
}

function period(dates: readonly Day[], from: number, to: number): OnPeriod {
  return { from: dates[from] ?? '', to: dates[to] ?? '', sessions: to - from + 1 };
}

/** "RUT-GSPC.divergence.10": the prefix of a tier's ids. */
export function tierId({ subject, benchmark }: Pair, tier: Tier): string {
  return `${subject.symbol}-${benchmark.symbol}.divergence.${Math.round(tier * 100)}`;
}

function stateReceipt(pair: Pair, { tier, age, share, on }: Measures & { on: boolean }): Receipt<boolean> {
  const last = pair.dates.length - 1;
  const date = pair.dates[last] ?? '';
  const named = (name: string, series: string, value: number): ReceiptInput => ({ name, series, date, value });
  const { subject, benchmark } = pair;
  return {
    id: `${tierId(pair, tier)}.on`,
    value: on,
    unit: 'flag',
    asOf: date,
    basis: 'close',
    // Two conditions at once: how far the tighter one is met, above zero when both are.
    formula: `min(margin) > 0`,
    inputs: [
      named('margin', benchmark.symbol, RECORD_SESSIONS - age(last)),
      named('margin', subject.symbol, marginBelow(at(share, last), tier)),
      named('sessions since the record', benchmark.symbol, age(last)),
      named('from its record', subject.symbol, at(share, last) - 1),
    ],
    sources: pair.sources,
  };
}

/** How far a close is past its tier; exactly at the tier counts as past it by the smallest number there is. */
function marginBelow(share: number, tier: number): number {
  return share === 1 - tier ? Number.MIN_VALUE : 1 - tier - share;
}

function lastedReceipt(pair: Pair, tier: Tier, changed: number): Receipt<number> {
  const last = pair.dates.length - 1;
  const input = (name: string, index: number): ReceiptInput => ({
    name,
    series: pair.subject.symbol,
    date: pair.dates[index] ?? '',
    value: at(pair.own, index),
  });
  return {
    id: `${tierId(pair, tier)}.lasted`,
    value: last - changed + 1,
    unit: 'sessions',
    asOf: pair.dates[last] ?? '',
    basis: 'close',
    formula: 'sessions(first, as-of) + 1',
    inputs: [input('first', changed), input('as-of', last)],
    sources: pair.sources,
  };
}

/** True when the state of the tier is known and on. */
export function isOn({ on }: TierState): boolean {
  return isMeasured(on) && on.value;
}
