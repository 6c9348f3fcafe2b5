/** Odds as figures with receipts: formulas in contract prices, so that anyone can recompute them. Pure. */
import type { Day } from '../calendar/day.ts';
import type { Month } from '../calendar/month.ts';
import { type Anchor, anchorMonths } from './fed-anchors.ts';
import { chanceOf } from './fed-distribution.ts';
import { contractPrice, type FuturesDay, fedContract, type PriceKindName } from './fed-futures.ts';
import {
  cutAt,
  cutBy,
  type FedOdds,
  hikeAt,
  hikeBy,
  holdBy,
  type MeetingOdds,
  type RangeChance,
  rangeChances,
} from './fed-odds.ts';
import type { MeetingStep } from './fed-steps.ts';
import type { Receipt, ReceiptInput, Unit } from './receipt.ts';

/** Every figure of one meeting on one day. Chances are fractions, `by` counts from the range in force that day. */
export interface MeetingFigures {
  readonly meeting: Day;
  readonly odds: FedOdds;
  readonly found: MeetingOdds;
  readonly cutBy: Receipt<number>;
  readonly cutAt: Receipt<number>;
  readonly hikeBy: Receipt<number>;
  readonly hikeAt: Receipt<number>;
  readonly holdBy: Receipt<number>;
  readonly stepBp: Receipt<number>;
  readonly expectedBp: Receipt<number>;
  /** Implied rate after the meeting, per cent. */
  readonly rateAfterPct: Receipt<number>;
  readonly ranges: readonly (RangeChance & { readonly receipt: Receipt<number> })[];
  /** The receipt of the range so many moves from the one in force, exact zeros included. */
  rangeOf(moves: number): Receipt<number>;
}

/** The figures of `meeting`, or undefined when that day's odds do not reach it. */
export function meetingFigures(odds: FedOdds, meeting: Day): MeetingFigures | undefined {
  const index = odds.meetings.findIndex((candidate) => candidate.meeting === meeting);
  const found = odds.meetings[index];
  if (!found) return undefined;
  const path = odds.meetings.slice(0, index + 1).map(({ own }) => own);
  const all = stepList(path, '');
  const own = stepText(found.own, '');
  const figure = figureMaker(odds, path);
  const rangeOf = (moves: number) => {
    const [lower, upper] = [odds.range.lowerBp + 25 * moves, odds.range.upperBp + 25 * moves];
    const formula = `exactly(${signedText(moves)}, ${all})`;
    return figure(`range.${lower}-${upper}`, chanceOf(found.distribution, moves), { unit: 'fraction', formula });
  };
  return {
    meeting,
    odds,
    found,
    cutBy: figure('cut_by', cutBy(found), { unit: 'fraction', formula: `below(0, ${all})` }),
    hikeBy: figure('hike_by', hikeBy(found), { unit: 'fraction', formula: `above(0, ${all})` }),
    holdBy: figure('hold_by', holdBy(found), { unit: 'fraction', formula: `exactly(0, ${all})` }),
    cutAt: figure('cut_at', cutAt(found), { unit: 'fraction', formula: `below(0, ${own})` }),
    hikeAt: figure('hike_at', hikeAt(found), { unit: 'fraction', formula: `above(0, ${own})` }),
    stepBp: figure('step_bp', 25 * found.own.moves, { unit: 'bp', formula: `25 × ${own}` }),
    expectedBp: figure('expected_bp', 25 * found.expectedMoves, { unit: 'bp', formula: expectedFormula(path, '') }),
    rateAfterPct: figure('rate_after', found.own.endPct, { unit: 'percent', formula: anchorText(found.own.end, '') }),
    ranges: rangeChances(odds.range, found).map((cell) => ({ ...cell, receipt: rangeOf(cell.moves) })),
    rangeOf,
  };
}

interface Written {
  readonly unit: Unit;
  readonly formula: string;
}

function figureMaker(odds: FedOdds, path: readonly MeetingStep[]) {
  const meeting = path.at(-1)?.meeting.date;
  const { inputs, basis, asOf, sources } = pathProof(odds, path);
  return (name: string, value: number, { unit, formula }: Written): Receipt<number> => {
    const used = inputs.filter(({ series }) => formula.includes(series));
    return { id: `fed.${meeting}.${name}`, value, unit, asOf, basis, formula, inputs: used, sources };
  };
}

