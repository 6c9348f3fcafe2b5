/** Which words each kind of question needs, which speak for it, and under which posts it is likelier. A table only. */
import type { Kind } from './question.ts';
import type { Concept } from './words-lexicon.ts';

/** What the post above a thread is about. */
export type Topic = 'smallcaps' | 'fed' | 'targets' | 'survey' | 'backdrop' | 'morning' | 'none';

/** A condition on a slot beside the words. */
export type SlotWord =
  | 'figure'
  | 'bp'
  | 'macro'
  | 'firm'
  | 'month'
  | 'window'
  | 'outlet'
  | 'fromHigh'
  | 'fedTopic'
  | 'targetTopic'
  | 'chart'
  | 'index'
  | 'most'
  | 'last'
  | 'level'
  | 'year'
  | 'day'
  | 'side';

export interface Rule {
  readonly kind: Kind;
  /** One word or slot of every group must be there. */
  readonly needs: readonly (readonly (Concept | SlotWord)[])[];
  readonly not?: readonly (Concept | SlotWord)[];
  readonly weight: number;
  /** What speaks for it beside that. */
  readonly plus?: Partial<Record<Concept | SlotWord, number>>;
  /** Posts under which it is likelier. */
  readonly under?: readonly Topic[];
  /** Posts or threads under which alone it is meant. */
  readonly only?: readonly Topic[];
}

const ACTIONS: readonly Rule[] = [
  { kind: 'alert', needs: [['alert']], not: ['stop'], weight: 14 },
  { kind: 'alert-stop', needs: [['stop']], weight: 15 },
  { kind: 'add-call', needs: [['add'], ['figure']], weight: 13, plus: { firm: 1 } },
  { kind: 'help', needs: [['help']], weight: 9 },
  { kind: 'csv', needs: [['csv']], not: ['contract'], weight: 8 },
  { kind: 'advice', needs: [['advice']], not: ['topfall'], weight: 9 },
  { kind: 'advice', needs: [['forecast']], not: ['fedTopic', 'next'], weight: 6 },
  { kind: 'advice', needs: [['forecast']], weight: 3 },
];

