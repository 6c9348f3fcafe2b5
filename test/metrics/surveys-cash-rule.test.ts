import { describe, expect, test } from 'vitest';
import type { SurveyVersion } from '../../src/metrics/surveys.ts';
import { cashRuleOf, cashSignal } from '../../src/metrics/surveys-cash-rule.ts';

function cash(period: string, value: number): SurveyVersion {
  return {
    survey: 'bofa-fms',
    series: 'cash',
    period,
    published: `${period}-20`,
    value,
    direction: 1,
    source: { link: 'https://example.com', publisher: 'Test' },
    version: 1,
    enteredBy: 'U1',
    enteredAt: '2024-01-16T14:00:00Z',
  };
}

describe('cashSignal', () => {
  test('4.8% was a buy signal under the old rule and is none under the new one', () => {
    expect(cashSignal([cash('2018-11', 4.8)])).toMatchObject({ signal: 'buy', rule: { version: '4.5/3.5' } });
    expect(cashSignal([cash('2024-01', 4.8)])).toMatchObject({ signal: 'neither', rule: { version: '5/4' } });
  });

  test('the thresholds themselves are no signal', () => {
    expect([5, 4, 5.1, 3.9].map((value) => cashSignal([cash('2024-01', value)]))).toMatchObject([
      { signal: 'neither' },
      { signal: 'neither' },
      { signal: 'buy' },
      { signal: 'sell' },
    ]);
  });

  test('an earlier signal counts only under the same version of the rule', () => {
    const mixed = cashSignal([cash('2016-10', 5.8), cash('2023-10', 5.3)]);
    expect(mixed).not.toHaveProperty('previous');
    expect(cashSignal([cash('2023-01', 5.3), cash('2023-10', 5.3)])).toMatchObject({ previous: { period: '2023-01' } });
  });

  test('for the months no source states a rule for there is no signal', () => {
    expect(cashRuleOf('2021-06')).toBeUndefined();
    expect(cashSignal([cash('2021-06', 3.9)])).toHaveProperty('absent', 'no source states the cash rule for 2021-06');
  });
});
