import { describe, expect, it } from 'vitest';
import { rememberedQuestion } from '../../src/questions/chain.ts';
import { parseQuestion } from '../../src/questions/parse-question.ts';
import type { PostSnapshot } from '../../src/questions/post-snapshot.ts';
import type { Kind, Reading, Slots } from '../../src/questions/question.ts';

const NOW = Temporal.Instant.from('2024-01-23T03:00:00Z');
const COMMANDS = {
  morning: 'morning asof 2024-01-22',
  spx: '/targets spx asof 2024-01-22',
  russell: '/targets russell asof 2024-01-22',
  goldman: '/targets who goldman asof 2024-01-22',
  score: '/targets spx score asof 2024-01-22',
  survey: '/targets survey large over small asof 2024-01-22',
} as const;
type Under = keyof typeof COMMANDS;

function read(text: string, under: Under, last?: Reading): Reading {
  const kind = under === 'morning' ? 'morning' : 'alert';
  const place = { team: 'T', channel: 'C', ts: '1', asOf: '2024-01-22', numbers: [] };
  const post: PostSnapshot = { ...place, kind, command: COMMANDS[under] };
  const memory = last?.kind === 'question' ? rememberedQuestion(last.question) : '';
  return parseQuestion(text, { post, turns: last ? [{ text: '', command: '', memory }] : [] }, NOW);
}

const kindOf = (reading: Reading) => (reading.kind === 'question' ? reading.question.kind : reading.kind);
const slotsOf = (reading: Reading): Partial<Slots> => (reading.kind === 'question' ? reading.question.slots : {});

const BANK: readonly (readonly [Under, Kind, readonly string[]])[] = [
  [
    'morning',
    'ranking',
    [
      'biggest small cap bull on the street',
      'whos the uberbull',
      'who has the most upside left',
      'who is at 2244',
      'who sees 50%',
      'who said 15%',
      'is anyone bearish on small caps',
      'does anyone have a target above 3000 on r2k',
      'who is below spot',
      'Which firm on the Street is the most pessimistic about US small caps at the moment?',
    ],
  ],
  [
    'spx',
    'ranking',
    ['street high', 'street low', 'bottom of the street', 'who is the outlier', 'who is closest to spot', '5100?'],
  ],
  [
    'spx',
    'consensus',
    ['median', 'range', 'how many firms', 'whats the high', 'dispersion', 'mean without oppenheimer', 'implied return'],
  ],
  [
    'morning',
    'consensus',
    ['street avg', 'mean tgt', 'what r strategists calling for dec', 'where does the street see spx at yr end'],
  ],
  [
    'morning',
    'target',
    ['jpm target?', 'what level does lee have', 'goldmans 15% from what level', 'which firms do you have', 'ubs?'],
  ],
  [
    'goldman',
    'target',
    ['whats left', 'how far in points', 'the 9% one', 'which are still open', 'is the 14% still active'],
  ],
  [
    'goldman',
    'horizon',
    [
      'is that year end',
      'is it a calendar year target or rolling',
      'when was the note published',
      'when does it run out',
      'how many days left',
      'Is the Goldman target a 12-month or a year-end target?',
    ],
  ],
  ['goldman', 'source', ['who is the analyst', 'link', 'who wrote it']],
  [
    'score',
    'track-record',
    [
      'did lees 50% come true',
      'how wrong was goldman',
      'ever get one right?',
      'who was best',
      'average miss',
      'opco hit rate',
    ],
  ],
  [
    'morning',
    'small-v-large',
    ['upside small vs big, street view', 'goldman small v large', 'strategists on r2k vs spx'],
  ],
  [
    'survey',
    'survey',
    ['which survey is most bearish', 'whats the latest', 'cash in october', 'when was it published', 'aaii?'],
  ],
  [
    'survey',
    'survey-after',
    ['was it a good signal back then', 'how did the s&p do after', 'did small caps outperform after'],
  ],
];

describe('what a desk asks of strategists and surveys', () => {
  it.each(BANK.flatMap(([under, kind, texts]) => texts.map((text) => ({ under, kind, text }))))(
    '“$text” asks for $kind',
    ({ under, kind, text }) => {
      expect(kindOf(read(text, under))).toBe(kind);
    },
  );

  it('“track record goldman” is a question, no entry', () => {
    const reading = read('track record goldman', 'morning');

    expect(kindOf(reading)).toBe('track-record');
    expect(slotsOf(reading).firm).toBe('goldman-sachs');
  });
});

describe('a thread about a call', () => {
  const found = { firm: 'fundstrat', call: 5, index: 'RUT' } as const;
  const ranking = read('who is most bullish on small caps', 'morning');
  const named: Reading =
    ranking.kind === 'question'
      ? { ...ranking, question: { ...ranking.question, slots: { ...ranking.question.slots, found } } }
      : ranking;

  it.each([
    ['whats his target', 'target'],
    ['source?', 'source'],
    ['when does it expire', 'horizon'],
    ['in points', 'target'],
    ['whats left', 'target'],
  ])('“%s” is asked of the call just named', (text, kind) => {
    const next = read(text, 'morning', named);

    expect(kindOf(next)).toBe(kind);
    expect(slotsOf(next).found).toEqual(found);
  });

  it('“and goldman?” leaves it for the firm said', () => {
    const next = read('and goldman?', 'morning', named);

    expect(kindOf(next)).toBe('target');
    expect(slotsOf(next).firm).toBe('goldman-sachs');
  });

  it('“without oppenheimer” is the consensus before, less one', () => {
    const next = read('without oppenheimer', 'spx', read('consensus', 'spx'));

    expect(kindOf(next)).toBe('consensus');
    expect(slotsOf(next).without).toEqual(['oppenheimer']);
    expect(slotsOf(read('and the median?', 'spx', next)).without).toEqual(['oppenheimer']);
  });

  it('“who is next” keeps the end the list was read from', () => {
    const lowest = read('who is lowest', 'spx');

    expect(slotsOf(read('who is next', 'spx', lowest)).bearish).toBe(true);
  });

  it('“in october” and “source” after cash stay with cash and its month', () => {
    const cash = read('cash level?', 'survey');
    const october = read('in october', 'survey', cash);

    expect(slotsOf(october)).toMatchObject({ survey: 'cash', month: 10 });
    expect(slotsOf(read('source', 'survey', october))).toMatchObject({ survey: 'cash', month: 10 });
  });
});
