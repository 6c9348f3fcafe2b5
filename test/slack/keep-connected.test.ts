import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import type { Connection, End } from '../../src/slack/connection.ts';
import { keepConnected, pauseMs } from '../../src/slack/keep-connected.ts';
import { until } from '../support/socket-server.ts';

const QUIET = createLog('error', () => {});
const STEADY_MS = 30_000;

interface Opened extends Connection {
  end(how: End): void;
  closed: boolean;
}

/** A connection that ends when the test says so. */
function connection(): Opened {
  const { promise: ended, resolve: end } = Promise.withResolvers<End>();
  const opened: Opened = {
    ended,
    end,
    closed: false,
    async close() {
      opened.closed = true;
      end('lost');
    },
  };
  return opened;
}

/** A clock that never moves by itself: pauses are noted and end at once, the steady timer only when `steady`. */
function clock({ steady = false } = {}) {
  const pauses: number[] = [];
  const wait = (ms: number, signal?: AbortSignal) => {
    if (ms === STEADY_MS && !steady) {
      return new Promise<void>((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    }
    if (ms !== STEADY_MS) pauses.push(ms);
    return Promise.resolve();
  };
  return { pauses, wait };
}

const failing = (kind: 'unreachable' | 'not_configured' | 'rate_limited', retryAfterSeconds = 0) =>
  new CapwatchError(kind, 'no', { retryAfterSeconds });

describe('keepConnected', () => {
  it('opens the next connection before it closes the one Slack renews', async () => {
    const { wait } = clock();
    const [first, second] = [connection(), connection()];
    const order: string[] = [];
    const queue = [first, second];
    const place = keepConnected({
      wait,
      log: QUIET,
      open: async () => {
        const next = queue.shift() ?? (await new Promise<Opened>(() => {}));
        order.push(`open, first closed: ${first.closed}`);
        return next;
      },
    });
    await place.ready;

    first.end('refresh');
    await until(() => first.closed);

    expect(order).toEqual(['open, first closed: false', 'open, first closed: false']);
    expect(second.closed).toBe(false);
    await place.stop();
  });

  it('answers the first loss at once and waits longer from the second short life on', async () => {
    const { pauses, wait } = clock();
    let opened = 0;
    const place = keepConnected({
      wait,
      log: QUIET,
      open: async () => {
        opened += 1;
        const next = connection();
        if (opened <= 4) next.end('lost');
        return next;
      },
    });
    await until(() => opened === 5);

    expect(pauses).toEqual([1000, 1500, 2250]);
    await place.stop();
  });

  it('does not wait after the loss of a connection that lived long', async () => {
    const { pauses, wait } = clock({ steady: true });
    let opened = 0;
    const place = keepConnected({
      wait,
      log: QUIET,
      open: async () => {
        opened += 1;
        const next = connection();
        if (opened <= 4) setTimeout(() => next.end('lost'), 1);
        return next;
      },
    });
    await until(() => opened === 5);

    expect(pauses).toEqual([]);
    await place.stop();
  });

  it('does not spin when Slack refuses one connection after another', async () => {
    const { pauses, wait } = clock();
    let opened = 0;
    const place = keepConnected({
      wait,
      log: QUIET,
      open: async () => {
        opened += 1;
        const next = connection();
        if (opened <= 12) next.end('refused');
        return next;
      },
    });
    await until(() => opened === 13);

    expect(pauses.at(-1)).toBe(10_000);
    expect(pauses).toHaveLength(11);
    await place.stop();
  });

  it('keeps trying through an outage and comes back', async () => {
    const { pauses, wait } = clock();
    let tries = 0;
    const place = keepConnected({
      wait,
      log: QUIET,
      open: async () => {
        tries += 1;
        if (tries <= 50) throw failing('unreachable');
        return connection();
      },
    });

    await place.ready;

    expect(tries).toBe(51);
    expect(Math.max(...pauses)).toBe(10_000);
    await place.stop();
  });

  it('gives up when the token is refused before there was a connection', async () => {
    const { wait } = clock();
    const place = keepConnected({
      wait,
      log: QUIET,
      open: () => Promise.reject(failing('not_configured')),
    });

    await expect(place.ready).rejects.toMatchObject({ kind: 'not_configured' });
  });

  it('keeps trying, slowly, when the token is refused later', async () => {
    const { pauses, wait } = clock();
    let tries = 0;
    const place = keepConnected({
      wait,
      log: QUIET,
      open: async () => {
        tries += 1;
        if (tries === 2) throw failing('not_configured');
        const next = connection();
        if (tries === 1) next.end('lost');
        return next;
      },
    });
    await until(() => tries === 3);

    expect(pauses).toEqual([60_000]);
    await place.stop();
  });

  it('closes its connection when stopped and opens no other', async () => {
    const { wait } = clock();
    const only = connection();
    let opened = 0;
    const place = keepConnected({
      wait,
      log: QUIET,
      open: async () => {
        opened += 1;
        return only;
      },
    });
    await place.ready;

    await place.stop();
    await new Promise((resolve) => setTimeout(resolve, 5));

    expect({ opened, closed: only.closed }).toEqual({ opened: 1, closed: true });
  });
});

describe('pauseMs', () => {
  it('waits as long as Slack asks', () => {
    expect(pauseMs(1, failing('rate_limited', 42))).toBe(42_000);
  });

  it('grows to ten seconds and no further', () => {
    expect([1, 2, 3, 7, 100].map((failures) => pauseMs(failures))).toEqual([1000, 1500, 2250, 10_000, 10_000]);
  });
});
