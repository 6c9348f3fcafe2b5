/** The path the futures price: the implied rate meeting by meeting, and the moves priced by a year's end. Pure. */
import { type Day, yearOf } from '../calendar/day.ts';
import { cutAt, type FedOdds, hikeAt, type MeetingOdds } from './fed-odds.ts';
import { type RateSeries, rateAt } from './fed-rates.ts';
import { contractInputs, expectedFormula, pathProof } from './fed-receipts.ts';
import { pathTo } from './fed-shifts.ts';
import type { Receipt } from './receipt.ts';

export interface YearEnd {
  readonly year: number;
  /** The year's last meeting that the prices reach. */
  readonly meeting: Day;
  readonly found: MeetingOdds;
  /** `fed.cuts.2024`: 25 bp moves from the range in force; cuts count as positive. */
  readonly cuts: Receipt<number>;
  /** Implied rate after that meeting, per cent. */
  readonly ratePct: number;
}

/** The moves priced by the end of the year of the day, or of the next year once its last meeting is over. */
export function yearEnd(odds: FedOdds): YearEnd | undefined {
  const first = odds.meetings[0];
  if (!first) return undefined;
  const year = yearOf(first.meeting);
  const found = odds.meetings.findLast(({ meeting }) => yearOf(meeting) === year) ?? first;
  return pathEnd(odds, found, String(year));
}

/** The moves priced by one meeting, as by a year's end; `name` ends the id: the year, or the meeting's day. */
export function pathEnd(odds: FedOdds, found: MeetingOdds, name: string = found.meeting): YearEnd {
  const path = pathTo(odds, found);
  const formula = `0 − (${expectedFormula(path, '').replace('25 × ', '')})`;
  const cuts: Receipt<number> = {
    ...pathProof(odds, path),
    id: `fed.cuts.${name}`,
    value: 0 - found.expectedMoves,
    unit: 'moves',
    formula,
    inputs: contractInputs(odds.day, path, ''),
  };
  return { year: yearOf(found.meeting), meeting: found.meeting, found, cuts, ratePct: found.own.endPct };
}

export interface FirstMove {
  readonly direction: 'cut' | 'hike';
  /** The first meeting by which at least one such move has even odds or better. */
  readonly meeting: Day;
  /** 1 − Π (1 − chance at each meeting): decisions taken as independent, moves between meetings left out. */
  readonly chance: Receipt<number>;
}

/** The median first cut (or hike), or undefined when no meeting reaches even odds. */
export function firstMove(odds: FedOdds, direction: 'cut' | 'hike'): FirstMove | undefined {
  const chanceAt = direction === 'cut' ? cutAt : hikeAt;
  let none = 1;
  for (const found of odds.meetings) {
    none *= 1 - chanceAt(found);
    if (1 - none < 0.5) continue;
    const path = pathTo(odds, found);
    const { basis, asOf, sources } = pathProof(odds, path);
    const inputs = odds.meetings
      .filter(({ meeting }) => meeting <= found.meeting)
      .map((one) => ({
        name: `${direction}_at(${one.meeting})`,
        series: `fed.${one.meeting}.${direction}_at`,
        date: asOf,
        value: chanceAt(one),
      }));
    const formula = `1 − ${inputs.map(({ name }) => `(1 − ${name})`).join(' × ')}`;
    const id = `fed.first_${direction}.${found.meeting}`;
    const chance: Receipt<number> = { id, value: 1 - none, unit: 'fraction', asOf, basis, formula, inputs, sources };
    return { direction, meeting: found.meeting, chance };
  }
  return undefined;
}

/** Implied rate at year end minus the effective rate, bp: what a money fund's yield is priced to lose or gain. */
export function changeFromEffr(odds: FedOdds, end: YearEnd, effr: RateSeries | undefined): Receipt<number> | undefined {
  const now = effr && rateAt(effr, odds.asOf);
  if (!effr || !now) return undefined;
  const implied = { name: 'implied rate', series: `fed.${end.meeting}`, date: odds.asOf, value: end.ratePct };
  const { basis, sources } = pathProof(odds, pathTo(odds, end.found));
  return {
    id: end.cuts.id.replace('cuts', 'change_from_effr'),
    value: 100 * (end.ratePct - now.ratePct),
    unit: 'bp',
    asOf: odds.asOf,
    basis,
    formula: '100 × (implied rate − EFFR)',
    inputs: [implied, { name: 'EFFR', series: 'EFFR', date: now.date, value: now.ratePct }],
    sources: [...sources, effr.source],
  };
}

/**
 * What cash earns now over what it is priced to earn in a year, bp: the effective rate minus the implied rate after the last
 * meeting within twelve months. It stands for a bill's yield, which no source here has (S20).
 */
export function carryGap(odds: FedOdds, effr: RateSeries | undefined): Receipt<number> | undefined {
  const now = effr && rateAt(effr, odds.asOf);
  const horizon = Temporal.PlainDate.from(odds.asOf).add({ months: 12 }).toString();
  const found = odds.meetings.findLast(({ meeting }) => meeting <= horizon);
  if (!effr || !now || !found) return undefined;
  const { basis, sources } = pathProof(odds, pathTo(odds, found));
  return {
    id: 'fed.carry_gap.12m',
    value: 100 * (now.ratePct - found.own.endPct),
    unit: 'bp',
    asOf: odds.asOf,
    basis: `${basis}; after the meeting of ${found.meeting}`,
    formula: '100 × (EFFR − implied rate)',
    inputs: [
      { name: 'EFFR', series: 'EFFR', date: now.date, value: now.ratePct },
      { name: 'implied rate', series: `fed.${found.meeting}`, date: odds.asOf, value: found.own.endPct },
    ],
    sources: [...sources, effr.source],
  };
}
