import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { SYMBOLS } from '../../../src/market/market.ts';
import { createSampleMarket, SAMPLE_NOW, SAMPLE_PUBLISHER } from '../../../src/market/sample/sample.ts';
import { failure } from '../folder/folder.ts';

const lines: string[] = [];
const market = createSampleMarket(createLog('debug', (line) => lines.push(line)));

describe('SAMPLE_NOW', () => {
  it('is six in the evening of 22 January 2024 in New York', () => {
    expect(SAMPLE_NOW.toString()).toBe('2024-01-22T23:00:00Z');
  });
});

describe('createSampleMarket', () => {
  it('says of itself and of every series that it is a sample, written at the moment it replays', async () => {
    expect(market.sample).toBe(true);
    const { source } = await market.prices('RUT', '2024-01-22');
    expect(source).toEqual({
      publisher: SAMPLE_PUBLISHER,
      series: '^RUT',
      fetchedAt: '2024-01-22T23:00:00Z',
      sample: true,
    });
  });

  it.each(['RUT', 'GSPC', 'XLK', 'IWM', 'SPY'] as const)(
    'passes its own checks for %s and misses nothing',
    async (symbol) => {
      const { dates, missing } = await market.prices(symbol, '2024-01-22');
      expect([dates.length, dates[0], dates.at(-1), missing]).toEqual([1272, '2019-01-02', '2024-01-22', []]);
      if (SYMBOLS[symbol].kind === 'etf') expect((await market.totalReturn(symbol, '2024-01-22')).dates).toEqual(dates);
      expect(lines).toEqual([]);
    },
  );

  it('has no file for the other symbols', async () => {
    expect(await failure(market.prices('QQQ', '2024-01-22'))).toBe('not_found: There is no data file prices/QQQ.csv.');
  });

  it('gives the published returns of the article’s Monday', async () => {
    // 22 January 2024 as the evening's reports had it: one day, week, month, year to date and year.
    const published = {
      RUT: [2.01, 1.66, -2.49, -2.16, 6.21],
      GSPC: [0.22, 1.39, 2.01, 1.69, 22.1],
      XLK: [0.44, 4.58, 4.69, 4.45, 53.08],
    };
    const bases = ['2024-01-19', '2024-01-12', '2023-12-22', '2023-12-29', '2023-01-20'];
    for (const symbol of ['RUT', 'GSPC', 'XLK'] as const) {
      const { close, dates } = await market.prices(symbol, '2024-01-22');
      const on = (day: string) => close[dates.indexOf(day)] ?? Number.NaN;
      const returns = bases.map((base) => Number(((on('2024-01-22') / on(base) - 1) * 100).toFixed(2)));
      expect(returns).toEqual(published[symbol]);
    }
  });
});
