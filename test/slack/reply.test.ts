import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { createReply, type ReplyTo } from '../../src/slack/reply.ts';
import { mockHttp, mockPost, mockSlack } from '../support/http.ts';

mockHttp();

const slack = slackClients({ token: 'xoxb-1', log: createLog('error', () => {}) });
const URL_1 = 'https://hooks.slack.com/commands/T1/1/secret';
const TO: ReplyTo = { responseUrl: URL_1, channel: 'C00000001', user: 'U00000002', from: 'command' };
const ANSWER = { text: 'Small caps lag.', blocks: [{ type: 'divider' }] } as const;

describe('createReply', () => {
  it('adds an answer only the asker sees', async () => {
    const { calls } = mockPost(URL_1);

    await createReply(slack, TO).add(ANSWER);

    expect(calls).toEqual([{ response_type: 'ephemeral', replace_original: false, ...ANSWER }]);
  });

  it('a button’s answer replaces the message it stood in', async () => {
    const { calls } = mockPost(URL_1);

    await createReply(slack, { ...TO, from: 'button' }).replace(ANSWER);

    expect(calls).toEqual([{ response_type: 'ephemeral', replace_original: true, ...ANSWER }]);
  });

  it('a command has nothing to replace: its answer is added', async () => {
    const { calls } = mockPost(URL_1);
    const reply = createReply(slack, TO);

    await reply.replace(ANSWER);

    expect(reply.replaces).toBe(false);
    expect(calls[0]).toMatchObject({ replace_original: false });
  });

  it.each([
    'http://hooks.slack.com/commands/1',
    'https://hooks.slack.com.evil.example/1',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    '',
  ])('refuses the address %s', (responseUrl) => {
    expect(() => createReply(slack, { ...TO, responseUrl })).toThrow('That answer has no way back.');
  });

  it('takes an address on the origin of SLACK_API_URL', () => {
    const log = createLog('error', () => {});
    const local = slackClients({ token: 'xoxb-1', apiUrl: 'http://127.0.0.1:3117/api/', log });

    expect(createReply(local, { ...TO, responseUrl: 'http://127.0.0.1:3117/response/1' }).usesLeft()).toBe(5);
  });

  it('after five uses goes by chat.postEphemeral', async () => {
    const reply = createReply(slack, TO);
    for (let use = 0; use < 5; use += 1) {
      mockPost(URL_1);
      await reply.add(ANSWER);
    }
    expect(reply.usesLeft()).toBe(0);
    const { calls } = mockSlack('chat.postEphemeral');

    await reply.add(ANSWER);

    expect(calls).toEqual([{ channel: 'C00000001', user: 'U00000002', ...ANSWER }]);
  });

  it.each([
    ['used_url', 404, 'used_url'],
    ['expired_url', 404, '{"ok":false,"error":"expired_url"}'],
    ['a bare 404', 404, ''],
    ['a bare 410', 410, ''],
  ])('%s: goes by chat.postEphemeral', async (_, status, body) => {
    mockPost(URL_1, { status, body });
    const { calls } = mockSlack('chat.postEphemeral');

    await createReply(slack, TO).add(ANSWER);

    expect(calls).toHaveLength(1);
  });

  it('an attempt at a picture takes no other way', async () => {
    mockPost(URL_1, { status: 404, body: 'expired_url' });

    await expect(createReply(slack, TO).attempt(ANSWER, 'add')).rejects.toMatchObject({
      details: { code: 'expired_url' },
    });
  });

  it.each([
    ['a 200 with ok false', 200, '{"ok":false,"error":"invalid_blocks"}', 'invalid_blocks'],
    ['a 400', 400, '{"ok":false,"error":"invalid_blocks"}', 'invalid_blocks'],
    ['a 500', 500, 'invalid_blocks: downloading image failed', 'invalid_blocks'],
    ['a 429', 429, '', 'ratelimited'],
    ['a 502', 502, '<html>', 'outcome_unknown'],
  ])('%s is a refusal', async (_, status, body, code) => {
    mockPost(URL_1, { status, body });

    await expect(createReply(slack, TO).add(ANSWER)).rejects.toMatchObject({ details: { code } });
  });

  it.each(['ok', '{"ok":true}', ''])('takes %j for a yes', async (body) => {
    mockPost(URL_1, { body });

    await expect(createReply(slack, TO).add(ANSWER)).resolves.toBeUndefined();
  });
});
