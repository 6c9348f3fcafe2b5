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
  readonly rSquared: Receipt<number>;
  readonly t: Receipt<number>;
}

/** Least squares of the gap on the rate change over the last `WINDOW` pairs; undefined for fewer or constant rates. */
export function rateBeta(pairs: readonly RatePair[], sources: readonly ReceiptSource[]): RateBeta | undefined {
  const window = pairs.slice(-WINDOW);
  const fit = window.length === WINDOW ? leastSquares(window) : undefined;
  const [first, last] = [window[0], window.at(-1)];
  if (!fit || !first || !last) return undefined;
  const figure = windowFigure(window, sources);
  return {
    from: first.date,
    to: last.date,
    sessions: WINDOW,
    betaPer10Bp: figure('', 10 * fit.slope, { unit: 'fraction', formula: '10 × slope(gap, change)' }),
    rSquared: figure('.r_squared', fit.rSquared, { unit: 'ratio', formula: 'rsquared(gap, change)' }),
    t: figure('.t', fit.t, { unit: 'ratio', formula: 'tvalue(gap, change)' }),
  };
}

/** Receipts of what is computed from one window of pairs. */
function windowFigure(window: readonly RatePair[], sources: readonly ReceiptSource[]) {
  const inputs = window.flatMap(({ date, gap, changeBp }): ReceiptInput[] => [
    { name: 'gap', series: 'RUT-GSPC', date, value: gap },
    { name: 'change', series: 'ZQ 12 months ahead', date, value: changeBp },
  ]);
  return (name: string, value: number, { unit, formula }: Pick<Receipt, 'unit' | 'formula'>): Receipt<number> => ({
    id: `RUT-GSPC.gap.beta.${WINDOW}${name}`,
    value,
    unit,
    asOf: window.at(-1)?.date ?? '',
    basis: 'daily gap (price return) on the daily change of the rate implied twelve months ahead; least squares',
    formula,
    inputs,
    sources,
  });
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
  readonly lowest: Receipt<number>;
  readonly highest: Receipt<number>;
  readonly signChanges: Receipt<number>;
  readonly windows: number;
}

interface RollingBeta {
  readonly end: number;
  readonly to: Day;
  readonly betaPer10Bp: number;
}

/** The rolling beta over all of `pairs`, windows with rates all but pinned left out. */
export function betaHistory(pairs: readonly RatePair[], sources: readonly ReceiptSource[]): BetaHistory | undefined {
  const betas = rollingBetas(pairs);
  const [first] = betas;
  if (!first) return undefined;
  const extreme = (name: string, side: 1 | -1) => {
    const found = betas.reduce((best, one) => (side * one.betaPer10Bp > side * best.betaPer10Bp ? one : best), first);
    const figure = windowFigure(pairs.slice(found.end - WINDOW, found.end), sources);
    return figure(name, found.betaPer10Bp, { unit: 'fraction', formula: '10 × slope(gap, change)' });
  };
  const turned = betas.filter(({ betaPer10Bp }, index) => betaPer10Bp * (betas[index - 1]?.betaPer10Bp ?? 0) < 0);
  return {
    lowest: extreme('.lowest', -1),
    highest: extreme('.highest', 1),
    signChanges: {
      ...windowFigure(pairs.slice(-WINDOW), sources)('.sign_changes', turned.length, { unit: 'count', formula: '' }),
      formula: turned.length === 0 ? '0' : 'count(slope after a change of sign)',
      inputs: turned.map(({ to, betaPer10Bp }) => ({
        name: 'slope after a change of sign',
        series: 'RUT-GSPC.gap.beta.60',
        date: to,
        value: betaPer10Bp,
      })),
    },
    windows: betas.length,
  };
}

function rollingBetas(pairs: readonly RatePair[]): RollingBeta[] {
  const betas: RollingBeta[] = [];
  for (let end = WINDOW; end <= pairs.length; end++) {
    const fit = leastSquares(pairs.slice(end - WINDOW, end));
    const to = pairs[end - 1]?.date;
    if (fit && to !== undefined && fit.deviationBp >= LEAST_DEVIATION_BP)
      betas.push({ end, to, betaPer10Bp: 10 * fit.slope });
  }
  return betas;
}

export interface ShockRow {
  readonly days: 'rates up most' | 'rates down most' | 'all days';
  /** Bounds of the change, bp; undefined for all days. */
  readonly thresholdBp?: number;
  readonly count: number;
  readonly meanGap: Receipt<number>;
  readonly medianGap: Receipt<number>;
  /** Share of the days on which small caps led. */
  readonly ahead: Receipt<number>;
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
  const figure = (name: 'mean' | 'median' | 'share', value: number): Receipt<number> => ({
    id: `RUT-GSPC.gap.rates.${days.replaceAll(' ', '_')}.${name}`,
    value,
    unit: 'fraction',
    asOf,
    basis: 'daily gap, price return',
    formula: name === 'share' ? 'share(gap > 0)' : `${name}(gap)`,
    inputs,
    sources,
  });
  return {
    days,
    ...(thresholdBp !== undefined && { thresholdBp }),
    count: pairs.length,
    meanGap: figure('mean', gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length),
    medianGap: figure('median', middle(gaps)),
    ahead: figure('share', gaps.filter((gap) => gap > 0).length / gaps.length),
  };
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
