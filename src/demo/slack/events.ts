/** Events as Slack delivers them: only those the manifest subscribes to, and again when nobody acknowledges. */
import type { Backstage } from './backstage.ts';
import { type Fields, text } from './json.ts';
import { eventBody } from './payloads.ts';
import type { SocketMode } from './socket-mode.ts';

/** Slack delivers an event again so often; over sockets with the reason "timeout". */
const REDELIVERIES = 3;

/** What Slack calls messages of a kind of channel in an app's subscriptions. */
const MESSAGES: Readonly<Record<string, string>> = { im: 'message.im', group: 'message.groups' };

/** Delivers `event` until it is acknowledged or given up; resolves at the first acknowledgement, or with false. */
export async function deliverEvent(stage: Backstage, socket: SocketMode, event: Fields): Promise<boolean> {
  if (!isSubscribed(stage, event)) return false;
  const body = eventBody(stage, event);
  for (let retry = 0; retry <= REDELIVERIES; retry += 1) {
    const ack = await socket.deliver('events_api', body, retry);
    if (ack.acked) return true;
  }
  return false;
}

function isSubscribed({ manifest }: Backstage, event: Fields): boolean {
  const type = text(event.type) ?? '';
  const name = type === 'message' ? (MESSAGES[text(event.channel_type) ?? ''] ?? 'message.channels') : type;
  return !manifest || manifest.events.includes(name);
}
