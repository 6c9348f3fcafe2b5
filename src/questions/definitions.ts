/** What the words of our posts mean, each tied to how the number above is made. Text only. */

export interface Definition {
  readonly term: string;
  readonly says: string;
  /** Command that shows it at work. */
  readonly command: string;
}

const DEFINITIONS: readonly (readonly [RegExp, Definition])[] = [
  [
    /\b(xlk|tech (fund|etf))\b/,
    {
      term: 'XLK',
      says: 'the fund of the technology sector of the S&P 500, counted at its price; Amazon, Alphabet and Meta belong to other sectors and are not in it',
      command: '/smallcaps ytd vs xlk',
    },
  ],
  [
    /\brsp\b/,
    {
      term: 'RSP',
      says: 'the equal-weight fund of the S&P 500; held here with dividends only, so it is compared with SPY counted alike',
      command: '/smallcaps ytd vs rsp',
    },
  ],
  [
    /\bijr\b/,
    { term: 'IJR', says: 'the fund of the S&P SmallCap 600, held here with dividends only', command: '/smallcaps ytd' },
  ],
  [
    /\btiers?\b/,
    {
      term: 'Tier',
      says: 'how far the Russell 2000 closes below its own record within 20 sessions of a record of the S&P 500: 5%, 10% or 20%; each tier is an alert of its own',
      command: '/smallcaps divergence',
    },
  ],
  [
    /\b(dividends?|price return|total return)\b/,
    {
      term: 'Price return',
      says: 'close over base close, less one, without dividends; only RSP and IJR are compared with dividends, and then on both sides',
      command: '/smallcaps ytd',
    },
  ],
  [
    /\b(effr|effective (fed funds )?rate)\b/,
    {
      term: 'EFFR',
      says: 'the effective federal funds rate: the volume-weighted median of overnight loans, published for each day',
      command: '/fedodds path',
    },
  ],
  [
    /\b(fed ?watch|method)\b/,
    {
      term: 'FedWatch method',
      says: 'rate of each month from its futures price; months without a meeting anchor the steps between; a step in parts of 25\u00a0bp is the chance of a move',
      command: '/fedodds explain',
    },
  ],
  [
    /\b(target range|fed funds|zq|fomc)\b/,
    {
      term: 'Target range',
      says: 'the band the FOMC sets for the federal funds rate, 25\u00a0bp wide; ZQ futures settle on the month’s average of the effective rate',
      command: '/fedodds next',
    },
  ],
  [
    /\b(re ?arm|hysteresis)\b/,
    {
      term: 'Re-arm',
      says: 'after an alert fired it waits until the figure has come back past a second, nearer level, so that a level crossed to and fro fires once',
      command: '/smallcaps ytd',
    },
  ],
  [
    /\b(gap|lag|behind|lead)\b/,
    {
      term: 'Gap',
      says: 'return of the Russell 2000 less that of the S&P 500 over the same sessions, price return, in percentage points',
      command: '/smallcaps ytd',
    },
  ],
  [
    /\b(pp|percentage points?)\b/,
    {
      term: 'pp',
      says: 'a difference of two percentages; per cent is a return, points are index points',
      command: '/smallcaps ytd',
    },
  ],
  [
    /\b(bps?|basis points?)\b/,
    { term: 'bp', says: 'a hundredth of a per cent of a rate; used for rates only', command: '/fedodds next' },
  ],
  [
    /\b(record|all time high|ath)\b/,
    {
      term: 'Record',
      says: 'a close strictly above every earlier close; a tie is none; intraday records are a separate flag',
      command: '/smallcaps highs',
    },
  ],
  [
    /\b(draw ?down|off the highs?|from its record)\b/,
    {
      term: 'Drawdown',
      says: 'close over the highest close so far, less one; the 52-week one looks back a year',
      command: '/smallcaps highs',
    },
  ],
  [
    /\b(divergence)\b/,
    {
      term: 'Divergence',
      says: 'S&P 500 record close within the last sessions while the Russell 2000 closes far below its own',
      command: '/smallcaps divergence',
    },
  ],
  [
    /\b(streak|in a row)\b/,
    {
      term: 'Streak',
      says: 'sessions in a row on one side, from unrounded daily returns; a tie ends it',
      command: '/smallcaps streak',
    },
  ],
  [
    /\b(recovery)\b/,
    {
      term: 'Recovery',
      says: 'from the last 52-week low to the first 52-week high after it, in calendar days and sessions',
      command: '/smallcaps recovery',
    },
  ],
  [
    /\b(expected|implied (move|bp))\b/,
    {
      term: 'Expected move',
      says: 'mean of the distribution after a meeting, in bp from the range in force; not the likeliest outcome',
      command: '/fedodds next',
    },
  ],
  [
    /\b(odds|probabilit|priced|cut by|hike by)\w*\b/,
    {
      term: 'Odds',
      says: 'chance of each target range after a meeting, from 30-day fed funds futures by the FedWatch method',
      command: '/fedodds explain',
    },
  ],
  [
    /\b(settlement|settle)\b/,
    {
      term: 'Settlement',
      says: 'the exchange’s final price of the day; a last trade is the last one made and differs',
      command: '/fedodds explain',
    },
  ],
  [
    /\b(derived|implied level)\b/,
    {
      term: 'Derived',
      says: 'base close times one plus the stated return; the firm published the per cent, not the level',
      command: '/targets russell',
    },
  ],
  [
    /\b(naive|base rate)\b/,
    {
      term: 'Naive base rate',
      says: 'mean return over every earlier window as long as the call, known when it was made',
      command: '/targets russell score',
    },
  ],
  [
    /\b(remaining|left to|upside)\b/,
    { term: 'Left', says: 'level of the call over the last close, less one', command: '/targets russell' },
  ],
  [
    /\b(brier|calibrat)\w*\b/,
    {
      term: 'Brier score',
      says: 'mean squared distance of the chances from what came: zero is perfect',
      command: '/fedodds calibration',
    },
  ],
  [
    /\b(stale)\b/,
    {
      term: 'Stale',
      says: 'a source has no value for a session it should have; counted in sessions, not hours',
      command: '/smallcaps ytd',
    },
  ],
  [
    /\b(small ?caps?|russell|r2k)\b/,
    { term: 'Small caps', says: 'the Russell 2000 price index, without dividends', command: '/smallcaps ytd' },
  ],
];

/** The definition a text asks for, or undefined. */
export function definitionIn(text: string): Definition | undefined {
  return DEFINITIONS.find(([pattern]) => pattern.test(text))?.[1];
}
