/** From words and slots to kinds of question, each with how much speaks for it. Pure. */
import type { Rule, SlotWord, Topic } from './intent-rule.ts';
import { RULES } from './intent-rules.ts';
import type { Kind, Slots } from './question.ts';
import type { Concept } from './words-lexicon.ts';

export interface Scored {
  readonly kind: Kind;
  readonly score: number;
}

/** Every kind the words speak for, best first. */
export function scoredKinds(concepts: ReadonlySet<Concept>, slots: Slots, topic: Topic): Scored[] {
  const has = (word: Concept | SlotWord) =>
    concepts.has(word as Concept) || slotThere(word as SlotWord, { slots, concepts, topic });
  const best = new Map<Kind, number>();
  for (const rule of RULES) {
    if (!holds(rule, has, topic)) continue;
    const extra = Object.entries(rule.plus ?? {}).reduce(
      (sum, [word, weight]) => sum + (has(word as Concept) ? weight : 0),
      0,
    );
    const score = rule.weight + extra + (rule.under?.includes(topic) ? 1 : 0);
    best.set(rule.kind, Math.max(best.get(rule.kind) ?? 0, score));
  }
  return [...best].map(([kind, score]) => ({ kind, score })).sort((a, b) => b.score - a.score);
}

function holds({ needs, not, only }: Rule, has: (word: Concept | SlotWord) => boolean, topic: Topic): boolean {
  if (only && !only.includes(topic)) return false;
  return !not?.some(has) && needs.every((group) => group.some(has));
}

interface Around {
  readonly slots: Slots;
  readonly concepts: ReadonlySet<Concept>;
  readonly topic: Topic;
}

/** An index level typed as a number: no per cent is that large. */
const LEVEL = 400;
const FED_PAGES = /^(cme|fedwatch|wirp|polymarket|kalshi)/;

function slotThere(slot: SlotWord, { slots, concepts, topic }: Around): boolean {
  const fedWords =
    concepts.has('cut') || concepts.has('hike') || concepts.has('fed') || FED_PAGES.test(slots.who ?? '');
  switch (slot) {
    case 'figure':
      return slots.figures.length > 0;
    case 'bp':
      return slots.figures.some(({ unit }) => unit === 'bp');
    case 'level':
      return slots.figures.some(({ value, unit }) => unit === 'none' && value >= LEVEL);
    case 'macro':
    case 'firm':
    case 'month':
    case 'index':
    case 'year':
    case 'side':
      return slots[slot] !== undefined;
    case 'window':
      return (slots.window ?? slots.period ?? slots.turning ?? slots.sinceMeeting) !== undefined;
    case 'day':
      return slots.asOf !== undefined;
    case 'outlet':
      return slots.who !== undefined;
    case 'fromHigh':
    case 'chart':
      return slots[slot];
    case 'most':
    case 'last':
      return slots.superlative?.ask === slot;
    case 'fedTopic':
      return fedWords || (topic === 'fed' && !isReturn(slots));
    case 'bothEnds':
      return slots.superlative?.both === true;
    case 'running':
      return slots.superlative?.ask === 'running';
    case 'size':
      return slots.sizes !== undefined;
    case 'count':
      return slots.days !== undefined;
    case 'targetTopic':
      return topic === 'targets';
  }
}

/** A negative per cent over a window or of an index is a return, never a chance. */
function isReturn({ figures, window, index }: Slots): boolean {
  return (window ?? index) !== undefined && figures.some(({ value, unit }) => value < 0 && unit === 'percent');
}
