/** Which words speak for an action, a question about calls, surveys, the economy or the post itself; and all rules. A table only. */
import type { Rule } from './intent-rule.ts';
import { FED_RULES } from './intent-rules-fed.ts';
import { PRICE_RULES } from './intent-rules-prices.ts';

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

export const RULES: readonly Rule[] = [...ACTIONS, ...PRICE_RULES, ...FED_RULES, ...STREET, ...REST];
