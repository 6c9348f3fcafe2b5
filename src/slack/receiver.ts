/** Hands envelopes from Slack's sockets to Bolt and counts what is under way. Knows no command and words nothing. */
import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { Connection, Envelope } from './connection.ts';
import { keepConnected, type Place } from './keep-connected.ts';
import type { Wait } from './wait.ts';

/** Slack spreads envelopes over an app's sockets (ten at most): while one is renewed the other answers. */
const PLACES = 2;
const DRAIN_MS = 10_000;
const LAST_ACKS_MS = 1000;

/** Keeps what must not be lost, before Slack is told that it arrived; Slack sends again what it threw at. */
export type Keep = (body: Record<string, unknown>) => Promise<unknown>;

export interface ReceiverOptions {
  readonly open: (onEnvelope: (envelope: Envelope) => void) => Promise<Connection>;
  readonly wait: Wait;
  readonly log: Log;
  /** Called with every envelope's body; Bolt acknowledges an event before any listener sees it. */
  readonly keep?: Keep;
}

/**
 * Bolt's receiver for Socket Mode. `start` resolves with the first connection and rejects when Slack refuses the token;
 * `stop` takes nothing new, lets acks out, closes the sockets and waits up to ten seconds for handlers under way.
 */
export function createReceiver({ open, wait, log, keep }: ReceiverOptions): Receiver {
  const handling = new Set<Promise<void>>();
  const unacked = new Set<Promise<void>>();
  let app: App | undefined;
  let places: readonly Place[] = [];
  let stopped = false;

  function onEnvelope(envelope: Envelope): void {
    if (stopped || app === undefined) return;
    const { promise: acked, resolve } = Promise.withResolvers<void>();
    tracked(unacked, acked);
    tracked(handling, handle({ app, envelope, log, keep }, resolve).finally(resolve));
  }

  return {
    init(given) {
      app = given;
    },
    async start() {
      places = Array.from({ length: PLACES }, () => keepConnected({ open: () => open(onEnvelope), wait, log }));
      try {
        await Promise.any(places.map(({ ready }) => ready));
      } catch (error) {
        throw error instanceof AggregateError ? error.errors[0] : error;
      }
    },
    async stop() {
      stopped = true;
      await settled(unacked, LAST_ACKS_MS, wait);
      for (const place of places) void place.stop();
      if (!(await settled(handling, DRAIN_MS, wait)))
        log.warn('stopped before handlers ended', { handlers: handling.size });
    },
  };
}

interface Handling {
  readonly app: App;
  readonly envelope: Envelope;
  readonly log: Log;
  readonly keep: Keep | undefined;
}

async function handle({ app, envelope, log, keep }: Handling, onAck: () => void): Promise<void> {
  let acked = false;
  const ack = async (response?: unknown) => {
    if (acked) return;
    acked = true;
    // A socket that went away must not stop the handler: its answer travels another way.
    await envelope.ack(response).catch((error: unknown) => log.warn('ack not delivered', { error }));
    onAck();
  };
  try {
    const { body, retry_num, retry_reason } = envelope;
    await keep?.(body);
    await app.processEvent({
      body,
      ack,
      ...(retry_num !== undefined && { retryNum: retry_num }),
      ...(retry_reason !== undefined && { retryReason: retry_reason }),
    });
    if (acked) return;
    log.warn('no handler took it', { type: body.type, command: body.command });
    await ack();
  } catch (error) {
    log.error('slack handler failed', { error });
  }
}

function tracked(set: Set<Promise<void>>, work: Promise<void>): void {
  set.add(work);
  void work.finally(() => set.delete(work));
}

/** True when everything in `set` ended within `ms`. */
async function settled(set: ReadonlySet<Promise<void>>, ms: number, wait: Wait): Promise<boolean> {
  if (set.size === 0) return true;
  const over = new AbortController();
  const late = wait(ms, over.signal).then(
    () => false,
    () => false,
  );
  const done = Promise.allSettled([...set]).then(() => true);
  const result = await Promise.race([done, late]);
  over.abort();
  return result;
}
