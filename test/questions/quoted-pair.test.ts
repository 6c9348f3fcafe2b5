import { describe, expect, it } from 'vitest';
import { sizesIn } from '../../src/questions/odds-sizes.ts';
import { quotedPair } from '../../src/questions/quoted-pair.ts';
import { figuresIn } from '../../src/questions/slots-figures.ts';
import { normalText } from '../../src/questions/words-normal.ts';

function pair(raw: string): (number | undefined)[] {
  const { text } = normalText(raw);
  const { theirs, ours } = quotedPair(text, figuresIn(text), sizesIn(text));
  return [theirs?.value, ours?.value].map((value) => (value === undefined ? undefined : Math.abs(value)));
}

describe('whose figure is whose', () => {
  it.each<[string, number | undefined, number | undefined]>([
    ['yahoo says 7% off the december high, you say 5.9. who is right', 7, 5.9],
    ['why do u say -4 when yahoo shows -7 from the december high', 7, 4],
    ['someone on the desk says it was 7.4 not 4.0', 7.4, 4],
    ['bloomberg has it 7pct below the dec peak. you show 4. whos right?', 7, 4],
    ['you say 5.9 but reuters says 7', 7, 5.9],
    ['cme site shows 41.6, you have 42.3', 41.6, 42.3],
    ['41.6 on cme, 42.3 here', 41.6, 42.3],
    ['42.3 here but 41.6 on cme', 41.6, 42.3],
    ['your 42.6 is wrong, its 44', 44, 42.6],
    ['shouldnt that be 44 instead of 42.6', 44, 42.6],
    ['not 4.0 but 7.4', 7.4, 4],
    ['wirp has 45', 45, undefined],
    ['fedwatch says 41.6', 41.6, undefined],
    ['polymarket is at 60 for 50bp cut. you have 78', 60, 78],
    ['kalshi has the 50 cut at 61, you show 78', 61, 78],
    ['i have 44 for march', 44, undefined],
    ['my spreadsheet gives 3.5, you post 3.85', 3.5, 3.85],
    ['why 42.6 when cme has 41.6', 41.6, 42.6],
    ['twitter says 50% odds of a cut', 50, undefined],
  ])('%s', (text, theirs, ours) => {
    expect(pair(text)).toEqual([theirs, ours]);
  });
});

describe('sizes of a move', () => {
  it.each<[string, number[]]>([
    ['75 or 100?', [75, 100]],
    ['100?', [100]],
    ['and 50', [50]],
    ['odds of 75', [75]],
    ['50 odds', [50]],
    ['chance of a 50bp cut in sept', [50]],
    ['prob of 50 next week', [50]],
    ['quarter point or half point?', [25, 50]],
    ['50 beeps', [50]],
    ['what about a fifty', [50]],
    ['likelihood of a fifty bp hike', [50]],
    ['chance of 50%', []],
    ['tell me if june goes over 50', []],
    ['you have 75 for march', []],
    ['is a 48 point drop in a month a lot', []],
  ])('%s', (text, sizes) => {
    expect(sizesIn(normalText(text).text)).toEqual(sizes);
  });
});
