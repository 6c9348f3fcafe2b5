/** Which words speak for an action, a question about calls, surveys, the economy or the post itself; and all rules. A table only. */
import type { Rule } from './intent-rule.ts';
import { CALL_RULES } from './intent-rules-calls.ts';
import { FED_RULES } from './intent-rules-fed.ts';
import { OWN_RULES } from './intent-rules-own.ts';
import { PRICE_RULES } from './intent-rules-prices.ts';
import { STREET_RULES } from './intent-rules-street.ts';

const ACTIONS: readonly Rule[] = [
  { kind: 'help', needs: [['help']], weight: 9 },
  { kind: 'csv', needs: [['csv']], not: ['contract'], weight: 8 },
  { kind: 'advice', needs: [['advice']], not: ['topfall', 'believe'], weight: 11 },
  { kind: 'advice', needs: [['forecast']], not: ['fedTopic', 'next'], weight: 6 },
  { kind: 'advice', needs: [['forecast']], weight: 3 },
];

const REST: readonly Rule[] = [
  { kind: 'synthesis', needs: [['contradict']], weight: 9 },
  { kind: 'synthesis', needs: [['crosspost']], not: ['outlet', 'figure'], weight: 11.5 },
  {
    kind: 'base',
    needs: [['fromwhere']],
    not: ['high', 'recovery', 'streak', 'source', 'firm', 'target'],
    weight: 8,
    only: ['smallcaps'],
  },
  { kind: 'macro', needs: [['macro']], not: ['source'], weight: 5.5, plus: { trend: 1 }, under: ['backdrop'] },
  { kind: 'synthesis', needs: [['butfed']], not: ['figure'], weight: 9, only: ['survey', 'targets', 'smallcaps'] },
  { kind: 'as-of', needs: [['struck']], weight: 9 },
  { kind: 'as-of', needs: [['asof']], not: ['needed'], weight: 7.1, plus: { base: -1 } },
  { kind: 'source', needs: [['source']], not: ['base'], weight: 6.5, plus: { macro: 1, firm: 1 } },
  { kind: 'formula', needs: [['formula']], weight: 7 },
  { kind: 'formula', needs: [['why']], weight: 3 },
  { kind: 'define', needs: [['define']], weight: 2 },
  { kind: 'define', needs: [['meaning']], not: ['outlet', 'figure'], weight: 8 },
  { kind: 'define', needs: [['term', 'termshort']], weight: 9 },
];

export const RULES: readonly Rule[] = [
  ...ACTIONS,
  ...PRICE_RULES,
  ...FED_RULES,
  ...STREET_RULES,
  ...OWN_RULES,
  ...CALL_RULES,
  ...REST,
];
