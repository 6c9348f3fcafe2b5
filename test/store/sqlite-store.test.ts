import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { kyselyOn, openedFile } from '../../src/store/sqlite.ts';
import { openSqliteStoreForReading } from '../../src/store/sqlite-store.ts';
import { type Store, storeOn } from '../../src/store/store.ts';
import { GOLDMAN } from '../support/calls.ts';
import { openStore, refusalOf, STORE_NOW, storePath } from '../support/store.ts';
import { storeContract } from './contract.ts';

const BY = { team: 'T1', by: { user: 'U1', at: STORE_NOW } };

storeContract('SQLite', async () => {
  const path = storePath();
  const store = await openStore(path);
  return {
    store,
    reopened: async () => {
      await store.close();
      return openStore(path);
    },
  };
});

describe('openSqliteStore', () => {
  test('keeps its files readable by their owner only', async () => {
    const path = storePath();
    const store = await openStore(path);
    await store.recordCall(BY, GOLDMAN);
    const modes = ['', '-wal', '-shm', '.lock', '.lock-holder'].map((end) =>
      (statSync(path + end).mode & 0o777).toString(8),
    );
    expect(modes).toEqual(['600', '600', '600', '600', '600']);
    await store.close();
    chmodSync(path, 0o644);
    await (await openStore(path)).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('commits reach the disk before they return', async () => {
    const path = storePath();
    await (await openStore(path)).close();
    const database = openedFile(path);
    expect(database.prepare('pragma journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    // 2 is FULL: https://sqlite.org/pragma.html#pragma_synchronous
    expect(database.prepare('pragma synchronous').get()).toMatchObject({ synchronous: 2 });
    database.close();
  });

  test('a second process is told who holds the store, and the first goes on', async () => {
    const path = storePath();
    const store = await openStore(path);
    const script = `import { openSqliteStore } from '${new URL('../../src/store/sqlite-store.ts', import.meta.url).href}';
      await openSqliteStore(process.argv[1], Temporal.Now.instant()).catch((error) => { console.log(error.message); process.exit(3); });`;
    const second = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8' });
    expect(second.status).toBe(3);
    expect(second.stdout).toMatch(`The store ${path} is already in use by process ${process.pid} on `);
    expect(second.stdout).toMatch('since 2024-01-22T21:30:00Z');
    expect(await store.recordCall(BY, GOLDMAN)).toMatchObject({ kind: 'written' });
    await store.close();
    await (await openStore(path)).close();
  });

  test('refuses a store of a newer Capwatch and leaves it as it is', async () => {
    const path = storePath();
    await (await openStore(path)).close();
    const newer = new DatabaseSync(path);
    newer.exec("insert into kysely_migration values ('009-alerts', '2030-01-01')");
    newer.close();
    expect(await refusalOf(() => openStore(path))).toBe(
      `The store ${path} was written by a newer Capwatch (009-alerts); this one knows up to 004-threads. Nothing was changed.`,
    );
    expect(await refusalOf(() => openSqliteStoreForReading(path))).toMatch('newer Capwatch');
  });

  test('refuses a damaged file by name and leaves it as it is', async () => {
    const path = storePath();
    const store = await openStore(path);
    for (let day = 1; day <= 28; day++)
      await store.recordCall(BY, { ...GOLDMAN, noteDate: `2024-02-${String(day).padStart(2, '0')}` });
    await store.close();
    const whole = readFileSync(path);
    const damaged = Buffer.from(whole);
    damaged.fill(0x5a, 4096, 4096 * 6);
    for (const content of [damaged, whole.subarray(0, 5000), Buffer.from('date,close\n2024-01-02,1\n'.repeat(400))]) {
      writeFileSync(path, content);
      expect(await refusalOf(() => openStore(path))).toMatch(`The store ${path} is damaged or is no Capwatch store.`);
      expect(readFileSync(path).equals(content)).toBe(true);
    }
  });

  test('refuses another program’s database', async () => {
    const path = storePath();
    const other = new DatabaseSync(path);
    other.exec('create table bookmarks (url text)');
    other.close();
    const before = readFileSync(path);
    expect(await refusalOf(() => openStore(path))).toMatch('is no Capwatch store');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a folder in the place of the file is refused by name', async () => {
    expect(await refusalOf(() => openStore('/dev/null/capwatch.db'))).toBe(
      'The store /dev/null/capwatch.db cannot be created or opened.',
    );
  });

  test('a start that ended inside the schema’s creation is simply done again', async () => {
    const path = storePath();
    const cut = new DatabaseSync(path);
    cut.exec('begin; create table calls (team text); create table kysely_migration (name text)');
    cut.close();
    const store = await openStore(path);
    expect(await store.recordCall(BY, GOLDMAN)).toMatchObject({ kind: 'written' });
    await store.close();
  });

  test('a cut-off write-ahead log loses at most what was never acknowledged', async () => {
    const path = storePath();
    const store = await openStore(path);
    await store.recordCall(BY, GOLDMAN);
    const copy = storePath();
    writeFileSync(copy, readFileSync(path));
    writeFileSync(`${copy}-wal`, readFileSync(`${path}-wal`));
    await store.close();
    appendFileSync(`${copy}-wal`, Buffer.alloc(3000, 7));
    const again = await openStore(copy);
    expect(await again.listCallVersions('T1')).toHaveLength(1);
    await again.close();
  });
});

describe('a full disk', () => {
  test('is told in words, changes nothing, and the store goes on reading', async () => {
    const path = storePath();
    await (await openStore(path)).close();
    const before = statSync(path).size;
    const store = openFull(path);
    const calls = Array.from({ length: 2000 }, (_, index) => ({
      line: index,
      facts: { ...GOLDMAN, variant: `v${index}` },
    }));
    expect(await refusalOf(() => store.recordImport(BY, { calls, mode: 'all-or-nothing' }))).toBe(
      `The store ${path} could not be written: the disk is full. Nothing was written.`,
    );
    expect(await store.listCallVersions('T1')).toEqual([]);
    expect(await store.recordCall(BY, GOLDMAN)).toMatchObject({ kind: 'written' });
    await store.close();
    expect(statSync(path).size).toBeLessThan(before + 200_000);
  });
});

/** A store whose file may hardly grow, which SQLite reports exactly as a full disk. */
function openFull(path: string): Store {
  const database = openedFile(path);
  const pages = Number(database.prepare('pragma page_count').get()?.page_count);
  database.exec(`pragma max_page_count = ${pages + 20}`);
  const db = kyselyOn(database, path);
  return storeOn(db, () => db.destroy());
}

describe('openSqliteStoreForReading', () => {
  test('reads beside the process that holds the store, and sees its last write', async () => {
    const path = storePath();
    const store = await openStore(path);
    const reader = await openSqliteStoreForReading(path);
    await store.recordCall(BY, GOLDMAN);
    expect(await reader.listCallVersions('T1')).toHaveLength(1);
    await reader.close();
    await store.close();
  });

  test('says when there is no store, and creates none', async () => {
    const path = storePath();
    expect(await refusalOf(() => openSqliteStoreForReading(path))).toBe(`There is no store ${path}.`);
    expect(existsSync(path)).toBe(false);
  });

  test('an empty file is no store of this version', async () => {
    const path = storePath();
    await (await openStore(path)).close();
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
    truncateSync(path, 0);
    expect(await refusalOf(() => openSqliteStoreForReading(path))).toMatch('older Capwatch');
  });
});
