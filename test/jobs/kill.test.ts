import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nextSlot } from '../../src/calendar/slots.ts';
import { type StandIn, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { at, CHANNEL, TEAM } from '../support/fake-content.ts';
import { storePath } from '../support/store.ts';

/** Kills in all; continuous integration asks for 200 with CAPWATCH_KILLS. */
const KILLS = Number(process.env.CAPWATCH_KILLS ?? 16);
/** Senders side by side, each with a store and a Slack of its own. */
const LANES = 2;
const REPLIES = 40;
const SUNDAY = at('2024-01-21T17:00:00Z');
const MORNING = at('2024-01-22T12:00:00Z');
/** A killed sender's claim holds for half a minute. */
const BETWEEN_STARTS_S = 40;
/** Senders are started hundreds of times; what Node made of their modules is kept between them. */
const CACHE = mkdtempSync(join(tmpdir(), 'capwatch-compiled-'));
const WRITER = new URL('../support/clock-writer.ts', import.meta.url).pathname;

describe('kill -9 around a post', () => {
  it(`at ${KILLS} random points loses nothing and doubles nothing`, { timeout: 20_000 + KILLS * 3000 }, async () => {
    const lanes = Array.from({ length: LANES }, (_, lane) => killed(Math.ceil(KILLS / LANES), seeded(20240122 + lane)));
    const all = await Promise.all(lanes);
    const sum = (of: keyof Killed) => all.reduce((total, one) => total + one[of], 0);
    process.stdout.write(`kill -9: ${sum('kills')} kills, ${sum('posts')} posts, ${sum('lookedUp')} looked up\n`);

    expect(sum('kills')).toBeGreaterThanOrEqual(KILLS);
    // Otherwise no kill fell between a post and its record, and the test would have shown nothing.
    expect(sum('lookedUp')).toBeGreaterThan(0);
  });
});

interface Killed {
  readonly kills: number;
  /** In Slack at the end, each once. */
  readonly posts: number;
  /** Times a sender asked Slack whether a post is there. */
  readonly lookedUp: number;
}

/** Summary after summary, its sender killed again and again until it is out, so many times in all. */
async function killed(count: number, random: () => number): Promise<Killed> {
  let [kills, posts, lookedUp] = [0, 0, 0];
  while (kills < count) {
    const standIn = await startSlackStandIn({ port: 0, now: () => MORNING });
    const path = await storeWithSubscription();
    let end = '';
    for (let start = 0; end !== 'done'; start += 1) {
      const begin = MORNING.add({ seconds: start * BETWEEN_STARTS_S }).toString();
      end = await runFor({ path, begin, standIn, random }, kills < count);
      if (end === 'killed') kills += 1;
    }
    const expected = ['morning lead, first', ...Array.from({ length: REPLIES }, (_, i) => `morning reply ${i + 1}`)];
    expect(standIn.messages(CHANNEL).map(({ text }) => text.replace(/ Late: .*/, ''))).toEqual(expected);
    posts += expected.length;
    lookedUp += standIn.calls.filter(({ method }) => method.startsWith('conversations.')).length;
    await standIn.close();
  }
  return { kills, posts, lookedUp };
}

async function storeWithSubscription(): Promise<string> {
  const path = storePath();
  const store = await openSqliteStore(path, SUNDAY);
  const facts = {
    channel: CHANNEL,
    channelName: '#desk-us',
    kind: 'morning',
    time: '07:00',
    zone: 'America/New_York',
    parts: [],
    placement: 'both',
    theme: 'light',
  } as const;
  const next = nextSlot(facts, SUNDAY, []);
  await store.clock.recordSubscription({ team: TEAM, by: { user: 'U0LOCALUSER', at: SUNDAY } }, { facts, next });
  await store.close();
  return path;
}

interface Sender {
  readonly path: string;
  readonly begin: string;
  readonly standIn: StandIn;
  readonly random: () => number;
}

/** Starts the sender and, if asked, kills it around one of its first posts; `killed`, or what it said at its own end. */
async function runFor({ path, begin, standIn, random }: Sender, kill: boolean): Promise<string> {
  for (let call = 0; call < 6; call += 1) {
    standIn.failNext('chat.postMessage', { delayMs: random() * 12, afterStoring: random() < 0.5 });
  }
  const sender = spawn(process.execPath, [WRITER, path, standIn.apiUrl, begin, String(REPLIES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
  });
  let said = '';
  const ready = new Promise<void>((resolve) => {
    sender.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      resolve();
    });
  });
  const ended = once(sender, 'exit');
  if (kill) {
    const calls = standIn.calls.length + Math.floor(random() * 5);
    const reached = standIn.until('its calls', () => standIn.calls.length >= calls).catch(() => {});
    await Promise.race([ended, ready.then(() => reached)]);
    setTimeout(() => sender.kill('SIGKILL'), random() * 20);
  }
  await ended;
  return sender.signalCode === 'SIGKILL' ? 'killed' : (said.trim().split('\n').at(-1) ?? '');
}

/** Numbers from 0 to 1, the same at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
