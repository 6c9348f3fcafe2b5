/** Live sources in tests: a requester on a clock of its own, and fixtures by name. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLog } from '../../src/log.ts';
import { createMemoryStore, type KeyValueStore } from '../../src/market/key-value.ts';
import type { SourceId } from '../../src/market/provider.ts';
import { createRequester, type Requester } from '../../src/market/requester.ts';

/** Friday 20 November 2026, 18:30 in New York: the last session of the fixtures, final everywhere. */
export const FRIDAY_EVENING = Temporal.Instant.from('2026-11-20T23:30:00Z');

/** Our own bodies in the shapes publishers use. */
export function fixture(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../fixtures/providers/${name}`, import.meta.url)), 'utf8');
}

export interface TestTime {
  now: Temporal.Instant;
  /** Milliseconds slept so far; sleeping moves the clock and takes no time. */
  slept: number;
  readonly clock: () => Temporal.Instant;
  readonly sleep: (ms: number) => Promise<void>;
}

/** A clock that moves only when somebody sleeps or a test sets it. */
export function testTime(start: Temporal.Instant = FRIDAY_EVENING): TestTime {
  const time: TestTime = {
    now: start,
    slept: 0,
    clock: () => time.now,
    sleep: async (ms) => {
      time.slept += ms;
      time.now = time.now.add({ milliseconds: Math.ceil(ms) });
    },
  };
  return time;
}

export interface SourceDesk {
  readonly requester: Requester;
  readonly time: TestTime;
  readonly store: KeyValueStore;
  readonly logged: string[];
}

interface SourceDeskOptions {
  readonly time?: TestTime;
  readonly store?: KeyValueStore;
  readonly off?: ReadonlySet<SourceId>;
  readonly origins?: Readonly<Partial<Record<SourceId, string>>>;
}

export function sourceDesk({
  time = testTime(),
  store = createMemoryStore(),
  off,
  origins,
}: SourceDeskOptions = {}): SourceDesk {
  const logged: string[] = [];
  const log = createLog('debug', (line) => logged.push(line));
  const parts = { ...time, clock: time.clock, sleep: time.sleep, store, log, random: () => 0.5 };
  const requester = createRequester({ ...parts, ...(off && { off }), ...(origins && { origins }) });
  return { requester, time, store, logged };
}
