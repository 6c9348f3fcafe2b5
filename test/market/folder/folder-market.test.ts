import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { createFolderMarket } from '../../../src/market/folder/folder-market.ts';
import { SYMBOLS } from '../../../src/market/market.ts';
import { DATA_DIR, describeWithData } from '../../support/data-folder.ts';
import { failure, put, temporaryFolder, touch } from './folder.ts';

const RUT = 'date,close\n2024-01-18,1923.65\n2024-01-19,1944.39\n2024-01-22,1983.38\n';

function marketIn(dir: string) {
  const lines: string[] = [];
  const log = createLog('warn', (line) => lines.push(line));
  return { lines, market: createFolderMarket({ dir, publisher: 'Example Data', sample: false, log }) };
}

describe('createFolderMarket', () => {
  it('knows nothing after the session asked for', async () => {
    const { market } = marketIn(temporaryFolder({ 'prices/RUT.csv': RUT }));
    const series = await market.prices('RUT', '2024-01-21');
    expect(series.dates).toEqual(['2024-01-18', '2024-01-19']);
    expect([...series.close]).toEqual([1923.65, 1944.39]);
    expect(market.sample).toBe(false);
  });

  it('says when a series starts rather than giving an empty one', async () => {
    const { market } = marketIn(temporaryFolder({ 'prices/RUT.csv': RUT }));
    expect(await failure(market.prices('RUT', '2024-01-17'))).toBe(
      'not_found: Russell 2000 closes start on 2024-01-18; there is none for 2024-01-17.',
    );
  });

  it('says what is held in the other form only', async () => {
    const dir = temporaryFolder({ 'prices/RUT.csv': RUT, 'prices/RSP.csv': 'date,adj_close\n2024-01-19,150.36\n' });
    const { market } = marketIn(dir);
    expect(await failure(market.prices('RSP', '2024-01-22'))).toBe(
      'not_found: RSP is held as total return only (dividend-adjusted closes); it can be compared with ETFs, not with an index.',
    );
    expect(await failure(market.totalReturn('RUT', '2024-01-22'))).toBe(
      'not_found: Russell 2000 is held as price return only; there are no dividend-adjusted closes.',
    );
    expect((await market.totalReturn('RSP', '2024-01-22')).source.series).toBe('RSP (dividend-adjusted)');
  });

  it('names an absent file, and a bad one for every caller', async () => {
    const { market } = marketIn(temporaryFolder({ 'prices/GSPC.csv': 'date,close\n2024-01-19,-1\n' }));
    expect(await failure(market.prices('RUT', '2024-01-22'))).toBe('not_found: There is no data file prices/RUT.csv.');
    const bad = 'bad_response: The data file prices/GSPC.csv line 2 has `-1` as close, which is no positive number.';
    const both = [market.prices('GSPC', '2024-01-22'), market.prices('GSPC', '2024-01-22')];
    expect(await Promise.all(both.map(failure))).toEqual([bad, bad]);
  });

  it.each(['../RUT', '/etc/hostname', 'constructor', '__proto__', 'rut', ''])(
    'never makes a path of a word that is no symbol: %j',
    async (word) => {
      const dir = temporaryFolder({ 'prices/RUT.csv': RUT, 'RUT.csv': RUT });
      const { market } = marketIn(dir);
      // A word from outside the table can only arrive past the compiler.
      const found = market.prices(word as 'RUT', '2024-01-22');
      expect(await failure(found)).toBe(`not_found: No such symbol: ${word}`);
    },
  );

  it('reads a file again once it changed', async () => {
    const dir = temporaryFolder({ 'prices/RUT.csv': RUT });
    const { market } = marketIn(dir);
    await market.prices('RUT', '2024-01-23');
    put(dir, 'prices/RUT.csv', `${RUT}2024-01-23,1970.12\n`);
    touch(dir, 'prices/RUT.csv', 1_706_045_400);
    const series = await market.prices('RUT', '2024-01-23');
    expect(series.dates.at(-1)).toBe('2024-01-23');
    expect(series.source.fetchedAt).toBe('2024-01-23T21:30:00Z');
  });

  it('logs the sessions a file lacks with the line after the hole, once', async () => {
    const dir = temporaryFolder({ 'prices/RUT.csv': RUT.replace(/^2024-01-19.*\n/m, '') });
    const { market, lines } = marketIn(dir);
    const [series] = await Promise.all([market.prices('RUT', '2024-01-22'), market.prices('RUT', '2024-01-22')]);
    expect(series.missing).toEqual(['2024-01-19']);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'warn',
        message: 'price file lacks sessions',
        file: 'prices/RUT.csv',
        missing: 1,
        first: [{ session: '2024-01-19', line: 3 }],
      },
    ]);
  });

  it('finds nothing in a folder that does not exist', async () => {
    const { market } = marketIn(join(temporaryFolder(), 'nowhere'));
    expect(await failure(market.prices('RUT', '2024-01-22'))).toContain('not_found');
  });
});

describeWithData('createFolderMarket on the real folder', () => {
  const { market, lines } = marketIn(DATA_DIR);
  const symbols = Object.keys(SYMBOLS) as (keyof typeof SYMBOLS)[];

  it.each(symbols)('accepts every row of %s and misses no session', async (symbol) => {
    const adjustedOnly = symbol === 'RSP' || symbol === 'IJR';
    const series = await market[adjustedOnly ? 'totalReturn' : 'prices'](symbol, '2026-08-21');
    expect(series.missing).toEqual([]);
    expect(series.dates.at(-1)).toBe(adjustedOnly ? '2026-07-31' : '2026-08-21');
    expect(lines).toEqual([]);
  });

  it('holds the published closes of 19 January 2024', async () => {
    // S&P 500 record close of that day and the Russell's level as reported; XLK halved by its split of December 2025.
    const closes = await Promise.all((['RUT', 'GSPC', 'XLK'] as const).map((s) => market.prices(s, '2024-01-19')));
    expect(closes.map(({ close }) => close.at(-1))).toEqual([1944.39, 4839.81, 100.085]);
  });

  it('leaves the S&P 500 of before 1962 with highs and lows that are copies of its close', async () => {
    const { close, high, low } = await market.prices('GSPC', '1961-12-29');
    expect(high).toEqual(close);
    expect(low).toEqual(close);
  });

  it('serves an ETF with and without its dividends', async () => {
    const price = await market.prices('SPY', '2024-01-22');
    const total = await market.totalReturn('SPY', '2024-01-22');
    expect(total.dates).toEqual(price.dates);
    const growth = ({ close }: typeof price) => (close.at(-1) ?? 0) / (close[0] ?? 1);
    expect(growth(total)).toBeGreaterThan(growth(price));
  });
});
