import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { backUp, restore } from '../../src/store/backup.ts';
import { openSqliteStoreForReading } from '../../src/store/sqlite-store.ts';
import { GOLDMAN } from '../support/calls.ts';
import { openStore, refusalOf, STORE_NOW, storePath } from '../support/store.ts';

const BY = { team: 'T1', by: { user: 'U1', at: STORE_NOW } };

async function storeWith(calls: number, path = storePath()): Promise<string> {
  const store = await openStore(path);
  for (let count = 1; count <= calls; count++) await store.recordCall(BY, { ...GOLDMAN, variant: `v${count}` });
  await store.close();
  return path;
}

describe('backUp', () => {
  test('copies one moment of a store that is being written', async () => {
    const path = storePath();
    const store = await openStore(path);
    await store.recordCall(BY, GOLDMAN);
    const copy = storePath();
    let writing = true;
    const writer = (async () => {
      for (let count = 1; writing; count++) {
        await store.recordCall(BY, { ...GOLDMAN, variant: `v${count}` });
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const summary = await backUp(path, copy);
    writing = false;
    await writer;
    expect(summary.versions).toBe(summary.calls);
    expect(summary.calls).toBeGreaterThanOrEqual(1);
    const reader = await openSqliteStoreForReading(copy);
    const log = await reader.listAudit('T1', 1_000_000);
    expect(log).toHaveLength(summary.calls);
    await reader.close();
    await store.close();
  });

  test('keeps the copy private, and never overwrites a file', async () => {
    const path = await storeWith(2);
    const copy = storePath();
    expect(await backUp(path, copy)).toEqual({ teams: 1, calls: 2, versions: 2, readings: 0 });
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(await refusalOf(() => backUp(path, copy))).toMatch('exists already');
    expect(readdirSync(dirname(copy))).toEqual(['capwatch.db']);
  });

  test('refuses a damaged store, and leaves no copy behind', async () => {
    const path = await storeWith(30);
    const damaged = Buffer.from(readFileSync(path)).fill(0x5a, 4096, 4096 * 6);
    writeFileSync(path, damaged);
    const copy = storePath();
    expect(await refusalOf(() => backUp(path, copy))).toMatch(`The store ${path} is damaged`);
    expect(readdirSync(dirname(copy))).toEqual([]);
  });

  test('says when there is no store', async () => {
    expect(await refusalOf(() => backUp('/tmp/nowhere.db', storePath()))).toBe('There is no store /tmp/nowhere.db.');
  });
});

describe('restore', () => {
  test('puts the copy in place and keeps the store that was there', async () => {
    const path = await storeWith(2);
    const copy = storePath();
    await backUp(path, copy);
    await storeWith(5, path);
    const { summary, kept } = await restore(copy, path, STORE_NOW);
    expect(summary.calls).toBe(2);
    const store = await openStore(path);
    expect(await store.listCallVersions('T1')).toHaveLength(2);
    expect(await store.recordCall(BY, GOLDMAN)).toMatchObject({ kind: 'written' });
    await store.close();
    const old = await openSqliteStoreForReading(kept ?? '');
    expect(await old.listCallVersions('T1')).toHaveLength(5);
    await old.close();
  });

  test('replaces a damaged store, keeping it', async () => {
    const path = await storeWith(1);
    const copy = storePath();
    await backUp(path, copy);
    writeFileSync(path, 'not a store any more');
    const { kept } = await restore(copy, path, STORE_NOW);
    expect(readFileSync(kept ?? '', 'utf8')).toBe('not a store any more');
    await (await openStore(path)).close();
  });

  test('is refused while Capwatch runs', async () => {
    const path = await storeWith(1);
    const copy = storePath();
    await backUp(path, copy);
    const store = await openStore(path);
    expect(await refusalOf(() => restore(copy, path, STORE_NOW))).toMatch('is already in use by process');
    expect(await store.listCallVersions('T1')).toHaveLength(1);
    await store.close();
  });

  test.each([
    ['damaged', (whole: Buffer) => Buffer.from(whole).fill(0x5a, 4096, 4096 * 6)],
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 5000)],
    ['no store', () => Buffer.from('hello')],
    ['empty', () => Buffer.alloc(0)],
  ])('a copy that is %s is refused before anything is replaced', async (_, spoiled) => {
    const path = await storeWith(30);
    const copy = storePath();
    await backUp(path, copy);
    writeFileSync(copy, spoiled(readFileSync(copy)));
    const before = readFileSync(path);
    expect(await refusalOf(() => restore(copy, path, STORE_NOW))).toMatch(
      `The store ${copy} is damaged or is no Capwatch store`,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}.restoring`)).toBe(false);
  });

  test('a copy whose pages read well but contradict each other is refused', async () => {
    const path = await storeWith(3);
    const copy = storePath();
    await backUp(path, copy);
    const database = new DatabaseSync(copy, { readOnly: true });
    const index = database.prepare("select rootpage from sqlite_schema where name = 'sqlite_autoindex_calls_2'").get();
    database.close();
    const bytes = readFileSync(copy);
    // The page's rows lie at its end: one letter of an index entry no longer is the letter in the table.
    const end = Number(index?.rootpage) * 4096;
    const place = bytes.lastIndexOf('goldman', end);
    expect(place).toBeGreaterThan(end - 4096);
    bytes.write('zoldman', place);
    writeFileSync(copy, bytes);
    expect(await refusalOf(() => restore(copy, path, STORE_NOW))).toMatch(`The store ${copy} is damaged`);
  });

  test('a copy of a newer Capwatch is refused', async () => {
    const path = await storeWith(1);
    const copy = storePath();
    await backUp(path, copy);
    const newer = new DatabaseSync(copy);
    newer.exec("insert into kysely_migration values ('009-later', '2030-01-01')");
    newer.close();
    expect(await refusalOf(() => restore(copy, path, STORE_NOW))).toMatch('written by a newer Capwatch (009-later)');
  });
});
