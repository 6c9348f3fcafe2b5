/** Other wordings of the thirty questions, by the kind they must be understood as: a bank of examples. */
import type { PostSnapshot } from '../../src/questions/post-snapshot.ts';
import type { Kind } from '../../src/questions/question.ts';

/** Which post the questions are asked under. */
export type Under = 'morning' | 'smallcaps' | 'fed' | 'targets' | 'survey';

interface Bank {
  readonly kind: Kind;
  readonly under: Under;
  readonly texts: readonly string[];
}

const COMMANDS: Readonly<Record<Under, string>> = {
  morning: 'morning asof 2024-01-22',
  smallcaps: '/smallcaps divergence asof 2024-01-22',
  fed: '/fedodds march shift asof 2024-01-22',
  targets: '/targets who goldman asof 2024-01-22',
  survey: '/targets survey large over small asof 2024-01-22',
};

/** The post of 22 January 2024 that a text stands under. */
export function postUnder(under: Under): PostSnapshot {
  const kind = under === 'morning' ? 'morning' : 'alert';
  return { team: 'T', channel: 'C', ts: '1', kind, command: COMMANDS[under], asOf: '2024-01-22', numbers: [] };
}

export const PARAPHRASES: readonly Bank[] = [
  {
    kind: 'lag',
    under: 'morning',
    texts: [
      'r2k vs spx this year?',
      'how much are smalls trailing year to date',
      'whats the ytd gap',
      'russell underperformance ytd pls',
      'are small caps still lagging the s&p this year',
      'samll caps ytd vs large',
    ],
  },
  {
    kind: 'base',
    under: 'smallcaps',
    texts: [
      'base date?',
      'measured from what date',
      'from which close is that',
      'what is the starting point for this',
      'what reference level are you using',
    ],
  },
  {
    kind: 'highs',
    under: 'smallcaps',
    texts: [
      'distance from the record?',
      'how far below its peak is r2k',
      'drawdown from ath',
      'when was the last high and how far down are we',
      'russell off its highs by how much',
    ],
  },
  {
    kind: 'challenge-price',
    under: 'smallcaps',
    texts: [
      'bloomberg has 7% off the dec high, you have 5.9, which is right?',
      'my screen shows -7% from december highs, why do you say 5.9',
      'the article said about 7% below the december high',
      'yahoo shows 6.9% off the high vs your 5.9',
      'you say 5.9 off the december high but reuters says 7',
    ],
  },
  {
    kind: 'after',
    under: 'smallcaps',
    texts: [
      'then what?',
      'what came next in past cases',
      'forward returns after this',
      'how did it play out historically',
      'what followed',
      'precedents?',
    ],
  },
  {
    kind: 'recovery',
    under: 'smallcaps',
    texts: [
      'quickest recovery from 52 week low to 52 week high',
      'rank the fastest low to high round trips',
      'was that the fastest rebound ever',
      'list recoveries',
      'fastest turnaround on record?',
    ],
  },
  {
    kind: 'streak',
    under: 'morning',
    texts: [
      'how long is the losing streak',
      'consecutive days behind?',
      'how many sessions straight has r2k lagged',
      'days running it trailed',
      'how many in a row now',
    ],
  },
  {
    kind: 'breadth',
    under: 'smallcaps',
    texts: [
      'what does equal weight look like',
      'isnt this only mag 7',
      'rsp?',
      'same story ex tech?',
      'is it all big tech',
    ],
  },
  {
    kind: 'alert',
    under: 'smallcaps',
    texts: [
      'let me know when the gap is beyond -8pp',
      'alert me if smalls fall 8 points behind',
      'notify the channel if the lag exceeds 8',
      'tell me when gap > 8',
      'shout if it goes below -8',
    ],
  },
  {
    kind: 'as-of',
    under: 'morning',
    texts: [
      'how fresh is this data',
      'when was this updated?',
      'is that close or intraday',
      'what day are these numbers',
      'timestamp?',
      'is this stale',
    ],
  },
  {
    kind: 'odds',
    under: 'morning',
    texts: [
      'march fomc odds',
      'what does the market price for march',
      'probability of a cut in march?',
      'march meeting pricing',
      'odds of easing by march',
      'how dovish is march',
    ],
  },
  {
    kind: 'odds-at-by',
    under: 'fed',
    texts: [
      'is 43% at the meeting or by the meeting',
      'by march or at march?',
      'cumulative or that meeting alone?',
      'does that include january',
      'is it march on its own',
    ],
  },
  {
    kind: 'fed-path',
    under: 'morning',
    texts: [
      'number of cuts priced by year end',
      'how many hikes this year',
      'how much easing is priced for 2024',
      'total cuts by dec',
      'how many 25s of cuts by the end of the year',
    ],
  },
  {
    kind: 'challenge-odds',
    under: 'fed',
    texts: [
      'fedwatch says 41.6 and you say 42.3',
      'bloomberg shows 41.6% for march, yours is 42.3',
      'you have 42.3 but cme has 41.6',
      'why is your 42.3 different from cme 41.6',
      'cme: 41.6. yours: 42.3. which is right',
    ],
  },
  {
    kind: 'odds-inputs',
    under: 'fed',
    texts: [
      'what futures prices are behind it',
      'which zq contract',
      'which symbols go into that',
      'what are the inputs',
      'underlying contracts?',
    ],
  },
  {
    kind: 'odds-size',
    under: 'morning',
    texts: [
      'odds of a 50bp cut',
      'probability of 50 bps',
      'any chance of a jumbo cut',
      'how likely is half a point',
      'chance of 50 basis points in march',
    ],
  },
  {
    kind: 'odds-history',
    under: 'fed',
    texts: [
      'plot march cut odds since december 13',
      'graph of the march odds',
      'draw the odds over time',
      'show me a chart of march pricing since the december meeting',
      'march odds history',
    ],
  },
  {
    kind: 'odds-move-rank',
    under: 'fed',
    texts: [
      'how unusual is a 48 pt move in a month',
      'is that a big move',
      'is a 45pp drop rare',
      'is the shift large by past standards, percentile?',
      'how often does it move this much',
    ],
  },
  {
    kind: 'calibration',
    under: 'fed',
    texts: [
      'are these odds any good two months ahead',
      'how accurate is fedwatch this far out',
      'how reliable are the odds',
      'do the odds come true',
      'brier score?',
    ],
  },
  {
    kind: 'alert',
    under: 'fed',
    texts: [
      'ping when june cut odds > 60',
      'let me know if june crosses 60%',
      'alert me when june hits 60',
      'warn me if june falls below 40',
      'notify me if june goes above sixty',
    ],
  },
  {
    kind: 'target',
    under: 'morning',
    texts: [
      'goldman target as a level',
      'where does gs see the russell',
      'what level is goldmans 15%',
      'gs upside in points?',
      'whats tom lees target',
    ],
  },
  {
    kind: 'horizon',
    under: 'targets',
    texts: [
      'when does it expire',
      'when is that call due',
      'twelve months starting when',
      'is that a year end target',
      'until when does it run',
      'what is the horizon',
    ],
  },
  {
    kind: 'ranking',
    under: 'morning',
    texts: [
      'who has the highest target on r2k',
      'most optimistic strategist on smalls',
      'which firm is the biggest bull on russell',
      'rank the bulls on small caps',
      'who is the most bearish on small caps',
    ],
  },
  {
    kind: 'track-record',
    under: 'morning',
    texts: [
      'have they ever been right',
      'how good are these strategists',
      'hit rate of the street',
      'score the strategists',
      'how have their calls done',
    ],
  },
  {
    kind: 'survey-after',
    under: 'survey',
    texts: [
      'what happened next after june 2021',
      'how did it play out after the last survey like this',
      'what followed the june 2021 reading',
      'forward returns after the survey flipped',
      'after june 2021, then what',
    ],
  },
  {
    kind: 'source',
    under: 'morning',
    texts: ['link?', 'where is this from', 'who said that', 'got a citation', 'cite it please', 'says who'],
  },
  {
    kind: 'consensus',
    under: 'morning',
    texts: [
      'consensus target for dec',
      'median strategist target',
      'what does the street expect on average',
      'average target vs spot',
      'mean of strategists year end',
    ],
  },
  {
    kind: 'small-v-large',
    under: 'morning',
    texts: [
      'do they see more upside in smalls than large caps',
      'is the street more bullish on r2k than on the s&p',
      'strategists: small vs large?',
      'are targets higher for small than for large',
      'who are they more bullish on, small or large caps',
    ].slice(0, 4),
  },
  {
    kind: 'macro',
    under: 'morning',
    texts: [
      'jobless claims?',
      'are claims rising',
      'is unemployment picking up',
      'whats happening with layoffs',
      'building permits latest',
    ],
  },
  {
    kind: 'synthesis',
    under: 'survey',
    texts: [
      'how does that square with the odds post',
      'isnt this inconsistent with the fed alert',
      'does that conflict with yesterdays alert',
      'arent these two at odds with each other',
      'doesnt this go against what you posted on cuts',
    ],
  },
];
