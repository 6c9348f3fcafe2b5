/** How the odds of one meeting moved: the same meeting and the same absolute ranges on two days. Pure. */
import { addDays, type Day, monthsBefore } from '../calendar/day.ts';
import { chanceAbove, chanceBelow, chanceOf } from './fed-distribution.ts';
import { type FedFutures, futuresDay } from './fed-futures.ts';
import { type FedCalendar, type FedOdds, fedOdds, type MeetingOdds } from './fed-odds.ts';
import {
  contractInputs,
  expectedFormula,
  type MeetingFigures,
  pathProof,
  priceKinds,
  stepList,
} from './fed-receipts.ts';
import type { MeetingStep } from './fed-steps.ts';
import type { Absent, Receipt } from './receipt.ts';
import { indexAt } from './series.ts';

export type LookBack = '1d' | '1w' | '1m' | { readonly since: Day };

export interface ShiftRow {
  readonly lookBack: LookBack;
  /** The calendar day asked for; `odds.asOf` is the futures day used. */
  readonly target: Day;
  readonly odds: FedOdds;
  readonly found: MeetingOdds;
  /** Chances against the range in force on the as-of day, not on the row's own. */
  readonly cutBy: number;
  readonly hikeBy: number;
  readonly holdBy: number;
  readonly expectedBp: number;
  /** True when any price of that day behind the row is no settlement. */
  readonly lastTrades: boolean;
  /** The row's own chances, as of its own day. */
  readonly base: readonly Receipt<number>[];
  /** As-of minus then, fractions. */
  readonly cutShift: Receipt<number>;
  readonly hikeShift: Receipt<number>;
  readonly expectedShiftBp: Receipt<number>;
}

export interface FedHistory {
  readonly futures: FedFutures;
  readonly calendar: FedCalendar;
}

/** CME's look-backs: the previous futures day, seven days, the same day last month. */
export const LOOK_BACKS: readonly LookBack[] = ['1d', '1w', '1m'];

function lookBackId(lookBack: LookBack): string {
  return typeof lookBack === 'string' ? lookBack : `since.${lookBack.since}`;
}

/** The row of one look-back, or why there is none: no prices then, or that day's odds did not reach the meeting. */
export function shiftRow(history: FedHistory, now: MeetingFigures, lookBack: LookBack): ShiftRow | Absent {
  const { odds: current, meeting } = now;
  const target = targetDay(lookBack, current.asOf);
  const id = `fed.${meeting}.cut_by.shift.${lookBackId(lookBack)}`;
  const day = futuresDay(history.futures, indexAt(history.futures.dates, target));
  if (!day) return { id, absent: `no futures prices on or before ${target}` };
  const odds = fedOdds(history.calendar, day);
  const found = odds?.meetings.find((candidate) => candidate.meeting === meeting);
  if (!odds || !found) return { id, absent: `the prices of ${day.date} do not reach the meeting` };
  return { lookBack, target, odds, found, ...measuredRow(now, { odds, found, lookBack }) };
}

function targetDay(lookBack: LookBack, asOf: Day): Day {
  if (typeof lookBack !== 'string') return lookBack.since;
  if (lookBack === '1d') return addDays(asOf, -1);
  return lookBack === '1w' ? addDays(asOf, -7) : monthsBefore(asOf, 1);
}

interface Base {
  readonly odds: FedOdds;
  readonly found: MeetingOdds;
  readonly lookBack: LookBack;
}

function measuredRow(now: MeetingFigures, { odds, found, lookBack }: Base) {
  // Ranges are absolute: a base day may have had another range in force, so its moves are counted from today's.
  const offset = (now.odds.range.upperBp - odds.range.upperBp) / 25;
  const path = pathTo(odds, found);
  const cutBy = chanceBelow(found.distribution, offset);
  const hikeBy = chanceAbove(found.distribution, offset);
  const expectedBp = 25 * (found.expectedMoves - offset);
  const basePath = { odds, path, offset, id: lookBackId(lookBack) };
  const receipt = shiftReceipts(now, basePath);
  const holdBy = chanceOf(found.distribution, offset);
  return {
    cutBy,
    hikeBy,
    holdBy,
    expectedBp,
    lastTrades: priceKinds(odds.day, path).some((kind) => kind !== 'settlement'),
    base: baseReceipts(now.meeting, basePath, [cutBy, holdBy, hikeBy]),
    cutShift: receipt('cut_by', now.cutBy.value - cutBy),
    hikeShift: receipt('hike_by', now.hikeBy.value - hikeBy),
    expectedShiftBp: receipt('expected_bp', now.expectedBp.value - expectedBp),
  };
}

interface BasePath {
  readonly odds: FedOdds;
  readonly path: readonly MeetingStep[];
  readonly offset: number;
  readonly id: string;
}

/** The chances of the base day against today's range: `fed.2024-03-20.cut_by.base.1m`. */
function baseReceipts(
  meeting: Day,
  { odds, path, offset, id }: BasePath,
  [cutBy, holdBy, hikeBy]: readonly [number, number, number],
): Receipt<number>[] {
  const proof = pathProof(odds, path);
  const from = movesText(offset);
  const steps = stepList(path, '');
  const figure = (name: string, value: number, formula: string): Receipt<number> => ({
    ...proof,
    id: `fed.${meeting}.${name}.base.${id}`,
    value,
    unit: 'fraction',
    formula: `${formula}(${from}, ${steps})`,
  });
  return [figure('cut_by', cutBy, 'below'), figure('hold_by', holdBy, 'exactly'), figure('hike_by', hikeBy, 'above')];
}

function movesText(moves: number): string {
  return moves < 0 ? `−${-moves}` : String(moves);
}

function shiftReceipts(now: MeetingFigures, { odds, path, offset, id }: BasePath) {
  const own = pathTo(now.odds, now.found);
  const base = '(base)';
  const from = movesText(offset);
  const formulas = {
    cut_by: `below(0, ${stepList(own, '')}) − below(${from}, ${stepList(path, base)})`,
    hike_by: `above(0, ${stepList(own, '')}) − above(${from}, ${stepList(path, base)})`,
    expected_bp: `${expectedFormula(own, '')} − (${expectedFormula(path, base)} − 25 × (${from}))`,
  };
  const proof = pathProof(now.odds, own);
  const inputs = [...proof.inputs, ...contractInputs(odds.day, path, base)];
  return (name: keyof typeof formulas, value: number): Receipt<number> => ({
    ...proof,
    id: `fed.${now.meeting}.${name}.shift.${id}`,
    value,
    unit: name === 'expected_bp' ? 'bp' : 'fraction',
    basis: `${proof.basis}; base ${odds.asOf}, ${priceKinds(odds.day, path).join(' and ')}`,
    formula: formulas[name],
    inputs,
  });
}

/** The steps of every meeting up to and including one. */
export function pathTo(odds: FedOdds, found: MeetingOdds): MeetingStep[] {
  return odds.meetings.filter(({ meeting }) => meeting <= found.meeting).map(({ own }) => own);
}
