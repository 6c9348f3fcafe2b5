/** Every example of the table in docs/questions.md is taken for what its row says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rememberedQuestion } from '../../src/questions/chain.ts';
import { parseQuestion } from '../../src/questions/parse-question.ts';
import type { PostSnapshot, Turn } from '../../src/questions/post-snapshot.ts';
import type { Kind } from '../../src/questions/question.ts';

const NOW = Temporal.Instant.from('2024-01-23T03:00:00Z');
const POST: PostSnapshot = {
  team: 'T',
  channel: 'C',
  ts: '1',
  kind: 'morning',
  command: 'morning asof 2024-01-22',
  asOf: '2024-01-22',
  numbers: [],
};

const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  'the gap': ['lag'],
  'stretches of days': ['lag'],
  'its base': ['base'],
  'what is needed': ['needed'],
  extremes: ['extreme'],
  'distance from a high': ['highs'],
  'somebody else’s price': ['challenge-price'],
  'somebody else’s odds': ['challenge-odds'],
  'what came next': ['after'],
  recoveries: ['recovery'],
  streaks: ['streak'],
  'equal weight': ['breadth'],
  'relative value, seasons': ['ratio', 'seasonality'],
  'one meeting’s odds': ['odds'],
  'sizes of a move': ['odds-size'],
  'at or by': ['odds-at-by'],
  'the path': ['fed-path'],
  'the range in force': ['fed-range'],
  'inputs of the odds': ['odds-inputs'],
  'moves of the odds': ['odds-move-rank'],
  'their history': ['odds-history'],
  'their record': ['calibration'],
  calls: ['target', 'source', 'horizon'],
  'lists of calls': ['ranking', 'consensus'],
  'their record as well': ['track-record'],
  'small against large': ['small-v-large'],
  surveys: ['survey', 'survey-after'],
  'the economy': ['macro'],
  'the post itself': ['as-of', 'source'],
  words: ['define', 'lag'],
  actions: ['alert', 'add-call'],
};

const ROWS = [...readFileSync('docs/questions.md', 'utf8').matchAll(/^\| (?!about)([^|-][^|]*) \| ([^|]+) \|$/gm)].map(
  ([, about = '', examples = '']) => ({ about, texts: examples.split(' · ') }),
);

function threadOf(texts: readonly string[]): (readonly [string, string])[] {
  const turns: Turn[] = [];
  return texts.map((text) => {
    const reading = parseQuestion(text, { post: POST, turns }, NOW);
    const memory = reading.kind === 'question' ? rememberedQuestion(reading.question) : '';
    turns.push({ text: '', command: '', memory });
    return [text, reading.kind === 'question' ? reading.question.kind : reading.kind];
  });
}

it('the table has a row for each kind named here', () => {
  expect(ROWS.map(({ about }) => about)).toEqual(Object.keys(KINDS));
});

it.each(ROWS)('$about', ({ about, texts }) => {
  const wanted = KINDS[about] ?? [];

  const wrong = threadOf(texts).filter(([, kind]) => !wanted.includes(kind as Kind));

  expect(wrong).toEqual([]);
});
