import { describe, expect, it } from 'vitest';
import { rememberedQuestion } from '../../src/questions/chain.ts';
import { parseQuestion } from '../../src/questions/parse-question.ts';
import type { PostSnapshot } from '../../src/questions/post-snapshot.ts';
import type { Kind, Reading } from '../../src/questions/question.ts';

const NOW = Temporal.Instant.from('2024-01-23T03:00:00Z');

function post(command: string): PostSnapshot {
  const kind = command.startsWith('morning') ? 'morning' : 'alert';
  return {
    team: 'T',
    channel: 'C',
    ts: '1',
    kind,
    command: `${command} asof 2024-01-22`,
    asOf: '2024-01-22',
    numbers: [],
  };
}

function read(text: string, on: string, before?: Reading): Reading {
  const memory = before?.kind === 'question' ? rememberedQuestion(before.question) : '';
  return parseQuestion(text, { post: post(on), turns: before ? [{ text: '', command: '', memory }] : [] }, NOW);
}

const kindOf = (reading: Reading) => (reading.kind === 'question' ? reading.question.kind : reading.kind);
const slotsOf = (reading: Reading) => (reading.kind === 'question' ? reading.question.slots : undefined);

describe('odds in other words', () => {
  it.each<[Kind, string, string]>([
    ['fed-path', 'morning', 'how many cuts by september'],
    ['fed-path', '/fedodds march', 'total easing priced in bp through september'],
    ['fed-path', 'morning', 'what year end rate is implied'],
    ['fed-path', 'morning', 'terminal rate?'],
    ['fed-path', 'morning', 'where do rates end the year'],
    ['fed-path', 'morning', 'when is the first cut fully priced'],
    ['fed-path', 'morning', 'when do they start cutting'],
    ['fed-path', 'morning', 'show me the whole path as a table'],
    ['fed-path', 'morning', 'bps of cuts priced by may'],
    ['fed-path', 'morning', 'cuts in 2024'],
    ['fed-range', 'morning', 'what is the current fed funds range'],
    ['fed-range', 'morning', 'whats the fed rate'],
    ['odds-size', 'morning', '75 or 100?'],
    ['odds-size', 'morning', 'double cut odds'],
    ['odds-size', 'morning', 'quarter point or half point in march?'],
    ['odds-size', '/fedodds march', 'a full point?'],
    ['odds-at-by', '/fedodds march', 'whats the 50 at vs by'],
    ['odds-at-by', '/fedodds march', 'does that include january'],
    ['odds-at-by', '/fedodds march', 'so is that the prob of the first cut being in march'],
    ['odds-inputs', '/fedodds march', 'what futures is that off'],
    ['odds-inputs', '/fedodds march', 'how do you get from the futures price to 42.6%'],
    ['odds-inputs', '/fedodds march', 'how is that computed'],
    ['odds-move-rank', '/fedodds march', 'biggest one day move ever'],
    ['odds-move-rank', '/fedodds march', 'how often was it more'],
    ['odds-move-rank', '/fedodds march', 'is that a lot'],
    ['challenge-odds', '/fedodds march', 'why dont you match fedwatch'],
    ['challenge-odds', '/fedodds march', 'wirp has 45'],
    ['challenge-odds', '/fedodds march', 'polymarket is at 60 for 50bp cut. you have 78'],
    ['challenge-odds', '/fedodds march', 'twitter says its 45'],
    ['challenge-odds', '/fedodds march', 'atlanta fed tracker says 38% for march'],
    ['calibration', '/fedodds march', 'when it says 42 how often does it happen'],
    ['odds', 'morning', 'chance of a pause in march'],
    ['odds', 'morning', 'odds of a hike in january'],
  ])('%s under %s: “%s”', (kind, on, text) => {
    expect(kindOf(read(text, on))).toBe(kind);
  });
});

describe('a size of move', () => {
  it('is kept when its history is asked for, and when another place disputes it', () => {
    const size = read('chance of a 50bp cut in march', 'morning');

    expect(slotsOf(size)?.sizes).toEqual([50]);
    expect(slotsOf(read('chart it', 'morning', size))?.sizes).toEqual([50]);
    expect(slotsOf(read('kalshi has 3', 'morning', size))?.sizes).toEqual([50]);
  });

  it('gives way to the next one named', () => {
    expect(slotsOf(read('and 75?', 'morning', read('odds of 50 in march', 'morning')))?.sizes).toEqual([75]);
  });

  it('is no level of an alert', () => {
    expect(slotsOf(read('tell me if june goes over 50', '/fedodds march'))?.sizes).toBeUndefined();
  });
});
