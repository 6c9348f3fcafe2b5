/** `/smallcaps streak`: sessions in a row ahead of or behind the benchmark, among all such runs. Pure. */
import { type Claim, claim, type Trial } from './claims.ts';
import { type DailyGaps, dailyGaps } from './daily-gaps.ts';
import { dayNumber } from './day-number.ts';
import { pairOf, pairRefusal } from './pair.ts';
import type { Absent, Measured, Receipt, ReceiptInput } from './receipt.ts';
import { measured } from './returns.ts';
import { type Run, runs, type Streak, streak } from './streak.ts';
import type { ViewInputs } from './view-inputs.ts';

export interface StreakView {
  readonly inputs: ViewInputs;
  readonly refused?: Absent;
  readonly streak?: Streak;
  /** Runs of the same side, longest first and of equal ones the latest first; the current one among them. */
  readonly longest: readonly Run[];
  readonly rank: Measured;
  readonly count: Measured;
  /** Sum of the daily gaps of the current run, a fraction. */
  readonly gained: Measured;
  /** "Longest since …" on closes, in days and sessions; daily gaps have no intraday basis. */
  readonly claim?: Claim;
  /** Length of every run shown, by its last session. */
  readonly lengths: readonly Receipt<number>[];
  readonly numbers: readonly Receipt[];
}

const SHOWN = 8;

/** Every figure of the view. A lost session anywhere forbids the comparison with other runs. */
export function streakView(inputs: ViewInputs): StreakView {
  const { subject, benchmark } = inputs;
  const found = streak(subject, benchmark);
  const id = `${subject.symbol}-${benchmark.symbol}.streak`;
  const lost = pairRefusal(pairOf(subject, benchmark), id);
  const none = (absent: string) => ({ rank: { id, absent }, count: { id, absent }, gained: { id, absent } });
  if (!('current' in found)) {
    const refused = { id, absent: 'absent' in found ? found.absent : 'no gap for the last session' };
    return { inputs, refused, longest: [], lengths: [], ...none(refused.absent), numbers: [] };
  }
  const gaps = dailyGaps(subject, benchmark);
  const { side } = found;
  if (side === 0)
    return { inputs, streak: found, longest: [], lengths: [], ...none('level'), numbers: [found.length, found.share] };
  const same = runs(gaps, side);
  const gained = gainedIn(gaps, { id, run: found.current, sources: found.length.sources });
  if (lost) {
    const figures = { ...none(lost.absent), gained };
    return {
      inputs,
      streak: found,
      longest: [],
      lengths: [],
      ...figures,
      numbers: measured([found.length, found.share, gained]),
    };
  }
  const longest = same.toSorted((a, b) => b.sessions - a.sessions || (a.to < b.to ? 1 : -1));
  const shown = longest.slice(0, SHOWN);
  const base = { id, asOf: inputs.session, sources: found.length.sources };
  const ranks = { rank: rankIn(base, found.current, same), count: countIn(base, same) };
  const lengths = shown.map((run) => lengthOf(base, run));
  return {
    inputs,
    streak: found,
    longest: shown,
    lengths,
    ...ranks,
    gained,
    claim: claim('longest', [trial(same)], found.previous?.to),
    numbers: [found.length, found.share, ...measured([ranks.rank, ranks.count, gained]), ...lengths],
  };
}

function trial(same: readonly Run[]): Trial {
  const lengths = same.map(({ from, to, sessions }) => ({
    day: to,
    sessions,
    days: dayNumber(to) - dayNumber(from) + 1,
  }));
  return { basis: 'close', own: lengths.at(-1), earlier: lengths.slice(0, -1) };
}

interface Base {
  readonly id: string;
  readonly asOf: string;
  readonly sources: Receipt['sources'];
}

const BASIS = 'close-to-close returns, unrounded; a tie ends a streak';

function runInput({ id }: Base, name: string, run: Run): ReceiptInput {
  return { name, series: id.replace('.streak', ''), date: run.to, value: run.sessions };
}

/** 1 = the longest; equal lengths share a rank. */
function rankIn(base: Base, current: Run, same: readonly Run[]): Receipt<number> {
  // Beyond the runs at least as long only their number matters, so those alone are listed.
  const longer = same.filter(({ sessions }) => sessions >= current.sessions);
  return {
    ...base,
    id: `${base.id}.rank`,
    value: 1 + longer.filter(({ sessions }) => sessions > current.sessions).length,
    unit: 'rank',
    basis: BASIS,
    formula: 'rank(length in lengths, highest first)',
    inputs: [runInput(base, 'length', current), ...longer.map((run) => runInput(base, 'lengths', run))],
  };
}

function countIn(base: Base, same: readonly Run[]): Receipt<number> {
  const last = same.at(-1);
  const inputs = last ? [{ ...runInput(base, 'runs of this side', last), value: same.length }] : [];
  return {
    ...base,
    id: `${base.id}.count`,
    value: same.length,
    unit: 'count',
    basis: BASIS,
    formula: 'runs of this side',
    inputs,
  };
}

/** `RUT-GSPC.streak.2026-01-22.sessions`, by the run's last session. */
function lengthOf(base: Base, run: Run): Receipt<number> {
  return {
    ...base,
    id: `${base.id}.${run.to}.sessions`,
    value: run.sessions,
    unit: 'sessions',
    basis: BASIS,
    formula: 'sessions(first, last) + 1',
    inputs: [
      { ...runInput(base, 'first', run), date: run.from },
      { ...runInput(base, 'last', run), date: run.to },
    ],
  };
}

function gainedIn(
  gaps: DailyGaps,
  { id, run, sources }: { id: string; run: Run; sources: Receipt['sources'] },
): Measured {
  const inputs = gaps.dates.slice(-run.sessions).map((date, place) => ({
    name: 'daily gap',
    series: id.replace('.streak', ''),
    date,
    value: gaps.values[gaps.values.length - run.sessions + place] ?? Number.NaN,
  }));
  const value = inputs.reduce((sum, input) => sum + input.value, 0);
  const formula = 'sum(daily gap)';
  return {
    id: id.replace('.streak', '.gap.streak'),
    value,
    unit: 'fraction',
    asOf: run.to,
    basis: BASIS,
    formula,
    inputs,
    sources,
  };
}
