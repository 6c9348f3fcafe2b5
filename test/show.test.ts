import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GOLDMAN } from './support/calls.ts';
import { openStore, STORE_NOW, storePath } from './support/store.ts';

const SHOW = fileURLToPath(new URL('../src/show.ts', import.meta.url));

function show(...args: string[]) {
  return showWith({}, ...args);
}

function showWith(env: Readonly<Record<string, string>>, ...args: string[]) {
  return spawnSync(process.execPath, [SHOW, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH, ...env } });
}

describe('show', () => {
  it('prints one JSON document with numbers, message and the drawn chart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'capwatch-show-'));

    const { status, stdout, stderr } = show('/smallcaps ytd', '--json', '--png', folder);
    const document = JSON.parse(stdout);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Object.keys(document)).toEqual(['command', 'asOf', 'numbers', 'message', 'charts']);
    expect(Object.keys(document.numbers[0])).toEqual([
      'id',
      'value',
      'unit',
      'asOf',
      'basis',
      'formula',
      'inputs',
      'sources',
    ]);
    expect(document.message.text).toMatch(/^Sample data: Small caps lag/);
    expect(JSON.stringify(document.message.blocks)).toContain('SAMPLE DATA');
    const png = readFileSync(document.charts[0].file);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // Width and height stand in the first chunk of a PNG, at bytes 16 and 20.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 900]);
  });

  it('prints the refusal on stderr, in one line with an example, and exits 1', () => {
    const { status, stdout, stderr } = show('/smallcaps ytdd');

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('I do not know the window ytdd. Did you mean ytd? Example: /smallcaps ytd\n');
  });

  it('prints the morning with its thread, words typed without quotes', () => {
    const { status, stdout, stderr } = show('morning', 'asof', '2024-01-22', '--json');
    const document = JSON.parse(stdout);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(document.command).toBe('morning asof 2024-01-22');
    expect(document.thread).toHaveLength(5);
    expect(document.numbers.length).toBeGreaterThan(20);
  });

  it('says how it is used', () => {
    expect(show().stderr).toContain('npm run --silent show -- "/smallcaps ytd asof 2024-01-19"');
    expect(show('--wrong').status).toBe(1);
  });

  it('reads the desk’s own ledger beside whoever holds its store', async () => {
    const path = storePath();
    const store = await openStore(path);
    await store.recordCall({ team: 'T1', by: { user: 'U1', at: STORE_NOW } }, { ...GOLDMAN, firm: 'Desk Research' });

    const { status, stdout, stderr } = showWith({ CAPWATCH_STORE: path }, '/targets russell');
    await store.close();

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Desk Research');
  });
});
