/** Keeps one place at Slack's door filled: opens, replaces before closing, backs off, for ever. Handles no envelope. */
import { CapwatchError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Connection, End } from './connection.ts';
import type { Wait } from './wait.ts';

/** A connection that ended sooner, and not for a renewal, counts as a failure: too_many_websockets must not spin. */
const STEADY_MS = 30_000;
/** Between two renewals of a young connection. */
const RENEWAL_PAUSE_MS = 250;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 10_000;
/** A refused token does not heal by itself, but may be put right while we run. */
const REFUSED_PAUSE_MS = 60_000;

export interface Place {
  /** Resolves with the first connection; rejects when Slack refuses the token before there was one. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

export interface PlaceOptions {
  readonly open: () => Promise<Connection>;
  readonly wait: Wait;
  readonly log: Log;
}

/** Starts at once and runs until stopped. A refresh opens the next connection before the old one is closed. */
export function keepConnected({ open, wait, log }: PlaceOptions): Place {
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const pause = (ms: number) => wait(ms, stopping.signal).catch(() => {});
  let current: Connection | undefined;

  /** One connection's life: how it ended, and whether it lived long enough to start counting anew. */
  async function live(next: Connection): Promise<{ end: End; steady: boolean }> {
    const old = current;
    current = next;
    void old?.close();
    resolve();
    log.info('socket connected');
    let steady = false;
    const over = new AbortController();
    wait(STEADY_MS, over.signal).then(
      () => {
        steady = true;
      },
      () => {},
    );
    const end = await next.ended;
    over.abort();
    if (!stopping.signal.aborted) log.info('socket ended', { end });
    return { end, steady };
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const next = await open().catch(asFailure);
      if (next instanceof CapwatchError) {
        failures += 1;
        log.warn('socket not connected', { failures, kind: next.kind, code: next.details.code, problem: next.message });
        if (current === undefined && next.kind === 'not_configured') return reject(next);
        await pause(pauseMs(failures, next));
      } else if (stopping.signal.aborted) {
        await next.close();
      } else {
        const { end, steady } = await live(next);
        failures = steady || end === 'refresh' ? 0 : failures + 1;
        if (end === 'refresh') await pause(steady ? 0 : RENEWAL_PAUSE_MS);
        // The first loss is answered at once; only a second short life in a row waits.
        else if (failures > 1) await pause(pauseMs(failures - 1));
      }
    }
  }

  void run();
  return {
    ready,
    async stop() {
      stopping.abort();
      await current?.close();
    },
  };
}

/** Milliseconds before try `failures` + 1: 1 s, 1.5 s … 10 s, or what Slack asks for. */
export function pauseMs(failures: number, failure?: CapwatchError): number {
  if (failure?.kind === 'not_configured') return REFUSED_PAUSE_MS;
  const asked = (failure?.details.retryAfterSeconds ?? 0) * 1000;
  return Math.max(asked, Math.min(FIRST_PAUSE_MS * 1.5 ** (failures - 1), LONGEST_PAUSE_MS));
}

function asFailure(error: unknown): CapwatchError {
  if (error instanceof CapwatchError) return error;
  return new CapwatchError('unreachable', 'The socket to Slack did not open.', { source: 'Slack', cause: error });
}
