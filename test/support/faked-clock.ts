/** The real entry, `src/main.ts`, as a process whose system clock the test sets; Slack is the local stand-in, on the same clock. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import { nextSlot } from '../../src/calendar/slots.ts';
import { type StandIn, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { SubscriptionFacts } from '../../src/store/subscriptions.ts';
import { at, CHANNEL, TEAM } from './clock-rig.ts';
import { storePath } from './store.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const LIBRARY = findLibrary();

/** Debian keeps it beside the other libraries of the machine's own kind. */
function findLibrary(): string | undefined {
  const kinds = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  return kinds.map((kind) => `/usr/lib/${kind}/faketime/libfaketime.so.1`).find((path) => existsSync(path));
}

/** A `describe` that needs libfaketime: skipped by name without it, failing where CAPWATCH_REQUIRE_DATA=1 asks for everything. */
export function describeWithFakedClock(name: string, body: () => void): void {
  if (LIBRARY !== undefined || process.env.CAPWATCH_REQUIRE_DATA === '1') {
    describe.concurrent(name, { timeout: 150_000 }, body);
  } else describe.skip(`${name} (skipped: libfaketime is absent; Debian's package is faketime)`, body);
}

export interface FakedDesk {
  readonly standIn: StandIn;
  /** Its store, for what is left when no process holds it. */
  readonly path: string;
  now(): Temporal.Instant;
  /** Sets the clock of the process and of Slack. */
  set(time: string): void;
  /** Sets it forward so that what would be `from` is `to`. */
  shift(from: Temporal.Instant, to: Temporal.Instant): void;
  /** Starts the entry and resolves when Slack can reach it. */
  start(): Promise<ChildProcess>;
  /** Ends with a signal; resolves with exit code and signal. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<[number | null, NodeJS.Signals | null]>;
  /** Texts of the bot in a channel that everybody sees. */
  texts(channel?: string): string[];
  /** What the person who types `command` is answered. */
  answered(command: string, channel?: string): Promise<string>;
  close(): Promise<void>;
}

/** A desk at `time` with the given subscriptions in its store and no process yet. */
export async function fakedDesk(
  time: string,
  subscriptions: readonly Partial<SubscriptionFacts>[],
): Promise<FakedDesk> {
  const library = LIBRARY;
  if (library === undefined) throw new Error('libfaketime.so.1 is absent: install Debian’s package faketime');
  const folder = mkdtempSync(join(tmpdir(), 'capwatch-clock-'));
  const file = join(folder, 'offset');
  let offset = Temporal.Now.instant().until(at(time));
  const now = () => Temporal.Now.instant().add(offset);
  const put = (wanted: Temporal.Duration) => {
    offset = wanted;
    const seconds = offset.total('seconds');
    // Never half written: the process reads it at every look at its clock.
    writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds.toFixed(3)}\n`);
    renameSync(`${file}.new`, file);
  };
  const set = (wanted: string) => put(Temporal.Now.instant().until(at(wanted)));
  set(time);
  const standIn = await startSlackStandIn({ port: 0, now, fileReadyMs: 0 });
  const path = storePath();
  await subscribeAll(path, now(), subscriptions);
  const running = new Set<ChildProcess>();
  return {
    standIn,
    path,
    now,
    set,
    shift: (from, to) => put(offset.add(from.until(to))),
    async start() {
      const child = spawn(process.execPath, [MAIN], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: settings({ file, folder, path, standIn, library }),
      });
      running.add(child);
      await said(child, '"ready"');
      return child;
    },
    async end(signal) {
      const [child] = running;
      if (!child) throw new Error('nothing is running');
      running.delete(child);
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code, by] = await ended;
      return [code, by];
    },
    texts: (channel = CHANNEL) =>
      standIn
        .messages(channel)
        .filter(({ user, ephemeral }) => user === standIn.workspace.bot.id && !ephemeral)
        .map(({ text }) => text),
    async answered(command, channel = CHANNEL) {
      const before = standIn.messages(channel).length;
      await standIn.typeCommand(command, channel);
      const isAnswer = () =>
        standIn
          .messages(channel)
          .slice(before)
          .find(({ ephemeral, user }) => ephemeral && user === standIn.workspace.bot.id);
      await standIn.until(`an answer to ${command}`, () => isAnswer() !== undefined);
      return JSON.stringify(isAnswer()?.blocks);
    },
    async close() {
      for (const child of running) child.kill('SIGKILL');
      await standIn.close();
    },
  };
}

interface Place {
  readonly file: string;
  readonly folder: string;
  readonly path: string;
  readonly standIn: StandIn;
  readonly library: string;
}

/** An empty data folder: no figure is there, so every summary says what is missing, and the process goes by the wall clock. */
function settings({ file, folder, path, standIn, library }: Place): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: standIn.tokens.bot,
    SLACK_APP_TOKEN: standIn.tokens.app,
    SLACK_API_URL: standIn.apiUrl,
    CAPWATCH_DATA_DIR: folder,
    CAPWATCH_STORE: path,
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    // Timers go on as in a machine whose clock is set: only what the wall says changes.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}

async function subscribeAll(
  path: string,
  now: Temporal.Instant,
  subscriptions: readonly Partial<SubscriptionFacts>[],
): Promise<void> {
  const store = await openSqliteStore(path, now);
  for (const given of subscriptions) {
    const facts: SubscriptionFacts = {
      channel: CHANNEL,
      channelName: '#desk-us',
      kind: 'morning',
      time: '07:00',
      zone: 'America/New_York',
      parts: ['calendar'],
      placement: 'both',
      theme: 'light',
      ...given,
    };
    const next = nextSlot(facts, now, []);
    await store.clock.recordSubscription({ team: TEAM, by: { user: 'U0LOCALUSER', at: now } }, { facts, next });
  }
  await store.close();
}

/** Resolves when the process has logged `word`; rejects with what it said instead when it ends before. */
function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.includes(word)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}
