import { describe, expect, it } from 'vitest';
import { parseMoneyFundWeeks } from '../../../src/market/ici/import.ts';

const HEADER = 'week_ended,total_assets_bn_usd,status\n';

describe('parseMoneyFundWeeks', () => {
  it('reads totals by week, ascending, and leaves out weeks without one', () => {
    expect(parseMoneyFundWeeks(`${HEADER}2026-11-18,7954.1,first\n2026-11-11,,\n2026-11-04,7921.3,first\n`)).toEqual([
      { period: '2026-11-04', value: 7921.3 },
      { period: '2026-11-18', value: 7954.1 },
    ]);
  });

  it.each([
    ['trillions', '2026-11-18,7.95,', /line 2 has `7.95`/],
    ['a Thursday', '2026-11-19,7954.1,', /no Wednesday/],
    ['a date that is none', '18 Nov 2026,7954.1,', /week_ended/],
    ['a week twice', '2026-11-18,7954.1,\n2026-11-18,7955,', /twice/],
    ['a number with a comma', '2026-11-18,"7,954",', /`7,954`/],
  ])('refuses %s', (_what, row, sentence) => {
    expect(() => parseMoneyFundWeeks(`${HEADER}${row}\n`)).toThrow(sentence);
  });
});
