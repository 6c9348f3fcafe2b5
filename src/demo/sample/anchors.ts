/** Published closes and ranges that the generated sample passes through, each with its source; nothing here is generated. */
import type { Day } from '../../calendar/day.ts';

export interface Anchor {
  readonly day: Day;
  readonly close: number;
  readonly source: string;
}

/** Parts of a session's range that were published; the rest of the bar is generated. */
export interface PublishedRange {
  readonly day: Day;
  readonly open?: number;
  readonly high?: number;
  readonly low?: number;
  readonly source: string;
}

const AP = 'AP, "How major US stock indexes fared", that evening';
const HALVED = 'closing price as quoted that day, halved for the 2:1 split of December 2025';
const FUND = 'closing price as quoted that day';
const RANGE = 'range of the day as quoted that evening';

function published(source: string, closes: readonly (readonly [Day, number])[]): Anchor[] {
  return closes.map(([day, close]) => ({ day, close, source }));
}

/** The Russell 2000, price index. */
const RUT = published(AP, [
  ['2018-12-31', 1348.56],
  ['2019-12-31', 1668.47],
  ['2020-02-19', 1692.57],
  ['2020-03-18', 991.16],
  ['2020-03-23', 1002.4],
  ['2020-06-08', 1536.89],
  ['2020-11-05', 1660.05],
  ['2020-11-13', 1744.04],
  ['2020-12-31', 1974.86],
  ['2021-01-22', 2168.76],
  ['2021-03-15', 2360.17],
  ['2021-11-08', 2442.74],
  ['2021-12-31', 2245.31],
  ['2022-06-16', 1649.84],
  ['2022-08-16', 2020.53],
  ['2022-09-30', 1664.72],
  ['2022-12-30', 1761.25],
  ['2023-01-19', 1836.35],
  ['2023-01-20', 1867.34],
  ['2023-02-02', 2001.22],
  ['2023-07-21', 1960.26],
  ['2023-07-31', 2003.18],
  ['2023-09-29', 1785.1],
  ['2023-10-20', 1680.79],
  ['2023-10-27', 1636.94],
  ['2023-12-14', 2000.51],
  ['2023-12-18', 1982.42],
  ['2023-12-19', 2020.95],
  ['2023-12-22', 2033.96],
  ['2023-12-27', 2066.21],
  ['2023-12-29', 2027.07],
  ['2024-01-12', 1950.96],
  ['2024-01-18', 1923.65],
  ['2024-01-19', 1944.39],
  ['2024-01-22', 1983.38],
]);

/** The S&P 500, price index. */
const GSPC = published(AP, [
  ['2018-12-31', 2506.85],
  ['2019-12-31', 3230.78],
  ['2020-02-19', 3386.15],
  ['2020-03-18', 2398.1],
  ['2020-03-23', 2237.4],
  ['2020-06-08', 3232.39],
  ['2020-08-17', 3381.99],
  ['2020-08-18', 3389.78],
  ['2020-12-31', 3756.07],
  ['2021-01-22', 3841.47],
  ['2021-03-15', 3968.94],
  ['2021-11-08', 4701.7],
  ['2021-12-31', 4766.18],
  ['2022-01-03', 4796.56],
  ['2022-06-16', 3666.77],
  ['2022-08-16', 4305.2],
  ['2022-10-12', 3577.03],
  ['2022-12-30', 3839.5],
  ['2023-01-19', 3898.85],
  ['2023-01-20', 3972.61],
  ['2023-02-02', 4179.76],
  ['2023-07-21', 4536.34],
  ['2023-07-31', 4588.96],
  ['2023-10-20', 4224.16],
  ['2023-10-27', 4117.37],
  ['2023-12-19', 4768.37],
  ['2023-12-22', 4754.63],
  ['2023-12-27', 4781.58],
  ['2023-12-29', 4769.83],
  ['2024-01-12', 4783.83],
  ['2024-01-18', 4780.94],
  ['2024-01-19', 4839.81],
  ['2024-01-22', 4850.43],
]);

