/** Bench of the way to Slack: bare Bolt beside our app in one run — CPU per command, acks under load, start, memory. */
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from '@slack/bolt';
import { compile } from '../../src/charts/compile.ts';
import { createLog } from '../../src/log.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import { createEmbeddedRenderer } from '../../src/slack/render/embedded.ts';
import { EXAMPLES } from '../charts/examples.ts';
import { startSlackStub, until } from '../support/socket-server.ts';
import type { Fire, Fired, FromLoad, ToLoad } from './slack-load.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ROUNDS = 8;
const PER_ROUND = 300;
const LOAD = { count: 400, perSecond: 50 };
const STARTS = 3;
const IDLE_MS = 2000;

/** Report lines, ours beside bare Bolt with the ratio. Takes about a minute. */
export async function benchAck(): Promise<string[]> {
  return [...(await acknowledging()), ...(await starting())];
}

async function acknowledging(): Promise<string[]> {
  const load = await startedLoad();
  const { bare, ours } = await connected(load.apiUrl);
  // Sockets in the order they connected: bare Bolt's one, our two.
  const sides = { bare: [0], ours: [1, 2] };
  const cpu: Record<keyof typeof sides, number[]> = { bare: [], ours: [] };
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const side of ['bare', 'ours'] as const) {
      const before = process.cpuUsage();
      await load.fire({ sockets: sides[side], count: PER_ROUND, perSecond: 0 });
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) cpu[side].push((user + system) / PER_ROUND);
    }
  }
  const quiet = {
    bare: await load.fire({ ...LOAD, sockets: [0] }),
    ours: await load.fire({ ...LOAD, sockets: [1, 2] }),
  };
  const drawing = await whileDrawing(() => load.fire({ ...LOAD, sockets: [1, 2] }));
  await bare.stop();
  await ours.stop();
  load.close();
  return [
    `ack, CPU per command over a socket, median of ${ROUNDS} rounds of ${PER_ROUND}, alternating`,
    side('ours', `${quantile(cpu.ours, 0.5).toFixed(0)} µs`),
    side('bare', `${quantile(cpu.bare, 0.5).toFixed(0)} µs`),
    `  ratio  ${ratio(quantile(cpu.ours, 0.5), quantile(cpu.bare, 0.5))} (budget 1.50)`,
    `ack at ${LOAD.perSecond} commands a second, ${LOAD.count} commands`,
    side('ours', spread(quiet.ours)),
    side('bare', spread(quiet.bare)),
    side('ours', `${spread(drawing)} while charts render (budget p99 60 ms)`),
  ];
}

export interface Load {
  readonly apiUrl: string;
  fire(fire: Fire): Promise<readonly number[]>;
  /** The same with everything that was timed. */
  fireAll(fire: Fire): Promise<Fired>;
  close(): void;
}

/** The Slack that fires, in a process of its own. */
export async function startedLoad(): Promise<Load> {
  const child = fork(here('./slack-load.ts'), { stdio: 'inherit' });
  const said = async (): Promise<FromLoad> => (await once(child, 'message'))[0];
  const tell = (message: ToLoad) => child.send(message);
  const first = await said();
  if (first.kind !== 'ready') throw new Error('the load did not start');
  async function fireAll(fire: Fire): Promise<Fired> {
    const answer = said();
    tell({ kind: 'fire', fire });
    const fired = await answer;
    if (fired.kind !== 'fired') throw new Error('the load did not fire');
    return fired;
  }
  return {
    apiUrl: first.apiUrl,
    fire: async (fire) => (await fireAll(fire)).latenciesMs,
    fireAll,
    close: () => tell({ kind: 'close' }),
  };
}

async function connected(apiUrl: string) {
  const options = { token: 'xoxb-bench', appToken: 'xapp-bench', socketMode: true } as const;
  const bare = new App({ ...options, clientOptions: { slackApiUrl: apiUrl } });
  bare.command('/smallcaps', async ({ ack }) => ack());
  await bare.start();
  const log = createLog('error');
  const ours = await createSlackApp({ botToken: 'xoxb-bench', appToken: 'xapp-bench', apiUrl, log });
  ours.bolt.command(/.*/, async ({ ack }) => ack());
  ours.bolt.action({ type: 'block_actions' }, async ({ ack }) => ack());
  await ours.start();
  return { bare, ours };
}

/** Runs `work` while the renderer's thread draws one chart after another. */
async function whileDrawing<T>(work: () => Promise<T>): Promise<T> {
  const renderer = createEmbeddedRenderer();
  const charts = Object.values(EXAMPLES).map((spec) => compile(spec, 'light'));
  let over = false;
  const drawing = (async () => {
    while (!over) for (const chart of charts) if (!over) await renderer.render(chart);
  })();
  const result = await work();
  over = true;
  await drawing;
  await renderer.close();
  return result;
}

async function starting(): Promise<string[]> {
  const kinds = { bare: [here('./bare-bolt.ts')], ours: startCommand() };
  const readyMs: Record<keyof typeof kinds, number[]> = { bare: [], ours: [] };
  const idleMb: Record<keyof typeof kinds, number[]> = { bare: [], ours: [] };
  for (let start = 0; start < STARTS; start += 1) {
    for (const kind of ['bare', 'ours'] as const) {
      const { ready, memory } = await startOnce(kinds[kind]);
      readyMs[kind].push(ready);
      idleMb[kind].push(memory);
    }
  }
  const [oursMs, bareMs] = [quantile(readyMs.ours, 0.5), quantile(readyMs.bare, 0.5)];
  const [oursMb, bareMb] = [quantile(idleMb.ours, 0.5), quantile(idleMb.bare, 0.5)];
  return [
    `start to the first socket, median of ${STARTS} processes, and memory ${IDLE_MS / 1000} s later`,
    side('ours', `${oursMs.toFixed(0)} ms (budget 1500), ${oursMb.toFixed(0)} MB (budget 180)`),
    side('bare', `${bareMs.toFixed(0)} ms, ${bareMb.toFixed(0)} MB`),
    `  ratio  ${ratio(oursMs, bareMs)} and ${ratio(oursMb, bareMb)}`,
  ];
}

/** Flags and file of `npm start`, so that what is measured is what people run. */
function startCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync(here('../../package.json'), 'utf8'));
  const [, ...words] = String(scripts.start).split(' ');
  return words.map((word) => (word.startsWith('-') ? word : here(`../../${word}`)));
}

async function startOnce(script: readonly string[]): Promise<{ ready: number; memory: number }> {
  const stub = await startSlackStub();
  const { PATH } = process.env;
  const env = {
    PATH,
    SLACK_API_URL: stub.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_APP_TOKEN: 'xapp-bench',
    CAPWATCH_LOG_LEVEL: 'error',
  };
  const started = performance.now();
  const child = spawn(process.execPath, [...script, stub.apiUrl], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    await until(() => stub.sockets.length > 0 || child.exitCode !== null, 15_000);
    const ready = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    return { ready, memory: residentMb(child) };
  } finally {
    child.kill('SIGKILL');
    await stub.close();
  }
}

function residentMb({ pid }: ChildProcess): number {
  return (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024) / 1_000_000;
}

function side(name: string, words: string): string {
  return `  ${name}   ${words}`;
}

/** Median and tails of times. */
export function spread(times: readonly number[]): string {
  const at = (share: number) => `${quantile(times, share).toFixed(1)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`;
}

function ratio(ours: number, bare: number): string {
  return (ours / bare).toFixed(2);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
