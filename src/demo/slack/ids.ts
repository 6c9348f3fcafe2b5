/** Ids and message timestamps in Slack's spelling; timestamps follow the clock handed in and never repeat. */
import { randomBytes } from 'node:crypto';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `prefix` and ten capital letters or digits: `F0A1B2C3D4E`. */
export function newId(prefix: string): string {
  return prefix + Array.from(randomBytes(10), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** A secret part of an address, 32 hex digits. */
export function newSecret(): string {
  return randomBytes(16).toString('hex');
}

/** A maker of message timestamps `seconds.microseconds`, strictly increasing even when the clock stands still. */
export function createTimestamps(now: () => Temporal.Instant): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now().epochMilliseconds * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
}

/** The instant a message timestamp stands for, to the millisecond. */
export function instantOf(ts: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000));
}
