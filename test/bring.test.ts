import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { keptIn } from '../src/kept.ts';
import { keptMoneyWeeks, moneyPrint } from '../src/market/ici/weeks.ts';
import { openStore, storePath } from './support/store.ts';

const run = promisify(execFile);
const ENTRY = fileURLToPath(new URL('../src/bring.ts', import.meta.url));

async function bring(store: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, CAPWATCH_STORE: store };
  try {
    const { stdout } = await run(process.execPath, [ENTRY, ...args], { env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'capwatch-bring-')), 'brought.csv');
  writeFileSync(path, text);
  return path;
}

describe('npm run bring', () => {
  it('takes weekly totals in, a later file replacing a week, for the backdrop to read', async () => {
    const path = storePath();
    const first = await bring(path, [
      'money',
      file('week_ended,total_assets_bn_usd\n2026-11-11,7940\n2026-11-18,7900\n'),
    ]);
    const second = await bring(path, ['money', file('week_ended,total_assets_bn_usd\n2026-11-18,7954.1\n')]);

    expect([first, second]).toEqual([
      { code: 0, said: '2 weekly totals taken in; 2 held\n' },
      { code: 0, said: '1 weekly totals taken in; 2 held\n' },
    ]);
    const store = await openStore(path);
    const weeks = await keptMoneyWeeks(keptIn(store));
    expect(moneyPrint(weeks, '2026-11-20')[0]).toMatchObject({ value: 7954.1, previous: { value: 7940 } });
    // Out on Thursday the 19th, not before.
    expect(moneyPrint(weeks, '2026-11-18')).toEqual([]);
    await store.close();
  });

  it('takes settlements in with their day', async () => {
    const rows = 'month,settle,openInterest\nNOV 26,96.1200,300000\nDEC 26,95.9950,602118\n';

    expect(await bring(storePath(), ['settlements', file(rows), '--day', '2026-11-20'])).toEqual({
      code: 0,
      said: '2 settlements of 2026-11-20 taken in\n',
    });
  });

  it('names what is wrong and takes nothing in', async () => {
    const wrong = await bring(storePath(), ['money', file('week_ended,total_assets_bn_usd\n2026-11-19,7940\n')]);
    const unknown = await bring(storePath(), ['gold', 'x.csv']);

    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('line 2 has 2026-11-19 as week_ended') });
    expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining('Usage: npm run bring') });
  });
});
