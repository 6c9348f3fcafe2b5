import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { parseTargetsRequest } from '../../src/questions/targets-request.ts';

const TODAY = '2024-01-22';
const read = (text: string) => parseTargetsRequest(text, TODAY);
const VIEW = { kind: 'read', view: 'table', index: 'RUT', indexTyped: false, chart: false, csv: false };

describe('parseTargetsRequest', () => {
  it('takes nothing as the table of the Russell 2000', () => {
    expect(read('')).toEqual(VIEW);
  });

  it.each([
    ['russell', { index: 'RUT', indexTyped: true }],
    ['S&P 500 Goldman Sachs', { index: 'GSPC', indexTyped: true, name: 'goldman sachs' }],
    ['goldman asof 19 jan 2024', { name: 'goldman', asOf: '2024-01-19' }],
    ['spx consensus as of 2024–01–19', { view: 'consensus', index: 'GSPC', asOf: '2024-01-19' }],
    ['r2k score chart csv', { view: 'score', chart: true, csv: true }],
    ['changes since 2024-01-02', { view: 'changes', since: '2024-01-02' }],
    ['who bank of america', { view: 'who', name: 'bank of america' }],
    ['who ubs spx', { view: 'who', name: 'ubs', index: 'GSPC', indexTyped: true }],
    ['survey small over large', { view: 'survey', name: 'small over large' }],
    ['ＳＵＲＶＥＹ cash', { view: 'survey', name: 'cash' }],
    ['log', { view: 'log' }],
    ['export spx', { view: 'export', index: 'GSPC' }],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toMatchObject({ ...VIEW, ...expected, indexTyped: expect.any(Boolean) });
  });

  it.each([
    ['help', { kind: 'help' }],
    ['import', { kind: 'import' }],
    ['add', { kind: 'add' }],
    ['writers', { kind: 'writers' }],
    ['writers everyone', { kind: 'writers', writers: 'everyone' }],
    ['writers <@U0MARIA0001|maria>, u0tom000001', { kind: 'writers', writers: ['U0MARIA0001', 'U0TOM000001'] }],
    ['edit #12', { kind: 'edit', call: 12, changes: {} }],
    [
      'edit 12 target 2500 quote "up to 2,500"',
      { kind: 'edit', call: 12, changes: { value: '2500', quote: 'up to 2,500' } },
    ],
    ['edit 12 +16%', { kind: 'edit', call: 12, changes: { value: '+16%' } }],
    ['withdraw 12', { kind: 'withdraw', call: 12 }],
    ['withdraw 12 on 19 jan 2024', { kind: 'withdraw', call: 12, on: '2024-01-19' }],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'edit',
    'edit twelve',
    'withdraw 12 on 2024-02-30',
    'withdraw 12 on 2024-01-23',
    'changes since',
    'log of goldman',
    '- - -',
  ])('refuses "%s" with an example that works', (text) => {
    expect(() => read(text)).toThrow(CapwatchError);
  });

  it('answers 10,000 random texts with a request or one kind refusal, never anything else', () => {
    const word = fc.constantFrom(
      'add',
      'edit',
      'withdraw',
      'who',
      'score',
      'survey',
      'changes',
      'since',
      'asof',
      'source',
      'note',
      'quote',
      'writers',
      'russell',
      's&p',
      '500',
      '2400',
      '+15%',
      '12m',
      'year-end',
      'https://example.com/a',
      '"',
      '<!channel>',
      '🤷',
      '\u202e',
      '1e309',
      '٣',
      '-5',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        try {
          expect(read(typed)).toHaveProperty('kind');
        } catch (error) {
          expect(error).toBeInstanceOf(CapwatchError);
          expect((error as CapwatchError).userMessage).not.toBe('');
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
