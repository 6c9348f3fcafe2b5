import { describe, expect, it } from 'vitest';
import type { Told } from '../../src/messages/answer.ts';
import { rememberedQuestion } from '../../src/questions/chain.ts';
import { parseQuestion } from '../../src/questions/parse-question.ts';
import type { Turn } from '../../src/questions/post-snapshot.ts';
import type { Kind, Question, Slots } from '../../src/questions/question.ts';

const NOW = Temporal.Instant.from('2024-01-23T03:00:00Z');
const EMPTY: Slots = { figures: [], chart: false, bearish: false, fromHigh: false };
const POST = { team: 'T', channel: 'C', ts: '1', kind: 'morning', asOf: '2024-01-22', numbers: [] } as const;

function asked(kind: Kind, slots: Partial<Slots> = {}): Question {
  return { kind, slots: { ...EMPTY, ...slots } };
}

function turn(question: Question, told?: Told): Turn {
  return { text: '', command: '', memory: rememberedQuestion(question, told) };
}

/** What `text` asks after the turns, under a morning post. */
function asks(turns: readonly Turn[], text: string) {
  const reading = parseQuestion(text, { post: { ...POST, command: 'morning asof 2024-01-22' }, turns }, NOW);
  return reading.kind === 'question' ? { kind: reading.question.kind, ...reading.question.slots } : reading;
}

describe('a row of the list above', () => {
  it.each([
    ['second', 2],
    ['and the second one?', 2],
    ['2nd fastest', 2],
    ['runner up', 2],
    ['whats the third', 3],
    ['no 4', 4],
    ['next', 2],
    ['the one after that', 2],
  ])('“%s”', (text, row) => {
    expect(asks([turn(asked('recovery'))], text)).toMatchObject({ kind: 'recovery', row });
  });

  it('the next one counts from the row told last', () => {
    expect(asks([turn(asked('recovery', { row: 3 }))], 'and the next one')).toMatchObject({ row: 4 });
    expect(asks([turn(asked('ranking', { row: 2, bearish: true }))], 'who is next')).toMatchObject({
      kind: 'ranking',
      row: 3,
      bearish: true,
    });
  });

  it('a row goes when something else is asked of the list', () => {
    expect(asks([turn(asked('recovery', { row: 3 }))], 'on an intraday basis')).not.toHaveProperty('row');
  });

  it('nothing is picked where the answer above has no rows', () => {
    expect(asks([turn(asked('lag'))], 'second')).toMatchObject({ kind: 'unknown' });
    expect(asks([], 'second')).toMatchObject({ kind: 'unknown' });
  });
});

describe('the day told above', () => {
  it.each([
    'what happened 12m after that one',
    'how did small caps do after that one',
    'what followed that one',
    '6m after that one',
  ])('“%s” is asked of it', (text) => {
    const before = turn(asked('recovery', { row: 2 }), { day: '2014-12-26' });
    expect(asks([before], text)).toMatchObject({ kind: 'after', onDay: '2014-12-26' });
  });

  it.each(['who won that year', 'gap that year', 'and how did they do that same year'])('“%s” is its year', (text) => {
    const before = turn(asked('streak', { longest: true }), { day: '1996-05-07' });
    expect(asks([before], text)).toMatchObject({ kind: 'lag', window: { since: '1995-12-31' }, asOf: '1996-12-31' });
  });

  it('the year under way is year to date', () => {
    const now = asks([turn(asked('streak'), { day: '2024-01-22' })], 'who won that year');
    expect(now).toMatchObject({ kind: 'lag', window: 'ytd' });
    expect(now).not.toHaveProperty('asOf');
  });

  it.each(['when', 'on what day', 'which day was that', 'what year'])('“%s” asks for it again', (text) => {
    expect(asks([turn(asked('streak', { longest: true }))], text)).toMatchObject({ kind: 'streak', longest: true });
  });
});

