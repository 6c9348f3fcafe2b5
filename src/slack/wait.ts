/** Waiting, in the Slack floor: handed in everywhere, so that tests own the clock. Knows nothing of Slack. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CapwatchError } from '../errors.ts';

/** Resolves after `ms`; rejects when `signal` is aborted before. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Real time. */
export function realWait(ms: number, signal?: AbortSignal): Promise<void> {
  return sleep(ms, undefined, signal && { signal });
}

export interface Deadline {
  readonly ms: number;
  readonly wait: Wait;
  /** Subject of the error's sentence: "The chart". */
  readonly what: string;
}

/**
 * The result of `work`, given up after `ms`; the work itself is not stopped.
 * @throws CapwatchError `unreachable` when the time is over.
 */
export async function within<T>(work: Promise<T>, { ms, wait, what }: Deadline): Promise<T> {
  const settled = new AbortController();
  const over = wait(ms, settled.signal).then(() => {
    throw new CapwatchError('unreachable', `${what} was not ready after ${ms / 1000} s.`);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    settled.abort();
  }
}
