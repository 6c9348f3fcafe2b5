import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { compile } from '../../../src/charts/compile.ts';
import type { CompiledChart } from '../../../src/charts/renderer.ts';
import { CapwatchError } from '../../../src/errors.ts';
import { createEmbeddedRenderer, type EmbeddedRenderer } from '../../../src/slack/render/embedded.ts';
import { EXAMPLES } from '../../charts/examples.ts';
import { WIDTHS } from './moody-worker.ts';
import { cornerColor, inkShare, pixelsOf } from './pixels.ts';

const MOODY = new URL('./moody-worker.ts', import.meta.url);
const run = promisify(execFile);
const opened: EmbeddedRenderer[] = [];

function renderer(options: Parameters<typeof createEmbeddedRenderer>[0] = {}): EmbeddedRenderer {
  const created = createEmbeddedRenderer(options);
  opened.push(created);
  return created;
}

function chart(width: number, delayMs = 0): CompiledChart {
  return { config: {}, width, height: delayMs, devicePixelRatio: 1, background: '#FFFFFF' };
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

describe('createEmbeddedRenderer', () => {
  it('draws every kind at 1600×900 on its solid background, light and dark', async () => {
    const shared = renderer();
    for (const spec of Object.values(EXAMPLES)) {
      for (const [theme, background] of [
        ['light', '#FFFFFF'],
        ['dark', '#1A1D21'],
      ] as const) {
        const picture = await pixelsOf(await shared.render(compile(spec, theme)));
        expect({ width: picture.width, height: picture.height }).toEqual({ width: 1600, height: 900 });
        expect(cornerColor(picture)).toBe(background);
        expect(inkShare(picture)).toBeGreaterThan(0.03);
      }
    }
  });

  it('draws the same chart to the same bytes, and does not change what it was given', async () => {
    const shared = renderer();
    const compiled = compile(EXAMPLES.race ?? raise(), 'light');
    const before = JSON.stringify(compiled);
    const first = await shared.render(compiled);
    expect(Buffer.compare(await shared.render(compiled), first)).toBe(0);
    expect(JSON.stringify(compiled)).toBe(before);
  });

  it('answers in the order of asking, one chart at a time', async () => {
    const moody = renderer({ program: MOODY });
    const finished: number[] = [];
    const asked = [chart(30, 40), chart(20, 20), chart(10, 0)].map(async (each) => {
      const [width] = await moody.render(each);
      finished.push(width ?? 0);
    });
    await Promise.all(asked);
    expect(finished).toEqual([30, 20, 10]);
  });

  it.each(['dies', 'throws'] as const)('replaces a thread that %s; the chart after it is drawn', async (mood) => {
    const moody = renderer({ program: MOODY });
    const lost = moody.render(chart(WIDTHS[mood]));
    const next = moody.render(chart(50));
    await expect(lost).rejects.toMatchObject({ kind: 'unreachable', details: { source: 'chart renderer' } });
    expect([...(await next)]).toEqual([50]);
  });

  it('gives up a chart that takes too long, and draws the next one in a new thread', async () => {
    const moody = renderer({ program: MOODY, timeoutMs: 200 });
    const lost = moody.render(chart(WIDTHS.hangs));
    const next = moody.render(chart(50));
    const failure = await lost.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CapwatchError);
    expect(failure).toMatchObject({ kind: 'unreachable', cause: { message: 'no picture after 200 ms' } });
    expect([...(await next)]).toEqual([50]);
  });

  it('says bad_response when the thread cannot draw the config, and keeps the thread', async () => {
    const moody = renderer({ program: MOODY });
    await expect(moody.render(chart(WIDTHS.refuses))).rejects.toMatchObject({
      kind: 'bad_response',
      cause: { message: 'no such scale' },
    });
    expect([...(await moody.render(chart(50)))]).toEqual([50]);
  });

  it('says bad_response for a config that Chart.js does not know', async () => {
    const unknown = {
      ...compile(EXAMPLES.ratio ?? raise(), 'light'),
      config: { type: 'hologram', data: { datasets: [{ data: [1] }] } },
    };
    await expect(renderer().render(unknown)).rejects.toMatchObject({ kind: 'bad_response' });
  });

  it('starts a thread that cannot even load as unreachable', async () => {
    const broken = renderer({ program: new URL('./no-such-worker.ts', import.meta.url) });
    await expect(broken.warmUp()).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('starts no thread before it is needed', async () => {
    const idle = renderer({ program: new URL('./no-such-worker.ts', import.meta.url) });
    await expect(idle.close()).resolves.toBeUndefined();
  });

  it('does not keep a process alive that has nothing else to do', async () => {
    const source = new URL('../../../src/slack/render/embedded.ts', import.meta.url).href;
    const script = `const { createEmbeddedRenderer } = await import('${source}');
      await createEmbeddedRenderer({ program: new URL('${MOODY.href}') }).warmUp();
      console.log('warm');`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { timeout: 10_000 });
    expect(stdout).toBe('warm\n');
  });

  it('draws nothing after it was closed', async () => {
    const closed = renderer({ program: MOODY });
    await closed.warmUp();
    await closed.close();
    await expect(closed.render(chart(50))).rejects.toBeInstanceOf(CapwatchError);
  });
});

function raise(): never {
  throw new Error('no such example');
}
