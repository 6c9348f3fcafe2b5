import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { isNotInChannel, slackCode } from '../../src/slack/failure.ts';
import { openView, postEphemeral, postMessage, updateMessage } from '../../src/slack/post.ts';
import { mockHttp, mockSlack, mockSlackRefusal } from '../support/http.ts';
import { type SlackStub, startSlackStub } from '../support/socket-server.ts';

mockHttp({ allowLocal: true });

const log = createLog('error', () => {});
const slack = slackClients({ token: 'xoxb-1', log });
const BLOCKS = [{ type: 'section', text: { type: 'mrkdwn', text: '*−3.85 pp*' } }] as const;
const POST = { channel: 'C00000001', text: 'Small caps lag.', blocks: BLOCKS };
const thrown = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

let stub: SlackStub | undefined;

afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

/** Clients of a Slack that answers as scripted, for what nock cannot do. */
async function stubbed(method: string, answer: { status?: number; body: unknown } | undefined) {
  stub = await startSlackStub();
  stub.scripts.set(method, () => answer);
  return { slack: slackClients({ token: 'xoxb-1', apiUrl: stub.apiUrl, log }), calls: stub.calls };
}

describe('postMessage', () => {
  it('sends text and blocks without unfurling and returns where the post is', async () => {
    const { calls } = mockSlack('chat.postMessage', { channel: 'C00000001', ts: '1700.01' });

    expect(await postMessage(slack, POST)).toEqual({ channel: 'C00000001', ts: '1700.01' });
    expect(calls).toEqual([
      { channel: 'C00000001', text: 'Small caps lag.', blocks: BLOCKS, unfurl_links: 'false', unfurl_media: 'false' },
    ]);
  });

  it('posts into a thread', async () => {
    const { calls } = mockSlack('chat.postMessage', { ts: '1700.02' });

    await postMessage(slack, { ...POST, thread_ts: '1700.01' });

    expect(calls[0]).toMatchObject({ thread_ts: '1700.01' });
  });

  it('returns the direct message’s channel when given a person', async () => {
    mockSlack('chat.postMessage', { channel: 'D00000009', ts: '1700.03' });

    expect(await postMessage(slack, { ...POST, channel: 'U00000002' })).toEqual({
      channel: 'D00000009',
      ts: '1700.03',
    });
  });

  it.each(['not_in_channel', 'channel_not_found'])('%s asks for the invitation', async (code) => {
    mockSlackRefusal('chat.postMessage', code);

    const error = await thrown(postMessage(slack, POST));

    expect(isNotInChannel(error)).toBe(true);
    expect(error).toMatchObject({ kind: 'not_found', userMessage: expect.stringContaining('/invite @Capwatch') });
  });

  it.each([
    ['is_archived', 'not_found', 'That channel is archived; nothing was posted.'],
    ['restricted_action', 'not_configured', 'This workspace does not let Capwatch post there.'],
    ['msg_too_long', 'bad_response', 'Slack refused the form of the message; nothing was posted or changed.'],
    ['invalid_blocks', 'bad_response', 'Slack refused the form of the message; nothing was posted or changed.'],
    ['account_inactive', 'not_configured', 'Slack does not accept the token'],
    ['token_revoked', 'not_configured', 'Slack does not accept the token'],
    ['a_code_of_tomorrow', 'bad_response', 'Slack refused: `a_code_of_tomorrow`.'],
  ])('%s becomes %s', async (code, kind, userMessage) => {
    mockSlackRefusal('chat.postMessage', code);

    const error = await thrown(postMessage(slack, POST));

    expect(error).toMatchObject({ kind, userMessage, details: { source: 'Slack', code } });
    expect(isNotInChannel(error)).toBe(false);
  });

  it('names the permission that is missing', async () => {
    mockSlackRefusal('chat.postMessage', 'missing_scope', { needed: 'chat:write', provided: 'commands' });

    expect(await thrown(postMessage(slack, POST))).toMatchObject({
      kind: 'not_configured',
      userMessage: 'Capwatch lacks the Slack permission `chat:write`; install it again from manifest.yml.',
    });
  });

  it('a 429 is thrown at once with its seconds', async () => {
    mockSlack('chat.postMessage', { status: 429, headers: { 'retry-after': '3' } });

    expect(await thrown(postMessage(slack, POST))).toMatchObject({
      kind: 'rate_limited',
      details: { code: 'ratelimited', retryAfterSeconds: 3 },
    });
  });

  it('a 429 without its seconds, and a 200 that says ratelimited, are the same kind', async () => {
    mockSlack('chat.postMessage', { status: 429 });
    expect(await thrown(postMessage(slack, POST))).toMatchObject({ kind: 'rate_limited' });

    mockSlackRefusal('chat.postMessage', 'ratelimited');
    expect(await thrown(postMessage(slack, POST))).toMatchObject({ kind: 'rate_limited' });
  });

  it.each([
    ['a 503', { status: 503, body: 'upstream' }],
    ['a 500', { status: 500, body: '' }],
    ['a page of HTML', { body: '<html><body>Sign in</body></html>' }],
    ['half a JSON', { body: '{"ok":true,"ts":"17' }],
    ['an answer without ts', { body: { ok: true } }],
    ['internal_error, of which Slack says it may have worked', { body: { ok: false, error: 'internal_error' } }],
    ['a redirect', { status: 302, body: '' }],
  ])('%s leaves the outcome unknown, and nothing is sent again', async (_, answer) => {
    const given = await stubbed('chat.postMessage', answer);

    const error = await thrown(postMessage(given.slack, POST));

    expect(error).toMatchObject({
      kind: 'unreachable',
      userMessage: expect.stringContaining('Look whether it is there'),
    });
    expect(slackCode(error)).toBe('outcome_unknown');
    expect(given.calls).toHaveLength(1);
  });

  it('nobody at the other end: nothing was posted, and it says so', async () => {
    const given = await stubbed('chat.postMessage', undefined);
    await stub?.close();

    const error = await thrown(postMessage(given.slack, POST));

    expect(error).toMatchObject({ kind: 'unreachable', userMessage: 'Slack is not answering; nothing was posted.' });
    expect(slackCode(error)).toBeUndefined();
  });

  it('refuses to send blocks without text', async () => {
    await expect(postMessage(slack, { ...POST, text: ' ' })).rejects.toThrow('a message needs its text');
  });
});

