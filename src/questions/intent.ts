/** From concepts to kinds of question: which words a kind needs, which ones speak for it, which post makes it likely. Pure. */
import type { Kind, Slots } from './question.ts';
import type { Concept } from './words-lexicon.ts';

/** What the post above a thread is about. */
export type Topic = 'smallcaps' | 'fed' | 'targets' | 'survey' | 'backdrop' | 'morning' | 'none';

/** A condition on a slot beside the words. */
type Slot = 'figure' | 'bp' | 'macro' | 'firm' | 'month' | 'window' | 'outlet' | 'fromHigh' | 'fedTopic' | 'chart';

interface Rule {
  readonly kind: Kind;
  /** One word or slot of every group must be there. */
  readonly needs: readonly (readonly (Concept | Slot)[])[];
  readonly not?: readonly (Concept | Slot)[];
  readonly weight: number;
  /** What speaks for it beside that. */
  readonly plus?: Partial<Record<Concept | Slot, number>>;
  /** Posts under which it is likelier. */
  readonly under?: readonly Topic[];
}

const RULES: readonly Rule[] = [
  { kind: 'alert', needs: [['alert']], weight: 14 },
  { kind: 'add-call', needs: [['add'], ['figure']], weight: 13, plus: { firm: 1 } },
  { kind: 'help', needs: [['help']], weight: 9 },
  { kind: 'advice', needs: [['advice']], weight: 9 },
  { kind: 'advice', needs: [['forecast']], weight: 4 },
  {
    kind: 'challenge-price',
    needs: [['figure'], ['outlet', 'dispute'], ['says', 'dispute', 'outlet']],
    not: ['fedTopic', 'alot'],
    weight: 9,
    plus: { fromHigh: 1 },
    under: ['smallcaps'],
  },
  {
    kind: 'challenge-odds',
    needs: [['figure'], ['outlet', 'dispute'], ['says', 'dispute', 'outlet'], ['fedTopic']],
    not: ['fromHigh', 'alot'],
    weight: 9,
    under: ['fed'],
  },
  { kind: 'synthesis', needs: [['contradict']], weight: 9 },
  { kind: 'survey-after', needs: [['next'], ['survey']], weight: 9, under: ['survey'] },
  { kind: 'after', needs: [['next']], weight: 6, under: ['smallcaps', 'morning'], plus: { recovery: -2 } },
  { kind: 'recovery', needs: [['recovery']], weight: 6, plus: { who: 1, alot: 0.5 }, under: ['smallcaps'] },
  { kind: 'streak', needs: [['streak']], weight: 7, plus: { gap: 1 } },
  { kind: 'breadth', needs: [['equal']], weight: 6, plus: { tech: 1, just: 1, small: 0.5 } },
  { kind: 'breadth', needs: [['tech'], ['just']], weight: 6, plus: { equal: 2 } },
  { kind: 'base', needs: [['base']], not: ['contract'], weight: 6, plus: { define: 0.5 }, under: ['smallcaps'] },
  {
    kind: 'gap-rank',
    needs: [['unusual'], ['gap', 'small']],
    not: ['move', 'cut', 'fed', 'next', 'recovery', 'streak'],
    weight: 6,
  },
  {
    kind: 'highs',
    needs: [['high']],
    not: ['recovery', 'bullish'],
    weight: 4.5,
    plus: { fromHigh: 1, small: 0.5, off: 0.5 },
    under: ['smallcaps'],
  },
  {
    kind: 'lag',
    needs: [
      ['gap', 'versus'],
      ['small', 'large', 'window', 'tech'],
    ],
    weight: 4,
    plus: { window: 1, small: 1, large: 0.5, gap: 1 },
    under: ['smallcaps', 'morning'],
  },
  { kind: 'lag', needs: [['gap']], weight: 3, under: ['smallcaps', 'morning'] },
  { kind: 'lag', needs: [['small', 'large'], ['window']], weight: 4 },
  { kind: 'lag', needs: [['tech'], ['versus']], not: ['equal', 'just'], weight: 4.5 },
  { kind: 'odds-at-by', needs: [['atby']], not: ['contract'], weight: 7, plus: { month: 1, fed: 1 }, under: ['fed'] },
  { kind: 'odds-inputs', needs: [['contract']], weight: 6.5, plus: { fed: 0.5 }, under: ['fed', 'morning'] },
  {
    kind: 'odds-size',
    needs: [
      ['bpsize', 'bp'],
      ['chance', 'fed', 'cut', 'hike'],
    ],
    not: ['outlet', 'dispute', 'alot'],
    weight: 6.5,
    plus: { chance: 1 },
  },
  { kind: 'odds-move-rank', needs: [['alot'], ['move']], weight: 7, plus: { figure: 1 }, under: ['fed'] },
  {
    kind: 'calibration',
    needs: [['right'], ['fed', 'far', 'chance', 'cut']],
    not: ['figure', 'people'],
    weight: 7,
    plus: { far: 1.5, fed: 1 },
    under: ['fed'],
  },
  { kind: 'calibration', needs: [['brier']], weight: 9 },
  {
    kind: 'odds-history',
    needs: [
      ['chart', 'history'],
      ['fed', 'month', 'cut', 'hike', 'chance'],
    ],
    weight: 6.5,
    plus: { chart: 1 },
    under: ['fed'],
  },
  {
    kind: 'fed-path',
    needs: [
      ['many', 'yearend'],
      ['cut', 'hike'],
    ],
    not: ['chart', 'bpsize'],
    weight: 6,
    plus: { many: 1, yearend: 1 },
  },
  { kind: 'odds-why', needs: [['why'], ['fed', 'cut', 'hike', 'fedTopic']], weight: 6.5, under: ['fed'] },
  { kind: 'rates-link', needs: [['beta']], weight: 6, plus: { small: 1 } },
  {
    kind: 'odds',
    needs: [['fed', 'cut', 'hike', 'hold']],
    weight: 3.5,
    plus: { fed: 1, month: 1, chance: 0.5, cut: 0.5 },
    under: ['fed'],
  },
  { kind: 'ranking', needs: [['bullish', 'bearish'], ['who']], not: ['track'], weight: 7, plus: { small: 0.5 } },
  {
    kind: 'small-v-large',
    needs: [['bullish', 'bearish', 'target', 'people'], ['small'], ['large']],
    not: ['who', 'survey'],
    weight: 8,
    plus: { bullish: 1 },
  },
  { kind: 'track-record', needs: [['track'], ['people', 'track']], not: ['far'], weight: 7, plus: { people: 1 } },
  {
    kind: 'consensus',
    needs: [['consensus']],
    not: ['track', 'bullish'],
    weight: 6.5,
    plus: { yearend: 1, target: 1 },
  },
  {
    kind: 'horizon',
    needs: [['horizon']],
    not: ['fed', 'next', 'small', 'cut', 'chance'],
    weight: 6.5,
    plus: { firm: 0.5, target: 0.5 },
    under: ['targets'],
  },
  { kind: 'target', needs: [['firm']], weight: 4, plus: { target: 1.5, points: 1.5 } },
  {
    kind: 'target',
    needs: [['target']],
    not: ['consensus', 'track'],
    weight: 4,
    plus: { points: 1 },
    under: ['targets'],
  },
  { kind: 'survey', needs: [['survey']], weight: 5, under: ['survey'] },
  { kind: 'macro', needs: [['macro']], weight: 5.5, plus: { trend: 1 }, under: ['backdrop'] },
  { kind: 'as-of', needs: [['asof']], weight: 6.2 },
  { kind: 'source', needs: [['source']], weight: 6.5 },
  { kind: 'formula', needs: [['formula']], weight: 7 },
  { kind: 'formula', needs: [['why']], weight: 3 },
  { kind: 'define', needs: [['define']], weight: 2 },
];

