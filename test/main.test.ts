import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../src/store/sqlite-store.ts';
import { storePath } from './support/store.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-canary', SLACK_APP_TOKEN: 'xapp-canary' };

/** `npm start` with nothing in its environment but these settings: its exit code, and all it said. */
async function started(settings: Readonly<Record<string, string>>): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...settings },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  }
  const [code] = await once(child, 'close');
  return { code, said };
}

describe('npm start', () => {
  it('without tokens says what to do and exits 78', async () => {
    const { code, said } = await started({});
    expect(code).toBe(78);
    expect(said).toContain('npm run demo');
    expect(said).toContain('SLACK_BOT_TOKEN');
  });

  it('with settings that cannot be used names each, never its value, and exits 78', async () => {
    const { code, said } = await started({ ...TOKENS, SLACK_APP_TOKEN: 'canary-1', CAPWATCH_THEME: 'canary-2' });
    expect(code).toBe(78);
    expect(said).toContain('SLACK_APP_TOKEN must start with xapp-');
    expect(said).toContain('CAPWATCH_THEME must be light or dark');
    expect(said).not.toContain('canary');
  });

  it('beside another one on the same store says who holds it, sends nothing and exits 78', async () => {
    const path = storePath();
    const store = await openSqliteStore(path, Temporal.Now.instant());
    // Nobody listens there: a start that got as far as Slack would say so.
    const settings = { ...TOKENS, CAPWATCH_STORE: path, SLACK_API_URL: 'http://127.0.0.1:9/api/' };
    const { code, said } = await started(settings);
    await store.close();

    expect(code).toBe(78);
    expect(said).toContain(`is already in use by process ${process.pid} on `);
    expect(said).not.toContain('canary');
  });
});
