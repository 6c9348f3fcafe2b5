/** How calls did at their own horizons, beside a naive base rate; variants of one call apart, open calls left out. Pure. */
import type { Day } from '../calendar/day.ts';
import { naiveReturn } from './call-scores-naive.ts';
import type { CallState } from './call-status.ts';
import { type CallVersion, callId, firmKey } from './calls.ts';
import { horizonDay, scoringSession } from './calls-horizon.ts';
import {
  type BaseClose,
  baseCloseOf,
  basisWords,
  callLevel,
  callSource,
  statedInput,
  upsideAtCall,
} from './calls-level.ts';
import { type Absent, isMeasured, type Measured, type Receipt, type ReceiptInput } from './receipt.ts';
import { at, closeInput, dateAt, indexAt, indexOf, lastSession, type PriceSeries } from './series.ts';

export interface CallScore {
  readonly state: CallState;
  /** What the call promised, a fraction; id `….upside`. */
  readonly said: Receipt<number>;
  /** What the index did from the base close to the scoring session; id `….outcome`. */
  readonly was: Receipt<number>;
  /** Outcome minus promise: negative when the call was too high. Id `….score`. */
  readonly miss: Receipt<number>;
  /** Outcome minus the naive base rate; id `….naive_miss`. */
  readonly naiveMiss: Measured;
  readonly naive: Measured;
  /** Whether the base rate was nearer to the outcome; false while there is no base rate. */
  readonly naiveCloser: boolean;
  /** The most favourable close while the call ran, with its session as as-of; id `….best_close`. */
  readonly best: Receipt<number>;
}

/** Why a known call has no score. */
export interface Unscored {
  readonly state: CallState;
  readonly why: 'open' | 'restated' | 'withdrawn' | 'not-measurable';
  readonly absent: string;
}

export interface ScoreTable {
  readonly asOf: Day;
  /** Firm by firm, in the order of each firm's first note, then by note date. */
  readonly scores: readonly CallScore[];
  readonly unscored: readonly Unscored[];
  /** Number of scored calls, `scores.<index>.calls`, and of firms behind them. */
  readonly calls: Receipt<number>;
  readonly firms: Receipt<number>;
  /** In how many of them the base rate was closer, `scores.<index>.naive_closer`. */
  readonly naiveCloser: Receipt<number>;
}

/**
 * Scores of every call on `index` that was due by the last session of `series` and was neither restated nor withdrawn.
 * A revised call keeps its own score: it was said, and it was due.
 */
export function scoreTable(states: readonly CallState[], series: PriceSeries): ScoreTable {
  const judged = states.filter(({ call }) => call.index === series.symbol).map((state) => scored(state, series));
  const dated = judged.filter((one): one is CallScore => 'miss' in one).sort(byNoteDate);
  const byFirm = Map.groupBy(dated, ({ state }) => firmKey(state.call.firm));
  const scores = [...byFirm.values()].flat();
  return {
    asOf: lastSession(series),
    scores,
    unscored: judged.filter((one): one is Unscored => 'why' in one),
    calls: tally(series, { part: 'calls', name: 'call', values: scores.map(() => 1) }),
    firms: tally(series, { part: 'firms', name: 'firm', values: [...byFirm].map(() => 1) }),
    naiveCloser: tally(series, {
      part: 'naive_closer',
      name: 'base rate closer',
      values: scores.map(({ naiveCloser }) => (naiveCloser ? 1 : 0)),
    }),
  };
}

function byNoteDate(a: CallScore, b: CallScore): number {
  const [first, second] = [a.state.call, b.state.call];
  if (first.noteDate !== second.noteDate) return first.noteDate < second.noteDate ? -1 : 1;
  return horizonDay(first) < horizonDay(second) ? -1 : 1;
}

interface Tally {
  readonly part: string;
  readonly name: string;
  readonly values: readonly number[];
}

function tally(series: PriceSeries, { part, name, values }: Tally): Receipt<number> {
  const date = lastSession(series);
  return {
    id: `scores.${series.symbol}.${part}`,
    value: values.reduce((sum, value) => sum + value, 0),
    unit: 'count',
    asOf: date,
    basis: 'calls at their horizons',
    formula: values.length === 0 ? '0' : `sum(${name})`,
    inputs: values.map((value) => ({ name, series: series.symbol, date, value })),
    sources: [series.source],
  };
}

