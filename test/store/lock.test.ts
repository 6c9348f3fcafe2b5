import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { takeLock } from '../../src/store/lock.ts';
import { refusalOf, STORE_NOW, storePath } from '../support/store.ts';

describe('takeLock', () => {
  test('refuses a second holder by name, and is free again once released', async () => {
    const path = storePath();
    const lock = takeLock(path, STORE_NOW);
    expect(await refusalOf(() => takeLock(path, STORE_NOW))).toMatch(`already in use by process ${process.pid}`);
    lock.release();
    takeLock(path, STORE_NOW).release();
  });

  test('without the holder’s words a second start still is refused', async () => {
    const path = storePath();
    const lock = takeLock(path, STORE_NOW);
    rmSync(`${path}.lock-holder`);
    expect(await refusalOf(() => takeLock(path, STORE_NOW))).toMatch('already in use by another process');
    lock.release();
  });

  test('a lock that cannot be created is told by name', async () => {
    const path = storePath();
    mkdirSync(`${path}.lock`);
    expect(await refusalOf(() => takeLock(path, STORE_NOW))).toBe(
      `The store ${path} cannot be opened: its lock ${path}.lock cannot be created.`,
    );
    expect(existsSync(path)).toBe(false);
  });
});
