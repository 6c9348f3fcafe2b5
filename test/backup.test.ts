import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GOLDMAN } from './support/calls.ts';
import { openStore, STORE_NOW, storePath } from './support/store.ts';

/** Runs an entry with its own environment: only the store's path, so that no .env of the machine matters. */
function run(entry: 'backup' | 'restore', args: readonly string[], store: string) {
  const path = fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url));
  return spawnSync(process.execPath, [path, ...args], { encoding: 'utf8', env: { CAPWATCH_STORE: store } });
}

describe('npm run backup and npm run restore', () => {
  test('copy a store in use and bring the copy back once it is free', async () => {
    const path = storePath();
    const copy = storePath();
    const by = { team: 'T1', by: { user: 'U1', at: STORE_NOW } };
    const store = await openStore(path);
    await store.recordCall(by, GOLDMAN);
    const copied = run('backup', [copy], path);
    expect([copied.status, copied.stdout]).toEqual([
      0,
      `${copy}, checked: workspaces 1, calls 1, versions 1, survey readings 0\n`,
    ]);

    await store.recordWithdrawal(by, { call: 1, version: 1, on: '2024-02-01' });
    const early = run('restore', [copy], path);
    expect([early.status, early.stderr]).toEqual([1, expect.stringMatching('is already in use by process')]);
    await store.close();

    const late = run('restore', [copy], path);
    expect(late.status).toBe(0);
    expect(existsSync(/kept as (.+)\n$/.exec(late.stdout)?.[1] ?? '')).toBe(true);
    const restored = await openStore(path);
    expect(await restored.listCallVersions('T1')).toHaveLength(1);
    await restored.close();
  });

  test('without a file name they say how to call them', () => {
    expect(run('backup', [], storePath()).stderr).toBe('Usage: npm run backup -- COPY\n');
    expect(run('restore', [], storePath()).stderr).toBe('Usage: npm run restore -- COPY\n');
  });
});
