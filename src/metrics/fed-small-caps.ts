/** Rates beside small caps: the daily gap against the change in the rate implied twelve months ahead. Pure; no cause. */
import type { Day } from '../calendar/day.ts';
import type { DailyGaps } from './daily-gaps.ts';
import { averagePct, type FedFutures, futuresDayAt } from './fed-futures.ts';
import type { Receipt, ReceiptInput, ReceiptSource } from './receipt.ts';

const WINDOW = 60;
const MONTHS_AHEAD = 12;
/** The largest and the smallest twentieth of the daily rate changes. */
const SHOCK_SHARE = 0.05;

/** One session with both: the gap as a fraction and the change of one contract's implied rate in bp. */
export interface RatePair {
  readonly date: Day;
  readonly changeBp: number;
  readonly gap: number;
}

/**
 * Sessions with a daily gap and futures prices on both ends of it. The contract is the one twelve months after the
 * earlier session, the same on both, so a roll is never a change.
 */
export function ratePairs(futures: FedFutures, gaps: DailyGaps, sessions: readonly Day[]): RatePair[] {
  const before = new Map(sessions.map((session, index) => [session, sessions[index - 1]]));
  return gaps.dates.flatMap((date, index) => {
    const gap = gaps.values[index];
    const changeBp = impliedChangeBp(futures, before.get(date), date);
    return gap === undefined || changeBp === undefined ? [] : [{ date, changeBp, gap }];
  });
}

function impliedChangeBp(futures: FedFutures, before: Day | undefined, date: Day): number | undefined {
  if (before === undefined) return undefined;
  const [from, to] = [futuresDayAt(futures, before), futuresDayAt(futures, date)];
  if (from?.date !== before || to?.date !== date) return undefined;
  const month = from.month + MONTHS_AHEAD;
  const change = 100 * (averagePct(to, month) - averagePct(from, month));
  return Number.isNaN(change) ? undefined : change;
}

export interface RateBeta {
  readonly from: Day;
  readonly to: Day;
  readonly sessions: number;
  /** Change of the gap that went with +10 bp in the implied rate, fraction. */
  readonly betaPer10Bp: Receipt<number>;
  readonly rSquared: number;
  readonly t: number;
}

/** Least squares of the gap on the rate change over the last `WINDOW` pairs; undefined for fewer or constant rates. */
export function rateBeta(pairs: readonly RatePair[], sources: readonly ReceiptSource[]): RateBeta | undefined {
  const window = pairs.slice(-WINDOW);
  const fit = window.length === WINDOW ? leastSquares(window) : undefined;
  const [first, last] = [window[0], window.at(-1)];
  if (!fit || !first || !last) return undefined;
  const receipt: Receipt<number> = {
    id: 'RUT-GSPC.gap.beta.60',
    value: 10 * fit.slope,
    unit: 'fraction',
    asOf: last.date,
    basis:
      'daily gap (price return) on the daily change of the rate implied twelve months ahead; ordinary least squares',
    formula: '10 × slope(gap, change)',
    inputs: window.flatMap(({ date, gap, changeBp }): ReceiptInput[] => [
      { name: 'gap', series: 'RUT-GSPC', date, value: gap },
      { name: 'change', series: 'ZQ 12 months ahead', date, value: changeBp },
    ]),
    sources,
  };
  return { from: first.date, to: last.date, sessions: WINDOW, betaPer10Bp: receipt, rSquared: fit.rSquared, t: fit.t };
}

interface Fit {
  readonly slope: number;
  readonly rSquared: number;
  readonly t: number;
  /** Standard deviation of the rate changes. */
  readonly deviationBp: number;
}

function leastSquares(pairs: readonly RatePair[]): Fit | undefined {
  const n = pairs.length;
  const meanX = pairs.reduce((sum, { changeBp }) => sum + changeBp, 0) / n;
  const meanY = pairs.reduce((sum, { gap }) => sum + gap, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const { changeBp, gap } of pairs) {
    xx += (changeBp - meanX) ** 2;
    xy += (changeBp - meanX) * (gap - meanY);
    yy += (gap - meanY) ** 2;
  }
  if (xx === 0 || yy === 0) return undefined;
  const slope = xy / xx;
  const rSquared = xy ** 2 / (xx * yy);
  const error = Math.sqrt((yy - slope * xy) / (n - 2) / xx);
  return { slope, rSquared, t: slope / error, deviationBp: Math.sqrt(xx / (n - 1)) };
}

