/** Survey readings that ship with the product: a few published figures, each with the page that quotes it. Facts only. */
import type { SurveyReading, SurveySeries } from '../../metrics/surveys.ts';

const FMS = { survey: 'bofa-fms', name: 'BofA Global Fund Manager Survey' } as const;

export const SEED_SERIES: readonly SurveySeries[] = [
  {
    ...FMS,
    series: 'large-over-small',
    question: 'Will large caps outperform small caps in the next 12 months?',
    unit: 'net %',
    positive: 'large caps expected to outperform small caps',
    negative: 'small caps expected to outperform large caps',
    signed: true,
  },
  {
    ...FMS,
    series: 'cash',
    question: 'Average cash balance, share of assets',
    unit: '%',
    positive: 'share of assets held in cash',
    negative: 'share of assets held in cash',
    signed: false,
  },
];

const YAHOO_16_JAN = {
  publisher: 'Yahoo Finance',
  link: 'https://finance.yahoo.com/news/investors-havent-loved-small-cap-stocks-this-much-in-nearly-3-years-heres-why-191741930.html',
};
const MONEY_21_MAR = {
  publisher: 'Connect Money',
  link: 'https://www.connectmoney.com/evening-brief/evening-brief-03-21-24/',
};
const INVESTING_OCT_2023 = {
  publisher: 'Investing.com',
  link: 'https://au.investing.com/news/stock-market-news/fund-managers-bet-on-yearend-equities-rally-bank-of-america-survey-3005477',
};

/**
 * Only what pages quote: the months between June 2021 and January 2024 are not recorded, so "first time since" rests on
 * the publisher's word, and says so. Where a page gives a month but no day, the reading counts from the month's end.
 */
export const SEED_READINGS: readonly SurveyReading[] = [
  {
    survey: FMS.survey,
    series: 'large-over-small',
    period: '2021-06',
    published: '2021-06-30',
    direction: -1,
    source: YAHOO_16_JAN,
  },
  {
    survey: FMS.survey,
    series: 'large-over-small',
    period: '2024-01',
    fieldFrom: '2024-01-05',
    fieldTo: '2024-01-11',
    published: '2024-01-16',
    direction: -1,
    source: YAHOO_16_JAN,
  },
  cash('2023-09', { value: 4.9, published: '2023-10-17', source: INVESTING_OCT_2023 }),
  {
    ...cash('2023-10', { value: 5.3, published: '2023-10-17', source: INVESTING_OCT_2023 }),
    fieldFrom: '2023-10-06',
    fieldTo: '2023-10-12',
    respondents: 295,
    assetsBn: 736,
  },
  cash('2024-01', { value: 4.8, published: '2024-01-16', source: MONEY_21_MAR }),
  cash('2024-02', { value: 4.2, published: '2024-02-29', source: MONEY_21_MAR }),
  {
    ...cash('2024-03', { value: 4.4, published: '2024-03-21', source: MONEY_21_MAR }),
    respondents: 226,
    assetsBn: 572,
  },
];

function cash(
  period: string,
  { value, published, source }: Pick<SurveyReading, 'published' | 'source'> & { readonly value: number },
): SurveyReading {
  return { survey: FMS.survey, series: 'cash', period, published, value, direction: 1, source };
}
