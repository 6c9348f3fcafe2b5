/** The morning summary as figures: what is new against what a channel last saw, and which change leads. Pure. */
import { addDays, type Day } from '../calendar/day.ts';
import type { RateSeries } from './fed-rates.ts';
import type { FedDay } from './fed-views.ts';
import { type FedItem, fedItem, leadOutcome } from './morning-fed.ts';
import { type MoveItem, moveItem } from './morning-move.ts';
import {
  type GapItem,
  gapItem,
  isAtRecord,
  type MorningPrices,
  type RecordItem,
  type RecordStanding,
  recordItem,
  type YieldItem,
  yieldItem,
} from './morning-prices.ts';
import { isMeasured, type Measured, type Receipt } from './receipt.ts';
import { measured } from './returns.ts';
import { lastSession } from './series.ts';

/** One section's data, or why there are none and what was last good. */
export type Section<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** Fit for a message, no full stop: "futures source not answering since 18:05 ET". */
      readonly why: string;
      readonly lastGood?: T;
    };

/** A change in the ledger of calls or surveys, one line ready to print, with its receipts. */
export interface CallChange {
  readonly kind: 'added' | 'changed' | 'hit' | 'expired' | 'flip' | 'reading';
  readonly line: string;
  readonly numbers: readonly Receipt[];
}

export interface MorningFacts {
  /** The day it is read, New York. */
  readonly today: Day;
  /** The last completed session: what it speaks of. */
  readonly session: Day;
  readonly prices: Section<MorningPrices>;
  readonly fed: Section<FedDay>;
  readonly twoYear: Section<RateSeries>;
  /** Changes of calls and surveys after `since`; undefined when no ledger is kept. */
  readonly calls?: (since: Day) => Section<readonly CallChange[]>;
}

/** A line of the lead. `score` 1 is the threshold below which a change is no news. */
export type LeadItem =
  | { readonly kind: 'fed'; readonly score: number; readonly item: FedItem }
  | { readonly kind: 'gap'; readonly score: number; readonly item: GapItem }
  | { readonly kind: 'record'; readonly score: number; readonly item: RecordItem }
  | { readonly kind: 'move'; readonly score: number; readonly item: MoveItem }
  | { readonly kind: 'yield'; readonly score: number; readonly item: YieldItem };

export interface MorningView {
  readonly facts: MorningFacts;
  /** The session the channel's last summary spoke of. */
  readonly since: Day;
  /** The largest first; at most three with the warnings. */
  readonly lines: readonly LeadItem[];
  /** True when nothing crossed a threshold and every source answered. */
  readonly quiet: boolean;
  readonly fed?: FedItem;
  readonly gap?: GapItem;
  readonly record?: RecordItem;
  readonly twoYear?: YieldItem;
  readonly move?: MoveItem;
  /** Last good figures of a section whose source is dead, as they were on their own day. */
  readonly lastFed?: FedItem;
  readonly lastGap?: GapItem;
  readonly numbers: readonly Receipt[];
}

/** A change of this size is news: odds 2 points, gap 1 point, the S&P 500's day 2%, yield 10 bp. Told in docs and in the quiet line's meaning. */
const NEWS = { odds: 0.02, gap: 0.01, day: 0.02, yieldBp: 10 } as const;
/** A lead that turned into a lag is news whatever its size. */
const TURNED = 1.2;
/** A record by the sessions since the one before; one the day after another is none. */
const RECORD_SCORES = [
  { after: 250, score: 5 },
  { after: 20, score: 3 },
  { after: 5, score: 1 },
  { after: 0, score: 0.5 },
] as const;
const NO_RECORD = 0.05;

/** Everything the summary of `facts.session` says to a reader who last saw `since`. */
export function morningView(facts: MorningFacts, since: Day): MorningView {
  const { session } = facts;
  const prices = facts.prices.ok ? facts.prices.value : undefined;
  const fed = facts.fed.ok ? fedItem(facts.fed.value, since) : undefined;
  const gap = prices && gapItem(prices, since, session);
  const record = prices && recordItem(prices);
  const twoYear = facts.twoYear.ok ? yieldItem(facts.twoYear.value, since, session) : undefined;
  const move = prices && moveItem(prices);
  const parts = {
    ...(move && { move }),
    ...(fed && { fed }),
    ...(gap && { gap }),
    ...(record && { record }),
    ...(twoYear && { twoYear }),
  };
  const scored = scoredItems(parts);
  const dead = [facts.prices, facts.fed].some(({ ok }) => !ok);
  const quiet = !dead && scored.every(({ score }) => score < 1);
  const lines = shownLines(scored, facts);
  return { facts, since, lines, quiet, ...parts, ...lastGood(facts), numbers: numbersOf(parts, lines) };
}