describe('updateMessage', () => {
  it('changes the post in its place', async () => {
    const { calls } = mockSlack('chat.update');

    await updateMessage(slack, { channel: 'C00000001', ts: '1700.01' }, { text: 'New.', blocks: BLOCKS });

    expect(calls).toEqual([{ channel: 'C00000001', ts: '1700.01', text: 'New.', blocks: BLOCKS }]);
  });
});

describe('postEphemeral', () => {
  it('shows text and blocks to one person', async () => {
    const { calls } = mockSlack('chat.postEphemeral', { message_ts: '1' });

    await postEphemeral(slack, { channel: 'C00000001', user: 'U00000002', text: 'Only you.', blocks: BLOCKS });

    expect(calls).toEqual([{ channel: 'C00000001', user: 'U00000002', text: 'Only you.', blocks: BLOCKS }]);
  });
});

describe('openView', () => {
  const VIEW = { type: 'modal', title: { type: 'plain_text', text: 'Receipts' }, blocks: [] } as const;
  const view = { ...VIEW, blocks: [] };

  it('opens the modal', async () => {
    const { calls } = mockSlack('views.open');

    await openView(slack, 'trigger.1', view);

    expect(calls).toEqual([{ trigger_id: 'trigger.1', view: VIEW }]);
  });

  it('a lost answer is asked for once more, and a trigger already used means that it is open', async () => {
    mockSlack('views.open', { status: 503 });
    mockSlackRefusal('views.open', 'exchanged_trigger_id');

    await expect(openView(slack, 'trigger.1', view)).resolves.toBeUndefined();
  });

  it('an expired trigger is a refusal', async () => {
    mockSlackRefusal('views.open', 'expired_trigger_id');

    await expect(openView(slack, 'trigger.1', view)).rejects.toMatchObject({ details: { code: 'expired_trigger_id' } });
  });
});
