/** Which words speak for a question about a series' own history, a day's prices, a contract or a quarrel over a count. A table only. */
import type { Rule } from './intent-rule.ts';

export const OWN_RULES: readonly Rule[] = [
  {
    kind: 'records',
    needs: [['recordcount']],
    not: ['fedTopic', 'target', 'targetTopic', 'firm', 'alert', 'survey', 'track', 'needed', 'right'],
    weight: 10,
  },
  {
    kind: 'day-prices',
    needs: [['ohlc']],
    not: ['fedTopic', 'target', 'targetTopic', 'firm', 'alert', 'survey', 'recovery', 'statword', 'needed'],
    weight: 10,
  },
  {
    kind: 'day-prices',
    needs: [['hilo'], ['day'], ['small', 'large', 'tech', 'index', 'day']],
    not: ['fedTopic', 'target', 'targetTopic', 'firm', 'alert', 'survey', 'recovery', 'statword'],
    weight: 10,
  },
  {
    kind: 'challenge-price',
    needs: [['figure'], ['outlet', 'quarrel'], ['quarrel'], ['small', 'large', 'gap', 'high', 'index']],
    not: ['fedTopic', 'target', 'targetTopic', 'needed', 'alert', 'recovery', 'right', 'survey'],
    weight: 10,
    plus: { fromHigh: 1, outlet: 1 },
  },
  {
    kind: 'recovery',
    needs: [['recovery'], ['count'], ['outlet', 'quarrel', 'dispute', 'says']],
    not: ['alert', 'needed', 'fedTopic'],
    weight: 11,
  },
  { kind: 'calibration', needs: [['whensays']], not: ['firm', 'target', 'small', 'large', 'gap'], weight: 12 },
  {
    kind: 'odds-at-by',
    needs: [['atbyasked']],
    not: ['contract', 'alert', 'gap', 'small', 'target', 'firm', 'survey', 'totalreturn'],
    weight: 8.5,
    only: ['fed', 'morning', 'none'],
  },
  {
    kind: 'odds-move-rank',
    needs: [['alot'], ['move', 'moved'], ['month', 'fed', 'cut', 'hike', 'chance']],
    not: ['small', 'large', 'gap', 'firm', 'target', 'alert', 'streak', 'base', 'chart', 'outlet'],
    weight: 7.2,
    only: ['morning', 'none', 'fed'],
  },
  { kind: 'odds-inputs', needs: [['contractcode']], not: ['csv', 'alert'], weight: 10 },
  {
    kind: 'odds-size',
    needs: [['size'], ['month', 'fed', 'cut', 'hike', 'chance', 'fedTopic']],
    not: ['outlet', 'dispute', 'alot', 'many', 'alert', 'atby', 'atbyasked', 'chart', 'history', 'why'],
    weight: 6.4,
  },
  { kind: 'fed-range', needs: [['effrnow']], not: ['yearend', 'alert'], weight: 10 },
  {
    kind: 'odds-why',
    needs: [['movedby']],
    not: ['small', 'large', 'gap', 'alert', 'macro', 'alot', 'firm', 'target'],
    weight: 9,
    only: ['fed', 'morning'],
  },
];
