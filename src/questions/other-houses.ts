/** Other places that publish odds or prices: their names, and what is known here of how they count. Facts in words only. */
import { capital } from '../messages/format.ts';

interface House {
  readonly name: string;
  /** How it counts, after its name, where that is public; undefined where it is not known here. */
  readonly method?: string;
  /** True for the exchange's own tool, whose method ours is. */
  readonly same?: boolean;
}

const CME: House = {
  name: 'CME FedWatch',
  same: true,
  method: 'is the same method on live prices during the session; its headline is the chance by the meeting',
};
const HOUSES: readonly (readonly [RegExp, House])[] = [
  [/\b(cme|fedwatch)\b/, CME],
  [/\bwirp\b/, { name: 'Bloomberg WIRP' }],
  [/\b(bloomberg|bbg)\b/, { name: 'Bloomberg' }],
  [
    /\bpolymarket\b/,
    { name: 'Polymarket', method: 'is a prediction market: shares that pay on the outcome, not futures on the rate' },
  ],
  [
    /\bkalshi\b/,
    {
      name: 'Kalshi',
      method: 'is an event-contract exchange: contracts that pay on the outcome, not futures on the rate',
    },
  ],
  [
    /\batlanta fed\b/,
    {
      name: 'the Atlanta Fed’s tracker',
      method:
        'uses options on three-month SOFR futures: ranges of an average rate over a quarter, not a meeting’s outcome',
    },
  ],
  [/\byahoo\b/, { name: 'Yahoo Finance' }],
  [/\bgoogle\b/, { name: 'Google' }],
  [/\b(twitter|tweet|fintwit)\b/, { name: 'a post on Twitter' }],
  [/\breuters\b/, { name: 'Reuters' }],
  [/\b(refinitiv|eikon)\b/, { name: 'Refinitiv' }],
  [/\bfactset\b/, { name: 'FactSet' }],
  [/\bwsj\b/, { name: 'the Wall Street Journal' }],
  [/\bft\b/, { name: 'the Financial Times' }],
  [/\bcnbc\b/, { name: 'CNBC' }],
  [/\btrading ?view\b/, { name: 'TradingView' }],
  [/\bmarketwatch\b/, { name: 'MarketWatch' }],
  [/\bbarrons\b/, { name: 'Barron’s' }],
  [/\binvesting\.com\b/, { name: 'Investing.com' }],
  [/\bkoyfin\b/, { name: 'Koyfin' }],
  [/\bstooq\b/, { name: 'Stooq' }],
  [/\b(my|the|our) screen\b|\bterminal\b/, { name: 'your screen' }],
  [/\b(press|newspaper|article)\b/, { name: 'the article you quote' }],
  [/\b(desk|colleague|boss|pm|client|broker|someone|somebody)\b/, { name: 'the person you quote' }],
];

/** Of the tool of the exchange. */
export const CME_PAGE = 'https://www.cmegroup.com/markets/interest-rates/cme-fedwatch-tool.html';

/** "*Polymarket* is a prediction market: …". */
export function houseLine({ name, method }: House): string {
  const called = capital(name);
  return method === undefined
    ? `*${called}*: how it counts is not held here, so its basis cannot be checked`
    : `*${called}* ${method}`;
}

/** The house a normalised text holds against ours; the plain "the one you quote" where it names none. */
export function houseIn(text: string): House {
  return HOUSES.find(([pattern]) => pattern.test(text))?.[1] ?? { name: 'the one you quote' };
}
