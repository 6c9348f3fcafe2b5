import { expect, it } from 'vitest';
import { plainly } from '../../src/questions/polite.ts';

it.each([
  ['would you be so good as to give me the october odds', 'give me the october odds'],
  ['could you kindly tell me the gap', 'tell me the gap'],
  ['would you please show the march odds', 'show the march odds'],
  ['i would be grateful if you could tell me the gap', 'tell me the gap'],
  ['might i ask what is priced for may', 'what is priced for may'],
  ['show the odds if you dont mind', 'show the odds'],
  ['march odds would you', 'march odds'],
])('“%s” asks “%s”', (text, plain) => {
  expect(plainly(text)).toBe(plain);
});

it.each(['would you buy small caps here', 'would you rather own the s&p', 'what would you do', 'can you', 'ytd gap'])(
  '“%s” stays as it is',
  (text) => {
    expect(plainly(text)).toBe(text);
  },
);
