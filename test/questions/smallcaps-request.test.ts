import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { parseSmallCapsRequest } from '../../src/questions/smallcaps-request.ts';

const TODAY = '2024-01-22';
const read = (text: string) => parseSmallCapsRequest(text, TODAY);

describe('parseSmallCapsRequest', () => {
  it('takes nothing as year to date against the S&P 500', () => {
    expect(read('')).toEqual({ window: 'ytd', viewWords: [], benchmark: 'GSPC', csv: false });
  });

  it('reads the parts in any order, in any case, in full-width letters, with typed or pasted dashes', () => {
    const expected = { window: '3m', benchmark: 'XLK', asOf: '2024-01-19' };

    expect(read('3M vs Tech asof 2024-01-19')).toMatchObject(expected);
    expect(read('as of 2024–01–19 versus technology 3m')).toMatchObject(expected);
    expect(read('３ｍ ｖｓ ｘｌｋ as-of 19 jan 2024')).toMatchObject(expected);
  });

  it.each([
    ['since 2023-10-27', { since: '2023-10-27' }],
    ['since 27 oct 2023', { since: '2023-10-27' }],
    ['since october low', { extreme: 'low', month: 10 }],
    ['since oct 2022 high', { extreme: 'high', month: 10, year: 2022 }],
  ])('reads "%s"', (text, window) => {
    expect(read(text).window).toEqual(window);
  });

  it.each([
    ['vs s&p 500', 'GSPC'],
    ['vs equal weight', 'RSP'],
    ['against spx', 'GSPC'],
    ['vs the nasdaq', 'IXIC'],
  ])('knows the name in "%s"', (text, benchmark) => {
    expect(read(text).benchmark).toBe(benchmark);
  });

  it('reads views with their own words', () => {
    expect(read('recovery all asof 2024-01-22')).toMatchObject({ view: 'recovery', viewWords: ['all'] });
    expect(read('chart panel')).toMatchObject({ view: 'ratio', viewWords: ['panel'] });
  });

  it('answers 10,000 random texts with a request or one kind refusal, never anything else', () => {
    const word = fc.constantFrom(
      'ytd',
      '1m',
      'vs',
      'asof',
      'since',
      'chart',
      'csv',
      'highs',
      'after',
      'tech',
      '2024-01-19',
      '31',
      'feb',
      'low',
      '<!channel>',
      '🤷',
      '\u202e',
      '-5',
      '1e309',
      '٣',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    );

    fc.assert(
      fc.property(text, (typed) => {
        try {
          expect(read(typed)).toHaveProperty('window');
        } catch (error) {
          expect(error).toBeInstanceOf(CapwatchError);
          expect((error as CapwatchError).userMessage).not.toBe('');
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
