import { describe, expect, it } from 'vitest';
import { normalText } from '../../src/questions/words-normal.ts';

const plain = (text: string) => normalText(text).text;

describe('misspellings', () => {
  it.each([
    ['samll caps', 'small caps'],
    ['odsd for mrach', 'odds for march'],
    ['ydt lga', 'ytd lag'],
    ['drawdwon', 'drawdown'],
    ['goldmna taregt', 'goldman target'],
    ['probabilty', 'probability'],
    ['concensus', 'consensus'],
    ['whats teh gap', 'whats the gap'],
    ['russel 2000', 'russell 2000'],
  ])('“%s” is read as “%s”', (typed, read) => {
    expect(plain(typed)).toBe(read);
  });

  it.each(['money', 'match', 'truck', 'basic', 'hope', 'pizza', 'cats', 'stocks', 'lease', 'harvest', 'svb'])(
    '“%s” stays',
    (word) => {
      expect(plain(word)).toBe(word);
    },
  );
});

describe('short forms and numbers', () => {
  it.each([
    ['tgt thru dec', 'target through dec'],
    ['25 bips', '25 bps'],
    ['half a point', '50 bp'],
    ['quarter point', '25 bp'],
    ['three quarters of a point', '75 bp'],
    ['jumbo cut', '50 bp cut'],
    ['sixty five', '65'],
    ['ten percentage points', '10 percentage points'],
    ['by YE', 'by year end'],
    ['EOY', 'year end'],
    ['spooz', 's&p futures'],
    ['52wk low', '52 week low'],
    ['a year end target', 'a year end target'],
    ['P/E', 'pe ratio'],
    ['1,983.38', '1983.38'],
  ])('“%s” is read as “%s”', (typed, read) => {
    expect(plain(typed)).toBe(read);
  });

  it('mentions and channel calls are no words', () => {
    expect(plain('<@U123> <!channel> gap')).toBe('gap');
  });
});