/** Inputs, basis and sources that every figure built on these steps shares. */
export function pathProof(
  odds: FedOdds,
  path: readonly MeetingStep[],
): Omit<Receipt, 'id' | 'value' | 'unit' | 'formula'> {
  const kinds = priceKinds(odds.day, path).join(' and ');
  return {
    asOf: odds.asOf,
    basis: `${kinds}, FedWatch method, ${odds.rule}; ${anchorWords(path.at(-1))}`,
    inputs: contractInputs(odds.day, path, ''),
    sources: [odds.day.futures.source],
  };
}

/** "before: ZQG24 (month without meeting), after: ZQJ24 (month without meeting)". */
function anchorWords(step: MeetingStep | undefined): string {
  return step ? `before: ${anchorName(step.start)}, after: ${anchorName(step.end)}` : '';
}

function anchorName(anchor: Anchor): string {
  if (anchor.kind === 'average') return `${fedContract(anchor.month)} (month without meeting)`;
  return `${fedContract(anchor.meeting.month)} (own month, ${anchor.meeting.oldDays} days before and ${anchor.meeting.newDays} after)`;
}

/** Every contract the steps read, each once, as inputs named like the contract plus `suffix`. */
export function contractInputs(day: FuturesDay, path: readonly MeetingStep[], suffix: string): ReceiptInput[] {
  return pathMonths(path).flatMap((month) => {
    const price = contractPrice(day, month);
    const contract = fedContract(month);
    return price ? [{ name: contract + suffix, series: contract, date: price.date, value: price.price }] : [];
  });
}

/** Kinds of the prices of `day` itself behind the steps; a month already over does not count. */
export function priceKinds(day: FuturesDay, path: readonly MeetingStep[]): PriceKindName[] {
  const prices = pathMonths(path).flatMap((month) => contractPrice(day, month) ?? []);
  return [...new Set(prices.filter(({ date }) => date === day.date).map(({ kind }) => kind))];
}

function pathMonths(path: readonly MeetingStep[]): Month[] {
  const months = path.flatMap(({ start, end }) => [...anchorMonths(start), ...anchorMonths(end)]);
  return [...new Set(months)].sort((a, b) => a - b);
}

/** The steps of a path as the arguments of below(), above() and exactly(). */
export function stepList(path: readonly MeetingStep[], suffix: string): string {
  return path.map((step) => stepText(step, suffix)).join(', ');
}

export function expectedFormula(path: readonly MeetingStep[], suffix: string): string {
  return `25 × (${path.map((step) => stepText(step, suffix)).join(' + ')})`;
}

/** One meeting's step in 25 bp moves, in contract prices: `((ZQG24 − ZQJ24) / 0.25)`. */
function stepText({ start, end }: MeetingStep, suffix: string): string {
  if (plainAverage(start) && plainAverage(end)) {
    return `((${fedContract(start.month)}${suffix} − ${fedContract(end.month)}${suffix}) / 0.25)`;
  }
  return `((${anchorText(end, suffix)} − ${anchorText(start, suffix)}) / 0.25)`;
}

function plainAverage(anchor: Anchor): anchor is Extract<Anchor, { kind: 'average' }> {
  return anchor.kind === 'average' && anchor.moves.length === 0;
}

function anchorText(anchor: Anchor, suffix: string): string {
  if (anchor.kind === 'average') {
    const level = `(100 − ${fedContract(anchor.month)}${suffix})`;
    return anchor.moves.length === 0 ? level : `(${level}${movesText(anchor.moves)})`;
  }
  const { month, days, oldDays, newDays } = anchor.meeting;
  const total = `${days} × (100 − ${fedContract(month)}${suffix})`;
  if (anchor.kind === 'after') return `((${total} − ${oldDays} × ${anchorText(anchor.start, suffix)}) / ${newDays})`;
  const after = newDays === 0 ? '' : ` − ${newDays} × ${anchorText(anchor.end, suffix)}`;
  return `((${total}${after}${movesText(anchor.moves)}) / ${oldDays})`;
}

function movesText(moves: readonly { readonly daysBefore: number; readonly movePct: number }[]): string {
  return moves.map(({ daysBefore, movePct }) => ` + ${daysBefore} × (${signedText(movePct)})`).join('');
}

function signedText(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}
