/** Which words ask something of a list of calls, or what came after a survey. A table only. */
import type { Rule } from './intent-rule.ts';

/** Words of other fields that a verb of these rules may belong to. */
const OTHER_FIELDS = ['survey', 'fed', 'chance', 'alert', 'add', 'gap', 'macro'] as const;

export const CALL_RULES: readonly Rule[] = [
  {
    kind: 'ranking',
    needs: [
      ['rankword'],
      ['target', 'strategist', 'impliedret', 'left', 'people', 'targetnoun', 'consensus', 'bullish', 'bearish'],
    ],
    not: ['track', 'survey', 'chance', 'cut', 'hike', 'recovery', 'move'],
    weight: 10,
  },
  {
    kind: 'ranking',
    needs: [['whois', 'statword', 'anyof'], ['level'], ['side']],
    not: ['alert', 'fed', 'survey', 'high', 'needed', 'track', 'outlet'],
    weight: 9.2,
    only: ['targets', 'morning', 'none'],
  },
  {
    kind: 'ranking',
    needs: [
      ['statword', 'anyof', 'whois'],
      ['level'],
      ['side'],
      ['strategist', 'target', 'people', 'sees', 'consensus'],
    ],
    not: ['alert', 'fed', 'survey', 'needed', 'track'],
    weight: 9.2,
  },
  {
    kind: 'target',
    needs: [['figure'], ['levelask']],
    not: ['level', 'alert', 'survey', 'fed', 'chance', 'outlet', 'whois', 'consensus'],
    weight: 9,
    only: ['targets'],
  },
  {
    kind: 'track-record',
    needs: [['naivebeat'], ['strategist', 'people', 'target', 'firm', 'targetTopic', 'targetnoun']],
    not: ['bofa', 'chance', 'alert'],
    weight: 9.6,
    only: ['targets', 'morning', 'smallcaps', 'fed', 'backdrop', 'none'],
  },
  {
    kind: 'track-record',
    needs: [['recordask'], ['firm', 'people', 'whois', 'strategist', 'targetTopic']],
    not: ['survey', 'fed', 'chance', 'figure', 'alert', 'outlet'],
    weight: 8.8,
  },
  {
    kind: 'track-record',
    needs: [['hitask'], ['anyof', 'whois', 'statword', 'firm']],
    not: ['alert', 'survey', 'fed', 'figure', 'high', 'recovery', 'window'],
    weight: 8.6,
    only: ['targets'],
  },
  {
    kind: 'track-record',
    needs: [['hitask'], ['anyof', 'whois'], ['strategist', 'target', 'people', 'targetnoun']],
    not: ['alert', 'survey', 'fed', 'figure', 'high', 'recovery'],
    weight: 8.6,
  },
  {
    kind: 'small-v-large',
    needs: [['liking'], ['liked'], ['small'], ['large']],
    not: ['survey', 'outlet', 'track', 'fed', 'gap', 'window', 'high', 'cheap', 'season', 'topcall', 'rankword'],
    weight: 9.4,
    only: ['targets', 'morning', 'smallcaps', 'fed', 'backdrop', 'none'],
  },
  {
    kind: 'revisions',
    needs: [
      ['revised'],
      ['whois', 'strategist', 'people', 'window', 'anyof', 'firm', 'target', 'targetnoun', 'consensus'],
    ],
    not: ['survey', 'chance', 'alert', 'add', 'gap', 'macro', 'fed', 'figure', 'track', 'source'],
    weight: 9.3,
    only: ['targets'],
  },
  {
    kind: 'revisions',
    needs: [['revised'], ['strategist', 'firm', 'target'], ['targetnoun', 'sees', 'strategist']],
    not: [...OTHER_FIELDS, 'figure', 'track', 'bpsize', 'source'],
    weight: 9,
  },
  { kind: 'consensus', needs: [['staleask']], not: ['firm', 'fed'], weight: 9, only: ['targets'] },
  {
    kind: 'horizon',
    needs: [['yearendask']],
    not: ['survey', 'fed', 'chance', 'cut', 'hike', 'consensus', 'alert', 'whois', 'left', 'sees', 'track', 'statword'],
    weight: 8.8,
    only: ['targets'],
  },
  {
    kind: 'horizon',
    needs: [['spanask'], ['horizon', 'firm', 'target', 'targetTopic']],
    not: ['survey', 'fed', 'chance', 'gap', 'track', 'revised'],
    weight: 9,
    only: ['targets'],
  },
  {
    kind: 'survey-after',
    needs: [['aftermath'], ['survey', 'small', 'large', 'month', 'year', 'diddo', 'track', 'right', 'sample']],
    not: ['fed', 'firm', 'source', 'crosspost'],
    weight: 9.3,
    only: ['survey'],
  },
  {
    kind: 'survey-after',
    needs: [['diddo'], ['survey']],
    not: ['fed', 'firm', 'source', 'crosspost', 'asof'],
    weight: 9.2,
    only: ['survey'],
  },
  {
    kind: 'survey-after',
    needs: [['survey', 'bofa'], ['aftermath'], ['diddo', 'small', 'large', 'next']],
    not: ['fed', 'target', 'source', 'crosspost'],
    weight: 9.3,
  },
];