/** What a dead section last held, each against its own day alone. */
function lastGood({ fed, prices }: MorningFacts): Pick<MorningView, 'lastFed' | 'lastGap'> {
  const lastFed = !fed.ok && fed.lastGood ? fedItem(fed.lastGood, addDays(fed.lastGood.odds.asOf, -1)) : undefined;
  const old = prices.ok ? undefined : prices.lastGood;
  const lastGap = old && gapItem(old, lastSession(old.subject), lastSession(old.subject));
  return { ...(lastFed && { lastFed }), ...(lastGap && { lastGap }) };
}

type Parts = Pick<MorningView, 'fed' | 'gap' | 'record' | 'twoYear' | 'move'>;

function scoredItems({ fed, gap, record, twoYear, move }: Parts): LeadItem[] {
  const items: LeadItem[] = [];
  if (fed) items.push({ kind: 'fed', item: fed, score: Math.abs(leadOutcome(fed)?.change ?? 0) / NEWS.odds });
  if (gap) {
    const size = Math.abs(gap.change) / NEWS.gap;
    items.push({ kind: 'gap', item: gap, score: gap.turned ? Math.max(size, TURNED) : size });
  }
  if (record) items.push({ kind: 'record', item: record, score: recordScore(record) });
  if (move) items.push({ kind: 'move', item: move, score: Math.abs(move.benchmark.value) / NEWS.day });
  if (twoYear) {
    items.push({ kind: 'yield', item: twoYear, score: Math.abs(twoYear.changeBp.value) / NEWS.yieldBp });
  }
  return items.toSorted((a, b) => b.score - a.score);
}

function recordScore({ subject, benchmark }: RecordItem): number {
  return Math.max(scoreOf(subject), scoreOf(benchmark));
}

function scoreOf(one: RecordStanding): number {
  if (!isAtRecord(one) || !isMeasured(one.sinceRecord)) return NO_RECORD;
  const waited = one.sinceRecord.value;
  return RECORD_SCORES.find(({ after }) => waited > after)?.score ?? NO_RECORD;
}

/** Odds and gap always, the better of record and yield where a warning leaves room; the largest change first. */
function shownLines(scored: readonly LeadItem[], { prices, fed }: MorningFacts): LeadItem[] {
  const always = scored.filter(({ kind }) => kind === 'fed' || kind === 'gap');
  const rest = scored.filter(({ kind }) => kind !== 'fed' && kind !== 'gap');
  const warnings = [prices, fed].filter(({ ok }) => !ok).length;
  const room = Math.max(0, 3 - warnings - always.length);
  const shown = new Set([...always, ...rest.slice(0, room)]);
  return scored.filter((item) => shown.has(item));
}

/** Every number, each id once: those of the lines in their order, the headline's first, then the rest. */
function numbersOf(parts: Parts, lines: readonly LeadItem[]): Receipt[] {
  const figures = figuresOf(parts);
  const order = [...lines.map(({ kind }) => kind), 'fed', 'gap', 'record', 'move', 'yield'] as const;
  const told = order.flatMap((kind) => figures[kind]);
  return [...new Map(measured(told).map((receipt) => [receipt.id, receipt])).values()];
}

type Figures = readonly Measured<number | boolean>[];

function figuresOf({ fed, gap, record, twoYear, move }: Parts): Readonly<Record<LeadItem['kind'], Figures>> {
  return {
    fed: fed ? fedFigures(fed) : [],
    gap: gap ? [gap.now.gap, gap.now.subject, gap.now.benchmark, ...(gap.before ? [gap.before] : [])] : [],
    record: record ? [record.benchmark, record.subject].flatMap(standingFigures) : [],
    move: move ? [move.benchmark, move.subject] : [],
    yield: twoYear ? [twoYear.level, twoYear.changeBp] : [],
  };
}

function fedFigures(item: FedItem): Figures {
  const first = leadOutcome(item);
  const rest = item.outcomes.filter((outcome) => outcome !== first);
  const outcomes = [...(first ? [first] : []), ...rest].flatMap(({ now, before }) => [
    now,
    ...(before ? [before] : []),
  ]);
  const shifts = item.before ? [item.before.cutShift, item.before.hikeShift] : [];
  const rows = item.view.rows.flatMap((row) => [row.cutShift, row.hikeShift, row.expectedShiftBp]);
  return [...outcomes, ...shifts, item.view.figures.expectedBp, ...rows];
}

function standingFigures({ record, sinceRecord, fromRecord }: RecordStanding): Measured<number | boolean>[] {
  return [fromRecord, record, sinceRecord];
}
