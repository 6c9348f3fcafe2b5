/** `/capwatch help`, `methods` and `ping`, and `/smallcaps help`: what to type, by example. Pure. */
import { actions, button, context, section } from './blocks.ts';
import { escapeText } from './format.ts';
import type { Message } from './message.ts';

export interface HelpLine {
  /** The command it shows, as registered: laws compare these with the manifest and the README. */
  readonly command: string;
  readonly example: string;
  readonly meaning: string;
}

/** One line for each thing a person can type. */
export const HELP_LINES: readonly HelpLine[] = [
  { command: '/smallcaps', example: '/smallcaps ytd', meaning: 'Russell 2000 against the S&P 500 and tech' },
  { command: '/smallcaps', example: '/smallcaps 3m vs tech', meaning: 'another window, another benchmark' },
  {
    command: '/smallcaps',
    example: '/smallcaps recovery',
    meaning: '52-week lows to highs; also highs ratio divergence after streak',
  },
  { command: '/fedodds', example: '/fedodds march', meaning: 'cut, hold and hike odds of a meeting' },
  { command: '/fedodds', example: '/fedodds table', meaning: 'all meetings; also path history shift why' },
  { command: '/targets', example: '/targets russell', meaning: 'strategist calls, what is left, scores' },
  { command: '/backdrop', example: '/backdrop', meaning: 'the economy as known that day; revisions apart' },
  {
    command: '/capwatch',
    example: '/capwatch subscribe morning at 07:00',
    meaning: 'a summary here by the clock; also weekly fed list log test',
  },
  {
    command: '/capwatch',
    example: '/capwatch alert when gap ytd past -8',
    meaning: 'a post when it happens; also list why snooze stop',
  },
  { command: '/capwatch', example: '/capwatch methods', meaning: 'what each number means' },
  { command: '/capwatch', example: '/capwatch ping', meaning: 'whether Capwatch is there; also sources doctor' },
];

function words(text: string, blocks: Message['blocks']): Message {
  return { text: escapeText(text), blocks, charts: [], numbers: [], asOf: '' };
}

/** Golden 11-help, for the commands there are. */
export function helpMessage(): Message {
  const examples = HELP_LINES.map(({ example }) => example);
  return words(`Capwatch: ${examples.join(', ')}.`, [
    section('*Type a command; the answer is yours alone until you share it.*'),
    section(...HELP_LINES.map(({ example, meaning }) => `\`${example}\`  ${escapeText(meaning)}`)),
    context('Add `asof 2024-01-19` to replay a day. Figures, not advice.'),
    actions(
      button('run_smallcaps', 'Try /smallcaps', { label: 'Run slash smallcaps', value: '/smallcaps ytd' }),
      button('methods', 'Definitions', { label: 'Show what each number means', value: '/capwatch methods' }),
    ),
  ]);
}

const METHODS: readonly (readonly [string, string])[] = [
  [
    'Session',
    'the last completed NYSE session, 16:00 ET (13:00 on half days); a day without one uses the session before, and says so',
  ],
  [
    'Base',
    'year to date counts from the last session of the year before, month and quarter likewise; 1M from the same day a month back, or the session before it; 1W from 7 days back; 1D from the previous session',
  ],
  [
    'Return',
    'close / base close − 1; indexes without dividends, ETFs by their price, total return only where it is said',
  ],
  ['Gap', 'Russell 2000 return minus the other, in points (pp) up to 12 months; beyond, the change of the ratio'],
  ['Record', 'a close (or high) strictly above every earlier one; closes and intraday apart; a tie is no record'],
  ['Drawdown', 'close / highest close − 1, from the record or from the 52-week high (one calendar year)'],
  ['Rounding', 'computed in full, rounded once when printed; a gap may differ from its printed legs by 0.01'],
  [
    'Freshness',
    'every series has its own last day; if they differ, the post says so first and compares on the last common session',
  ],
];

/** `/capwatch methods`: the conventions every number follows. */
export function methodsMessage(): Message {
  return words('Capwatch methods: session, base, return, gap, record, drawdown, rounding, freshness.', [
    section('*How the numbers are made*'),
    section(...METHODS.map(([term, meaning]) => `*${term}*  ${escapeText(meaning)}`)),
    context('Every number has its own receipt: formula, inputs with dates, source. Press Receipts under an answer.'),
  ]);
}

export interface PingFacts {
  /** Where the data come from: a publisher, or the sample. */
  readonly source: string;
  readonly sample: boolean;
  /** "Mon 22 Jan 2024, 18:00 ET". */
  readonly time: string;
  /** "Mon 22 Jan 2024". */
  readonly session: string;
}

/** `/capwatch ping`: there, by which clock, on which data. */
export function pingMessage({ source, sample, time, session }: PingFacts): Message {
  const data = sample ? `SAMPLE DATA, ${source}` : source;
  return words(`Capwatch is here. ${time}; last session ${session}. Data: ${data}.`, [
    section('*Capwatch is here.*'),
    context(escapeText(`${time} · last completed session ${session} · ${data}`)),
  ]);
}

/** `/smallcaps help`: the whole grammar on one page. */
export function smallCapsHelpMessage(): Message {
  return words('/smallcaps [WINDOW] [vs SYMBOL] [asof DATE]. Example: /smallcaps ytd vs tech asof 2024-01-19.', [
    section('*`/smallcaps [WINDOW] [vs SYMBOL] [asof DATE]`*, in any order'),
    section(
      '*Windows*  1d 1w mtd 1m qtd 3m 6m ytd 1y 3y 5y 10y max · `since 2023-10-27` · `since october low`',
      escapeText('*vs*  S&P 500 (the default), tech or XLK, Nasdaq, SPY, IWM, QQQ, equal weight'),
      '*asof*  2024-01-19 · 19 jan 2024 · yesterday · friday',
    ),
    context('Example: `/smallcaps 3m vs tech asof 2024-01-19`'),
  ]);
}
