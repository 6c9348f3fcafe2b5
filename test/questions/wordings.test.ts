/** Two thousand wordings by desks of every temper, each under the post named, taken for the kind that its row names. */
import { expect, it } from 'vitest';
import { parseQuestion } from '../../src/questions/parse-question.ts';
import { postUnder, type Under } from './paraphrases.ts';
import { FED_WORDINGS } from './wordings-fed.ts';
import { MORNING_WORDINGS } from './wordings-morning.ts';
import { PRICES_WORDINGS } from './wordings-prices.ts';
import { STREET_WORDINGS } from './wordings-street.ts';

const NOW = Temporal.Instant.from('2024-01-23T03:00:00Z');
const ROWS = Object.entries({ ...FED_WORDINGS, ...MORNING_WORDINGS, ...PRICES_WORDINGS, ...STREET_WORDINGS }).map(
  ([row, texts]) => {
    const [kind = '', under = ''] = row.split(' under ');
    return { row, kind, under: under as Under, texts: texts.split('·').map((text) => text.trim()) };
  },
);

it.each(ROWS)('$row', ({ kind, under, texts }) => {
  const wrong = texts
    .map((text) => ({ text, reading: parseQuestion(text, { post: postUnder(under), turns: [] }, NOW) }))
    .map(({ text, reading }) => [text, reading.kind === 'question' ? reading.question.kind : reading.kind])
    .filter(([, found]) => found !== kind);

  expect(wrong).toEqual([]);
});
