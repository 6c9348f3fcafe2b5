import { expect, test } from 'vitest';
import { ledgerChanges } from '../../jobs/ledger-changes.ts';
import { createLog } from '../../src/log.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import { seedReader } from '../../src/store/seed/seed-reader.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';

const market = createFolderMarket({
  dir: DATA_DIR,
  publisher: 'Yahoo Finance',
  sample: false,
  log: createLog('error', () => undefined),
});

async function linesBetween(since: string, asOf: string): Promise<string[]> {
  const changes = await ledgerChanges({ reader: seedReader(), team: 'seed', market })(asOf);
  const read = changes(since);
  return read.ok ? read.value.map(({ kind, line }) => `${kind}: ${line}`) : [];
}

describeWithData('ledgerChanges', () => {
  test('tells calls that became known, with their day', async () => {
    const lines = await linesBetween('2024-01-11', '2024-01-16');
    expect(lines.some((line) => line.startsWith('added: *Goldman'))).toBe(true);
  });

  test('tells a survey published since, and no flip where months before it are not recorded', async () => {
    const lines = await linesBetween('2024-01-12', '2024-01-16');
    const surveys = lines.filter((line) => line.includes('Survey'));
    expect(surveys).toHaveLength(2);
    expect(surveys.join()).toContain('the same in Jun 2021, the reading recorded before');
    expect(surveys.join()).toContain('*4.8% cash*');
    expect(lines.filter((line) => line.startsWith('flip: '))).toEqual([]);
  });

  test('is empty between two days on which nothing happened', async () => {
    expect(await linesBetween('2024-01-19', '2024-01-22')).toEqual([]);
  });
});
