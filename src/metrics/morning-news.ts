/** What counts as news in a morning: every change as a multiple of its threshold, the largest first. Pure. */
import type { LeadItem, MorningView } from './morning.ts';
import type { DecisionItem } from './morning-decision.ts';
import { leadOutcome } from './morning-fed.ts';
import type { MoveItem } from './morning-move.ts';
import { isAtRecord, type RecordItem, type RecordStanding } from './morning-prices.ts';
import { isMeasured } from './receipt.ts';

export type MorningParts = Pick<MorningView, 'decision' | 'fed' | 'gap' | 'record' | 'twoYear' | 'move'>;

/** A change of this size is news: odds 2 points, gap 1 point, the S&P 500's day 2%, yield 10 bp. Told in docs and in the quiet line's meaning. */
const NEWS = { odds: 0.02, gap: 0.01, day: 0.02, yieldBp: 10 } as const;
/** A lead that turned into a lag is news whatever its size. */
const TURNED = 1.2;
/** Odds run to 100 points where prices do not: beyond this change 20 more count as one. */
const ODDS_STEEP = { change: 0.1, step: 0.2 } as const;
/** A day of 2% or more that is the largest in over a year, and any day of 3%, outweighs its size. */
const RARE_DAY = { weight: 3, size: 1.5 } as const;
/** A decision is told the morning after: a hold in a line, or as the lead where it was not priced; a move as the lead. */
const DECISION = { hold: 1, move: 10, between: 20 } as const;
/** A record by the sessions since the one before; one the day after another is none. */
const RECORD_SCORES = [
  { after: 250, score: 5 },
  { after: 20, score: 3 },
  { after: 5, score: 1 },
  { after: 0, score: 0.5 },
] as const;
const NO_RECORD = 0.05;

/** Every item there is with its score, the largest first. */
export function scoredItems({ decision, fed, gap, record, twoYear, move }: MorningParts): LeadItem[] {
  const items: LeadItem[] = [];
  if (decision) items.push({ kind: 'decision', item: decision, score: decisionScore(decision) });
  if (fed) items.push({ kind: 'fed', item: fed, score: oddsScore(leadOutcome(fed)?.change ?? 0) });
  if (gap) {
    const size = Math.abs(gap.change) / NEWS.gap;
    items.push({ kind: 'gap', item: gap, score: gap.turned ? Math.max(size, TURNED) : size });
  }
  if (record) items.push({ kind: 'record', item: record, score: recordScore(record) });
  if (move) items.push({ kind: 'move', item: move, score: moveScore(move) });
  if (twoYear) {
    items.push({ kind: 'yield', item: twoYear, score: Math.abs(twoYear.changeBp.value) / NEWS.yieldBp });
  }
  return items.toSorted((a, b) => b.score - a.score);
}

function decisionScore({ word, decision, priced }: DecisionItem): number {
  const least = word === 'hold' ? DECISION.hold : decision.scheduled ? DECISION.move : DECISION.between;
  return Math.max(least, priced ? oddsScore(1 - priced.value) : 0);
}

function oddsScore(change: number): number {
  const size = Math.abs(change);
  const steep = Math.min(size, ODDS_STEEP.change);
  return steep / NEWS.odds + (size - steep) / ODDS_STEEP.step;
}

function moveScore({ benchmark, largestSince }: MoveItem): number {
  const size = Math.abs(benchmark.value) / NEWS.day;
  const isRare = size >= RARE_DAY.size || (size >= 1 && largestSince !== undefined);
  return isRare ? RARE_DAY.weight * size : size;
}

function recordScore({ subject, benchmark }: RecordItem): number {
  return Math.max(scoreOf(subject), scoreOf(benchmark));
}

function scoreOf(one: RecordStanding): number {
  if (!isAtRecord(one) || !isMeasured(one.sinceRecord)) return NO_RECORD;
  const waited = one.sinceRecord.value;
  return RECORD_SCORES.find(({ after }) => waited > after)?.score ?? NO_RECORD;
}
