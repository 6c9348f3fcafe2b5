/** Where a call stands on a day: active, hit, touched, expired, superseded or withdrawn, from versions and prices alone. Pure. */
import { addDays, type Day } from '../calendar/day.ts';
import { type CallVersion, firmKey, knownCalls } from './calls.ts';
import { horizonDay, scoringSession } from './calls-horizon.ts';
import { baseCloseOf, callLevel } from './calls-level.ts';
import { isMeasured } from './receipt.ts';
import { at, indexAt, lastSession, type PriceSeries, upTo } from './series.ts';

/**
 * `hit`: a close at or beyond the level while the call stood; `touched`: a high (low) did, no close; `expired`: its
 * scoring session is past without a hit; `superseded`, `withdrawn`: it no longer stood before its horizon.
 */
export type CallStatus = 'active' | 'hit' | 'touched' | 'expired' | 'superseded' | 'withdrawn';

export interface CallState {
  readonly call: CallVersion;
  readonly status: CallStatus;
  /** The day on which this status began. */
  readonly since: Day;
  /** The session it is scored on. */
  readonly due: Day;
  /** First close at or beyond the level while the call stood. */
  readonly hitOn?: Day;
  /** First session whose high (low) reached the level while the call stood; absent where the source has no highs. */
  readonly touchedOn?: Day;
  /** Number of the call that replaced it. */
  readonly supersededBy?: number;
  /** `restated`: the newer note names it; `revised`: the same firm, horizon and variant got a newer figure. */
  readonly superseded?: 'restated' | 'revised';
}

/** The state of every call known on `asOf`; `pricesOf` gives the index's series, cut here at `asOf`. */
export function callStates(
  versions: readonly CallVersion[],
  asOf: Day,
  pricesOf: (index: string) => PriceSeries | undefined,
): CallState[] {
  const known = knownCalls(versions, asOf);
  const replacing = replacements(known);
  const cut = new Map<string, PriceSeries | undefined>();
  return known.map((call) => {
    if (!cut.has(call.index)) {
      const series = pricesOf(call.index);
      cut.set(
        call.index,
        series && series.dates[0] !== undefined && series.dates[0] <= asOf ? upTo(series, asOf) : undefined,
      );
    }
    return callState({ call, replacing, asOf, series: cut.get(call.index) });
  });
}

/** True for a call that still speaks of the future: active, hit or touched, its scoring session not past. */
export function isStanding({ status, due }: CallState, asOf: Day): boolean {
  return (status === 'active' || status === 'hit' || status === 'touched') && due > asOf;
}

export interface StatusChange {
  readonly before: CallStatus | 'unknown';
  readonly after: CallState;
}

/** What changed between two days' states of one ledger: new calls and every other status, in the order of their days. */
export function statusChanges(before: readonly CallState[], after: readonly CallState[]): StatusChange[] {
  const earlier = new Map(before.map((state) => [state.call.call, state.status]));
  return after
    .map((state): StatusChange => ({ before: earlier.get(state.call.call) ?? 'unknown', after: state }))
    .filter(({ before: was, after: now }) => was !== now.status)
    .sort((a, b) => (a.after.since < b.after.since ? -1 : 1));
}

interface Question {
  readonly call: CallVersion;
  readonly replacing: Replacements;
  readonly asOf: Day;
  readonly series: PriceSeries | undefined;
}

interface End {
  readonly status: 'superseded' | 'withdrawn';
  readonly on: Day;
  readonly by?: number;
  readonly how?: 'restated' | 'revised';
}

function callState({ call, replacing, asOf, series }: Question): CallState {
  const due = scoringSession(call);
  const end = endBefore(call, replacing, due);
  const ended = end !== undefined && end.on <= asOf;
  const reached = series ? reachedWithin(call, series, ended ? addDays(end.on, -1) : due) : {};
  const shared = { call, due, ...reached };
  if (ended) {
    const replaced = end.by === undefined ? {} : { supersededBy: end.by, ...(end.how && { superseded: end.how }) };
    return { ...shared, status: end.status, since: end.on, ...replaced };
  }
  if (reached.hitOn !== undefined) return { ...shared, status: 'hit', since: reached.hitOn };
  if (due <= asOf) return { ...shared, status: 'expired', since: due };
  if (reached.touchedOn !== undefined) return { ...shared, status: 'touched', since: reached.touchedOn };
  return { ...shared, status: 'active', since: call.noteDate };
}

/** Known calls by what they may replace: a call's number, or its line (firm, index, horizon, variant, view). */
interface Replacements {
  readonly restating: ReadonlyMap<number, readonly CallVersion[]>;
  readonly lines: ReadonlyMap<string, readonly CallVersion[]>;
}

/** A note withdrawn on its own date was never said, and replaces nothing. */
function replacements(known: readonly CallVersion[]): Replacements {
  const said = known.filter(({ withdrawnOn, noteDate }) => withdrawnOn === undefined || withdrawnOn > noteDate);
  const restating = said.filter(({ supersedes }) => supersedes !== undefined);
  return {
    restating: Map.groupBy(restating, ({ supersedes }) => supersedes ?? 0),
    lines: Map.groupBy(said, lineOf),
  };
}

function lineOf(call: CallVersion): string {
  return [firmKey(call.firm), call.index, horizonDay(call), call.variant, call.view].join('|');
}

/** What ended the call before it was due: the earlier of a withdrawal and a newer note. */
function endBefore(call: CallVersion, { restating, lines }: Replacements, due: Day): End | undefined {
  const ends: End[] = [];
  for (const { call: by, noteDate: on } of restating.get(call.call) ?? []) {
    if (by !== call.call) ends.push({ status: 'superseded', on, by, how: 'restated' });
  }
  for (const { call: by, noteDate: on } of lines.get(lineOf(call)) ?? []) {
    if (on > call.noteDate) ends.push({ status: 'superseded', on, by, how: 'revised' });
  }
  if (call.withdrawnOn !== undefined) ends.push({ status: 'withdrawn', on: call.withdrawnOn });
  return ends.filter(({ on }) => on <= due).sort((a, b) => (a.on < b.on ? -1 : 1))[0];
}

interface Reached {
  readonly hitOn?: Day;
  readonly touchedOn?: Day;
}

/** The first close and the first extreme at or beyond the level, after note and base, up to `until`. */
function reachedWithin(call: CallVersion, series: PriceSeries, until: Day): Reached {
  const level = callLevel(call, series);
  const base = baseCloseOf(call, series);
  if (!isMeasured(level) || 'absent' in base) return {};
  const rises = level.value >= base.value;
  const start = indexAt(series.dates, call.noteDate > call.baseDate ? call.noteDate : call.baseDate) + 1;
  const end = indexAt(series.dates, until < lastSession(series) ? until : lastSession(series));
  const beyond = (value: number) => (rises ? value >= level.value : value <= level.value);
  const hit = firstIndex(series.close, { start, end }, beyond);
  const extremes = rises ? series.high : series.low;
  const touched = extremes && firstIndex(extremes, { start, end }, beyond);
  const day = (index: number | undefined) => (index === undefined ? undefined : series.dates[index]);
  const [hitOn, touchedOn] = [day(hit), day(touched)];
  return { ...(hitOn !== undefined && { hitOn }), ...(touchedOn !== undefined && { touchedOn }) };
}

function firstIndex(
  column: Float64Array,
  { start, end }: { readonly start: number; readonly end: number },
  matches: (value: number) => boolean,
): number | undefined {
  for (let index = start; index <= end; index++) if (matches(at(column, index))) return index;
  return undefined;
}
