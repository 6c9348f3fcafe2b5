import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../src/questions/parse-question.ts';
import type { PostSnapshot } from '../../src/questions/post-snapshot.ts';
import type { Kind } from '../../src/questions/question.ts';

const NOW = Temporal.Instant.from('2024-01-23T03:00:00Z');
const COMMANDS = {
  morning: 'morning asof 2024-01-22',
  spx: '/targets spx asof 2024-01-22',
  russell: '/targets russell asof 2024-01-22',
  goldman: '/targets who goldman asof 2024-01-22',
  survey: '/targets survey large over small asof 2024-01-22',
  odds: '/fedodds march shift asof 2024-01-22',
  divergence: '/smallcaps divergence asof 2024-01-22',
} as const;
type Under = keyof typeof COMMANDS;
const ALERTS: readonly Under[] = ['goldman', 'survey', 'odds', 'divergence'];

function kindOf(text: string, under: Under): string {
  const kind = under === 'morning' ? 'morning' : ALERTS.includes(under) ? 'alert' : 'shared';
  const place = { team: 'T', channel: 'C', ts: '1', asOf: '2024-01-22', numbers: [] };
  const post: PostSnapshot = { ...place, kind, command: COMMANDS[under] };
  const reading = parseQuestion(text, { post, turns: [] }, NOW);
  return reading.kind === 'question' ? reading.question.kind : reading.kind;
}

const BANK: readonly (readonly [Under, Kind, readonly string[]])[] = [
  [
    'russell',
    'target',
    ['what does 15% work out to in index terms', '15% is what level', 'translate the 9% into points'],
  ],
  [
    'goldman',
    'horizon',
    [
      'So do I read this as a December 2024 target?',
      'is this for dec 24',
      'so 2,244 by year end?',
      'thats a ye24 number right',
      'Should this be treated as a calendar-year target for 2024?',
      '12m starting which day, ending which day',
    ],
  ],
  ['goldman', 'target', ['what does goldman have on the s&p for dec 2024']],
  [
    'spx',
    'ranking',
    ['Rank the houses by implied upside', 'sort them high to low', 'anyone north of 5k', 'how many >5000'],
  ],
  [
    'morning',
    'ranking',
    ['how many strategists have spx at 5000 or more', 'rank the strategists by upside on small caps'],
  ],
  [
    'spx',
    'revisions',
    [
      'who raised since july',
      'who cut since january',
      'has goldman changed its number',
      'did anyone move their target',
    ],
  ],
  ['morning', 'revisions', ['which strategists lifted their s&p targets since june']],
  [
    'russell',
    'track-record',
    [
      'has anyone on small caps already been hit',
      'which targets have been reached',
      'strategists v just assuming the historical mean, who wins',
      'should i believe goldman',
      'did the 15% work out',
      'who got 2025 right',
    ],
  ],
  ['morning', 'track-record', ['Do sell-side year-end targets beat simply assuming the average yearly gain?']],
  [
    'morning',
    'small-v-large',
    ['does anyone like smalls better than bigs', 'which strategists prefer small over large'],
  ],
  [
    'survey',
    'survey-after',
    [
      'In June 2021, what did small caps do over the 12 months following?',
      'so did it work in 21?',
      'what did iwm do post jun21 survey',
      'how did smalls do after jan 24',
    ],
  ],
  ['morning', 'survey-after', ['what did small caps do after the june 2021 fund manager survey']],
  ['survey', 'survey', ['what did the june 2021 survey say', 'when was the june 21 reading published']],
  ['survey', 'lag', ['what have small caps done ytd', 'how did small caps do in december']],
  [
    'survey',
    'synthesis',
    [
      'odds alert said fewer cuts and now funds like small caps?? make it make sense',
      'isnt this at odds with yesterdays divergence alert',
      'These two alerts seem to point in opposite directions; which one should I believe?',
      'which of the two should we trust, this or the drawdown alert',
      'gap alert vs survey, who is right',
    ],
  ],
  [
    'divergence',
    'alert-why',
    ['why did this fire', 'when does it re-arm', 'when can it fire again', 'what triggered this', 'rule?'],
  ],
  ['odds', 'odds-why', ['why', 'why did the odds fall']],
  ['divergence', 'base', ['from where? 1st jan?', 'starting levels?']],
];

describe('calls, surveys and posts in other people’s words', () => {
  it.each(BANK.flatMap(([under, kind, texts]) => texts.map((text) => ({ under, kind, text }))))(
    '“$text” under $under asks for $kind',
    ({ under, kind, text }) => {
      expect(kindOf(text, under)).toBe(kind);
    },
  );
});
