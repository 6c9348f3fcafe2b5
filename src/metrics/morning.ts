/** The morning summary as figures: what is new against what a channel last saw, and which change leads. Pure. */
import { addDays, type Day } from '../calendar/day.ts';
import { nextSession } from '../calendar/nyse.ts';
import type { RateSeries } from './fed-rates.ts';
import type { FedDay } from './fed-views.ts';
import { type DecisionItem, decisionItem, type FedDecision } from './morning-decision.ts';
import { type Decided, type FedItem, fedItem, leadOutcome } from './morning-fed.ts';
import { type MoveItem, moveItem } from './morning-move.ts';
import { type MorningParts, scoredItems } from './morning-news.ts';
import {
  type GapItem,
  gapItem,
  type MorningPrices,
  type RecordItem,
  type RecordStanding,
  recordItem,
  type YieldItem,
  yieldItem,
} from './morning-prices.ts';
import type { Measured, Receipt } from './receipt.ts';
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

/** When a ledger was last looked at, and until when it is read now: ISO instants of entries. */
export interface LedgerSpan {
  readonly last: string;
  readonly now: string;
}

export interface MorningFacts {
  /** The day it is read, New York. */
  readonly today: Day;
  /** The last completed session: what it speaks of. */
  readonly session: Day;
  readonly prices: Section<MorningPrices>;
  readonly fed: Section<FedDay>;
  readonly twoYear: Section<RateSeries>;
  /** Decisions of the last days that are known on the day of reading, oldest first. */
  readonly decisions?: readonly FedDecision[];
  /** A decision of the last days whose range no source tells yet: it is still priced, not over. */
  readonly pending?: Day;
  /**
   * Changes of calls and surveys after `since`; undefined when no ledger is kept. With a span an entry made late counts
   * when it was made, not on the day it bears.
   */
  readonly calls?: (since: Day, span?: LedgerSpan) => Section<readonly CallChange[]>;
}

/** A line of the lead. `score` 1 is the threshold below which a change is no news. */
export type LeadItem =
  | { readonly kind: 'decision'; readonly score: number; readonly item: DecisionItem }
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
  readonly decision?: DecisionItem;
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

/** Everything the summary of `facts.session` says to a reader who last saw `since`. */
export function morningView(facts: MorningFacts, since: Day): MorningView {
  const { session } = facts;
  const prices = facts.prices.ok ? facts.prices.value : undefined;
  const gap = prices && gapItem(prices, since, session);
  const record = prices && recordItem(prices);
  const twoYear = facts.twoYear.ok ? yieldItem(facts.twoYear.value, since, session) : undefined;
  const move = prices && moveItem(prices);
  const parts = {
    ...fedParts(facts, since),
    ...(move && { move }),
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

/** The same view told as another one was: its kinds of lines in their order, quiet or not; a kind without figures is left out. */
export function toldLike(view: MorningView, kinds: readonly LeadItem['kind'][], quiet: boolean): MorningView {
  const scored = scoredItems(view);
  const lines = kinds.flatMap((kind) => scored.find((item) => item.kind === kind) ?? []);
  return { ...view, quiet, lines, numbers: numbersOf(view, lines) };
}

/** The last decision since `since`, and the odds of the meetings after it, counted from the range it set. */
function fedParts(
  { fed, decisions = [], today, pending }: MorningFacts,
  since: Day,
): Pick<MorningView, 'decision' | 'fed'> {
  if (!fed.ok) return {};
  const last = decisions.at(-1);
  // Prices from before a decision say nothing of what comes after it.
  const isPriced = last === undefined || last.day <= fed.value.odds.asOf;
  const decided: Decided = { today, ...(last && { range: last.after }) };
  const item = isPriced ? fedItem(fed.value, since, pending === undefined ? decided : undefined) : undefined;
  const decision = last && last.day >= nextSession(since) ? decisionItem(last, fed.value) : undefined;
  return { ...(decision && { decision }), ...(item && { fed: item }) };
}

/** What a dead section last held, each against its own day alone. */
function lastGood({ fed, prices }: MorningFacts): Pick<MorningView, 'lastFed' | 'lastGap'> {
  const lastFed = !fed.ok && fed.lastGood ? fedItem(fed.lastGood, addDays(fed.lastGood.odds.asOf, -1)) : undefined;
  const old = prices.ok ? undefined : prices.lastGood;
  const lastGap = old && gapItem(old, lastSession(old.subject), lastSession(old.subject));
  return { ...(lastFed && { lastFed }), ...(lastGap && { lastGap }) };
}

/** The largest change first; the odds, the gap and a decision always, another line where they leave room or where it leads. */
function shownLines(scored: readonly LeadItem[], { prices, fed }: MorningFacts): LeadItem[] {
  const room = 3 - [prices, fed].filter(({ ok }) => !ok).length;
  const isAlways = ({ kind }: LeadItem) => kind === 'fed' || kind === 'gap' || kind === 'decision';
  const [first] = scored;
  const wanted = [
    ...scored.filter(({ kind }) => kind === 'decision'),
    ...(first ? [first] : []),
    ...scored.filter(isAlways),
    ...scored,
  ];
  const shown = new Set([...new Set(wanted)].slice(0, room));
  return scored.filter((item) => shown.has(item));
}

/** Every number, each id once: those of the lines in their order, the headline's first, then the rest. */
function numbersOf(parts: MorningParts, lines: readonly LeadItem[]): Receipt[] {
  const figures = figuresOf(parts);
  const order = [...lines.map(({ kind }) => kind), 'decision', 'fed', 'gap', 'record', 'move', 'yield'] as const;
  const told = order.flatMap((kind) => figures[kind]);
  return [...new Map(measured(told).map((receipt) => [receipt.id, receipt])).values()];
}

type Figures = readonly Measured<number | boolean>[];

function figuresOf(parts: MorningParts): Readonly<Record<LeadItem['kind'], Figures>> {
  const { decision, fed, gap, record, twoYear, move } = parts;
  return {
    decision: decision ? [decision.moveBp, ...(decision.priced ? [decision.priced] : [])] : [],
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
