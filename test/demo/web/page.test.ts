import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { StandIn } from '../../../src/demo/slack/stand-in.ts';
import { clientOf, closeAll, connectedApp, PNG, standInAt } from '../support.ts';
import { openPage } from './page-client.ts';

afterEach(closeAll);

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** A request whose Host, Origin and raw path are the test's to choose. */
function get(
  standIn: StandIn,
  path: string,
  {
    headers = {},
    method = 'GET',
    body = '',
  }: { headers?: Record<string, string>; method?: string; body?: string | Buffer } = {},
): Promise<Got> {
  const { port } = new URL(standIn.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
      async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('what the stand-in serves', () => {
  it('is the page and its parts, with a policy that lets nothing in from elsewhere', async () => {
    const standIn = await standInAt();
    const page = await get(standIn, '/');
    const parts = [...page.body.toString().matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)].map((match) => match[1] ?? '');

    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(parts.length).toBeGreaterThan(4);
    for (const part of parts) expect(await get(standIn, part), part).toMatchObject({ status: 200 });
    expect(page.body.toString()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it.each([
    '/page/../main.ts',
    '/page/%2e%2e/main.ts',
    '/../package.json',
    '/page/index.html/../../../main.ts',
    '/files/../../package.json',
    '/files/F0NOBODY001',
    '/page/',
    '//etc/passwd',
  ])('is not a file named by the request: %s', async (path) => {
    expect(await get(await standInAt(), path)).toMatchObject({ status: 404 });
  });

  it('is refused to another host name and to another page', async () => {
    const standIn = await standInAt();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = 'token=xoxb-local&channel=desk-us&text=forged';

    expect(await get(standIn, '/', { headers: { host: 'rebound.example:80' } })).toMatchObject({ status: 403 });
    expect(
      await get(standIn, '/api/chat.postMessage', {
        method: 'POST',
        body,
        headers: { ...headers, origin: 'https://evil.example' },
      }),
    ).toMatchObject({ status: 403 });
    expect(standIn.messages('desk-us')).toEqual([]);
    expect(await get(standIn, '/api/chat.postMessage', { method: 'POST', body, headers })).toMatchObject({
      status: 200,
    });
  });

  it('stops reading a body that is too long', async () => {
    expect(
      await get(await standInAt(), '/api/chat.postMessage', { method: 'POST', body: 'x'.repeat(1_000_001) }),
    ).toMatchObject({ status: 413 });
  });

  it('shows an uploaded picture and only ever offers other files for download', async () => {
    const standIn = await standInAt();
    const client = clientOf(standIn);
    await client.filesUploadV2({ filename: 'c.png', file: Buffer.from(PNG), channel_id: 'C0DESKUS001' });
    await client.filesUploadV2({ filename: 'x.html', content: '<script>alert(1)</script>', channel_id: 'C0DESKUS001' });
    const [picture = '', page = ''] = standIn.messages('desk-us').flatMap(({ files }) => files);

    expect(await get(standIn, `/files/${picture}`)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png' },
      body: Buffer.from(PNG),
    });
    expect((await get(standIn, `/files/${page}`)).headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringContaining('attachment'),
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('the page’s socket', () => {
  it('is closed to another origin', async () => {
    const standIn = await standInAt();
    const socket = new WebSocket(`${standIn.url.replace('http', 'ws')}/page/socket`, {
      origin: 'https://evil.example',
    });

    await expect(once(socket, 'open')).rejects.toThrow();
  });

  it('welcomes with channels, commands and the replayed clock', async () => {
    const page = await openPage(await standInAt());

    expect(await page.frame('welcome')).toMatchObject({
      clock: { text: 'Mon 22 Jan 2024, 18:00 ET', replay: true },
      connected: false,
      channels: [{ name: 'desk-us', botIsMember: true }, { name: 'markets', botIsMember: false }, { kind: 'im' }],
      commands: [{ name: '/invite' }],
    });
  });

  it('carries a line, its message, a press and the modal it opens', async () => {
    const standIn = await standInAt();
    const title = { type: 'plain_text' as const, text: 'Receipts' };
    const { client } = await connectedApp(standIn, (app) => {
      app.action('receipts', async ({ ack, body, client: web }) => {
        await ack();
        const { trigger_id } = body as { trigger_id: string };
        await web.views.open({ trigger_id, view: { type: 'modal', title, blocks: [{ type: 'divider' }] } });
      });
    });
    const page = await openPage(standIn);
    await client.chat.postMessage({
      channel: 'desk-us',
      text: 'x',
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'receipts', text: title }] }],
    });
    const { message } = (await page.frame('message')) as { message: { channel: string; ts: string; html: string } };
    const block_id = /data-block="([^"]+)"/.exec(message.html)?.[1];

    const answer = await page.order({
      order: 'act',
      where: { channel: message.channel, ts: message.ts },
      block_id,
      action_id: 'receipts',
      choice: null,
      choices: {},
    });

    expect(answer).toMatchObject({ outcome: 'sent' });
    expect(await page.frame('views')).toMatchObject({ views: [{ title: 'Receipts' }] });
    await page.order({ order: 'close' });
    expect(standIn.views()).toEqual([]);
  });

  it('tells in the page when the bot does not answer a press', async () => {
    const standIn = await standInAt();
    const { client } = await connectedApp(standIn, (app) => app.action('slow', async () => {}));
    const page = await openPage(standIn);
    await client.chat.postMessage({
      channel: 'desk-us',
      text: 'x',
      blocks: [
        { type: 'actions', elements: [{ type: 'button', action_id: 'slow', text: { type: 'plain_text', text: 'x' } }] },
      ],
    });

    await standIn.pressButton('desk-us', 'slow');

    expect(await page.frame('notice')).toMatchObject({ text: expect.stringContaining('did not answer in time') });
  });

  it('gives the raw payload of a message, and puts an ephemeral one away', async () => {
    const standIn = await standInAt();
    const page = await openPage(standIn);
    await page.order({ order: 'say', channel: 'C0DESKUS001', text: '/nope' });
    const [{ channel = '', ts = '' } = {}] = standIn.messages('desk-us');

    const raw = await page.order({ order: 'raw', where: { channel, ts } });
    expect(JSON.parse(String(raw.json))).toMatchObject({
      ts,
      text: expect.stringContaining('/nope'),
      response_type: 'ephemeral',
    });
    await page.order({ order: 'dismiss', channel, ts });
    expect(await page.frame('removed')).toMatchObject({ ts });
    expect(standIn.messages('desk-us')).toEqual([]);
  });

  it.each([
    {},
    { order: 'say' },
    { order: 'act', where: {} },
    { order: 'raw', where: { channel: '__proto__', ts: 'x' } },
    { order: 'shout' },
  ])('survives an order it does not understand: %j', async (order) => {
    const page = await openPage(await standInAt());

    expect(await page.order(order)).toMatchObject({ outcome: 'not_found' });
    expect(await page.order({ order: 'say', channel: 'C0DESKUS001', text: 'still here' })).toMatchObject({
      outcome: 'sent',
    });
  });
});
