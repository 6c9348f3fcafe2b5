import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { parseFedOddsRequest } from '../../src/questions/fedodds-request.ts';

const read = (text: string) => parseFedOddsRequest(text, '2024-01-22');

describe('parseFedOddsRequest', () => {
  test('nothing typed is the next meeting', () => {
    expect(read('')).toEqual({ meeting: 'next', csv: false });
  });

  test.each([
    ['march', { meeting: { month: 3 } }],
    ['mar', { meeting: { month: 3 } }],
    ['by march 2025', { meeting: { month: 3, year: 2025 } }],
    ['20 march', { meeting: { month: 3, date: 20 } }],
    ['march 20th 2024', { meeting: { month: 3, date: 20, year: 2024 } }],
    ['2024-03-20', { meeting: { day: '2024-03-20' } }],
    ['the May meeting', { meeting: { month: 5 } }],
    ['table', { view: 'table' }],
    ['all meetings', { view: 'table' }],
    ['march why', { meeting: { month: 3 }, view: 'why' }],
    ['why march asof 19 jan', { meeting: { month: 3 }, view: 'why', asOf: '2024-01-19' }],
    ['march as of 2024-01-19 versus 22 dec', { meeting: { month: 3 }, asOf: '2024-01-19', since: '2023-12-22' }],
    ['ＭＡＲＣＨ', { meeting: { month: 3 } }],
    ['table csv', { view: 'table', csv: true }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual({ meeting: 'next', csv: false, ...expected });
  });

  test.each([
    ['tabel', 'I do not know `tabel`. Did you mean `table`?', '/fedodds table'],
    ['zzzzzz', 'I do not know `zzzzzz`.', '/fedodds march'],
    ['asof', 'A day is missing after `asof`.', '/fedodds march asof 2024-01-19'],
    ['vs nothing', 'I do not know the day `nothing`.', '/fedodds march vs 2024-01-19'],
    ['asof 2024-02-31', 'There is no day `2024-02-31`.', '/fedodds march asof 2024-01-19'],
  ])('%s is refused with an example that works', (text, said, example) => {
    const refusal = caught(text);
    expect(refusal?.userMessage).toBe(said);
    expect(refusal?.details.example).toBe(example);
  });

  test('any text gives a request or a refusal, never another failure', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 400 })), (text) => {
        caught(text);
      }),
      { numRuns: 2000 },
    );
  });

  function caught(text: string): CapwatchError | undefined {
    try {
      read(text);
      return undefined;
    } catch (error) {
      if (error instanceof CapwatchError && error.kind === 'invalid_input') return error;
      throw error;
    }
  }
});
