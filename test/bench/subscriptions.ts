/** 10,000 channels are due at once: how often each number is computed, what a channel costs, and whether its order holds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startClock } from '../../jobs/clock.ts';
import { nextSlot } from '../../src/calendar/slots.ts';
import { createLog } from '../../src/log.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { SubscriptionFacts } from '../../src/store/subscriptions.ts';
import { fakeContent, TEAM } from '../support/clock-rig.ts';
import { storePath } from '../support/store.ts';

const SUNDAY = Temporal.Instant.from('2024-01-21T17:00:00Z');
const MORNING = '2024-01-22T12:00:01Z';
const LOCAL_SLACK = fileURLToPath(new URL('slack-process.ts', import.meta.url));

/** The figures for so many channels. */
export async function benchSubscriptions(channels = 10_000): Promise<string[]> {
  const slackProcess = spawn(process.execPath, [LOCAL_SLACK, String(channels), MORNING], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said = async () => String((await once(slackProcess.stdout, 'data'))[0]).trim();
  const apiUrl = await said();
  const log = createLog('error');
  const store = await openSqliteStore(storePath(), SUNDAY);
  const content = fakeContent(1);
  let now = SUNDAY;
  let elapsed = 0;
  const clock = await startClock(
    {
      team: TEAM,
      store: store.clock,
      content,
      slack: slackClients({ token: 'xoxb-local', apiUrl, log }),
      draw: () => Promise.reject(new Error('nothing is drawn here')),
      // Pacing in a time of its own: it decides the order, and says how long Slack's limits would take.
      wait: (ms, signal) => {
        if (signal) return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
        elapsed += ms / 16;
        return Promise.resolve();
      },
      log,
      clock: () => now,
      elapsedMs: () => elapsed,
      meetings: [],
    },
    { wakes: false },
  );
  for (let index = 0; index < channels; index += 1) {
    const facts = factsOf(index);
    const by = { team: TEAM, by: { user: `U${index}`, at: SUNDAY } };
    await store.clock.recordSubscription(by, { facts, next: nextSlot(facts, SUNDAY, []) });
  }
  now = Temporal.Instant.from(MORNING);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const started = performance.now();
  await clock.tick();
  const seconds = (performance.now() - started) / 1000;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const heard = said();
  slackProcess.stdin.write('end\n');
  const held = await heard;
  const perChannel = (kind: 'rss' | 'heapUsed') => `${Math.round((after[kind] - before[kind]) / channels)} B`;
  const figures = [
    `subscriptions: ${channels} channels due at once, lead and one reply each`,
    `  measured ${content.measured} time(s), written ${content.written} time(s), for 4 audiences`,
    `  ${seconds.toFixed(1)} s, ${((seconds * 1000) / channels).toFixed(2)} ms a channel, pacing apart`,
    `  memory grown per channel: heap ${perChannel('heapUsed')}, resident ${perChannel('rss')}`,
    `  channels complete and in order: ${held}`,
  ];
  await clock.stop();
  await store.close();
  return figures;
}

/** Four audiences: two themes, two choices of sections. */
function factsOf(index: number): SubscriptionFacts {
  return {
    channel: `C${String(index).padStart(10, '0')}`,
    channelName: `#desk-${index}`,
    kind: 'morning',
    time: '07:00',
    zone: 'America/New_York',
    parts: index % 2 === 0 ? ['smallcaps'] : ['smallcaps', 'fed'],
    placement: 'both',
    theme: index % 4 < 2 ? 'light' : 'dark',
  };
}
