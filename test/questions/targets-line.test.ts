import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { typedCall, typedChanges } from '../../src/questions/targets-line.ts';

describe('typedCall', () => {
  it('reads the line of the help', () => {
    expect(typedCall('jefferies r2k 2400 year-end 2026 source https://Example.com/Note')).toEqual({
      firm: 'jefferies',
      person: '',
      index: 'r2k',
      value: '2400',
      horizon: 'year-end 2026',
      note_date: '',
      source: 'https://Example.com/Note',
      quote: '',
    });
  });

  it.each([
    [
      'Goldman Sachs S&P 500 +12% 12m https://a.co/x',
      { firm: 'Goldman Sachs', index: 'S&P 500', value: '+12%', horizon: '12m' },
    ],
    [
      '"Bank of America" spx 15 % by 2026 total source <https://a.co/x|a.co/x>',
      { firm: 'Bank of America', value: '15%', horizon: 'by 2026', basis: 'total', source: 'https://a.co/x' },
    ],
    [
      'ubs russell 2000 2,400.50 h2 2026 bottom-up source https://a.co',
      { index: 'russell 2000', value: '2,400.50', horizon: 'h2 2026', view: 'bottom-up' },
    ],
    [
      'ubs r2k 2400 12m note 12 jan 2024 person Ann Lee; Bob Ray source https://a.co',
      { note_date: '12 jan 2024', person: 'Ann Lee; Bob Ray' },
    ],
    [
      'ubs r2k 2400 12m quote “we note a target” source https://a.co',
      { quote: 'we note a target', source: 'https://a.co' },
    ],
  ])('reads "%s"', (line, expected) => {
    expect(typedCall(line)).toMatchObject(expected);
  });

  it.each(['r2k 2400 12m', 'ubs 2400 12m', 'ubs r2k', ''])('refuses "%s", saying what it cannot find', (line) => {
    expect(() => typedCall(line)).toThrow(/I cannot find the (firm|index|target) in that line/);
  });

  it('refuses a line of 1,201 characters', () => {
    expect(() => typedCall(`ubs r2k 2400 12m quote ${'a'.repeat(1201)}`)).toThrow(CapwatchError);
  });
});

describe('typedChanges', () => {
  it('names fields, or gives the new target alone', () => {
    expect(typedChanges('target 2500 note 2024-01-12')).toEqual({ value: '2500', note_date: '2024-01-12' });
    expect(typedChanges('2,500')).toEqual({ value: '2,500' });
    expect(typedChanges('')).toEqual({});
  });

  it('refuses words that belong to no field', () => {
    expect(() => typedChanges('make it better')).toThrow('A correction names its field.');
  });
});
