/** Looks whether a post of ours is in Slack, by the key in its metadata, after an answer was lost. Reads, never posts. */
import { CapwatchError } from '../errors.ts';
import type { SlackClients } from './clients.ts';
import { slackCode } from './failure.ts';
import { asked, POST_EVENT, type Posted } from './post.ts';

export interface Sought {
  readonly channel: string;
  readonly thread_ts?: string;
  readonly key: string;
  /** When sending began, by our clock. */
  readonly since: Temporal.Instant;
}

/** Our clock and Slack's may differ by as much as a clock set wrong by a day. */
const SLACK_OF_CLOCKS = { hours: 26 };
const PAGE = 100;
const PAGES = 5;

/**
 * The post, `absent` when it certainly is not there, `cannot_tell` when the app may not read the channel or there is
 * too much to read. @throws CapwatchError `rate_limited` or `unreachable`: ask again later.
 */
export async function readBack(slack: SlackClients, sought: Sought): Promise<Posted | 'absent' | 'cannot_tell'> {
  try {
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const { messages = [], next } = await onePage(slack, sought, cursor);
      const found = messages.find(({ metadata }) => isOurs(metadata, sought.key));
      if (found?.ts !== undefined) return { channel: sought.channel, ts: found.ts };
      if (!next) return 'absent';
      cursor = next;
    }
    return 'cannot_tell';
  } catch (error) {
    // The thread or the channel is gone, and the post with it.
    if (slackCode(error) === 'thread_not_found') return 'absent';
    if (mayAskAgain(error)) throw error;
    return 'cannot_tell';
  }
}

async function onePage(slack: SlackClients, { channel, thread_ts, since }: Sought, cursor: string | undefined) {
  const asking = {
    channel,
    limit: PAGE,
    include_all_metadata: true,
    oldest: String(since.subtract(SLACK_OF_CLOCKS).epochMilliseconds / 1000),
    ...(cursor !== undefined && { cursor }),
  };
  const { bulk } = slack;
  const answer = await asked(
    thread_ts === undefined
      ? bulk.conversations.history(asking)
      : bulk.conversations.replies({ ...asking, ts: thread_ts }),
  );
  return { messages: answer.messages ?? [], next: answer.response_metadata?.next_cursor };
}

function isOurs(metadata: unknown, key: string): boolean {
  if (typeof metadata !== 'object' || metadata === null) return false;
  if (!('event_type' in metadata) || metadata.event_type !== POST_EVENT || !('event_payload' in metadata)) return false;
  const payload: unknown = metadata.event_payload;
  return typeof payload === 'object' && payload !== null && 'key' in payload && payload.key === key;
}

function mayAskAgain(error: unknown): boolean {
  return error instanceof CapwatchError && (error.kind === 'rate_limited' || error.kind === 'unreachable');
}