/** Windows in which the rate hardly moved give slopes without meaning and are left out of the extremes. */
const LEAST_DEVIATION_BP = 1;

/** Lowest and highest value of the rolling beta, and how often it changed sign. */
export interface BetaHistory {
  readonly lowest: { readonly to: Day; readonly betaPer10Bp: number };
  readonly highest: { readonly to: Day; readonly betaPer10Bp: number };
  readonly signChanges: number;
  readonly windows: number;
}

/** The rolling beta over all of `pairs`, windows with rates all but pinned left out. */
export function betaHistory(pairs: readonly RatePair[]): BetaHistory | undefined {
  const betas: { to: Day; betaPer10Bp: number }[] = [];
  for (let end = WINDOW; end <= pairs.length; end++) {
    const fit = leastSquares(pairs.slice(end - WINDOW, end));
    const to = pairs[end - 1]?.date;
    if (fit && to !== undefined && fit.deviationBp >= LEAST_DEVIATION_BP)
      betas.push({ to, betaPer10Bp: 10 * fit.slope });
  }
  const [first] = betas;
  if (!first) return undefined;
  return {
    lowest: betas.reduce((least, one) => (one.betaPer10Bp < least.betaPer10Bp ? one : least), first),
    highest: betas.reduce((most, one) => (one.betaPer10Bp > most.betaPer10Bp ? one : most), first),
    signChanges: betas.filter(({ betaPer10Bp }, index) => betaPer10Bp * (betas[index - 1]?.betaPer10Bp ?? 0) < 0)
      .length,
    windows: betas.length,
  };
}

export interface ShockRow {
  readonly days: 'rates up most' | 'rates down most' | 'all days';
  /** Bounds of the change, bp; undefined for all days. */
  readonly thresholdBp?: number;
  readonly count: number;
  readonly meanGap: Receipt<number>;
  readonly medianGap: Receipt<number>;
  /** Share of the days on which small caps led. */
  readonly ahead: number;
}

/** The gap on the twentieth of days with the largest rises and falls of the implied rate, and on all days. */
export function shockRows(pairs: readonly RatePair[], sources: readonly ReceiptSource[]): ShockRow[] {
  const ranked = [...pairs].sort((a, b) => b.changeBp - a.changeBp);
  const count = Math.floor(pairs.length * SHOCK_SHARE);
  if (count === 0) return [];
  const [up, down] = [ranked.slice(0, count), ranked.slice(-count)];
  return [
    shockRow('rates up most', up, { sources, thresholdBp: up.at(-1)?.changeBp ?? 0 }),
    shockRow('rates down most', down, { sources, thresholdBp: down[0]?.changeBp ?? 0 }),
    shockRow('all days', pairs, { sources }),
  ];
}

function shockRow(
  days: ShockRow['days'],
  pairs: readonly RatePair[],
  { sources, thresholdBp }: { sources: readonly ReceiptSource[]; thresholdBp?: number },
): ShockRow {
  const inputs = pairs.map(({ date, gap }) => ({ name: 'gap', series: 'RUT-GSPC', date, value: gap }));
  const gaps = pairs.map(({ gap }) => gap).sort((a, b) => a - b);
  const asOf = pairs.reduce((latest, { date }) => (date > latest ? date : latest), '');
  const figure = (name: 'mean' | 'median', value: number): Receipt<number> => ({
    id: `RUT-GSPC.gap.rates.${days.replaceAll(' ', '_')}.${name}`,
    value,
    unit: 'fraction',
    asOf,
    basis: 'daily gap, price return',
    formula: `${name}(gap)`,
    inputs,
    sources,
  });
  return {
    days,
    ...(thresholdBp !== undefined && { thresholdBp }),
    count: pairs.length,
    meanGap: figure('mean', gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length),
    medianGap: figure('median', middle(gaps)),
    ahead: gaps.filter((gap) => gap > 0).length / gaps.length,
  };
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
