/** S&P 500 year-end targets of four firms, 2024 to 2026, as public pages state them. Facts only, a few firms. */
import type { CallSource } from '../../metrics/calls.ts';
import type { SeedCall } from './calls.ts';

const TKER_2024 = {
  publisher: 'TKer roundup',
  link: 'https://duttawalker.substack.com/p/2024-s-and-p-500-price-targets',
};
const BOFA_2023 = { publisher: 'tomorrow.events', link: 'https://tomorrow.events/?p=3567' };
const OPPENHEIMER_2023 = {
  publisher: 'CNBC',
  link: 'https://www.cnbc.com/2023/12/11/heres-where-oppenheimer-sees-the-sp-500-going-in-2024.html',
};
const GOLDMAN_JAN_2024 = {
  publisher: 'Benzinga',
  link: 'https://uk.investing.com/news/stock-market-news/small-caps-poised-to-outperform-sp-500-in-2024-analysts-forecast-15-upside-during-presidential-election-year-3294203',
};
const MARCH_2024 = { publisher: 'TTM Financial', link: 'https://ttm.financial/news/2421907337' };
const MARKETWATCH_2024 = {
  publisher: 'MarketWatch',
  link: 'https://www.morningstar.com/news/marketwatch/20240325111/wall-street-revamps-2024-sp-500-targets-after-record-setting-stock-market-rally',
};
const SUMMER_2024 = {
  publisher: 'Extreme Investor Network',
  link: 'https://www.extremeinvestornetwork.com/wall-street-predicts-positive-outlook-for-stocks-in-the-second-half-of-the-year-detailed-forecasts-by-firms/',
};
const GOLDMAN_2025 = { publisher: 'Dailymotion', link: 'https://www.dailymotion.com/video/x99lo50' };
const STANLEY_2025 = {
  publisher: 'machinary.com',
  link: 'https://machinary.com/news/?article=3ec3b099-a909-0102-1a60-a0c3207aeb6a',
};
const OPPENHEIMER_2025 = { publisher: 'b17news', link: 'https://b17news.com/?p=36732' };
const BOFA_2025 = {
  publisher: 'Charm Retirement',
  link: 'https://news.charm-retirement.com/banks-sp-500-price-targets-call-for-another-year-of-strong-gains',
};
const REUTERS_2025 = { publisher: 'Reuters', link: 'https://www.tradingkey.com/news/stocks/250764881-reuters' };
const JULY_2025 = {
  publisher: 'DeepNewz',
  link: 'https://preview.deepnewz.com/stocks/goldman-sachs-bank-america-raise-s-p-500-targets-to-6900-6600-on-fed-easing-b8eed191',
};
const OPPENHEIMER_JULY_2025 = {
  publisher: '10bmnews',
  link: 'https://10bmnews.com/life-style/oppenheimer-is-biggest-bull-on-wall-street-again-raising-sp-500-forecast-back-to-7100',
};
const TARGETS_2026 = { publisher: 'followin.io', link: 'https://followin.io/kol/4075640862' };

type Row = readonly [year: number, firm: string, level: number, noteDate: string, source: CallSource, month?: 'month'];

/** `month`: the page gives a month only; the call counts from the month's last day. */
const ROWS: readonly Row[] = [
  [2024, 'Goldman Sachs', 4700, '2023-11-15', TKER_2024],
  [2024, 'Goldman Sachs', 5100, '2024-01-09', GOLDMAN_JAN_2024, 'month'],
  [2024, 'Goldman Sachs', 5600, '2024-07-31', SUMMER_2024, 'month'],
  [2024, 'Morgan Stanley', 4500, '2023-11-13', TKER_2024],
  [2024, 'Bank of America', 5000, '2023-11-21', BOFA_2023],
  [2024, 'Bank of America', 5400, '2024-03-31', MARCH_2024, 'month'],
  [2024, 'Oppenheimer', 5200, '2023-12-11', OPPENHEIMER_2023],
  [2024, 'Oppenheimer', 5500, '2024-03-25', MARKETWATCH_2024],
  [2024, 'Oppenheimer', 5900, '2024-07-31', SUMMER_2024, 'month'],
  [2025, 'Goldman Sachs', 6500, '2024-11-18', GOLDMAN_2025],
  [2025, 'Goldman Sachs', 6100, '2025-06-06', REUTERS_2025],
  [2025, 'Goldman Sachs', 6600, '2025-07-31', JULY_2025, 'month'],
  [2025, 'Morgan Stanley', 6500, '2024-11-30', STANLEY_2025, 'month'],
  [2025, 'Bank of America', 6666, '2024-12-31', BOFA_2025, 'month'],
  [2025, 'Bank of America', 5600, '2025-06-06', REUTERS_2025],
  [2025, 'Bank of America', 6300, '2025-07-31', JULY_2025, 'month'],
  [2025, 'Oppenheimer', 7100, '2024-12-09', OPPENHEIMER_2025],
  [2025, 'Oppenheimer', 5950, '2025-04-30', OPPENHEIMER_JULY_2025, 'month'],
  [2025, 'Oppenheimer', 7100, '2025-07-28', OPPENHEIMER_JULY_2025],
  [2026, 'Goldman Sachs', 7600, '2025-12-31', TARGETS_2026, 'month'],
  [2026, 'Morgan Stanley', 7800, '2025-12-31', TARGETS_2026, 'month'],
  [2026, 'Bank of America', 7100, '2025-11-26', TARGETS_2026],
  [2026, 'Oppenheimer', 8100, '2025-12-31', TARGETS_2026, 'month'],
];

export const YEAR_END_CALLS: readonly SeedCall[] = ROWS.map(([year, firm, level, noteDate, source, month]) => ({
  firm,
  index: 'GSPC',
  value: { kind: 'level', level },
  horizon: { kind: 'year-end', year },
  noteDate,
  approximate: month === 'month',
  source,
}));
