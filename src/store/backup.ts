/** A consistent copy of a store while Capwatch runs, and the way back: checked before anything is replaced. */
import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { CapwatchError } from '../errors.ts';
import { takeLock } from './lock.ts';
import { requireSchema } from './migrations.ts';
import { APPLICATION_ID, damagedStore, kyselyOn, openedFile, told } from './sqlite.ts';
import { refuseDamaged } from './sqlite-store.ts';

/** What a copy holds, for the line that reports it. */
export interface StoreSummary {
  readonly teams: number;
  readonly calls: number;
  readonly versions: number;
  readonly readings: number;
}

/**
 * Copies the store at `path` to `copy` (mode 0600), one moment of it, whoever writes meanwhile.
 * @throws CapwatchError `not_found` without a store, `invalid_input` when `copy` exists already
 */
export async function backUp(path: string, copy: string): Promise<StoreSummary> {
  if (!existsSync(path)) throw new CapwatchError('not_found', `There is no store ${path}.`, { source: path });
  if (existsSync(copy)) throw new CapwatchError('invalid_input', `${copy} exists already; name a new file.`);
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  closeSync(openSync(part, 'wx', 0o600));
  const database = openedFile(path, { readOnly: true });
  try {
    refuseDamaged(database, path);
    told(copy, () => database.prepare('vacuum into ?').run(part));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    database.close();
  }
  const summary = await checkedStore(part, copy);
  settle(part, copy);
  return summary;
}

/**
 * Puts `copy` in the place of the store at `path`. The store it replaces is kept beside it, its name is returned.
 * Refused while Capwatch runs, and when the copy is damaged, no store, or newer; then nothing is changed.
 */
export async function restore(
  copy: string,
  path: string,
  now: Temporal.Instant,
): Promise<{ readonly summary: StoreSummary; readonly kept?: string }> {
  if (!existsSync(copy)) throw new CapwatchError('not_found', `There is no file ${copy}.`, { source: copy });
  const lock = takeLock(path, now);
  const part = `${path}.restoring`;
  try {
    rmSync(part, { force: true });
    copyFileSync(copy, part);
    chmodSync(part, 0o600);
    const summary = await checkedStore(part, copy);
    const kept = existsSync(path) ? setAside(path, now) : undefined;
    settle(part, path);
    return { summary, ...(kept !== undefined && { kept }) };
  } finally {
    rmSync(part, { force: true });
    lock.release();
  }
}

/** Opens a copy, checks every page, mark and schema, and counts what is in it. Errors speak of `name`. */
async function checkedStore(path: string, name: string): Promise<StoreSummary> {
  const database = openedFile(path, { readOnly: true, name });
  const db = kyselyOn(database, name);
  try {
    const whole = told(name, () => database.prepare('pragma integrity_check(1)').get());
    const id = told(name, () => database.prepare('pragma application_id').get());
    if (whole?.integrity_check !== 'ok' || id?.application_id !== APPLICATION_ID) throw damagedStore(name);
    await requireSchema(db, name);
    return summaryOf(database);
  } finally {
    database.close();
  }
}

function summaryOf(database: DatabaseSync): StoreSummary {
  const count = (sql: string) => Number(database.prepare(sql).get()?.n);
  return {
    teams: count('select count(distinct team) as n from calls'),
    calls: count('select count(*) as n from calls'),
    versions: count('select count(*) as n from call_versions'),
    readings: count('select count(*) as n from survey_readings'),
  };
}

/** Moves the old store's pages into one file and copies it aside, so that no moment is without a store. */
function setAside(path: string, now: Temporal.Instant): string {
  const kept = `${path}.before-restore-${now.toString({ smallestUnit: 'second' }).replaceAll(':', '')}`;
  try {
    const database = openedFile(path);
    database.exec('pragma wal_checkpoint(truncate)');
    database.close();
  } catch {
    // A damaged store is kept as it is: that it cannot be opened may be why a copy is brought back.
  }
  for (const companion of ['', '-wal']) {
    if (existsSync(path + companion)) copyFileSync(path + companion, kept + companion);
  }
  for (const companion of ['-wal', '-shm']) rmSync(path + companion, { force: true });
  return kept;
}

/** Renames a finished file into place once its bytes are on the disk. */
function settle(part: string, path: string): void {
  sync(part);
  renameSync(part, path);
  sync(dirname(path));
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
