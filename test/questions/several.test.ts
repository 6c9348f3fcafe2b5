import { describe, expect, it } from 'vitest';
import { isAnother, partsOf } from '../../src/questions/several.ts';

describe('questions in one text', () => {
  it.each([
    [
      'how far behind are small caps ytd and whats priced for march?',
      ['how far behind are small caps ytd', 'whats priced for march'],
    ],
    ['gap ytd? who is most bullish?', ['gap ytd', 'who is most bullish']],
    ['gap ytd\nmarch odds\nsource?', ['gap ytd', 'march odds', 'source']],
    ['odds for march and june', ['odds for march', 'and june']],
    ['gap ytd and mtd', ['gap ytd', 'and mtd']],
  ])('“%s” holds %j', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  it.each([
    'between march and june',
    'small and large caps',
    'yahoo says 7% off the high, you say 5.9',
    'bread and butter',
  ])('“%s” is one', (text) => {
    expect(partsOf(text)).toHaveLength(1);
  });

  it('more than three parts are not read', () => {
    expect(partsOf('a? b? c? d? e?')).toEqual(['a', 'b', 'c']);
  });

  it('the same question of the same values is no second one; of another month it is', () => {
    const odds = (month: number) => ({
      kind: 'odds' as const,
      slots: { meeting: { month }, figures: [], chart: false, bearish: false, fromHigh: false },
    });

    expect(isAnother(odds(3), odds(3))).toBe(false);
    expect(isAnother(odds(3), odds(6))).toBe(true);
  });
});
