/** A data folder of the test's own, removed when the test ends. */
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { CapwatchError } from '../../../src/errors.ts';

export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'capwatch-folder-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) put(dir, file, content);
  return dir;
}

export function put(dir: string, file: string, content: string | Uint8Array): void {
  const path = join(dir, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Sets a file's modification time, in seconds since 1970, as a later write would. */
export function touch(dir: string, file: string, seconds: number): void {
  utimesSync(join(dir, file), statSync(join(dir, file)).atime, seconds);
}

/** The CapwatchError a promise fails with, as `kind: sentence`; anything else fails the test. */
export async function failure(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => new Error('nothing failed'),
    (cause: unknown) => cause,
  );
  if (error instanceof CapwatchError) return `${error.kind}: ${error.userMessage}`;
  throw error;
}
