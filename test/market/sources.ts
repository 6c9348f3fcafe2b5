/** Every live source with one good answer and the ways its publisher can break it: what the contract suite runs over. */
import { monthOf } from '../../src/calendar/month.ts';
import { cboeBars } from '../../src/market/cboe/bars.ts';
import { createEodhd } from '../../src/market/eodhd/bars.ts';
import { fedMeetings } from '../../src/market/fed-calendar/meetings.ts';
import { createFmp } from '../../src/market/fmp/bars.ts';
import { createFredApi, createFredReleases } from '../../src/market/fred/api.ts';
import { alfredGraph, fredGraph } from '../../src/market/fred/graph.ts';
import { nyFedRates } from '../../src/market/nyfed/rates.ts';
import { ofrMoneyFunds } from '../../src/market/ofr/money-funds.ts';
import type { Provider } from '../../src/market/provider.ts';
import { createTiingo } from '../../src/market/tiingo/bars.ts';
import { treasuryYields } from '../../src/market/treasury/yields.ts';
import { yahooBars } from '../../src/market/yahoo/bars.ts';
import { yahooFutures } from '../../src/market/yahoo/futures.ts';
import { yahooQuote } from '../../src/market/yahoo/quote.ts';
import { fixture } from '../support/sources.ts';

/** A key nobody may ever read again. */
export const CANARY = 'canary/key+0123456789';

export interface SourceCase {
  readonly name: string;
  // A table over sources of different answers: what a query is, only its own source knows.
  readonly source: Provider<never, unknown>;
  readonly query: unknown;
  /** Path and query exactly as the publisher must be asked. */
  readonly path: string;
  readonly good: string;
  readonly type: 'application/json' | 'text/csv';
  /** Well-formed answers that hold nothing. */
  readonly empty: string;
  /** Answers that are not as agreed, by what is wrong with them. */
  readonly broken: Readonly<Record<string, string>>;
  /** What the good answer says, in a few numbers. */
  readonly says: (answer: never) => unknown;
  readonly expected: unknown;
}

interface Typed<Query, Answer> extends Omit<SourceCase, 'source' | 'query' | 'says'> {
  readonly source: Provider<Query, Answer>;
  readonly query: Query;
  readonly says: (answer: Answer) => unknown;
}

function sourceCase<Query, Answer>(typed: Typed<Query, Answer>): SourceCase {
  return typed as SourceCase;
}

const RUT = { symbol: 'RUT', from: '2026-11-16', to: '2026-11-20', basis: 'price' } as const;
const chart = (from: number, to: number) => `interval=1d&includePrePost=false&period1=${from}&period2=${to}`;
const key = encodeURIComponent(CANARY);
/** A print of 15:00 New York time. */
const PRINT =
  '{"chart":{"result":[{"meta":{"symbol":"^RUT","regularMarketPrice":2991.25,"regularMarketTime":1795204800}}],"error":null}}';
const closes = (answer: { bars: readonly { date: string; close: number }[] }) =>
  answer.bars.slice(-2).map(({ date, close }) => [date, close]);

