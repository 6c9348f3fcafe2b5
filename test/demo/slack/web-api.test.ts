import { afterEach, describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/demo/slack/manifest.ts';
import { clientOf, closeAll, MANIFEST, PNG, refused, standInAt } from '../support.ts';

afterEach(closeAll);

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

describe('Web API', () => {
  it('says who the bot is, and refuses an unknown token and a token of the wrong kind', async () => {
    const standIn = await standInAt();

    expect(await clientOf(standIn).auth.test()).toMatchObject({
      ok: true,
      user_id: 'U0CAPWATCH0',
      bot_id: 'B0CAPWATCH0',
      team_id: 'T0LOCALDESK',
    });
    expect(await refused(clientOf(standIn, 'xoxb-other').auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await refused(clientOf(standIn).apps.connections.open())).toMatchObject({ error: 'not_allowed_token_type' });
  });

  it('posts, updates, answers in the thread and deletes', async () => {
    const standIn = await standInAt();
    const client = clientOf(standIn);

    const { ts = '', message } = await client.chat.postMessage({
      channel: '#desk-us',
      text: 'lag 3.85 pp',
      blocks: [section('*lag*')],
    });
    await client.chat.update({ channel: 'C0DESKUS001', ts, text: 'lag 3.90 pp', blocks: [section('*more*')] });
    const reply = await client.chat.postMessage({
      channel: 'C0DESKUS001',
      thread_ts: ts,
      text: 'why',
      reply_broadcast: true,
      metadata: { event_type: 'post', event_payload: { key: 'k' } },
    });

    expect(message?.blocks?.[0]).toHaveProperty('block_id');
    expect(standIn.messages('desk-us')).toMatchObject([
      { ts, text: 'lag 3.90 pp', edited: true, madeBy: ['chat.postMessage', 'chat.update'] },
      { ts: reply.ts, thread_ts: ts, reply_broadcast: true, metadata: { event_payload: { key: 'k' } } },
    ]);
    await client.chat.delete({ channel: 'C0DESKUS001', ts: reply.ts ?? '' });
    expect(standIn.messages('desk-us')).toHaveLength(1);
  });

  it('gives every message its own timestamp although the clock stands still', async () => {
    const standIn = await standInAt();
    const posts = await Promise.all(
      [1, 2, 3].map(() => clientOf(standIn).chat.postMessage({ channel: 'desk-us', text: 'x' })),
    );

    expect(new Set(posts.map(({ ts }) => ts)).size).toBe(3);
    expect(posts[0]?.ts?.slice(0, 10)).toBe('1705964400');
  });

  it('refuses as Slack does: where the bot is not, what is not there, what is not its own', async () => {
    const standIn = await standInAt();
    const { chat } = clientOf(standIn);
    await standIn.postUserMessage('desk-us', 'hello');
    const theirs = standIn.messages('desk-us')[0]?.ts ?? '';

    expect(await refused(chat.postMessage({ channel: '#markets', text: 'x' }))).toMatchObject({
      error: 'not_in_channel',
    });
    expect(await refused(chat.postMessage({ channel: 'C0NOWHERE01', text: 'x' }))).toMatchObject({
      error: 'channel_not_found',
    });
    expect(await refused(chat.postMessage({ channel: 'desk-us', text: 'x', thread_ts: '1.000001' }))).toMatchObject({
      error: 'thread_not_found',
    });
    expect(await refused(chat.update({ channel: 'C0DESKUS001', ts: theirs, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await refused(chat.update({ channel: 'C0DESKUS001', ts: '1.000001', text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    });
    expect(await refused(chat.postMessage({ channel: 'desk-us', text: 'x'.repeat(40_001) }))).toMatchObject({
      error: 'msg_too_long',
    });
    expect(await refused(clientOf(standIn).apiCall('chat.shout'))).toMatchObject({ error: 'unknown_method' });
  });

  it('names what is wrong with blocks and stores nothing', async () => {
    const standIn = await standInAt();

    const answer = await refused(
      clientOf(standIn).chat.postMessage({ channel: 'desk-us', text: 'x', blocks: [section('s'.repeat(3001))] }),
    );

    expect(answer).toMatchObject({
      error: 'invalid_blocks',
      errors: ['must be less than 3001 characters or items [json-pointer:/blocks/0/text/text]'],
    });
    expect(standIn.messages('desk-us')).toEqual([]);
  });

  it('takes one table in a message, not two', async () => {
    const table = { type: 'table' as const, rows: [[{ type: 'raw_text' as const, text: 'x' }]] };
    const { chat } = clientOf(await standInAt());

    expect(await refused(chat.postMessage({ channel: 'desk-us', text: 'x', blocks: [table, table] }))).toMatchObject({
      error: 'invalid_attachments',
    });
  });

  it('knows the scopes of the manifest', async () => {
    const { conversations, chat } = clientOf(await standInAt({ manifest: parseManifest(MANIFEST) }));

    expect(await refused(conversations.history({ channel: 'C0DESKUS001' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:history',
    });
    expect(await chat.postMessage({ channel: 'desk-us', text: 'x' })).toMatchObject({ ok: true });
  });

  it('opens the direct message for chat.postMessage by person, and for nothing else', async () => {
    const standIn = await standInAt();
    const client = clientOf(standIn);

    expect(await client.chat.postMessage({ channel: standIn.workspace.person.id, text: 'x' })).toMatchObject({
      channel: 'D0CAPWATCH0',
    });
    expect(await refused(client.conversations.info({ channel: standIn.workspace.person.id }))).toMatchObject({
      error: 'channel_not_found',
    });
  });
});

describe('uploads', () => {
  it('makes a file usable in a block only some time after its upload', async () => {
    const standIn = await standInAt({ fileReadyMs: 150 });
    const client = clientOf(standIn);
    const { files } = (await client.filesUploadV2({ filename: 'chart.png', file: Buffer.from(PNG) })) as {
      files: { files: { id: string }[] }[];
    };
    const id = files[0]?.files[0]?.id ?? '';
    const post = () =>
      client.chat.postMessage({
        channel: 'desk-us',
        text: 'x',
        blocks: [{ type: 'image', slack_file: { id }, alt_text: 'chart' }],
      });

    expect(await refused(post())).toMatchObject({
      error: 'invalid_blocks',
      errors: ['invalid slack file [json-pointer:/blocks/0/slack_file]'],
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await post()).toMatchObject({ ok: true });
    expect(standIn.workspace.files.get(id)?.bytes).toEqual(PNG);
  });

  it('shares a file into a channel, and refuses one whose bytes never came', async () => {
    const standIn = await standInAt();
    const client = clientOf(standIn);

    await client.filesUploadV2({ filename: 'gap.csv', content: 'day,gap\n', channel_id: 'C0DESKUS001' });
    const { file_id = '' } = await client.files.getUploadURLExternal({ filename: 'b.csv', length: 3 });

    expect(standIn.messages('desk-us')).toMatchObject([{ files: [expect.stringMatching(/^F[A-Z0-9]{10}$/)] }]);
    expect(await refused(client.files.completeUploadExternal({ files: [{ id: file_id, title: 'b' }] }))).toMatchObject({
      error: 'file_not_found',
    });
  });
});

describe('failNext', () => {
  it('answers one call with the planned status or error, and the next one as usual', async () => {
    const standIn = await standInAt();
    const { chat } = clientOf(standIn);
    const post = () => chat.postMessage({ channel: 'desk-us', text: 'x' });
    standIn.failNext('chat.postMessage', { status: 503 });
    standIn.failNext('chat.postMessage', { error: 'is_archived' });
    standIn.failNext('chat.postMessage', { status: 429 });

    expect(await refused(post())).toMatchObject({ statusCode: 503 });
    expect(await refused(post())).toMatchObject({ error: 'is_archived' });
    expect(await refused(post())).toMatchObject({ code: 'slack_webapi_rate_limited_error' });
    expect(standIn.messages('desk-us')).toEqual([]);
    expect(await post()).toMatchObject({ ok: true });
  });

  it('can lose the answer after the message was stored', async () => {
    const standIn = await standInAt();
    standIn.failNext('chat.postMessage', { status: 503, afterStoring: true });

    await refused(clientOf(standIn).chat.postMessage({ channel: 'desk-us', text: 'x' }));

    expect(standIn.messages('desk-us')).toHaveLength(1);
    expect(standIn.calls).toMatchObject([
      { method: 'chat.postMessage', args: { channel: 'desk-us', text: 'x' }, answer: { status: 503 } },
    ]);
  });
});