/** The Technology Select Sector SPDR fund, split-adjusted. */
const XLK = published(HALVED, [
  ['2018-12-31', 30.99],
  ['2019-12-31', 45.835],
  ['2020-02-19', 51.395],
  ['2020-03-23', 35.2],
  ['2020-12-31', 65.01],
  ['2021-11-08', 83.99],
  ['2021-12-31', 86.935],
  ['2022-10-12', 58.28],
  ['2022-12-30', 62.22],
  ['2023-01-19', 63.94],
  ['2023-01-20', 65.67],
  ['2023-07-21', 88.065],
  ['2023-10-20', 81.97],
  ['2023-10-27', 80.56],
  ['2023-12-19', 96.29],
  ['2023-12-22', 96.025],
  ['2023-12-29', 96.24],
  ['2024-01-12', 96.12],
  ['2024-01-18', 97.83],
  ['2024-01-19', 100.085],
  ['2024-01-22', 100.525],
]);

/** The iShares Russell 2000 fund. */
const IWM = published(FUND, [
  ['2018-12-31', 133.9],
  ['2019-12-31', 165.67],
  ['2020-12-31', 196.06],
  ['2021-12-31', 222.45],
  ['2022-12-30', 174.36],
  ['2023-01-20', 185.04],
  ['2023-12-22', 201.48],
  ['2023-12-29', 200.71],
  ['2024-01-12', 193.23],
  ['2024-01-19', 192.43],
  ['2024-01-22', 196.54],
]);

/** The SPDR S&P 500 fund. */
const SPY = published(FUND, [
  ['2018-12-31', 249.92],
  ['2019-12-31', 321.86],
  ['2020-12-31', 373.88],
  ['2021-12-31', 474.96],
  ['2022-12-30', 382.43],
  ['2023-01-20', 395.88],
  ['2023-12-22', 473.65],
  ['2023-12-29', 475.31],
  ['2024-01-12', 476.68],
  ['2024-01-19', 482.43],
  ['2024-01-22', 483.45],
]);

export const ANCHORS = { RUT, GSPC, XLK, IWM, SPY } as const satisfies Record<string, readonly Anchor[]>;

/** Records, turning points and the days on either side of the article. */
export const RANGES = {
  RUT: [
    { day: '2020-03-18', low: 966.22, source: RANGE },
    { day: '2021-11-08', high: 2458.86, source: 'FTSE Russell, record high of the index until 25 November 2024' },
    { day: '2023-02-02', high: 2007.31, source: RANGE },
    { day: '2023-10-27', low: 1633.67, source: RANGE },
    { day: '2023-12-14', high: 2008.66, source: RANGE },
    { day: '2023-12-27', high: 2071.78, source: RANGE },
    { day: '2024-01-18', high: 1926.05, low: 1901.65, source: RANGE },
    { day: '2024-01-19', high: 1944.39, low: 1914.47, source: RANGE },
    { day: '2024-01-22', open: 1960.94, high: 1984.12, low: 1960.94, source: RANGE },
  ],
  GSPC: [
    { day: '2020-03-23', low: 2191.86, source: RANGE },
    { day: '2022-01-03', high: 4796.64, source: RANGE },
    { day: '2022-01-04', high: 4818.62, source: RANGE },
    { day: '2024-01-18', high: 4785.79, low: 4740.57, source: RANGE },
    { day: '2024-01-19', high: 4842.07, low: 4785.87, source: RANGE },
    { day: '2024-01-22', open: 4853.42, high: 4868.41, low: 4844.05, source: RANGE },
  ],
  XLK: [
    { day: '2024-01-18', high: 97.92, low: 96.8, source: RANGE },
    { day: '2024-01-22', open: 100.575, high: 101.14, low: 100.145, source: RANGE },
  ],
} as const satisfies Record<string, readonly PublishedRange[]>;
