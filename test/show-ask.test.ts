import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../src/errors.ts';
import { withoutPictures } from '../src/messages/pictures.ts';
import { plainText } from '../src/messages/plain-text.ts';
import { showAsk } from '../src/show-ask.ts';
import { describeWithData } from './support/data-folder.ts';
import { desk } from './support/desk.ts';

const { call } = desk();
const DAY = 'asof 2024-01-22';
/** Questions that lean on the post: whatever it is, each gets an answer or a sentence. */
const QUESTIONS = [
  'source?',
  'as of when is this',
  'why',
  'whats the base for that',
  'chart it',
  'and what happened next',
];
const POSTS = [
  ...['ytd', 'recovery', 'divergence', 'ratio', 'streak', 'seasonality', 'highs', 'after', 'vs tech', 'all'].map(
    (view) => `/smallcaps ${view} ${DAY}`,
  ),
  ...[
    'next',
    'march',
    'table',
    'path',
    'march history',
    'march shift',
    'march why',
    'stack',
    'calibration',
    'smallcaps',
  ].map((view) => `/fedodds ${view} ${DAY}`),
  ...['', 'russell', 'spx', 'who goldman', 'score', 'consensus', 'survey', 'survey cash', 'changes'].map(
    (view) => `/targets ${view} ${DAY}`,
  ),
  ...[`/backdrop ${DAY}`, '/capwatch help', '/capwatch sources', '/capwatch methods'],
  ...[`morning ${DAY}`, 'weekly asof 2024-01-19', 'fomc asof 2024-01-31', ''],
  ...['smallcap-divergence', 'odds-shift', 'target-change', 'survey', 'gap ytd past -5', 'record', 'recovery'].map(
    (name) => `alert ${name} ${DAY}`,
  ),
  ...['drawdown past -10', 'march cut odds past 60', 'target hit', 'survey flip'].map((name) => `alert ${name} ${DAY}`),
];

describeWithData('show ask', () => {
  it.each(POSTS)('answers under “%s”, or says why not', async (on) => {
    for (const question of QUESTIONS) {
      try {
        const { answers } = await showAsk([question], on, call);
        const words = answers.map(({ message }) => plainText(withoutPictures(message))).join('');
        expect(words).not.toMatch(/undefined|NaN|Infinity/);
        expect(words.length).toBeGreaterThan(20);
      } catch (error) {
        if (!(error instanceof CapwatchError)) throw error;
        expect(error.userMessage, question).toMatch(/^[A-Z“`].*\.$/s);
      }
    }
  });

  it.each([
    [`alert march cut odds past 90 ${DAY}`, 'chart it', 'odds-history'],
    [`alert gap ytd past -9 ${DAY}`, 'chart it', 'lag'],
    [`alert drawdown past -40 ${DAY}`, 'chart it', 'highs'],
    ['weekly asof 2024-01-19', 'how far behind are small caps', 'lag'],
    ['fomc asof 2024-01-31', 'whats priced for march', 'odds'],
  ])(
    'an alert that did not fire, a wrap and a decision day are about what they watch: %s',
    async (on, question, as) => {
      const { answers, post } = await showAsk([question], on, call);

      expect(post.numbers.length).toBeGreaterThan(0);
      expect(answers[0]?.as).toBe(as);
    },
  );

  it('under a post that tells no session speaks of the last one', async () => {
    expect((await showAsk(['as of when is this'], '/capwatch sources', call)).post.asOf).toBe('2026-11-20');
  });
});

describe('show ask refuses', () => {
  it.each(['blah', 'morning asof someday', '/nope', 'alert nonsense', '/smallcaps nonsense'])('“%s”', async (on) => {
    await expect(showAsk(['source?'], on, call)).rejects.toThrow(CapwatchError);
  });

  it('no question at all', async () => {
    await expect(showAsk([], 'morning', call)).rejects.toThrow('Give a question in quotes.');
  });
});