export interface Scored {
  readonly kind: Kind;
  readonly score: number;
}

/** Every kind the words speak for, best first. */
export function scoredKinds(concepts: ReadonlySet<Concept>, slots: Slots, topic: Topic): Scored[] {
  const has = (word: Concept | Slot) =>
    concepts.has(word as Concept) || slotThere(word as Slot, { slots, concepts, topic });
  const best = new Map<Kind, number>();
  for (const rule of RULES) {
    if (rule.not?.some(has) || !rule.needs.every((group) => group.some(has))) continue;
    const extra = Object.entries(rule.plus ?? {}).reduce(
      (sum, [word, weight]) => sum + (has(word as Concept) ? weight : 0),
      0,
    );
    const score = rule.weight + extra + (rule.under?.includes(topic) ? 1 : 0);
    best.set(rule.kind, Math.max(best.get(rule.kind) ?? 0, score));
  }
  return [...best].map(([kind, score]) => ({ kind, score })).sort((a, b) => b.score - a.score);
}

interface Around {
  readonly slots: Slots;
  readonly concepts: ReadonlySet<Concept>;
  readonly topic: Topic;
}

function slotThere(slot: Slot, { slots, concepts, topic }: Around): boolean {
  switch (slot) {
    case 'figure':
      return slots.figures.length > 0;
    case 'bp':
      return slots.figures.some(({ unit }) => unit === 'bp');
    case 'macro':
      return slots.macro !== undefined;
    case 'firm':
      return slots.firm !== undefined;
    case 'month':
      return slots.month !== undefined;
    case 'window':
      return slots.window !== undefined;
    case 'outlet':
      return slots.who !== undefined;
    case 'fromHigh':
      return slots.fromHigh;
    case 'chart':
      return slots.chart;
    case 'fedTopic':
      return (
        topic === 'fed' ||
        slots.who === 'cme' ||
        slots.who === 'cme site' ||
        slots.who === 'fedwatch' ||
        concepts.has('cut') ||
        concepts.has('hike') ||
        concepts.has('fed')
      );
  }
}
