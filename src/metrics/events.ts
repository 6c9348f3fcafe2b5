/** The fixed list of rules an event study can ask for, and the sessions on which each held. Pure; no other thresholds. */
import { sessionsSinceRecords, sharesOfRecord } from './divergence.ts';
import { onSessions, type Pair } from './pair.ts';
import { recoveryHistory } from './recoveries.ts';
import { at, indexAt, indexOf } from './series.ts';
import { ascending } from './statistics.ts';

/** The benchmark makes a record close while the subject's close is at least `below` under its own. */
interface RecordLagRule {
  readonly kind: 'record-lag';
  readonly below: number;
}

/** The subject gains more than `above` in `sessions` sessions. */
interface GainRule {
  readonly kind: 'gain';
  readonly sessions: number;
  readonly above: number;
}

/** The 21-session gap is lower than all but the fraction `percentile` of the gaps before it. */
interface GapRule {
  readonly kind: 'gap';
  readonly percentile: number;
}

/** A 52-week low to 52-week high recovery is completed on closes. */
interface RecoveryRule {
  readonly kind: 'recovery';
}

export type EventRule = RecordLagRule | GainRule | GapRule | RecoveryRule;

/**
 * The fixed grid, in the order in which a rule that is true today is looked for: within a kind the rarest first. A
 * grid chosen before looking at the outcomes is the guard against shopping for the threshold that worked.
 */
export const EVENT_RULES = [
  { kind: 'record-lag', below: 0.2 },
  { kind: 'record-lag', below: 0.15 },
  { kind: 'record-lag', below: 0.1 },
  { kind: 'record-lag', below: 0.05 },
  { kind: 'recovery' },
  { kind: 'gain', sessions: 50, above: 0.2 },
  { kind: 'gain', sessions: 50, above: 0.15 },
  { kind: 'gain', sessions: 20, above: 0.15 },
  { kind: 'gain', sessions: 20, above: 0.1 },
  { kind: 'gap', percentile: 0.05 },
  { kind: 'gap', percentile: 0.1 },
] as const satisfies readonly EventRule[];

/** A gap rule needs this many earlier gaps (5 years) before it can say anything. */
const GAP_HISTORY = 1260;
export const GAP_SESSIONS = 21;

/** `record-lag-15`, `gain-50-20`, `gap-5`, `recovery`: what a person types and a receipt's id holds. */
export function ruleId(rule: EventRule): string {
  switch (rule.kind) {
    case 'record-lag':
      return `record-lag-${hundredths(rule.below)}`;
    case 'gain':
      return `gain-${rule.sessions}-${hundredths(rule.above)}`;
    case 'gap':
      return `gap-${hundredths(rule.percentile)}`;
    case 'recovery':
      return 'recovery';
  }
}

function hundredths(fraction: number): number {
  return Math.round(fraction / 0.01);
}

/** The rule of that id, if it is one of the list. */
export function ruleOf(id: string): EventRule | undefined {
  return EVENT_RULES.find((rule) => ruleId(rule) === id);
}

/** What rules of one kind share is computed once a pair; nothing else outlives a call. */
const sharesOf = new WeakMap<Pair, Float64Array>();
const signalsOf = new WeakMap<Pair, RecordSignals>();

/** On which sessions of a pair a rule held. */
export interface RuleHistory {
  /** 1 where it held, one a session. */
  readonly held: Uint8Array;
  /** Index of the first session on which it could have held. */
  readonly from: number;
}

/** The rule's history over the pair's sessions, each judged by what was known on that day. */
export function ruleHistory(pair: Pair, rule: EventRule): RuleHistory {
  switch (rule.kind) {
    case 'record-lag':
      return recordLag(pair, rule);
    case 'gain':
      return gain(pair, rule);
    case 'gap':
      return gap(pair, rule);
    case 'recovery':
      return recoveries(pair);
  }
}

function recordLag(pair: Pair, { below }: RecordLagRule): RuleHistory {
  const { records, share } = recordSignals(pair);
  const held = records.map((record, index) => (record === 1 && at(share, index) <= 1 - below ? 1 : 0));
  return { held, from: 1 };
}

interface RecordSignals {
  /** 1 where the benchmark made a record close, one a session of the pair. */
  readonly records: Uint8Array;
  /** The subject's closes as shares of its record. */
  readonly share: Float64Array;
}

function recordSignals(pair: Pair): RecordSignals {
  const known = signalsOf.get(pair);
  if (known) return known;
  const { subject, benchmark } = pair;
  const ages = onSessions(pair, benchmark, sessionsSinceRecords(benchmark));
  const records = new Uint8Array(pair.dates.length).map((_, index) => (ages[index] === 0 ? 1 : 0));
  const signals = { records, share: onSessions(pair, subject, sharesOfRecord(subject.close)) };
  signalsOf.set(pair, signals);
  return signals;
}

function gain({ own }: Pair, { sessions, above }: GainRule): RuleHistory {
  const held = new Uint8Array(own.length);
  for (let index = sessions; index < own.length; index++) {
    if (at(own, index) / at(own, index - sessions) > 1 + above) held[index] = 1;
  }
  return { held, from: sessions };
}

function recoveries({ subject, dates }: Pair): RuleHistory {
  const held = new Uint8Array(dates.length);
  const history = recoveryHistory(subject, 'close');
  if ('absent' in history) return { held, from: dates.length };
  for (const { high } of history.completed) {
    const index = indexOf(dates, high.day);
    if (index >= 0) held[index] = 1;
  }
  const first = subject.dates[history.judgedFrom];
  const from = first === undefined ? dates.length : Math.max(0, indexAt(dates, first));
  return { held, from };
}

function gap(pair: Pair, { percentile }: GapRule): RuleHistory {
  const held = new Uint8Array(pair.dates.length);
  const shares = gapShares(pair);
  for (let index = GAP_HISTORY; index < shares.length; index++) {
    if (at(shares, index) < percentile) held[index + GAP_SESSIONS] = 1;
  }
  return { held, from: GAP_HISTORY + GAP_SESSIONS };
}

/** For every session from the 22nd on: the share of the earlier 21-session gaps that were lower. */
function gapShares(pair: Pair): Float64Array {
  const known = sharesOf.get(pair);
  if (known) return known;
  const { own, other } = pair;
  const gaps = own
    .map((value, index) =>
      index < GAP_SESSIONS
        ? 0
        : value / at(own, index - GAP_SESSIONS) - at(other, index) / at(other, index - GAP_SESSIONS),
    )
    .subarray(GAP_SESSIONS);
  const shares = lowerShares(gaps);
  sharesOf.set(pair, shares);
  return shares;
}

/** For every value the share of the earlier ones that are lower; a tree of counts keeps it fast over decades. */
function lowerShares(values: Float64Array): Float64Array {
  const sorted = ascending(values);
  const tree = new Int32Array(sorted.length + 1);
  const shares = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const rank = lowerBound(sorted, at(values, index));
    let count = 0;
    for (let node = rank; node > 0; node -= node & -node) count += tree[node] ?? 0;
    shares[index] = index === 0 ? 0 : count / index;
    for (let node = rank + 1; node < tree.length; node += node & -node) tree[node] = (tree[node] ?? 0) + 1;
  }
  return shares;
}

/** How many values of a sorted list are lower than `value`. */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
