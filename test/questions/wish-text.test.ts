import { describe, expect, it } from 'vitest';
import { levelsIn, termsIn, wishText } from '../../src/questions/wish-text.ts';

const level = (text: string) => {
  const [first] = levelsIn(termsIn(wishText(text)).text);
  return first && [first.value, first.unit, first.meant];
};

describe('levels of a wish', () => {
  it.each([
    ['june cut odds > 60%', [60, 'percent', 'above']],
    ['june cut odds &gt; 60%', [60, 'percent', 'above']],
    ['march ≥ 30', [30, 'none', 'above']],
    ['march <= 30', [30, 'none', 'below']],
    ['it tops 60', [60, 'none', 'above']],
    ['north of two thirds', [66.67, 'percent', 'above']],
    ['it drops below a third', [33.33, 'percent', 'below']],
    ['falls through 30', [30, 'none', 'below']],
    ['breaks 60%', [60, 'percent', 'past']],
    ['south of a quarter', [25, 'percent', 'below']],
    ['over a half', [50, 'percent', 'above']],
    ['is fifty fifty', [50, 'percent', 'to']],
    ['past \u22128 pp', [-8, 'points', 'past']],
    ['past eight points', [8, 'points', 'past']],
    ['past 800 bps', [800, 'bp', 'past']],
    ['past eight hundred bps', [800, 'bp', 'past']],
    ['hits half a point', [0.5, 'points', 'to']],
    ['past 2 and a half points', [2.5, 'points', 'past']],
    ['minus 8', [-8, 'none', 'to']],
    ['narrows to 2pp', [2, 'points', 'below']],
    ['lags by more than 8', [8, 'none', 'past']],
    ['falls 8 points behind', [8, 'points', 'past']],
    ['20% off the highs', [20, 'percent', 'past']],
    ['60% or higher', [60, 'percent', 'above']],
    ['crosses 50% from above', [50, 'percent', 'below']],
    ['drops 10 points', [10, 'points', 'by']],
    ['widens by 2 points', [2, 'points', 'by']],
    ['moves more than 10 points in a week', [10, 'points', 'by']],
    ['exceeds ten percentage points', [10, 'points', 'above']],
  ])('%s', (text, expected) => {
    expect(level(text)).toEqual(expected);
  });
});

describe('terms of a wish', () => {
  it.each([
    ['past 8 just once', ['once']],
    ['past 8 until 30 june 2024', ['until 30 june 2024']],
    ['past 8 quiet 22:00 to 06:00', ['quiet 22:00 06:00']],
    ['past 8 rearm at 7', ['rearm 7']],
    ['past 8 every time', ['standing']],
    ['ping me once it drops below 50', []],
  ])('%s', (text, words) => {
    expect(termsIn(wishText(text)).words).toEqual(words);
  });

  it.each([
    ['moves 10 points in 5 days', 5],
    ['moves 10 points in a week', 5],
    ['drops 10 points overnight', 1],
    ['falls 10 in a month', 21],
    ['past 8', undefined],
  ])('%s spans %s futures days', (text, sessions) => {
    expect(termsIn(wishText(text)).sessions).toBe(sessions);
  });
});
