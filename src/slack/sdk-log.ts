/** Lets Slack's own packages write into our log, without payloads: their debug lines carry whole messages. */
import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

const MAX_LENGTH = 300;
/** A socket address carries a ticket that opens the socket, a response_url one that writes as the app. */
const ADDRESS = /\b(?:wss?|https?):\/\/[^\s"']+/g;

/** A logger for `part` ("bolt", "socket", "web api"): debug is dropped, the rest is one shortened line without addresses. */
export function sdkLog(log: Log, part: string): Logger {
  const line = (words: readonly unknown[]) =>
    words.map(asText).join(' ').replace(ADDRESS, '(address)').slice(0, MAX_LENGTH);
  return {
    debug: () => {},
    info: (...words) => log.debug('slack package', { part, text: line(words) }),
    warn: (...words) => log.warn('slack package', { part, text: line(words) }),
    // Their errors are lost sockets and refused calls, which we report ourselves when they matter.
    error: (...words) => log.warn('slack package', { part, text: line(words) }),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function asText(word: unknown): string {
  if (word instanceof Error) return `${word.name}: ${word.message}`;
  return typeof word === 'string' ? word : typeof word;
}