/** One call's score, or why there is none yet. `series` must be cut at the as-of session. */
export function scored(state: CallState, series: PriceSeries): CallScore | Unscored {
  const { call, due, status, superseded } = state;
  if (status === 'withdrawn') return { state, why: 'withdrawn', absent: `withdrawn on ${state.since}` };
  if (superseded === 'restated') {
    return { state, why: 'restated', absent: `restated on ${state.since} by call ${state.supersededBy}` };
  }
  if (due > lastSession(series)) return { state, why: 'open', absent: `open until ${due}` };
  const outcome = outcomeOf(call, series);
  const said = upsideAtCall(call, series);
  if ('absent' in outcome) return { state, why: 'not-measurable', absent: outcome.absent };
  if (!isMeasured(said)) return { state, why: 'not-measurable', absent: said.absent };
  const naive = naiveReturn(call, series);
  const miss = missOf(call, outcome);
  const naiveMiss = naiveMissOf(call, outcome.was, naive);
  const naiveCloser = isMeasured(naiveMiss) && Math.abs(naiveMiss.value) < Math.abs(miss.value);
  return { state, said, was: outcome.was, miss, naive, naiveMiss, naiveCloser, best: bestClose(call, series, outcome) };
}

interface Outcome {
  readonly was: Receipt<number>;
  readonly base: BaseClose;
}

function outcomeOf(call: CallVersion, series: PriceSeries): Outcome | Absent {
  const id = `${callId(call)}.outcome`;
  if (call.basis === 'total' && !series.totalReturn) {
    return { id, absent: 'the note states a total return, and only price closes are known' };
  }
  const base = baseCloseOf(call, series);
  if ('absent' in base) return { id, absent: base.absent };
  const index = indexOf(series.dates, scoringSession(call));
  if (index < 0) return { id, absent: `no ${series.name} close for ${scoringSession(call)}` };
  const close = closeInput(series, index, 'close(horizon)');
  const was: Receipt<number> = {
    id,
    value: close.value / base.value - 1,
    unit: 'fraction',
    asOf: close.date,
    basis: 'price return',
    formula: 'close(horizon) / close(base) − 1',
    inputs: [close, base.input],
    sources: [series.source],
  };
  return { was, base };
}

function missOf(call: CallVersion, { was, base }: Outcome): Receipt<number> {
  const stated = statedInput(call);
  const level = call.value.kind === 'level';
  return {
    ...was,
    id: `${callId(call)}.score`,
    value: level ? was.value - (call.value.level / base.value - 1) : was.value - call.value.fraction,
    basis: `outcome minus promise; ${basisWords(call.basis)}`,
    formula: level ? '(close(horizon) − stated level) / close(base)' : `${was.formula} − stated return`,
    inputs: [...was.inputs, stated],
    sources: [...was.sources, callSource(call)],
  };
}

function naiveMissOf(call: CallVersion, was: Receipt<number>, naive: Measured): Measured {
  const id = `${callId(call)}.naive_miss`;
  if (!isMeasured(naive)) return { id, absent: naive.absent };
  return {
    ...was,
    id,
    value: was.value - naive.value,
    basis: `outcome minus ${naive.basis}`,
    formula: `${was.formula} − ${naive.formula}`,
    inputs: [...was.inputs, ...naive.inputs],
  };
}

/** The highest close (lowest, for a call below its base) between the call and its horizon, as an index level. */
function bestClose(call: CallVersion, series: PriceSeries, { was, base }: Outcome): Receipt<number> {
  const level = callLevel(call, series);
  const rises = !isMeasured(level) || level.value >= base.value;
  const start = indexAt(series.dates, call.noteDate > call.baseDate ? call.noteDate : call.baseDate) + 1;
  const end = indexAt(series.dates, was.asOf);
  let best = Math.min(start, end);
  for (let index = start; index <= end; index++) {
    const ahead = at(series.close, index) - at(series.close, best);
    if (rises ? ahead > 0 : ahead < 0) best = index;
  }
  return {
    id: `${callId(call)}.best_close`,
    value: at(series.close, best),
    unit: 'index',
    asOf: dateAt(series, best),
    basis: `${rises ? 'highest' : 'lowest'} close while the call ran`,
    formula: `${rises ? 'max' : 'min'}(closes)`,
    inputs: closesBetween(series, start, end),
    sources: [series.source],
  };
}

function closesBetween(series: PriceSeries, start: number, end: number): ReceiptInput[] {
  const length = Math.max(end - start + 1, 1);
  return Array.from({ length }, (_, offset) => closeInput(series, Math.min(start, end) + offset, 'closes'));
}
