/** One process per store: an exclusive lock on a file beside it, released by the system even after kill -9. */
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { CapwatchError } from '../errors.ts';

export interface Lock {
  release(): void;
}

/**
 * Takes the lock of the store at `path`.
 * @throws CapwatchError `not_configured` naming who holds it.
 */
export function takeLock(path: string, now: Temporal.Instant): Lock {
  const file = `${path}.lock`;
  const database = openedLock(file, path);
  try {
    database.exec('begin exclusive');
  } catch (cause) {
    database.close();
    throw held(path, cause);
  }
  sayWho(path, `process ${process.pid} on ${hostname()}, since ${now.toString()}\n`);
  return { release: () => database.close() };
}

/** Only created when missing: closing any handle on a locked file would drop this process's own lock on it. */
function openedLock(file: string, path: string): DatabaseSync {
  try {
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    return new DatabaseSync(file, { timeout: 0 });
  } catch (cause) {
    const sentence = `The store ${path} cannot be opened: its lock ${file} cannot be created.`;
    throw new CapwatchError('not_configured', sentence, { source: path, cause });
  }
}

/** The words for a second start; a full disk must not keep the first one from starting. */
function sayWho(path: string, words: string): void {
  try {
    writeFileSync(holderFile(path), words, { mode: 0o600 });
  } catch {
    // The lock itself is held; a second start will name "another process".
  }
}

function held(path: string, cause: unknown): CapwatchError {
  const sentence = `The store ${path} is already in use by ${holder(path)}. Stop that Capwatch first, or give this one a store of its own.`;
  return new CapwatchError('not_configured', sentence, { source: path, cause });
}

function holder(path: string): string {
  try {
    return readFileSync(holderFile(path), 'utf8').trim() || 'another process';
  } catch {
    return 'another process';
  }
}

/** A plain file of its own: the locked one cannot be read through SQLite. */
function holderFile(path: string): string {
  return `${path}.lock-holder`;
}
