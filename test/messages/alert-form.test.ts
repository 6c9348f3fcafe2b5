import { describe, expect, it } from 'vitest';
import { typedRule } from '../../src/messages/alert-form.ts';
import type { AlertRule } from '../../src/metrics/alerts.ts';
import { parseAlertRequest } from '../../src/questions/alert-request.ts';

const MEETING = '2024-03-20';
const RULES: readonly [string, AlertRule][] = [
  ['gap ytd below -8 rearm -7.5', { v: 1, kind: 'gap', window: 'ytd', side: 'below', threshold: -0.08, rearm: -0.075 }],
  ['drawdown rut past -10 rearm -9', { v: 1, kind: 'drawdown', symbol: 'RUT', threshold: -0.1, rearm: -0.09 }],
  ['record gspc', { v: 1, kind: 'record', symbol: 'GSPC' }],
  ['divergence past -20', { v: 1, kind: 'divergence', tier: 0.2, rearm: -0.19 }],
  [
    '2024-03-20 cut odds above 60 rearm 55',
    { v: 1, kind: 'odds', meeting: MEETING, word: 'cut', side: 'above', threshold: 0.6, rearm: 0.55 },
  ],
  [
    '2024-03-20 cut odds moves 10 in 5 days rearm 5',
    { v: 1, kind: 'odds-move', meeting: MEETING, word: 'cut', threshold: 0.1, rearm: 0.05, sessions: 5 },
  ],
  ['recovery', { v: 1, kind: 'recovery' }],
  ['survey flip', { v: 1, kind: 'calls', what: 'flip' }],
  ['target hit', { v: 1, kind: 'calls', what: 'hit' }],
];

describe('typedRule', () => {
  it.each(RULES)('"%s" is typed and read back as the same rule', (line, rule) => {
    expect(typedRule(rule)).toBe(line);
    const read = parseAlertRequest(line, '2024-01-22').rule;
    expect({ ...read, ...('meeting' in read && { meeting: MEETING }) }).toEqual(rule);
    if ('meeting' in read) expect(read.meeting).toEqual({ day: MEETING });
  });
});
