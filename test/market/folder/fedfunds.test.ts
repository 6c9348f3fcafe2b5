import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFolderFedMarket } from '../../../src/market/folder/fedfunds.ts';
import { DATA_DIR, describeWithData } from '../../support/data-folder.ts';

describe('createFolderFedMarket', () => {
  let dir: string;
  const put = (name: string, ...lines: readonly string[]) =>
    writeFile(join(dir, 'fedfunds', name), `${lines.join('\n')}\n`);

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'capwatch-fed-'));
    await mkdir(join(dir, 'fedfunds'));
    await put('ZQ.csv', 'contract,date,close,kind', 'ZQF24,2024-01-19,94.67,settle', 'ZQF24,2024-01-22,94.6725,last');
    await put('target_range.csv', 'effective_from,lower,upper', '2023-07-27,5.25,5.5', '2024-09-19,4.75,5');
  });

  test('cuts futures and ranges off after the day asked for', async () => {
    const { futures, calendar } = await createFolderFedMarket({ dir, sample: false }).fedFunds('2024-01-21');
    expect(futures.dates).toEqual(['2024-01-19']);
    expect(calendar.ranges.map(({ from }) => from)).toEqual(['2023-07-27']);
  });

  test('without a meetings file the bundled dates serve; with one, only its own', async () => {
    const bundled = await createFolderFedMarket({ dir, sample: false }).fedFunds('2024-01-22');
    expect(bundled.calendar.scheduled.map(({ date }) => date)).toContain('2026-10-28');
    await put('fomc_meetings.csv', 'date,type', '2024-01-31,scheduled');
    const own = await createFolderFedMarket({ dir, sample: false }).fedFunds('2024-01-22');
    expect(own.calendar.scheduled).toEqual([{ date: '2024-01-31' }]);
  });

  test('a meetings file that changes is read again, without a restart', async () => {
    await put('fomc_meetings.csv', 'date,type', '2024-01-31,scheduled');
    const market = createFolderFedMarket({ dir, sample: false });
    await market.fedFunds('2024-01-22');
    await put('fomc_meetings.csv', 'date,type', '2024-01-31,scheduled', '2024-03-20,scheduled');
    const again = await market.fedFunds('2024-01-22');
    expect(again.calendar.scheduled.map(({ date }) => date)).toEqual(['2024-01-31', '2024-03-20']);
  });

  test('the effective rate is there when its file is', async () => {
    const market = createFolderFedMarket({ dir, sample: false });
    expect((await market.fedFunds('2024-01-22')).effr).toBeUndefined();
    await put('effr.csv', 'date,effr', '2024-01-21,5.33', '2024-01-23,5.33');
    expect((await market.fedFunds('2024-01-22')).effr?.dates).toEqual(['2024-01-21']);
  });

  test('says where the futures begin, and what file is missing', async () => {
    const market = createFolderFedMarket({ dir, sample: false });
    await expect(market.fedFunds('2020-01-01')).rejects.toThrow('Fed funds futures start on 2024-01-19');
    const empty = createFolderFedMarket({ dir: join(dir, 'nowhere'), sample: false });
    await expect(empty.fedFunds('2024-01-22')).rejects.toThrow('no data file fedfunds/ZQ.csv');
  });
});

describeWithData('the desk’s futures file', () => {
  test('holds every day from 1989 to September 2026', async () => {
    const { futures } = await createFolderFedMarket({ dir: DATA_DIR, sample: false }).fedFunds('2026-12-31');
    expect([futures.dates[0], futures.dates.at(-1)]).toEqual(['1989-08-25', '2026-09-18']);
    expect(futures.dates.length).toBe(9311);
    // 210,782 quotes, of which 43,674 lie beyond the last contract that traded or was held that day.
    expect([...futures.price].filter((price) => !Number.isNaN(price)).length).toBe(167_108);
  });
});
