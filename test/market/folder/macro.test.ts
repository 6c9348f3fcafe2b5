import { describe, expect, it } from 'vitest';
import { createFolderMacroMarket } from '../../../src/market/folder/macro.ts';
import type { MacroKnown } from '../../../src/metrics/backdrop.ts';
import { temporaryFolder } from './folder.ts';

async function macro(files: Readonly<Record<string, string>>, asOf: string): Promise<MacroKnown> {
  const named = Object.entries(files).map(([name, text]) => [`macro/${name}`, text]);
  return createFolderMacroMarket(temporaryFolder(Object.fromEntries(named))).macro(asOf);
}

const PRINTS = `series,period,released,first_print,unit,change_text,source_url
PERMIT,2025-01,2025-02-19,1400,thousand units SAAR,+2.0% from revised 1372.5,
PERMIT,2025-02,2025-03-18,1500,thousand units SAAR,,
ICSA,2025-03-15,2025-03-20,210000,claims,+5000 from revised 205000; lowest since 2024-12-28 (201000),
RSAFS,2025-02,2025-03-17,700000,million USD,-0.4% m/m; +3.1% y/y,
GDPNOW,2025Q1,2025-03-17,2.1,percent SAAR,,
GDPNOW,2025Q1,2025-03-19,1.9,percent SAAR,,
OTHER,2025-02,2025-03-17,1,,,
`;
const of = ({ prints }: MacroKnown, id: string) => prints.find((print) => print.id === id);

describe('createFolderMacroMarket', () => {
  it('knows what was out that day, with the publisher’s own comparison', async () => {
    const known = await macro({ 'first_prints_2025.csv': PRINTS }, '2025-03-21');

    expect(of(known, 'PERMIT')).toMatchObject({ period: '2025-02-01', value: 1500, released: '2025-03-18' });
    expect(of(known, 'ICSA')).toMatchObject({
      previous: { period: '2025-03-08', value: 205000 },
      lowestSince: { period: '2024-12-28', value: 201000 },
    });
    expect(of(known, 'RSAFS')?.statedChange).toBe(-0.004);
    expect(of(known, 'GDPNOW')).toMatchObject({ value: 1.9, previous: { period: '2025-01-01', value: 2.1 } });
  });

  it('does not know the morning’s release on the day before, nor an overtaken one', async () => {
    const prints = { 'first_prints_2025.csv': PRINTS };

    expect(of(await macro(prints, '2025-03-17'), 'PERMIT')).toMatchObject({ period: '2025-01-01', value: 1400 });
    expect(of(await macro(prints, '2025-03-21'), 'UNRATE')).toBeUndefined();
    await expect(macro(prints, '2025-06-30')).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('reads yields up to the day, an empty cell and a dot as missing', async () => {
    const file = 'date,value\n2025-03-18,4.1\n2025-03-19,\n2025-03-20,.\n2025-03-21,4.2\n2025-03-24,9.9\n';

    const known = await macro({ 'DGS2.csv': file }, '2025-03-21');

    expect(of(known, 'DGS2')).toMatchObject({ value: 4.2, previous: { period: '2025-03-18', value: 4.1 } });
  });

  it('knows a week’s money fund total from the Thursday after, and the record of what it holds', async () => {
    const file = 'week_ended,total_assets_bn_usd\n2025-03-05,7025\n2025-03-12,7024\n2025-03-19,7002\n';

    expect(of(await macro({ 'ICI_money_market_assets.csv': file }, '2025-03-19'), 'MMF')?.value).toBe(7024);
    expect(of(await macro({ 'ICI_money_market_assets.csv': file }, '2025-03-20'), 'MMF')).toMatchObject({
      value: 7002,
      record: { period: '2025-03-05', value: 7025 },
    });
  });

  it('has the period that was out by then in the latest vintage where no first print is stored, and nothing later', async () => {
    const weeks = 'date,value\n2025-03-08,206000\n2025-03-15,212000\n2025-03-22,219000\n';
    const files = { 'ICSA.csv': weeks, 'DGS2.csv': 'date,value\n2025-03-18,4.1\n2025-03-21,4.2\n' };

    const friday = await macro(files, '2025-03-21');
    const nextThursday = await macro(files, '2025-03-27');
    const muchLater = await macro(
      { ...files, 'DGS2.csv': 'date,value\n2025-05-01,4.1\n2025-05-02,4.2\n' },
      '2025-05-02',
    );

    expect(friday.prints.map(({ id }) => id)).toEqual(['DGS2']);
    expect(friday.revisedOnly).toMatchObject([{ id: 'ICSA', period: '2025-03-15', value: 212000, isRevised: true }]);
    expect(friday.revisedOnly?.[0]?.released).toBeUndefined();
    expect(nextThursday.revisedOnly?.[0]).toMatchObject({ period: '2025-03-22', value: 219000 });
    expect(muchLater.revisedOnly).toEqual([]);
  });

  it('counts a month as out from the listed day of its release', async () => {
    const files = {
      'UNRATE.csv': 'date,value\n2024-05-01,4.0\n2024-06-01,4.1\n2024-07-01,4.3\n',
      'DGS2.csv': 'date,value\n2024-07-31,4.3\n2024-08-01,4.2\n2024-08-02,3.9\n',
    };

    expect((await macro(files, '2024-08-01')).revisedOnly?.[0]?.period).toBe('2024-06-01');
    expect((await macro(files, '2024-08-02')).revisedOnly?.[0]?.period).toBe('2024-07-01');
  });

  it('keeps the latest vintage apart, and only of the same period', async () => {
    const known = await macro(
      {
        'first_prints_2025.csv': PRINTS,
        'PERMIT.csv': 'date,value\n2025-01-01,1380\n2025-02-01,1450\n2025-03-01,1480\n',
      },
      '2025-03-21',
    );

    expect(known.revisions).toMatchObject([
      { id: 'PERMIT', period: '2025-02-01', value: 1450, previous: { period: '2025-01-01', value: 1380 } },
    ]);
  });

  it.each([
    ['a print that is no number', { 'first_prints_2025.csv': PRINTS.replace(',1500,', ',about 1500,') }, /line 3/],
    [
      'a period that is none',
      { 'first_prints_2025.csv': PRINTS.replace('2025Q1,2025-03-17', '2025Q5,2025-03-17') },
      /period/,
    ],
    ['a yield that is no number', { 'DGS2.csv': 'date,value\n2025-03-21,n/a\n' }, /DGS2.csv line 2/],
  ])('refuses %s', async (_what, files, sentence) => {
    await expect(macro(files as Readonly<Record<string, string>>, '2025-03-21')).rejects.toThrow(sentence);
  });
});