export const SOURCES: readonly SourceCase[] = [
  sourceCase({
    name: 'Yahoo daily bars',
    source: yahooBars,
    query: RUT,
    path: `/v8/finance/chart/%5ERUT?${chart(1794805200, 1795237200)}`,
    good: fixture('yahoo-chart-RUT.json'),
    type: 'application/json',
    empty: fixture('yahoo-chart-empty.json'),
    broken: {
      'no result': '{"chart":{"result":null,"error":null}}',
      'a refusal with status 200': fixture('yahoo-chart-400.json'),
      'another symbol': fixture('yahoo-chart-GSPC.json'),
      'text instead of a close': fixture('yahoo-chart-RUT.json').replace('2987.409912109375', '"2987.41"'),
      'no zone': fixture('yahoo-chart-RUT.json').replace('exchangeTimezoneName', 'zone'),
      'a zone that does not exist': fixture('yahoo-chart-RUT.json').replace('America/New_York', 'Mars/Base'),
      'all closes null': fixture('yahoo-chart-RUT.json').replace(
        /"close": \[[^\]]*\]/,
        '"close": [null,null,null,null,null]',
      ),
    },
    says: closes,
    expected: [
      ['2026-11-19', 2977.6],
      ['2026-11-20', 2987.41],
    ],
  }),
  sourceCase({
    name: 'Yahoo last print',
    source: yahooQuote,
    query: { symbol: 'RUT' },
    path: '/v8/finance/chart/%5ERUT?interval=1d&range=1d&includePrePost=false',
    good: PRINT,
    type: 'application/json',
    empty: '{"chart":{"result":[],"error":null}}',
    broken: {
      'no result': '{"chart":{"result":null,"error":null}}',
      'another symbol': PRINT.replace('^RUT', '^GSPC'),
      'no price': PRINT.replace('2991.25', 'null'),
      'a price of 0': PRINT.replace('2991.25', '0'),
      'a print from the future': PRINT.replace('1795204800', '1895204800'),
    },
    says: ({ price, at }) => [price, at.toString()],
    expected: [2991.25, '2026-11-20T20:00:00Z'],
  }),
  sourceCase({
    name: 'Yahoo fed funds futures',
    source: yahooFutures,
    query: { month: monthOf('2026-12-01'), from: '2026-11-16', to: '2026-11-20' },
    path: `/v8/finance/chart/ZQZ26.CBT?${chart(1794805200, 1795237200)}`,
    good: fixture('yahoo-chart-ZQZ26.json'),
    type: 'application/json',
    empty: fixture('yahoo-chart-empty.json').replace('^RUT', 'ZQZ26.CBT'),
    broken: {
      'another month': fixture('yahoo-chart-ZQX26.json'),
      'prices that are rates': fixture('yahoo-chart-ZQZ26.json').replaceAll(/95\.9\d+/g, '4.05'),
    },
    says: ({ bars }) => bars.slice(-2).map(({ date, price, volume }) => [date, price, volume]),
    expected: [
      ['2026-11-19', 95.9925, 190441],
      ['2026-11-20', 95.995, 210334],
    ],
  }),
  sourceCase({
    name: 'Cboe closes',
    source: cboeBars,
    query: RUT,
    path: '/api/global/us_indices/daily_prices/RUT_History.csv',
    good: fixture('cboe-RUT_History.csv'),
    type: 'text/csv',
    empty: 'DATE,RUT\n',
    broken: {
      'another index': fixture('cboe-SPX_History.csv'),
      'a date of another order': 'DATE,RUT\n20/11/2026,2987.408\n',
      'a close that is no number': 'DATE,RUT\n11/20/2026,n/a\n',
      'a row cut short': 'DATE,RUT\n11/19/2026,2977.6\n11/20/20',
    },
    says: closes,
    expected: [
      ['2026-11-19', 2977.6],
      ['2026-11-20', 2987.41],
    ],
  }),
  sourceCase({
    name: 'FRED with a key',
    source: createFredApi(CANARY),
    query: { id: 'DGS2', from: '2026-11-01' },
    path: `/fred/series/observations?series_id=DGS2&observation_start=2026-11-01&api_key=${key}&file_type=json`,
    good: fixture('fred-DGS2.json'),
    type: 'application/json',
    empty: '{"observations":[]}',
    broken: {
      'a refusal with status 200': fixture('fred-error.json'),
      'no observations': '{"count":3}',
      'a number instead of text': '{"observations":[{"date":"2026-11-19","value":4.81}]}',
      'a word as value': '{"observations":[{"date":"2026-11-19","value":"ND"}]}',
      'a yield of 481': '{"observations":[{"date":"2026-11-19","value":"481"}]}',
      'a day twice': '{"observations":[{"date":"2026-11-19","value":"4.8"},{"date":"2026-11-19","value":"4.9"}]}',
    },
    says: ({ points, missing }) => ({ points, missing }),
    expected: {
      points: [
        { period: '2026-11-18', value: 4.79 },
        { period: '2026-11-19', value: 4.81 },
      ],
      missing: ['2026-11-11'],
    },
  }),
  sourceCase({
    name: 'FRED release dates',
    source: createFredReleases(CANARY),
    query: { release: 27 },
    path: `/fred/release/dates?release_id=27&include_release_dates_with_no_data=true&sort_order=desc&api_key=${key}&file_type=json`,
    good: fixture('fred-releases.json'),
    type: 'application/json',
    empty: '{"release_dates":[]}',
    broken: { 'a date that is none': '{"release_dates":[{"date":"2026-02-30"}]}' },
    says: (days) => days,
    expected: ['2026-11-20', '2026-12-17'],
  }),
  sourceCase({
    name: 'FRED without a key',
    source: fredGraph,
    query: { id: 'DGS2', from: '2026-11-10' },
    path: '/graph/fredgraph.csv?id=DGS2&cosd=2026-11-10',
    good: fixture('fredgraph-DGS2.csv'),
    type: 'text/csv',
    empty: 'observation_date,DGS2\n',
    broken: {
      'another series': 'observation_date,DGS10\n2026-11-10,4.83\n',
      'no dates': 'when,DGS2\n2026-11-10,4.83\n',
      'only missing values': 'observation_date,DGS2\n2026-11-11,\n2026-11-12,.\n',
    },
    says: ({ points, missing }) => ({ points, missing }),
    expected: {
      points: [
        { period: '2026-11-10', value: 4.83 },
        { period: '2026-11-12', value: 4.82 },
      ],
      missing: ['2026-11-11'],
    },
  }),
  sourceCase({
    name: 'ALFRED vintages',
    source: alfredGraph,
    query: { id: 'PERMIT', from: '2023-11-01', vintage: '2024-01-22' },
    path: '/graph/alfredgraph.csv?id=PERMIT&vintage_date=2024-01-22&cosd=2023-11-01',
    good: fixture('alfred-PERMIT-2024-01-22.csv'),
    type: 'text/csv',
    empty: 'observation_date,PERMIT_20240122\n',
    broken: { 'another vintage': 'observation_date,PERMIT_20260122\n2023-12-01,1501\n' },
    says: ({ points, vintage }) => ({ points, vintage }),
    expected: {
      points: [
        { period: '2023-11-01', value: 1467 },
        { period: '2023-12-01', value: 1495 },
      ],
      vintage: '2024-01-22',
    },
  }),
  sourceCase({
    name: 'New York Fed rates',
    source: nyFedRates,
    query: { days: 10 },
    path: '/api/rates/unsecured/effr/last/10.json',
    good: fixture('nyfed-effr.json'),
    type: 'application/json',
    empty: '{"refRates":[]}',
    broken: {
      'null instead of a rate': fixture('nyfed-effr.json').replace('"percentRate": 3.88', '"percentRate": null'),
      'a rate outside its range': fixture('nyfed-effr.json').replace('"percentRate": 3.88', '"percentRate": 38.8'),
      'another rate': fixture('nyfed-effr.json').replace('"EFFR"', '"SOFR"'),
    },
    says: ({ effr, ranges }) => ({ dates: effr.dates, rates: [...effr.ratePct], ranges }),
    expected: {
      dates: ['2026-11-17', '2026-11-18', '2026-11-19'],
      rates: [3.88, 3.88, 3.88],
      ranges: [{ from: '2026-11-17', lowerBp: 375, upperBp: 400 }],
    },
  }),
  sourceCase({
    name: 'Treasury yields',
    source: treasuryYields,
    query: { from: '2026-11-16', to: '2026-11-20' },
    path: '/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv/2026/all?type=daily_treasury_yield_curve&field_tdr_date_value=2026&page=&_format=csv',
    good: fixture('treasury-2026.csv'),
    type: 'text/csv',
    empty: 'Date,"2 Yr","10 Yr"\n',
    broken: {
      'no ten-year column': 'Date,"2 Yr"\n11/20/2026,4.78\n',
      'a yield that is no number': 'Date,"2 Yr","10 Yr"\n11/20/2026,N/A,5.25\n',
    },
    says: ({ DGS2, DGS10 }) => [DGS2.points, DGS10.points],
    expected: [
      [
        { period: '2026-11-19', value: 4.81 },
        { period: '2026-11-20', value: 4.78 },
      ],
      [
        { period: '2026-11-19', value: 5.26 },
        { period: '2026-11-20', value: 5.25 },
      ],
    ],
  }),
  sourceCase({
    name: 'Fed calendar',
    source: fedMeetings,
    query: {},
    path: '/json/calendar.json',
    good: fixture('fed-calendar.json'),
    type: 'application/json',
    empty: '{"events":[]}',
    broken: {
      'a meeting without days': '{"events":[{"type":"FOMC","title":"FOMC Meeting","month":"2026-12","days":""}]}',
      'a meeting without a month':
        '{"events":[{"type":"FOMC","title":"FOMC Meeting","month":"December","days":"8-9"}]}',
      'a meeting on a weekend': '{"events":[{"type":"FOMC","title":"FOMC Meeting","month":"2026-12","days":"12-13"}]}',
    },
    says: (days) => days,
    expected: ['2026-10-28', '2026-12-09'],
  }),
  sourceCase({
    name: 'OFR money funds',
    source: ofrMoneyFunds,
    query: { id: 'MMF-MMF_TOT-M', from: '2026-09-01' },
    path: '/v1/series/timeseries?mnemonic=MMF-MMF_TOT-M',
    good: fixture('ofr-mmf-tot.json'),
    type: 'application/json',
    empty: '[]',
    broken: {
      'billions instead of dollars': '[["2026-10-31",7954.5]]',
      'an object instead of pairs': '[{"date":"2026-10-31","value":7954567890123}]',
      'only nulls': '[["2026-10-31",null]]',
    },
    says: ({ points }) => points,
    expected: [
      { period: '2026-09-30', value: 7903456789012.3 },
      { period: '2026-10-31', value: 7954567890123.4 },
    ],
  }),
  sourceCase({
    name: 'EODHD daily bars',
    source: createEodhd(CANARY),
    query: RUT,
    path: `/api/eod/RUT.INDX?from=2026-11-16&to=2026-11-20&fmt=json&api_token=${key}`,
    good: fixture('eodhd-RUT.json'),
    type: 'application/json',
    empty: '[]',
    broken: {
      'a limit told with status 200': '{"message":"daily limit"}',
      'text as close': '[{"date":"2026-11-20","close":"2987.41"}]',
    },
    says: closes,
    expected: [
      ['2026-11-19', 2977.6],
      ['2026-11-20', 2987.41],
    ],
  }),
  sourceCase({
    name: 'FMP daily bars',
    source: createFmp(CANARY),
    query: RUT,
    path: `/stable/historical-price-eod/full?symbol=%5ERUT&from=2026-11-16&to=2026-11-20&apikey=${key}`,
    good: fixture('fmp-RUT.json'),
    type: 'application/json',
    empty: '[]',
    broken: { 'a limit told with status 200': '{"Error Message":"Limit Reach"}', 'no date': '[{"close":2987.41}]' },
    says: closes,
    expected: [
      ['2026-11-19', 2977.6],
      ['2026-11-20', 2987.41],
    ],
  }),
  sourceCase({
    name: 'Tiingo daily bars',
    source: createTiingo(CANARY),
    query: { symbol: 'XLK', from: '2026-11-16', to: '2026-11-20', basis: 'price' },
    path: '/tiingo/daily/XLK/prices?startDate=2026-11-16&endDate=2026-11-20',
    good: fixture('tiingo-XLK.json'),
    type: 'application/json',
    empty: '[]',
    broken: { 'a limit told with status 200': '{"detail":"You have run over your hourly request allocation"}' },
    says: ({ bars }) => bars.map(({ date, close }) => [date, close]),
    expected: [
      ['2026-11-18', 176.05],
      ['2026-11-19', 175.8],
      ['2026-11-20', 176.42],
    ],
  }),
];
