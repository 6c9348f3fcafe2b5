import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callValueFrom, horizonFrom, linkFrom, noteDateFrom, oneLine } from '../../src/metrics/calls-words.ts';

describe('callValueFrom', () => {
  test.each([
    ['2400', 2400],
    ['2,400', 2400],
    ['6,666.50', 6666.5],
    [' 5100 ', 5100],
  ])('%j is a level', (text, level) => {
    expect(callValueFrom(text)).toEqual({ kind: 'level', level });
  });

  test.each([
    ['+15%', 0.15],
    ['15%', 0.15],
    ['-5%', -0.05],
    ['\u22125\u00a0%', -0.05],
    ['0%', 0],
  ])('%j is a return', (text, fraction) => {
    expect(callValueFrom(text)).toEqual({ kind: 'return', fraction });
  });

  test.each([
    '',
    '1e309',
    'NaN',
    '0x10',
    '1,5',
    '٢٤٠٠',
    '２４００',
    '-2400',
    '0',
    '2.4k',
    '1,00,0',
    '600%',
    '-100%',
    '9999999',
    '5 100',
  ])('%j is neither', (text) => {
    expect(callValueFrom(text)).toBeUndefined();
  });
});

describe('horizonFrom', () => {
  test.each([
    ['12-month return', { kind: 'months', months: 12 }],
    ['6m', { kind: 'months', months: 6 }],
    ['12 months', { kind: 'months', months: 12 }],
    ['return in 2024', { kind: 'year-end', year: 2024 }],
    ['index level by year-end 2018', { kind: 'year-end', year: 2018 }],
    ['year-end 2026', { kind: 'year-end', year: 2026 }],
    ['2026', { kind: 'year-end', year: 2026 }],
    ['year end', { kind: 'year-end', year: 2024 }],
    ['H2', { kind: 'second-half', year: 2024 }],
    ['second half of 2025', { kind: 'second-half', year: 2025 }],
    ['2024-06', { kind: 'month', month: '2024-06' }],
  ])('%j, in a note of January 2024', (text, horizon) => {
    expect(horizonFrom(text, '2024-01-12')).toEqual(horizon);
  });

  test.each(['', 'soon', '0m', '99 months', '2024-13', '20244'])('%j is none', (text) => {
    expect(horizonFrom(text, '2024-01-12')).toBeUndefined();
  });
});

describe('noteDateFrom', () => {
  test('a month counts from its end, and never from a day to come', () => {
    expect(noteDateFrom('2024-01', '2024-06-01')).toEqual({ day: '2024-01-31', approximate: true });
    expect(noteDateFrom('2024-02', '2024-06-01')).toEqual({ day: '2024-02-29', approximate: true });
    expect(noteDateFrom('2024-06', '2024-06-10')).toEqual({ day: '2024-06-10', approximate: true });
    expect(noteDateFrom('2024-07', '2024-06-10')).toBe('after-today');
  });

  test('a day is a real one, not after today', () => {
    expect(noteDateFrom('2024-02-29', '2024-06-01')).toEqual({ day: '2024-02-29', approximate: false });
    expect(noteDateFrom('2024-06-02', '2024-06-01')).toBe('after-today');
    for (const text of ['2023-02-29', '2024-00-10', '2024-01-00', '24-01-12', '12.01.2024', '']) {
      expect(noteDateFrom(text, '2024-06-01')).toBeUndefined();
    }
  });
});

describe('linkFrom', () => {
  test('takes web addresses only', () => {
    expect(linkFrom('https://example.com/a?b=c')).toBe('https://example.com/a?b=c');
    for (const text of [
      '',
      'example.com',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://x',
      'https://e.com/<!channel>',
      'https://e.com/a|b',
    ]) {
      expect(linkFrom(text)).toBeUndefined();
    }
  });
});

describe('oneLine', () => {
  test('is one visible line of at most 200 characters, whatever comes in', () => {
    expect(oneLine('two\nlines\u202e and\t tabs ')).toBe('two lines and tabs');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const line = oneLine(text);
        return line.length <= 200 && !/[\p{Cc}\u2028\u2029\u202e]/u.test(line);
      }),
    );
  });
});