describe('the extreme of what was told', () => {
  it.each(['longest ever', 'whats the record', 'has it ever been longer', 'the longest on record'])('“%s”', (text) => {
    expect(asks([turn(asked('streak'), { side: 'low' })], text)).toMatchObject({
      kind: 'streak',
      longest: true,
      side: 'below',
    });
  });

  it.each(['was it ever bigger', 'has it been wider this year', 'how wide did it get', 'the widest it got'])(
    '“%s” is the widest gap of the year, on the side it is on',
    (text) => {
      expect(asks([turn(asked('lag', { window: 'ytd' }), { side: 'high' })], text)).toMatchObject({
        kind: 'extreme',
        superlative: { ask: 'running', side: 'high', of: 'gap' },
      });
    },
  );
});

describe('two figures of the thread', () => {
  const march = asked('odds-size', { meeting: { month: 3 }, sizes: [50] });
  const earlier = asked('odds-size', { meeting: { month: 3 }, sizes: [50], asOf: '2023-12-22' });

  it.each(['diff in pts between those two dates', 'whats the difference', 'delta', 'how far apart are they'])(
    '“%s” subtracts them',
    (text) => {
      expect(asks([turn(march), turn(earlier)], text)).toMatchObject({
        kind: 'difference',
        between: [march, earlier],
      });
    },
  );

  it('figures of two kinds are not subtracted', () => {
    expect(asks([turn(asked('lag')), turn(march)], 'whats the difference')).not.toMatchObject({ kind: 'difference' });
  });

  it.each([
    ['which is further', false],
    ['which one is more bullish', false],
    ['who is closer', true],
  ])('“%s” sets the two calls side by side', (text, bearish) => {
    const goldman = asked('target', { found: { firm: 'goldman-sachs', call: 1, index: 'RUT' } });
    const fundstrat = asked('target', { found: { firm: 'fundstrat', call: 2, index: 'RUT' } });
    expect(asks([turn(goldman), turn(fundstrat), turn(fundstrat)], text)).toMatchObject({
      kind: 'ranking',
      firms: ['fundstrat', 'goldman-sachs'],
      calls: [2, 1],
      index: 'RUT',
      bearish,
    });
  });
});

describe('a part of the answer above', () => {
  const firms = ['oppenheimer', 'goldman-sachs', 'bank-of-america', 'morgan-stanley'];

  it.each([
    ['without the lowest', ['morgan-stanley']],
    ['ex the top one', ['oppenheimer']],
    ['drop the outliers', ['oppenheimer', 'morgan-stanley']],
  ])('“%s”', (text, without) => {
    expect(asks([turn(asked('consensus'), { firms })], text)).toMatchObject({ kind: 'consensus', without });
  });

  it.each([
    ['highs', 'intraday too', { kind: 'highs', basis: 'intraday' }],
    ['recovery', 'same list using intraday lows and highs', { kind: 'recovery', basis: 'intraday' }],
    ['highs', 'how much to get back', { kind: 'needed', fromHigh: true }],
    ['highs', 'when was its last', { kind: 'highs' }],
    ['challenge-price', 'ok which do i quote', { kind: 'challenge-price', quote: true }],
    ['macro', 'first print or revised', { kind: 'macro', vintage: true }],
    ['odds-size', 'how many by dec', { kind: 'fed-path', month: 12 }],
  ] as const)('after %s “%s”', (kind, text, wanted) => {
    expect(asks([turn(asked(kind))], text)).toMatchObject(wanted);
  });

  it('“so what changed” after an earlier day is asked since that day, up to the post', () => {
    const before = turn(asked('odds', { meeting: { month: 3 }, asOf: '2023-12-22' }));
    const now = asks([before], 'so what changed');
    expect(now).toMatchObject({ kind: 'odds-why', since: '2023-12-22', meeting: { month: 3 } });
    expect(now).not.toHaveProperty('asOf');
  });

  it.each(['does it have amazon', 'is meta in there'])('“%s” is asked of XLK', (text) => {
    expect(asks([turn(asked('lag', { benchmark: 'XLK' }))], text)).toMatchObject({ kind: 'define', term: 'xlk' });
  });
});

it.each(['for the year rather than the 3 months', 'ytd instead of 3m', 'ytd not 3 months'])(
  '“%s” is asked of the year',
  (text) => {
    expect(asks([turn(asked('lag', { window: '3m', benchmark: 'XLK' }))], text)).toMatchObject({
      kind: 'lag',
      window: 'ytd',
      benchmark: 'XLK',
    });
  },
);
