import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { nextSlot } from '../../src/calendar/slots.ts';
import { type StandIn, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { at, CHANNEL, TEAM } from '../support/clock-rig.ts';
import { storePath } from '../support/store.ts';

/** Kills in all; more with CAPWATCH_KILLS. */
const KILLS = Number(process.env.CAPWATCH_KILLS ?? 16);
const REPLIES = 40;
const SUNDAY = at('2024-01-21T17:00:00Z');
const MORNING = at('2024-01-22T12:00:00Z');
/** A killed sender's claim holds for half a minute. */
const BETWEEN_STARTS_S = 40;
const WRITER = new URL('../support/clock-writer.ts', import.meta.url).pathname;

const random = seeded(20240122);
let standIn: StandIn;
afterEach(() => standIn.close());

describe('kill -9 around a post', () => {
  it(`at ${KILLS} random points loses nothing and doubles nothing`, { timeout: 10_000 + KILLS * 3000 }, async () => {
    let kills = 0;
    let lookedUp = 0;
    while (kills < KILLS) {
      standIn = await startSlackStandIn({ port: 0, now: () => MORNING });
      const path = await storeWithSubscription();
      let end = '';
      for (let start = 0; end !== 'done'; start += 1) {
        const begin = MORNING.add({ seconds: start * BETWEEN_STARTS_S }).toString();
        end = await runFor(path, begin, kills < KILLS ? random() * 60 : undefined);
        if (end === 'killed') kills += 1;
      }
      const expected = ['morning lead, first', ...Array.from({ length: REPLIES }, (_, i) => `morning reply ${i + 1}`)];
      expect(standIn.messages(CHANNEL).map(({ text }) => text.replace(/ Late: .*/, ''))).toEqual(expected);
      lookedUp += standIn.calls.filter(({ method }) => method.startsWith('conversations.')).length;
      if (kills < KILLS) await standIn.close();
    }
    // Otherwise no kill fell between a post and its record, and the test would have shown nothing.
    expect(lookedUp).toBeGreaterThan(0);
  });
});

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

/** Starts the sender and kills it so long after it began; `killed`, or what it said at its own end. */
async function runFor(path: string, begin: string, killAfterMs: number | undefined): Promise<string> {
  for (let call = 0; call < 6; call += 1) {
    standIn.failNext('chat.postMessage', { delayMs: random() * 12, afterStoring: random() < 0.5 });
  }
  const sender = spawn(process.execPath, [WRITER, path, standIn.apiUrl, begin, String(REPLIES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  sender.stdout.on('data', (data: Buffer) => {
    const first = said === '';
    said += data.toString();
    if (first && killAfterMs !== undefined) setTimeout(() => sender.kill('SIGKILL'), killAfterMs);
  });
  await once(sender, 'exit');
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
