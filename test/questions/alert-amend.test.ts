import { describe, expect, it } from 'vitest';
import { amendedWords } from '../../src/questions/alert-amend.ts';
import { wishText } from '../../src/questions/wish-text.ts';

describe('an alert changed by the next words', () => {
  it.each([
    ['gap ytd below -8', 'make it 10', 'gap ytd below -10'],
    ['gap ytd below -8', 'over 10', 'gap ytd below -10'],
    ['gap ytd below -8', 'under 2 instead', 'gap ytd above -2'],
    ['gap ytd below -8', 'make that -9.5', 'gap ytd below -9.5'],
    ['gap ytd above 3', 'make it 5', 'gap ytd above 5'],
    ['gap ytd below -8', 'mtd', 'gap mtd below -8'],
    ['gap ytd below -8', 'only once', 'gap ytd below -8 once'],
    ['gap ytd below -8 once', 'every time', 'gap ytd below -8 standing'],
    ['gap ytd below -8', 'rearm at 7', 'gap ytd below -8 rearm -7'],
    ['gap ytd below -8 rearm -7', 'make it 10', 'gap ytd below -10'],
    ['gap ytd below -8', 'until 30 june 2024', 'gap ytd below -8 until 30 june 2024'],
    ['2024-03-20 cut odds below 33.33', 'make it 40', '2024-03-20 cut odds below 40'],
    ['2024-03-20 cut odds below 33.33', 'above two thirds instead', '2024-03-20 cut odds above 66.67'],
    ['2024-03-20 cut odds below 33.33', 'and for june', 'june cut odds below 33.33'],
    ['2024-03-20 cut odds below 33.33', 'hold instead', '2024-03-20 hold odds below 33.33'],
    ['2024-03-20 cut odds moves 10 in 5 days', 'make it 15', '2024-03-20 cut odds moves 15 in 5 days'],
    ['drawdown rut past -20', 'make it 25', 'drawdown rut past -25'],
    ['drawdown rut past -20', 's&p instead', 'drawdown gspc past -20'],
    ['divergence 20', 'make it 10', 'divergence 10'],
  ])('%s, then “%s”', (words, text, expected) => {
    expect(amendedWords(words, wishText(text))).toBe(expected);
  });

  it('an event has no level to change', () => {
    expect(() => amendedWords('record gspc', wishText('make it 10'))).toThrow('no level');
  });
});
