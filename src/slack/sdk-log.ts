/** Lets Slack's own packages write into our log, without payloads: their debug lines carry whole messages. */
import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

const MAX_LENGTH = 300;
/** A socket address carries a ticket that opens the socket, a response_url one that writes as the app. */
const ADDRESS = /\b(?:wss?|https?):\/\/[^\s"']+/g;

/**
 * A logger for `part` ("bolt", "socket", "web api"): debug is dropped, the rest is one shortened line without addresses.
 * A refused call reaches our code as an error, which says what it means; the package's own line about it is detail.
 */
export function sdkLog(log: Log, part: string): Logger {
  const trouble = part === 'web api' ? log.debug : log.warn;
  const line = (words: readonly unknown[]) =>
    words.map(asText).join(' ').replace(ADDRESS, '(address)').slice(0, MAX_LENGTH);
  return {
    debug: () => {},
    info: (...words) => log.debug('slack package', { part, text: line(words) }),
    warn: (...words) => trouble('slack package', { part, text: line(words) }),
    error: (...words) => trouble('slack package', { part, text: line(words) }),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function asText(word: unknown): string {
  if (word instanceof Error) return `${word.name}: ${word.message}`;
  return typeof word === 'string' ? word : typeof word;
}
