/** Answers only the asker sees, through the response_url of a command or button: five uses in thirty minutes. */
import { CapwatchError } from '../errors.ts';
import { type HttpAnswer, isOnOrigin, request } from '../http.ts';
import type { SlackClients } from './clients.ts';
import { OUTCOME_UNKNOWN, refusal, slackCode } from './failure.ts';
import { type Answer, fitted } from './limits.ts';
import { postEphemeral } from './post.ts';

const USES = 5;
const TIMEOUT_MS = 5000;
const SPENT = ['used_url', 'expired_url', 'no_uses_left'];

export interface ReplyTo {
  readonly responseUrl: string;
  readonly channel: string;
  readonly user: string;
  /**
   * `button`: pressed in an ephemeral message, which can be replaced. `command`: Slack has no message to replace and
   * shows a second copy instead (bolt-js#2287, bolt-python#1268). A button in a channel post counts as `command`:
   * replacing would overwrite the post for everybody.
   */
  readonly from: 'command' | 'button';
}

export interface Reply {
  /** Whether `replace` is possible. */
  readonly replaces: boolean;
  usesLeft(): number;
  /** A new ephemeral message; by chat.postEphemeral when the response_url is spent. @throws CapwatchError */
  add(answer: Answer): Promise<void>;
  /** Puts `answer` in the place of the message with the button, or adds it where there is none. @throws CapwatchError */
  replace(answer: Answer): Promise<void>;
  /** One try through the response_url, no other way; for pictures. @throws CapwatchError */
  attempt(answer: Answer, how: 'add' | 'replace'): Promise<void>;
}

/** @throws CapwatchError `bad_response` when `responseUrl` is not Slack's. */
export function createReply(slack: SlackClients, to: ReplyTo): Reply {
  if (!isOnOrigin(to.responseUrl, slack.origins))
    throw new CapwatchError('bad_response', 'That answer has no way back.');
  const replaces = to.from === 'button';
  let usesLeft = USES;

  async function attempt(answer: Answer, how: 'add' | 'replace'): Promise<void> {
    if (usesLeft === 0) throw refusal('no_uses_left');
    usesLeft -= 1;
    const replace_original = how === 'replace' && replaces;
    await send(to.responseUrl, { response_type: 'ephemeral', replace_original, ...fitted(answer) });
  }

  async function sendOrPost(answer: Answer, how: 'add' | 'replace'): Promise<void> {
    try {
      await attempt(answer, how);
    } catch (error) {
      if (!SPENT.includes(slackCode(error) ?? '')) throw error;
      await postEphemeral(slack, { channel: to.channel, user: to.user, ...answer });
    }
  }

  return {
    replaces,
    usesLeft: () => usesLeft,
    attempt,
    add: (answer) => sendOrPost(answer, 'add'),
    replace: (answer) => sendOrPost(answer, 'replace'),
  };
}

async function send(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await request({
    url,
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    timeoutMs: TIMEOUT_MS,
    source: 'Slack',
  });
  const code = refusalCode(answer);
  if (code !== undefined) throw refusal(code);
}

/** Slack answers "ok", or JSON with `ok`, or a status with a word in the body. */
function refusalCode(answer: HttpAnswer): string | undefined {
  const text = answer.text();
  const word = errorWord(text);
  if (answer.status === 200) return word;
  if (answer.status === 404 || answer.status === 410) return word ?? 'expired_url';
  if (answer.status === 429) return 'ratelimited';
  if (text.includes('invalid_blocks')) return 'invalid_blocks';
  return answer.status >= 500 ? OUTCOME_UNKNOWN : (word ?? 'refused');
}

function errorWord(text: string): string | undefined {
  const word = /^[a-z]+(?:_[a-z]+)+$/.test(text.trim()) ? text.trim() : /"error"\s*:\s*"([a-z_]+)"/.exec(text)?.[1];
  return word;
}
