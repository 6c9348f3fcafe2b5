/** How often the odds were right: every scheduled meeting held against what was priced some days before it. Pure. */
import { addDays, type Day } from '../calendar/day.ts';
import { chanceAbove, chanceBelow, chanceOf } from './fed-distribution.ts';
import { futuresDay } from './fed-futures.ts';
import { fedOdds } from './fed-odds.ts';
import { rangeOn } from './fed-range.ts';
import type { FedHistory } from './fed-shifts.ts';
import type { Receipt, ReceiptInput } from './receipt.ts';
import { indexAt } from './series.ts';

/** Futures days before the decision day. */
export const CALIBRATED_DAYS = [1, 5, 20, 60, 120] as const;

/** A change of the target is in force within this many days of the decision. */
const IN_FORCE_WITHIN = 2;

export interface Calibration {
  readonly daysOut: number;
  readonly meetings: number;
  readonly first: Day;
  readonly last: Day;
  /** Share of meetings at which the likeliest of cut, hold and hike came. */
  readonly right: Receipt<number>;
  /** Mean of Σ (chance − outcome)² over cut, hold and hike: 0 is perfect, 2 is certain and wrong. */
  readonly brier: Receipt<number>;
  /** The same score for always quoting how often each outcome came in this very sample. */
  readonly baseBrier: Receipt<number>;
}

type Triple = readonly [cut: number, hold: number, hike: number];

interface Trial {
  readonly meeting: Day;
  readonly observed: Day;
  readonly chances: Triple;
  readonly outcome: Triple;
}

/** One row a horizon, from every scheduled meeting decided and in force by the last day of the data. */
export function calibration(history: FedHistory, horizons: readonly number[] = CALIBRATED_DAYS): Calibration[] {
  return horizons.flatMap((daysOut) => {
    const trials = trialsAt(history, daysOut);
    const [first, last] = [trials[0], trials.at(-1)];
    if (!first || !last) return [];
    return [
      {
        daysOut,
        meetings: trials.length,
        first: first.meeting,
        last: last.meeting,
        ...scores(history, daysOut, trials),
      },
    ];
  });
}

/** How often an outcome came that was priced at `low` to below `high`, so many futures days before its decision. */
export interface Reliability {
  /** Outcomes so priced: cuts, holds and hikes alike, a meeting counting once for each. */
  readonly count: Receipt<number>;
  /** Share of them that came. */
  readonly came: Receipt<number>;
  /** Mean of their chances. */
  readonly priced: Receipt<number>;
}

/** The reliability of chances between two bounds (fractions); undefined without a case. */
export function reliability(
  history: FedHistory,
  daysOut: number,
  { low, high }: { readonly low: number; readonly high: number },
): Reliability | undefined {
  const cases = trialsAt(history, daysOut).flatMap(({ meeting, observed, chances, outcome }) =>
    chances.flatMap((chance, index) =>
      chance >= low && chance < high ? [{ meeting, observed, chance, came: outcome[index] ?? 0 }] : [],
    ),
  );
  if (cases.length === 0) return undefined;
  const figure = (name: string, unit: Receipt['unit'], of: (one: (typeof cases)[number]) => number, count = false) => {
    const inputs: ReceiptInput[] = cases.map((one) => ({
      name,
      series: `fed.${one.meeting}`,
      date: one.observed,
      value: of(one),
    }));
    return {
      id: `fed.calibration.${daysOut}d.${Math.round(100 * low)}-${Math.round(100 * high)}.${name}`,
      value: count ? inputs.length : mean(inputs),
      unit,
      asOf: history.futures.dates.at(-1) ?? '',
      basis: `outcomes priced between these bounds ${daysOut} futures days before each scheduled decision`,
      formula: count ? `count(${name})` : `mean(${name})`,
      inputs,
      sources: [history.futures.source],
    };
  };
  return {
    count: figure('cases', 'count', ({ chance }) => chance, true),
    came: figure('came', 'fraction', ({ came }) => came),
    priced: figure('priced', 'fraction', ({ chance }) => chance),
  };
}

function trialsAt({ futures, calendar }: FedHistory, daysOut: number): Trial[] {
  const end = futures.dates.at(-1) ?? '';
  const trials: Trial[] = [];
  for (const { date, kind } of calendar.meetings) {
    if (kind !== 'scheduled' || addDays(date, IN_FORCE_WITHIN) > end) continue;
    const row = indexAt(futures.dates, date);
    if (futures.dates[row] !== date) continue;
    const day = futuresDay(futures, row - daysOut);
    const odds = day && fedOdds(calendar, day);
    const found = odds?.meetings.find(({ meeting }) => meeting === date);
    const after = rangeOn(calendar.ranges, addDays(date, IN_FORCE_WITHIN));
    if (!odds || !found || !after) continue;
    const { distribution } = found;
    const chances = [chanceBelow(distribution, 0), chanceOf(distribution, 0), chanceAbove(distribution, 0)] as const;
    trials.push({ meeting: date, observed: odds.asOf, chances, outcome: outcomeOf(odds.range.upperBp, after.upperBp) });
  }
  return trials;
}

function outcomeOf(before: number, after: number): Triple {
  if (after === before) return [0, 1, 0];
  return after < before ? [1, 0, 0] : [0, 0, 1];
}

function scores({ futures }: FedHistory, daysOut: number, trials: readonly Trial[]) {
  const rates = baseRates(trials);
  const score = (name: string, of: (trial: Trial) => number): Receipt<number> => {
    const inputs: ReceiptInput[] = trials.map((trial) => ({
      name,
      series: `fed.${trial.meeting}`,
      date: trial.observed,
      value: of(trial),
    }));
    return {
      id: `fed.calibration.${daysOut}d.${name}`,
      value: mean(inputs),
      unit: name === 'right' ? 'fraction' : 'ratio',
      asOf: futures.dates.at(-1) ?? '',
      basis: `FedWatch method, ${daysOut} futures days before each scheduled decision, against the range in force then`,
      formula: `mean(${name})`,
      inputs,
      sources: [futures.source],
    };
  };
  return {
    right: score('right', ({ chances, outcome }) => outcome[likeliest(chances)] ?? 0),
    brier: score('brier', ({ chances, outcome }) => squares(chances, outcome)),
    baseBrier: score('base_brier', ({ outcome }) => squares(rates, outcome)),
  };
}

function baseRates(trials: readonly Trial[]): Triple {
  const share = (index: 0 | 1 | 2) => trials.reduce((sum, { outcome }) => sum + outcome[index], 0) / trials.length;
  return [share(0), share(1), share(2)];
}

function likeliest(chances: Triple): 0 | 1 | 2 {
  const [cut, hold, hike] = chances;
  if (hold >= cut && hold >= hike) return 1;
  return cut >= hike ? 0 : 2;
}

function squares(chances: Triple, outcome: Triple): number {
  return chances.reduce((sum, chance, index) => sum + (chance - (outcome[index] ?? 0)) ** 2, 0);
}

function mean(inputs: readonly ReceiptInput[]): number {
  return inputs.reduce((sum, { value }) => sum + value, 0) / inputs.length;
}
