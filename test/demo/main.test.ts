import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { SOURCE_IDS } from '../../src/market/provider.ts';
import { closeAll, standInAt } from './support.ts';

afterEach(closeAll);

const MAIN = fileURLToPath(new URL('../../src/demo/main.ts', import.meta.url));

function demo(args: readonly string[], settings: Readonly<Record<string, string>> = {}): ChildProcess {
  const { CAPWATCH_DATA_DIR: _own, ...env } = process.env;
  return spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, ...settings } });
}

async function textOf(stream: ChildProcess['stdout'], until = /$^/): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) {
    text += String(chunk);
    if (until.test(text)) break;
  }
  return text;
}

async function refusalOf(
  args: readonly string[],
  settings?: Readonly<Record<string, string>>,
): Promise<{ code: unknown; said: string }> {
  const child = demo(args, settings);
  const [said, [code]] = await Promise.all([textOf(child.stderr), once(child, 'exit')]);
  return { code, said };
}

describe('npm run demo', () => {
  it('takes the next port when its own is busy, says where it is, and ends cleanly', async () => {
    const busy = Number(new URL((await standInAt()).url).port);

    const child = demo(['--port', String(busy)]);
    const ended = once(child, 'exit');
    const said = await textOf(child.stdout, /Ctrl-C/);
    child.kill('SIGINT');

    const port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]);
    expect(port).toBeGreaterThan(busy);
    expect(port).toBeLessThanOrEqual(busy + 20);
    expect(said).toContain('Mon 22 Jan 2024, 18:00 ET, from SAMPLE DATA');
    expect(await ended).toEqual([0, null]);
  });

  it('with --live and no source that answers says so and offers the sample; says what --port takes', async () => {
    const off = { CAPWATCH_SOURCES_OFF: SOURCE_IDS.join(',') };
    const [live, port] = await Promise.all([refusalOf(['--live'], off), refusalOf(['--port', 'x'])]);

    expect(live).toMatchObject({ code: 69, said: expect.stringContaining('No live source answers from here: ') });
    expect(live.said).toContain('The sample needs no network: npm run demo');
    expect(port).toEqual({ code: 64, said: '--port takes a number from 0 to 65535.\n' });
  });
});
