/** The calls that ship with the product: published figures of a few firms, each with the page that states it. Facts only. */
import type { CallFacts, CallSource, CallValue } from '../../metrics/calls.ts';
import { defaultBaseDate, type Horizon } from '../../metrics/calls-horizon.ts';
import { YEAR_END_CALLS } from './year-end-calls.ts';

/** A call in short: what is left out follows the printed rules. */
export interface SeedCall {
  readonly firm: string;
  readonly people?: readonly string[];
  readonly index: 'RUT' | 'GSPC';
  readonly value: CallValue;
  readonly horizon: Horizon;
  readonly noteDate: string;
  readonly approximate?: boolean;
  readonly baseDate?: string;
  readonly baseClose?: number;
  readonly variant?: string;
  /** The note date of the seeded call this one restates, same firm, index and kind of horizon. */
  readonly restates?: string;
  readonly source: CallSource;
  readonly remark?: string;
}

const SNIDER_9_JAN = {
  publisher: 'Proactive Investors',
  link: 'https://ca.investing.com/news/stock-market-news/goldman-sachs-small-cap-valuations-signal-more-upside-3227842',
};
const YAHOO_16_JAN = {
  publisher: 'Yahoo Finance',
  link: 'https://finance.yahoo.com/news/investors-havent-loved-small-cap-stocks-this-much-in-nearly-3-years-heres-why-191741930.html',
};
const TWELVE_MONTHS = { kind: 'months', months: 12 } as const;
const END_OF_2024 = { kind: 'year-end', year: 2024 } as const;
const NOTE_SAYS_15 = 'the Russell 2000 should return roughly 15% in the next 12 months';

/** What the article of 22 January 2024 quotes, and the versions of it that other pages carry. */
const ARTICLE_CALLS: readonly SeedCall[] = [
  {
    firm: 'Goldman Sachs',
    index: 'RUT',
    value: { kind: 'return', fraction: 0.14 },
    horizon: TWELVE_MONTHS,
    noteDate: '2023-06-28',
    source: {
      publisher: 'ForexLive',
      link: 'https://www.forexlive.com/news/goldman-sachs-tip-the-russell-2000-to-shoot-way-ahead-of-sp500-in-the-next-12-months-20230628/',
    },
  },
  {
    firm: 'Goldman Sachs',
    people: ['Ben Snider'],
    index: 'RUT',
    value: { kind: 'return', fraction: 0.09 },
    horizon: { kind: 'months', months: 6 },
    noteDate: '2024-01-09',
    approximate: true,
    source: SNIDER_9_JAN,
  },
  {
    firm: 'Goldman Sachs',
    people: ['Ben Snider'],
    index: 'RUT',
    value: { kind: 'return', fraction: 0.15 },
    horizon: TWELVE_MONTHS,
    noteDate: '2024-01-09',
    approximate: true,
    source: SNIDER_9_JAN,
    remark: 'some pages wrote "15% for the full year"; restated in the note of 12 January',
  },
  {
    firm: 'Goldman Sachs',
    people: ['David Kostin', 'Ben Snider'],
    index: 'RUT',
    value: { kind: 'return', fraction: 0.15 },
    horizon: TWELVE_MONTHS,
    noteDate: '2024-01-12',
    baseClose: 1950.96,
    restates: '2024-01-09',
    source: { ...YAHOO_16_JAN, quote: NOTE_SAYS_15 },
  },
  {
    firm: 'Fundstrat',
    people: ['Tom Lee'],
    index: 'RUT',
    value: { kind: 'return', fraction: 0.5 },
    horizon: END_OF_2024,
    noteDate: '2023-12-15',
    baseClose: 2027.07,
    source: { ...YAHOO_16_JAN, quote: 'I think small caps could rise 50% next year easily' },
    remark: 'said in December 2023, reported by Fortune on the 15th',
  },
  {
    firm: 'Fundstrat',
    people: ['Tom Lee'],
    index: 'RUT',
    value: { kind: 'level', level: 3000 },
    horizon: END_OF_2024,
    noteDate: '2024-01-18',
    approximate: true,
    baseDate: '2023-12-29',
    baseClose: 2027.07,
    variant: '3,000',
    source: {
      publisher: 'The Wealth Advisor',
      link: 'https://www.thewealthadvisor.com/article/fundstrats-tom-lee-says-small-cap-place-be',
    },
    remark: 'beside "50% to 60%"; the index stood near 1,910',
  },
  {
    firm: 'Fundstrat',
    people: ['Tom Lee'],
    index: 'RUT',
    value: { kind: 'return', fraction: 0.5 },
    horizon: END_OF_2024,
    noteDate: '2024-03-25',
    baseDate: '2024-03-20',
    baseClose: 2074.88,
    variant: 'from 20 March',
    source: {
      publisher: 'TheStreet',
      link: 'https://bizli.net/tom-lee-still-thinks-the-russell-2000-will-rise-50-in-2024',
    },
    remark: 'repeated on CNBC on 20 March 2024, when the index closed at 2,074.88',
  },
];

/** Every seeded call as it is stored, numbered from 1 in this order when planted in an empty ledger. */
export function seedCalls(): CallFacts[] {
  const all = [...ARTICLE_CALLS, ...YEAR_END_CALLS];
  return all.map((call) => seedFacts(call, all));
}

function seedFacts(call: SeedCall, all: readonly SeedCall[]): CallFacts {
  const { firm, people = [], index, value, horizon, noteDate, approximate = false, variant = '', source } = call;
  const restated = all.findIndex(
    (other) =>
      other.noteDate === call.restates &&
      other.firm === firm &&
      sameLength(other.horizon, horizon) &&
      other.index === index,
  );
  return {
    firm,
    people,
    index,
    value,
    basis: index === 'RUT' ? 'unknown' : 'price',
    baseDate: call.baseDate ?? defaultBaseDate({ value, horizon, noteDate }),
    ...(call.baseClose !== undefined && { baseClose: call.baseClose }),
    horizon,
    noteDate,
    noteDateApproximate: approximate,
    variant,
    view: 'strategist',
    ...(restated >= 0 && { supersedes: restated + 1 }),
    source,
    ...(call.remark !== undefined && { remark: call.remark }),
  };
}

function sameLength(a: Horizon, b: Horizon): boolean {
  return a.kind === 'months' && b.kind === 'months' && a.months === b.months;
}
