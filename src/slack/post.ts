/** Real posts and modals: sends what it is given, once, and turns refusals into our errors. Words nothing. */
import type { ModalView } from '@slack/types';
import type { SlackClients } from './clients.ts';
import { OUTCOME_UNKNOWN, refusal, slackCode, slackFailure } from './failure.ts';
import { type Answer, fitted } from './limits.ts';

export interface Post extends Answer {
  /** A channel id; a user id reaches that person's messages with the app. */
  readonly channel: string;
  readonly thread_ts?: string;
  /** Travels with the post where nobody sees it, so that it can be found again (`readBack`). */
  readonly key?: string;
}

/** The name our keys travel under. */
export const POST_EVENT = 'capwatch_post';

export interface Posted {
  /** The channel Slack put it into: the direct message's id when a user id was given. */
  readonly channel: string;
  readonly ts: string;
}

/**
 * Posts once.
 * @throws CapwatchError `not_found` (`isNotInChannel` tells the invitation apart), `not_configured`, `rate_limited`,
 * `bad_response`, `unreachable`; with code `OUTCOME_UNKNOWN` the post may be there and is never sent again.
 */
export async function postMessage(slack: SlackClients, { channel, thread_ts, key, ...answer }: Post): Promise<Posted> {
  const { text, blocks } = fitted(answer);
  const posted = await asked(
    slack.bulk.chat.postMessage({
      channel,
      text,
      blocks: [...blocks],
      unfurl_links: false,
      unfurl_media: false,
      ...(thread_ts !== undefined && { thread_ts }),
      ...(key !== undefined && { metadata: { event_type: POST_EVENT, event_payload: { key } } }),
    }),
  );
  if (posted.ts === undefined) throw refusal(OUTCOME_UNKNOWN);
  return { channel: posted.channel ?? channel, ts: posted.ts };
}

/** Puts `answer` in the place of a post of ours. @throws CapwatchError as `postMessage`. */
export async function updateMessage(slack: SlackClients, { channel, ts }: Posted, answer: Answer): Promise<void> {
  const { text, blocks } = fitted(answer);
  await asked(slack.bulk.chat.update({ channel, ts, text, blocks: [...blocks] }));
}

/** Shows `answer` to one person in a channel that has the bot. @throws CapwatchError as `postMessage`. */
export async function postEphemeral(
  slack: SlackClients,
  { channel, user, ...answer }: Answer & { readonly channel: string; readonly user: string },
): Promise<void> {
  const { text, blocks } = fitted(answer);
  await asked(slack.bulk.chat.postEphemeral({ channel, user, text, blocks: [...blocks] }));
}

/** Opens a modal; `trigger_id` lives three seconds. @throws CapwatchError as `postMessage`. */
export async function openView(slack: SlackClients, trigger_id: string, view: ModalView): Promise<void> {
  try {
    await asked(slack.interactive.views.open({ trigger_id, view }));
  } catch (error) {
    // The repeat of a call whose answer was lost: the first one opened the modal.
    if (slackCode(error) !== 'exchanged_trigger_id') throw error;
  }
}

/** Puts `view` in the place of an open modal. @throws CapwatchError as `postMessage`. */
export async function updateView(slack: SlackClients, view_id: string, view: ModalView): Promise<void> {
  await asked(slack.interactive.views.update({ view_id, view }));
}

/** The answer of a web client's call, its errors translated. */
export async function asked<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw slackFailure(error);
  }
}

/** The address at which people open a post, as Slack's own "Copy link" gives it; `url` is the workspace's. */
export function messageLink(url: string, { channel, ts }: Posted): string {
  return new URL(`archives/${channel}/p${ts.replace('.', '')}`, url).href;
}
