/**
 * What followed after a kind of day: episodes by the cluster rule, outcomes of the subject, the benchmark and the gap,
 * and the same over every session of the same sample. The episode of the as-of session is left out. Pure.
 */
import type { Day } from '../calendar/day.ts';
import { type EventRule, type RuleHistory, ruleId } from './events.ts';
import {
  everyIndex,
  forwardReturns,
  HORIZONS,
  type Horizon,
  type Outcomes,
  outcomesOf,
  type Returns,
} from './outcomes.ts';
import { closesBasis, type Pair } from './pair.ts';
import { returnBasis } from './returns.ts';
import { at } from './series.ts';

/** An episode begins on a session on which the rule holds and has not held for this many sessions before. */
export const CLUSTER_SESSIONS = 63;

interface Episode {
  /** Index of its first session in the pair. */
  readonly index: number;
  readonly day: Day;
}

export interface Episodes {
  /** Oldest first, without the one the as-of session belongs to. */
  readonly past: readonly Episode[];
  /** The episode the as-of session belongs to: the rule held within the last 63 sessions. */
  readonly current?: Episode;
  /** The last session on which the rule held. */
  readonly lastHeld?: Day;
}

/** Sessions on which a rule held, as episodes. */
export function episodes({ dates }: Pick<Pair, 'dates'>, { held }: RuleHistory): Episodes {
  const starts: Episode[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < held.length; index++) {
    if (!held[index]) continue;
    if (index - last > CLUSTER_SESSIONS) starts.push({ index, day: dates[index] ?? '' });
    last = index;
  }
  if (starts.length === 0) return { past: [] };
  const lastHeld = dates[last] ?? '';
  const current = starts.at(-1);
  if (!current || held.length - 1 - last > CLUSTER_SESSIONS) return { past: starts, lastHeld };
  return { past: starts.slice(0, -1), current, lastHeld };
}

/** What one horizon holds for one series, or for the gap between the two. */
interface Comparison {
  /** Undefined when no episode is old enough. */
  readonly events: Outcomes | undefined;
  readonly anyDay: Outcomes | undefined;
}

export interface HorizonStudy {
  readonly horizon: Horizon;
  readonly subject: Comparison;
  readonly benchmark: Comparison;
  readonly gap: Comparison;
  /** Episodes whose window begins before the previous one's has ended. */
  readonly overlapping: number;
}

export interface EventStudy {
  readonly rule: EventRule;
  readonly episodes: Episodes;
  /** First session of the baseline: the first on which the rule could have held. */
  readonly sampleFrom: Day;
  readonly horizons: readonly HorizonStudy[];
}

/** The study of one rule over all sessions of the pair. */
export function eventStudy(pair: Pair, rule: EventRule, history: RuleHistory): EventStudy {
  const found = episodes(pair, history);
  const every = everyIndex(history.from, pair.dates.length);
  const horizons = HORIZONS.map((horizon) => horizonStudy(pair, { horizon, rule, every, past: found.past }));
  return { rule, episodes: found, sampleFrom: pair.dates[history.from] ?? '', horizons };
}

interface At {
  readonly horizon: Horizon;
  readonly rule: EventRule;
  /** Index of every session of the baseline. */
  readonly every: Int32Array;
  readonly past: readonly Episode[];
}

function horizonStudy(pair: Pair, { horizon, rule, every, past }: At): HorizonStudy {
  const { sessions } = horizon;
  const starts = Int32Array.from(past, ({ index }) => index);
  const complete = starts.filter((index) => index + sessions < pair.dates.length);
  const events = legReturns(pair, { starts, sessions });
  const anyDay = legReturns(pair, { starts: every, sessions });
  const compare = (which: Leg): Comparison => {
    const common = { ...sample(pair, which), id: id(pair, which, { rule, horizon }) };
    return {
      events: outcomesOf({ ...common, returns: events[which] }),
      anyDay: outcomesOf({ ...common, id: `${common.id}.any_day`, returns: anyDay[which] }),
    };
  };
  return {
    horizon,
    subject: compare('subject'),
    benchmark: compare('benchmark'),
    gap: compare('gap'),
    overlapping: complete.filter((index, place) => place > 0 && index - (complete[place - 1] ?? 0) < sessions).length,
  };
}

type Leg = 'subject' | 'benchmark' | 'gap';

function legName({ subject, benchmark }: Pair, which: Leg): string {
  if (which === 'gap') return `${subject.symbol}-${benchmark.symbol}.gap`;
  return which === 'subject' ? subject.symbol : benchmark.symbol;
}

/** `RUT.after.record-lag-15.3m`, `RUT-GSPC.gap.after.recovery.12m`. */
function id(pair: Pair, which: Leg, { rule, horizon }: Pick<At, 'rule' | 'horizon'>): string {
  return `${legName(pair, which)}.after.${ruleId(rule)}.${horizon.id}`;
}

function sample(pair: Pair, which: Leg) {
  const sources = which === 'gap' ? pair.sources : [pair[which].source];
  const basis = which === 'gap' ? `${closesBasis(pair)}, difference of returns` : returnBasis(pair[which]);
  return { series: legName(pair, which), basis, asOf: pair.dates.at(-1) ?? '', sources };
}

/** Forward returns of both series from the same starts, and the first minus the second. */
function legReturns(pair: Pair, range: { starts: Int32Array; sessions: number }): Record<Leg, Returns> {
  const subject = forwardReturns(pair.dates, pair.own, range);
  const benchmark = forwardReturns(pair.dates, pair.other, range);
  const values = subject.values.map((value, place) => value - at(benchmark.values, place));
  return { subject, benchmark, gap: { day: subject.day, values } };
}
