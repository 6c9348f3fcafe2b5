/** The clock against the local Slack and a real store, with a time that only the test moves. */

import { type RunningClock, startClock } from '../../jobs/clock.ts';
import type { Content } from '../../jobs/content.ts';
import { nextSlot } from '../../src/calendar/slots.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import type { Manifest } from '../../src/demo/slack/manifest.ts';
import { type StandIn, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';
import { createLog } from '../../src/log.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { SubscriptionFacts } from '../../src/store/subscriptions.ts';
import { at, CHANNEL, fakeContent, TEAM } from './fake-content.ts';
import { storePath } from './store.ts';

export { at, CHANNEL, fakeContent, line, TEAM } from './fake-content.ts';

export interface RigOptions {
  readonly now: string;
  readonly content?: Content;
  readonly manifest?: Manifest;
  readonly path?: string;
  readonly draw?: (spec: ChartSpec) => Promise<Uint8Array>;
}

export interface Rig {
  readonly standIn: StandIn;
  readonly store: Store;
  readonly content: Content;
  readonly logged: string[];
  /** Milliseconds the pacing waited, in order. */
  readonly waits: number[];
  now(): Temporal.Instant;
  /** Sets the wall clock, forwards or back. */
  set(time: string): void;
  /** A clock that does not wake by itself; `tick` is the test’s. */
  start(options?: { alone?: boolean }): Promise<RunningClock>;
  subscribe(facts?: Partial<SubscriptionFacts>): Promise<string>;
  /** Texts in the channel, the bot's only. */
  texts(channel?: string): string[];
  close(): Promise<void>;
}

export async function clockRig(options: RigOptions): Promise<Rig> {
  let wall = at(options.now);
  let elapsed = 0;
  const logged: string[] = [];
  const waits: number[] = [];
  const log = createLog('info', (text) => logged.push(text));
  const { manifest } = options;
  const standIn = await startSlackStandIn({ port: 0, now: () => wall, ...(manifest && { manifest }), fileReadyMs: 0 });
  const store = await openSqliteStore(options.path ?? storePath(), wall);
  const content = options.content ?? fakeContent();
  const slack = slackClients({ token: standIn.tokens.bot, apiUrl: standIn.apiUrl, log });
  const running: RunningClock[] = [];
  const wait = (ms: number, signal?: AbortSignal) => {
    if (signal) return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    elapsed += ms;
    waits.push(ms);
    return Promise.resolve();
  };
  return {
    standIn,
    store,
    content,
    logged,
    waits,
    now: () => wall,
    set: (time) => {
      const next = at(time);
      elapsed += Math.max(0, next.since(wall).total('milliseconds'));
      wall = next;
    },
    async start({ alone = true } = {}) {
      const desk = {
        team: TEAM,
        store: store.clock,
        content,
        slack,
        draw: options.draw ?? (() => Promise.reject(new Error('nothing is drawn here'))),
        wait,
        log,
        clock: () => wall,
        elapsedMs: () => elapsed,
        meetings: ['2024-01-31', '2024-03-20'],
        drafts: store,
      };
      const clock = await startClock(desk, { wakes: false, alone });
      running.push(clock);
      return clock;
    },
    async subscribe(given = {}) {
      const facts: SubscriptionFacts = {
        channel: CHANNEL,
        channelName: '#desk-us',
        kind: 'morning',
        time: '07:00',
        zone: 'America/New_York',
        parts: ['smallcaps', 'fed'],
        placement: 'both',
        theme: 'light',
        ...given,
      };
      const next = nextSlot(facts, wall, ['2024-01-31', '2024-03-20']);
      const by = { team: TEAM, by: { user: 'U0LOCALUSER', at: wall } };
      return (await store.clock.recordSubscription(by, { facts, next })).subscription.id;
    },
    texts: (channel = CHANNEL) =>
      standIn
        .messages(channel)
        .filter(({ user }) => user === standIn.workspace.bot.id)
        .map(({ text }) => text),
    async close() {
      for (const clock of running) await clock.stop();
      await store.close();
      await standIn.close();
    },
  };
}
