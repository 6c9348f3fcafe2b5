import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checksText } from '../../src/checks/check.ts';
import { drawingCheck, storeCheck, timeZoneCheck } from '../../src/checks/machine.ts';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'capwatch-checks-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

describe('storeCheck', () => {
  it('is content with a file that is its owner’s alone', async () => {
    const path = join(folder(), 'capwatch.db');
    writeFileSync(path, 'x', { mode: 0o600 });

    expect((await storeCheck(path)).state).toBe('ok');
  });

  it('warns of a file that others can read', async () => {
    const path = join(folder(), 'capwatch.db');
    writeFileSync(path, 'x');
    chmodSync(path, 0o644);

    expect(await storeCheck(path)).toMatchObject({ state: 'warn', todo: `chmod 600 ${path}` });
  });

  it('is content with a place where a file can be made, folders included', async () => {
    expect((await storeCheck(join(folder(), 'new', 'deep', 'capwatch.db'))).state).toBe('ok');
  });

  it('fails where a file stands in the way', async () => {
    const path = join(folder(), 'file');
    writeFileSync(path, 'x');

    expect((await storeCheck(join(path, 'capwatch.db'))).state).toBe('fail');
  });
});

describe('drawingCheck', () => {
  it('knows a picture from anything else', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]);

    expect((await drawingCheck(async () => png)).state).toBe('ok');
    expect((await drawingCheck(async () => Uint8Array.from([0x3c]))).state).toBe('warn');
    expect(await drawingCheck(() => Promise.reject(new Error('no font')))).toMatchObject({
      state: 'warn',
      found: 'not drawn: no font',
    });
  });
});

describe('timeZoneCheck', () => {
  it('finds New York where it is', () => {
    expect(timeZoneCheck().state).toBe('ok');
  });
});

describe('checksText', () => {
  it('tells one check a line, what to do below it, and the sum', () => {
    const text = checksText([
      { name: 'Store', state: 'ok', found: 'here' },
      { name: 'Slack', state: 'fail', found: 'no tokens', todo: 'set them' },
    ]);

    expect(text).toBe(
      'ok   Store  here\nfail Slack  no tokens\n            → set them\n\n1 ok, 0 to look at, 1 failed\n',
    );
  });
});
