import { describe, expect, it } from 'vitest';
import { chatterIn, unheldFor } from '../../src/questions/small-talk.ts';
import { normalText } from '../../src/questions/words-normal.ts';

describe('small talk', () => {
  it.each(['thanks!', 'thx all', 'ok cheers', 'much appreciated', 'Thank you 🙏'])('“%s” is thanks', (text) => {
    expect(chatterIn(text)).toBe('thanks');
  });

  it.each(['👍', ':+1:', 'lol', 'ok cool', 'haha nice one', 'you suck', 'good bot', 'makes sense'])(
    '“%s” asks nothing',
    (text) => {
      expect(chatterIn(text)).toBe('other');
    },
  );

  it.each([
    '',
    '<@U1>',
    'march?',
    'thanks, and for june?',
    'right?',
    'gap ytd',
    'why',
    'is that right',
    'same for june',
  ])('“%s” may ask something', (text) => {
    expect(chatterIn(text)).toBeUndefined();
  });
});

describe('what is not held', () => {
  it.each([
    ['p/e of the russell', 'valuation'],
    ['whats the vix', 'volatility'],
    ['correlation of rut and spx', 'correlations'],
    ['where is the dollar', 'currencies'],
    ['bitcoin?', 'crypto'],
    ['what is the ecb doing', 'central banks'],
  ])('“%s” is named', (text, name) => {
    expect(unheldFor(normalText(text).text, undefined)).toContain(name);
  });

  it('is no veto against a question that is sure of itself', () => {
    expect(unheldFor('which bank is most bullish', { kind: 'ranking', score: 9 })).toBeUndefined();
  });
});