const SMALL_CAPS: readonly Rule[] = [
  {
    kind: 'challenge-price',
    needs: [['figure'], ['outlet', 'dispute'], ['says', 'dispute', 'outlet']],
    not: ['fedTopic', 'alot', 'targetTopic', 'needed'],
    weight: 9,
    plus: { fromHigh: 1 },
    under: ['smallcaps'],
  },
  {
    kind: 'after',
    needs: [['next']],
    not: ['season'],
    weight: 6,
    under: ['smallcaps', 'morning'],
    plus: { recovery: -2 },
  },
  {
    kind: 'recovery',
    needs: [['recovery']],
    not: ['needed'],
    weight: 6,
    plus: { who: 1, alot: 0.5 },
    under: ['smallcaps'],
  },
  { kind: 'streak', needs: [['streak']], weight: 7.5, plus: { gap: 1 } },
  { kind: 'breadth', needs: [['equal']], weight: 6, plus: { tech: 1, just: 1, small: 0.5 } },
  { kind: 'breadth', needs: [['tech'], ['just']], weight: 6, plus: { equal: 2 } },
  {
    kind: 'base',
    needs: [['base']],
    not: ['contract', 'needed'],
    weight: 6,
    plus: { define: 0.5 },
    under: ['smallcaps', 'morning'],
  },
  {
    kind: 'gap-rank',
    needs: [['unusual'], ['gap', 'small']],
    not: ['move', 'cut', 'fed', 'next', 'recovery', 'streak', 'most', 'last', 'bullish', 'target', 'alert'],
    weight: 6,
  },
  {
    kind: 'extreme',
    needs: [['most'], ['gap', 'small', 'large', 'index', 'window', 'unusual', 'move', 'day', 'who']],
    not: ['fed', 'cut', 'hike', 'target', 'bullish', 'streak', 'recovery'],
    weight: 8,
  },
  { kind: 'extreme', needs: [['last']], not: ['fed', 'cut', 'hike', 'target', 'survey', 'topfall', 'high'], weight: 8 },
  {
    kind: 'needed',
    needs: [
      ['needed'],
      ['goal'],
      ['small', 'large', 'gap', 'window', 'index', 'level', 'topfall', 'high', 'figure', 'base'],
    ],
    not: ['alert', 'fed', 'cut', 'hike', 'outlet', 'advice', 'who', 'streak'],
    weight: 5,
    plus: { goal: 1, small: 0.5, level: 2, gap: -0.5 },
    under: ['smallcaps'],
  },
  { kind: 'ratio', needs: [['cheap']], not: ['fed', 'target'], weight: 6.5, plus: { small: 1, large: 1 } },
  { kind: 'seasonality', needs: [['season']], not: ['fed', 'cut', 'hike'], weight: 8 },
  {
    kind: 'highs',
    needs: [['high']],
    not: ['recovery', 'bullish', 'cut', 'hike', 'target', 'targetTopic'],
    weight: 4.5,
    plus: { fromHigh: 1, small: 0.5, off: 0.5 },
    under: ['smallcaps'],
  },
  {
    kind: 'highs',
    needs: [['topfall']],
    not: ['recovery', 'bullish'],
    weight: 6.5,
    plus: { fromHigh: 0.5, off: 0.5 },
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
  { kind: 'lag', needs: [['gap']], not: ['fed'], weight: 3, under: ['smallcaps', 'morning'] },
  { kind: 'lag', needs: [['small', 'large', 'tech'], ['window']], weight: 4 },
  { kind: 'lag', needs: [['tech'], ['versus']], not: ['equal', 'just'], weight: 4.5 },
];

const FED: readonly Rule[] = [
  {
    kind: 'challenge-odds',
    needs: [['figure'], ['outlet', 'dispute'], ['says', 'dispute', 'outlet'], ['fedTopic']],
    not: ['fromHigh', 'alot', 'targetTopic', 'right'],
    weight: 9,
    under: ['fed'],
  },
  {
    kind: 'challenge-odds',
    needs: [['outlet'], ['dispute'], ['fedTopic']],
    not: ['fromHigh', 'targetTopic'],
    weight: 8.5,
    under: ['fed'],
  },
  {
    kind: 'challenge-odds',
    needs: [['figure'], ['outlet'], ['fedTopic']],
    not: ['fromHigh', 'alot', 'targetTopic'],
    weight: 8.5,
    under: ['fed'],
  },
  {
    kind: 'odds-at-by',
    needs: [['atby']],
    not: ['contract', 'alert', 'asof'],
    weight: 7,
    plus: { month: 1, fed: 1 },
    only: ['fed', 'morning', 'none'],
  },
  {
    kind: 'odds-inputs',
    needs: [['contract']],
    not: ['csv'],
    weight: 7.2,
    plus: { fed: 0.5 },
    under: ['fed', 'morning'],
  },
  {
    kind: 'odds-size',
    needs: [
      ['bpsize', 'bp'],
      ['chance', 'fed', 'cut', 'hike', 'fedTopic'],
    ],
    not: ['outlet', 'dispute', 'alot', 'many'],
    weight: 6.5,
    plus: { chance: 1 },
  },
  {
    kind: 'odds-move-rank',
    needs: [['alot'], ['move']],
    not: ['small'],
    weight: 7,
    plus: { figure: 1 },
    under: ['fed'],
  },
  {
    kind: 'odds-move-rank',
    needs: [['alot']],
    not: ['small', 'right', 'streak', 'base'],
    weight: 5,
    only: ['fed'],
  },
  {
    kind: 'calibration',
    needs: [['right'], ['fed', 'far', 'chance', 'cut', 'fedTopic']],
    not: ['people', 'dispute', 'firm', 'oftener'],
    weight: 7,
    plus: { far: 1.5, fed: 1 },
    under: ['fed'],
  },
  { kind: 'calibration', needs: [['brier']], weight: 9 },
  { kind: 'odds-move-rank', needs: [['oftener']], weight: 9, only: ['fed'] },
  {
    kind: 'odds-history',
    needs: [
      ['chart', 'history'],
      ['fed', 'month', 'cut', 'hike', 'chance', 'fedTopic'],
    ],
    not: ['why', 'many', 'alot'],
    weight: 6.5,
    plus: { chart: 1 },
    under: ['fed'],
  },
  {
    kind: 'fed-path',
    needs: [
      ['many', 'yearend'],
      ['cut', 'hike', 'ratelevel'],
    ],
    not: ['chart', 'history', 'target', 'beta', 'advice'],
    weight: 6.5,
    plus: { many: 1.5, yearend: 1 },
  },
  { kind: 'fed-path', needs: [['terminal']], weight: 7 },
  {
    kind: 'fed-path',
    needs: [['year'], ['fed', 'cut', 'hike']],
    not: ['month', 'history', 'chart', 'many', 'day'],
    weight: 5.5,
  },
  { kind: 'fed-range', needs: [['rangenow']], not: ['yearend', 'far'], weight: 7.5 },
  {
    kind: 'odds-why',
    needs: [['why'], ['fed', 'cut', 'hike', 'fedTopic']],
    not: ['outlet', 'right'],
    weight: 6.5,
    under: ['fed'],
  },
  { kind: 'rates-link', needs: [['beta']], weight: 7.5, plus: { small: 1 } },
  {
    kind: 'odds',
    needs: [['fed', 'cut', 'hike', 'hold']],
    weight: 3.5,
    plus: { fed: 1, month: 1, chance: 0.5, cut: 0.5 },
    under: ['fed'],
  },
];

const STREET: readonly Rule[] = [
  { kind: 'ranking', needs: [['topcall']], not: ['survey', 'fed'], weight: 7.5, plus: { who: 0.5, small: 0.5 } },
  {
    kind: 'ranking',
    needs: [['bullish', 'bearish'], ['who']],
    not: ['track', 'survey'],
    weight: 7,
    plus: { small: 0.5 },
  },
  { kind: 'ranking', needs: [['who'], ['level']], not: ['needed'], weight: 6.5, under: ['targets'] },
  { kind: 'ranking', needs: [['who'], ['bearish', 'bullish']], weight: 7, only: ['targets'] },
  {
    kind: 'small-v-large',
    needs: [['bullish', 'bearish', 'target', 'people', 'targetTopic'], ['small'], ['large']],
    not: ['who', 'survey', 'gap', 'outlet'],
    weight: 8,
    plus: { bullish: 1 },
  },
  {
    kind: 'track-record',
    needs: [['track'], ['people', 'track']],
    not: ['far', 'gap', 'topfall', 'high'],
    weight: 7,
    plus: { people: 1, firm: 1 },
  },
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
    not: ['fed', 'next', 'small', 'cut', 'chance', 'streak', 'gap'],
    weight: 6.5,
    plus: { firm: 0.5, target: 0.5 },
    under: ['targets'],
  },
  { kind: 'target', needs: [['firm']], not: ['survey'], weight: 4.5, plus: { target: 1.5, points: 1.5 } },
  {
    kind: 'target',
    needs: [['target']],
    not: ['consensus', 'track'],
    weight: 4,
    plus: { points: 1 },
    under: ['targets'],
  },
];

const REST: readonly Rule[] = [
  { kind: 'synthesis', needs: [['contradict']], weight: 9 },
  { kind: 'survey-after', needs: [['next'], ['survey']], weight: 9, under: ['survey'] },
  { kind: 'survey-after', needs: [['next']], weight: 8, only: ['survey'] },
  { kind: 'survey-after', needs: [['track']], weight: 6.5, only: ['survey'] },
  { kind: 'survey', needs: [['survey']], weight: 5, under: ['survey'] },
  { kind: 'macro', needs: [['macro']], not: ['source'], weight: 5.5, plus: { trend: 1 }, under: ['backdrop'] },
  { kind: 'as-of', needs: [['asof']], not: ['needed'], weight: 6.2, plus: { base: -1 } },
  { kind: 'source', needs: [['source']], not: ['base'], weight: 6.5, plus: { macro: 1, firm: 1 } },
  { kind: 'formula', needs: [['formula']], weight: 7 },
  { kind: 'formula', needs: [['why']], weight: 3 },
  { kind: 'define', needs: [['define']], weight: 2 },
];

export const RULES: readonly Rule[] = [...ACTIONS, ...SMALL_CAPS, ...FED, ...STREET, ...REST];
