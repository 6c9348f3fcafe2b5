import { describe, expect, test } from 'vitest';
import { CapwatchError } from '../../../src/errors.ts';
import { type CsvTable, parseCsv } from '../../../src/market/folder/csv.ts';
import {
  parseFutures,
  parseMeetings,
  parseRanges,
  parseRates,
  unlessAbsent,
} from '../../../src/market/folder/fedfunds-files.ts';
import { contractPrice, lastPricedMonth } from '../../../src/metrics/fed-futures.ts';
import { dayOf } from '../../support/fed.ts';

const ORIGIN = { publisher: 'CME', sample: false };

function csv(file: string, text: string): CsvTable {
  return { modifiedAt: '2024-01-22T22:00:00Z', ...parseCsv(text, file) };
}

function zq(...lines: readonly string[]): CsvTable {
  return csv('fedfunds/ZQ.csv', ['contract,date,close,kind', ...lines].join('\n'));
}

describe('parseFutures', () => {
  test('keeps every price under its contract and day, with its kind', () => {
    const futures = parseFutures(zq('ZQG24,2024-01-22,94.675,settle', 'ZQF24,2024-01-22,94.6725,last'), ORIGIN);
    const day = dayOf(futures, '2024-01-22');
    expect(contractPrice(day, 2024 * 12)).toMatchObject({ price: 94.6725, kind: 'last trade' });
    expect(contractPrice(day, 2024 * 12 + 1)).toMatchObject({ price: 94.675, kind: 'settlement' });
    expect(contractPrice(day, 2024 * 12 + 2)).toBeUndefined();
  });

  test.each([
    ['ZQH24,2024-01-22,,settle', 'line 2 has an empty cell as price of ZQH24 on 2024-01-22'],
    ['ZQH24,2024-01-22,-94.7,settle', 'line 2 has `-94.7` as price of ZQH24 on 2024-01-22'],
    ['ZQH24,2024-01-22,9470,settle', 'line 2 has `9470` as price of ZQH24 on 2024-01-22'],
    ['ZQH24,2024-01-22,94.7,guess', 'line 2 has `guess` as kind of ZQH24 on 2024-01-22'],
    ['ZQH24,2024-13-22,94.7,settle', 'line 2 has `2024-13-22` as date'],
    ['ZQA24,2024-01-22,94.7,settle', 'line 2 has `ZQA24` as contract'],
    ['ZQF24,2024-02-01,94.7,settle', 'line 2 prices ZQF24 on 2024-02-01, after the contract’s month'],
  ])('%s is refused by name', (line, problem) => {
    expect(() => parseFutures(zq(line), ORIGIN)).toThrow(problem);
  });

  test('one contract with two prices on a day is refused', () => {
    const twice = zq('ZQF24,2024-01-22,94.67,settle', 'ZQF24,2024-01-22,94.68,settle');
    expect(() => parseFutures(twice, ORIGIN)).toThrow('ZQF24 has two prices on 2024-01-22');
  });

  test('volume and open interest tell what traded; empty cells tell nothing', () => {
    const lines = Array.from(
      { length: 8 },
      (_, ahead) => `ZQ${'FGHJKMNQ'[ahead]}24,2024-01-22,94.7,settle,${ahead < 7 ? 5 : 0},0`,
    );
    const told = csv('fedfunds/ZQ.csv', ['contract,date,close,kind,volume,open_interest', ...lines].join('\n'));
    expect(lastPricedMonth(dayOf(parseFutures(told, ORIGIN), '2024-01-22'))).toBe(2024 * 12 + 6);
    const untold = lines.map((line) => line.replace(/,\d,0$/, ',,'));
    const silent = csv('fedfunds/ZQ.csv', ['contract,date,close,kind,volume,open_interest', ...untold].join('\n'));
    expect(lastPricedMonth(dayOf(parseFutures(silent, ORIGIN), '2024-01-22'))).toBe(2024 * 12 + 7);
  });

  test('a file without rows is refused', () => {
    expect(() => parseFutures(zq(), ORIGIN)).toThrow('holds no prices');
  });
});

describe('parseMeetings', () => {
  test('reads kinds and sorts by decision day', () => {
    const table = csv('fedfunds/fomc_meetings.csv', 'date,type\n2020-04-29,scheduled\n2020-03-18,cancelled\n');
    expect(parseMeetings(table)).toEqual([
      { date: '2020-03-18', kind: 'cancelled' },
      { date: '2020-04-29', kind: 'scheduled' },
    ]);
  });

  test('refuses a kind it does not know', () => {
    const table = csv('fedfunds/fomc_meetings.csv', 'date,type\n2020-04-29,maybe\n');
    expect(() => parseMeetings(table)).toThrow('line 2 has `maybe` as type of meeting');
  });
});

describe('parseRanges', () => {
  test('holds whole basis points', () => {
    const table = csv('fedfunds/target_range.csv', 'effective_from,lower,upper\n2023-07-27,5.25,5.5\n');
    expect(parseRanges(table)).toEqual([{ from: '2023-07-27', lowerBp: 525, upperBp: 550 }]);
  });

  test('refuses a missing bound', () => {
    const table = csv('fedfunds/target_range.csv', 'effective_from,lower,upper\n2023-07-27,5.25,\n');
    expect(() => parseRanges(table)).toThrow('line 2 has no upper bound');
  });
});

describe('parseRates', () => {
  test('leaves days without a rate out', () => {
    const rates = parseRates(csv('fedfunds/effr.csv', 'date,effr\n2024-01-19,5.33\n2024-01-20,\n'), 'EFFR', ORIGIN);
    expect(rates.dates).toEqual(['2024-01-19']);
    expect([...rates.ratePct]).toEqual([5.33]);
  });

  test('refuses days out of order', () => {
    const table = csv('fedfunds/effr.csv', 'date,effr\n2024-01-19,5.33\n2024-01-18,5.33\n');
    expect(() => parseRates(table, 'EFFR', ORIGIN)).toThrow('line 3 is out of order or repeated');
  });
});

describe('unlessAbsent', () => {
  test('turns an absent file into nothing and lets any other fault through', async () => {
    expect(await unlessAbsent(Promise.reject(new CapwatchError('not_found', 'no file')))).toBeUndefined();
    await expect(unlessAbsent(Promise.reject(new CapwatchError('bad_response', 'line 2')))).rejects.toThrow('line 2');
  });
});
