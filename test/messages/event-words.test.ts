import { describe, expect, it } from 'vitest';
import { ruleWords, shortRuleWords } from '../../src/messages/event-words.ts';
import { EVENT_RULES } from '../../src/metrics/events.ts';
import { pairFrom } from '../support/views.ts';

const names = pairFrom([1, 2], [1, 2]);

describe('ruleWords', () => {
  it('says what held, in full', () => {
    expect(EVENT_RULES.map((rule) => ruleWords(rule, names)).slice(3, 6)).toEqual([
      'S&P 500 record close, Russell 2000 at least 5% below its own',
      'Russell 2000 52-week low to 52-week high recovery completed',
      'Russell 2000 up more than 20% in 50 sessions',
    ]);
    expect(ruleWords({ kind: 'gap', percentile: 0.05 }, names)).toBe(
      '21-session gap below the 5th percentile of its past',
    );
  });
});

describe('shortRuleWords', () => {
  it('fits a header', () => {
    expect(shortRuleWords({ kind: 'record-lag', below: 0.15 }, names)).toBe('an S&P 500 record with RUT 15% below');
    for (const rule of EVENT_RULES) expect(shortRuleWords(rule, names).length).toBeLessThan(45);
  });
});
