import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openSqliteStoreForReading } from '../../src/store/sqlite-store.ts';
import { openStore, storePath } from '../support/store.ts';

const WRITER = fileURLToPath(new URL('../support/store-writer.ts', import.meta.url));
const ROUNDS = 50;

/** Lets a process write to the store, ends it with kill -9 `afterMs` after its first output, returns its acknowledgements. */
async function killedWriter(path: string, round: number, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, path, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await once(child, 'close');
  return said
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== 'open');
}

describe('kill -9 during writes', () => {
  test(`${ROUNDS} times: the store reopens, every acknowledged write is there, none is half there`, {
    timeout: 120_000,
  }, async () => {
    const path = storePath();
    const acknowledged: string[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      // Spread over the first milliseconds of writing: the same moments in every run, whatever the machine's speed.
      acknowledged.push(...(await killedWriter(path, round, (round * 7) % 23)));
    }
    const store = await openStore(path);
    const versions = await store.listCallVersions('T1');
    const held = new Set(versions.map(({ call, version }) => `${call} ${version}`));
    expect(acknowledged.filter((one) => !held.has(one))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);

    // Whole or not at all: a version without its log entry, or a log entry without its version, would be half a write.
    const log = await store.listAudit('T1', 1_000_000);
    expect(log.map(({ subject }) => subject).sort()).toEqual(
      versions.map(({ call, version }) => `call ${call}, version ${version}`).sort(),
    );
    expect(new Set(versions.map(({ call }) => call)).size).toBe(versions.filter(({ version }) => version === 1).length);
    await store.close();
  });

  test('while the store is being created: the next start finds a store or makes one', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 8; round++) {
      const path = storePath();
      const child = spawn(process.execPath, [WRITER, path, String(round)], { stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, 60 + round * 12));
      child.kill('SIGKILL');
      await once(child, 'close');
      await (await openStore(path)).close();
      await (await openSqliteStoreForReading(path)).close();
    }
  });
});
