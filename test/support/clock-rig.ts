/** The clock against the local Slack and a real store, with a time that only the test moves. */

import { type RunningClock, startClock } from '../../jobs/clock.ts';
import type { Content, Summary, SummaryContent } from '../../jobs/content.ts';
import { nextSlot } from '../../src/calendar/slots.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import type { Manifest } from '../../src/demo/slack/manifest.ts';
import { type StandIn, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';
import { createLog } from '../../src/log.ts';
import type { Message } from '../../src/messages/message.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { SubscriptionFacts } from '../../src/store/subscriptions.ts';
import { storePath } from './store.ts';

export const TEAM = 'T0LOCALDESK';
export const CHANNEL = 'C0DESKUS001';

export function at(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

/** A message of one line. */
export function line(text: string): Message {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text } }] as const;
  return { text, blocks, charts: [], numbers: [], asOf: '2024-01-22' };
}

export interface FakeContent extends Content {
  measured: number;
  written: number;
}

/** Content whose words are countable: a lead and `replies` replies. */
export function fakeContent(replies = 2): FakeContent {
  const content: FakeContent = {
    measured: 0,
    written: 0,
    summaries: {
      morning: kind('morning'),
      weekly: kind('weekly'),
      'fed-before': kind('before'),
      'fed-after': kind('after'),
    },
    alerts: {
      measure: () => Promise.resolve({}),
      evaluate: ({ state = null }) => ({ state, because: 'never' }),
      bundle: (events) => line(`${events.length} alerts: ${events.map(({ message }) => message.text).join('; ')}`),
    },
  };
  function kind(name: string): SummaryContent {
    return {
      measure() {
        content.measured += 1;
        return Promise.resolve({});
      },
      write(_facts, _audience, seen): Summary {
        content.written += 1;
        const since = seen === undefined ? 'first' : `since ${seen.day}`;
        return {
          lead: line(`${name} lead, ${since}`),
          replies: Array.from({ length: replies }, (_, index) => line(`${name} reply ${index + 1}`)),
          snapshot: { told: name },
        };
      },
    };
  }
  return content;
}

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
