/** What comes back through a response_url: a new message, a replacement or a removal. Five uses, thirty minutes. */
import { type Backstage, nextFault, type ResponseUrl } from './backstage.ts';
import { checkedContent } from './chat-methods.ts';
import type { Answer } from './http.ts';
import { type Fields, flag, text } from './json.ts';
import { refusalAnswer } from './refusal.ts';
import { addMessage, announce, changeMessage, findMessage, removeMessage, type StoredMessage } from './workspace.ts';

/** Slack's answer to one use of the address. A refused body counts as a use. */
export async function answerResponseUrl(stage: Backstage, secret: string, body: Fields): Promise<Answer> {
  const fault = nextFault(stage, 'response_url');
  if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  const lost = fault?.status !== undefined || fault?.error !== undefined;
  const answer =
    lost && !fault.afterStoring
      ? { status: fault.status ?? 400, json: { ok: false, error: fault.error } }
      : used(stage, secret, body);
  stage.workspace.calls.push({ method: 'response_url', args: body, answer: answer.json ?? {} });
  announce(stage.workspace, { kind: 'calls' });
  return lost ? { status: fault.status ?? 400, json: { ok: false, error: fault.error } } : answer;
}

function used(stage: Backstage, secret: string, body: Fields): Answer {
  const address = stage.responseUrls.get(secret);
  if (!address) return { status: 404, json: { ok: false, error: 'invalid_url' } };
  if (address.expiresAt < stage.elapsedMs()) return { status: 404, json: { ok: false, error: 'expired_url' } };
  if (address.usesLeft <= 0) return { status: 404, json: { ok: false, error: 'used_url' } };
  address.usesLeft -= 1;
  try {
    respond(stage, address, body);
    return { status: 200, json: { ok: true } };
  } catch (thrown) {
    const refused = refusalAnswer(thrown);
    if (!refused) throw thrown;
    return { status: 400, json: refused };
  }
}

function respond(stage: Backstage, address: ResponseUrl, body: Fields): void {
  const { workspace } = stage;
  const original =
    address.original === undefined ? undefined : findMessage(workspace, address.channel, address.original);
  if (flag(body.delete_original)) {
    if (original) removeMessage(workspace, original);
    return;
  }
  const content = checkedContent(stage, body);
  if (flag(body.replace_original) && original) {
    changeMessage(workspace, original, { ...content, madeBy: [...original.madeBy, 'response_url'] });
    return;
  }
  const stored = addMessage(workspace, { ...newMessage(stage, address, body), ...content });
  address.original ??= stored.ts;
}

function newMessage(
  { workspace }: Backstage,
  address: ResponseUrl,
  body: Fields,
): Pick<StoredMessage, 'channel' | 'user' | 'ephemeral' | 'madeBy'> {
  const thread_ts = text(body.thread_ts) ?? address.thread_ts;
  return {
    channel: address.channel,
    user: workspace.bot.id,
    ephemeral: body.response_type !== 'in_channel',
    madeBy: ['response_url'],
    ...(thread_ts !== undefined && { thread_ts }),
  };
}

/** Posts what an acknowledgement of a slash command carried, if it carried a message. */
export function postAcknowledgement(stage: Backstage, responseUrl: string, payload: unknown): void {
  const address = stage.responseUrls.get(responseUrl.split('/').at(-1) ?? '');
  const body = typeof payload === 'string' ? { text: payload } : payload;
  if (!address || typeof body !== 'object' || body === null) return;
  const said: Fields = { ...body };
  if (said.text === undefined && said.blocks === undefined) return;
  const stored = addMessage(stage.workspace, {
    ...newMessage(stage, address, said),
    ...checkedContent(stage, said),
    madeBy: ['ack'],
  });
  address.original = stored.ts;
}
