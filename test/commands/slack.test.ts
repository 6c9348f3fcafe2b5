import { readFileSync } from 'node:fs';
import { App, type Receiver } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../commands/slack.ts';
import type { Capwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createMemoryStore } from '../../src/market/key-value.ts';
import type { Market } from '../../src/market/market.ts';
import { SAMPLE_NOW } from '../../src/market/sample/sample.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { createMarkets } from '../../src/wire-market.ts';
import { type Fields, mockHttp, mockPost, mockSlack, mockSlackRefusal, mockUpload } from '../support/http.ts';

mockHttp();

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const COMMAND_URL = 'https://hooks.slack.com/commands/T0DESK00001/1/abc';
const BUTTON_URL = 'https://hooks.slack.com/actions/T0DESK00001/1/abc';

const silent: Receiver = { init: () => {}, start: () => Promise.resolve(), stop: () => Promise.resolve() };

function fixture(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../fixtures/slack/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
}

/** The whole bot but the socket: what Bolt gets from it is what these tests hand in. */
function bot(parts: { market?: Market; draw?: Capwatch['draw'] } = {}) {
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const bolt = new App({ token: 'xoxb-test', botId: 'B1', botUserId: 'U1', receiver: silent, convoStore: false });
  const capwatch: Capwatch = {
    config: parseConfig({}),
    log,
    ...createMarkets(parseConfig({}), { log, kept: createMemoryStore(), clock: () => SAMPLE_NOW }),
    ...(parts.market && { market: parts.market }),
    clock: () => SAMPLE_NOW,
    wallClock: () => SAMPLE_NOW,
    draw: parts.draw ?? (() => Promise.resolve(PNG)),
    close: () => Promise.resolve(),
  };
  registerCommands(
    { bolt, slack: slackClients({ token: 'xoxb-test', log }) } as Parameters<typeof registerCommands>[0],
    capwatch,
  );
  const acks: unknown[] = [];
  return {
    logged,
    acks,
    async send(body: Record<string, unknown>) {
      await bolt.processEvent({ body, ack: async (response) => void acks.push(response) });
    },
  };
}

function pressed(action_id: string, value = '/smallcaps ytd asof 2024-01-22'): Record<string, unknown> {
  const body = fixture('button-press');
  const [action] = body.actions as Record<string, unknown>[];
  return { ...body, actions: [{ ...action, action_id, value }] };
}

const words = (sent: Fields | undefined) => JSON.stringify(sent);

describe('a slash command', () => {
  it('is acknowledged empty and answered for the asker alone, the picture below when it is ready', async () => {
    const { send, acks } = bot();
    const answer = mockPost(COMMAND_URL);
    const picture = mockPost(COMMAND_URL);
    mockUpload('F0CHART00001');

    await send(fixture('command-smallcaps'));

    expect(acks).toEqual([undefined]);
    expect(answer.calls[0]).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(words(answer.calls[0])).toContain('Small caps lag by 3.85 pp year to date');
    expect(words(answer.calls[0])).not.toContain('"image"');
    expect(words(picture.calls[0])).toContain('"slack_file":{"id":"F0CHART00001"}');
  });

  it('keeps its text when the picture cannot be drawn', async () => {
    const { send, logged } = bot({ draw: () => Promise.reject(new Error('no canvas')) });
    const answer = mockPost(COMMAND_URL);

    await send(fixture('command-smallcaps'));

    expect(words(answer.calls[0])).toContain('−3.85');
    expect(logged.join()).toContain('picture not shown');
  });

  it('that is mistyped gets a suggestion, and nothing is logged as an error', async () => {
    const { send, logged } = bot();
    const answer = mockPost(COMMAND_URL);

    await send({ ...fixture('command-smallcaps'), text: 'ytdd <!channel>' });

    expect(words(answer.calls[0])).toContain('Did you mean `ytd`?');
    expect(logged).toEqual([]);
  });

  it('cannot mention, link or break a message with what was typed', async () => {
    const { send } = bot();
    const answer = mockPost(COMMAND_URL);

    await send({ ...fixture('command-smallcaps'), text: '<!channel>&<http://x|y>`' });

    expect(words(answer.calls[0])).not.toMatch(/<!|<http/);
    expect(words(answer.calls[0])).toContain('&lt;!channel&gt;&amp;&lt;http://x|y&gt;');
  });

  it('that fails on our side gives the person the reference that the log holds', async () => {
    const broken: Market = {
      sample: true,
      prices: () => Promise.reject(new Error('disk')),
      totalReturn: () => Promise.reject(new Error('disk')),
    };
    const { send, logged } = bot({ market: broken });
    const answer = mockPost(COMMAND_URL);

    await send(fixture('command-smallcaps'));

    const reference = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(words(answer.calls[0]) ?? '')?.[0];
    expect(reference).toBeDefined();
    expect(logged.join()).toContain(reference);
    expect(words(answer.calls[0])).not.toContain('disk');
  });

  it('that nobody registered is answered too', async () => {
    const { send } = bot();
    const answer = mockPost(COMMAND_URL);

    await send({ ...fixture('command-smallcaps'), command: '/smalcaps' });

    expect(words(answer.calls[0])).toContain('Did you mean `/smallcaps`?');
  });
});

describe('the buttons', () => {
  it('share posts the answer without a share button and with who shared it, then puts the picture in', async () => {
    const { send } = bot();
    const post = mockSlack('chat.postMessage', { ts: '1705964402.000300', channel: 'C0DESK00001' });
    const update = mockSlack('chat.update');
    mockUpload('F0CHART00002');

    await send(pressed('share'));

    expect(post.calls[0]).toMatchObject({ channel: 'C0DESK00001', unfurl_links: 'false' });
    expect(words(post.calls[0])).toContain('Shared by @maria · `/smallcaps ytd`');
    expect(words(post.calls[0])).not.toContain('Share to channel');
    expect(words(update.calls.at(-1))).toContain('F0CHART00002');
  });

  it('share says how to invite Capwatch where it is no member, and posts nothing else', async () => {
    const { send } = bot();
    mockSlackRefusal('chat.postMessage', 'not_in_channel');
    const told = mockPost(BUTTON_URL);

    await send(pressed('share'));

    expect(words(told.calls[0])).toContain('Capwatch is not in #desk-us');
    expect(words(told.calls[0])).toContain('/invite @Capwatch');
  });

  it('receipts open a modal with three numbers and their formulas', async () => {
    const { send } = bot();
    const opened = mockSlack('views.open');

    await send(pressed('receipts'));

    const view = words(opened.calls[0]) ?? '';
    expect(view).toContain('RUT-GSPC.gap.ytd');
    expect(view).toContain('close(as-of) / close(base) − 1');
    expect(view).toContain('1–3 of');
  });

  it('the next page of receipts replaces the open one', async () => {
    const { send } = bot();
    const updated = mockSlack('views.update');
    const private_metadata = JSON.stringify({ command: '/smallcaps ytd asof 2024-01-22', page: 0 });
    const { response_url, channel, ...press } = pressed('receipts_next');

    await send({ ...press, container: { type: 'view', view_id: 'V1' }, view: { id: 'V1', private_metadata } });

    expect(updated.calls.at(-1)).toMatchObject({ view_id: 'V1' });
    expect(words(updated.calls.at(-1))).toContain('4–6 of');
  });

  it('csv sends the figures to the person and says where they are', async () => {
    const { send } = bot();
    const cover = mockSlack('chat.postMessage', { ts: '1.1', channel: 'D0MARIA0001' });
    const { complete } = mockUpload('F0CSVFILE01');
    const told = mockPost(BUTTON_URL);

    await send(pressed('csv'));

    expect(cover.calls[0]).toMatchObject({ channel: 'U0MARIA0001' });
    expect(complete.calls[0]).toMatchObject({ channel_id: 'D0MARIA0001' });
    expect(words(told.calls[0])).toContain('in your messages with Capwatch');
  });

  it('a suggestion runs what it says, in the place of the refusal', async () => {
    const { send } = bot();
    const answer = mockPost(BUTTON_URL);

    await send(pressed('run_suggestion', '/capwatch methods'));

    expect(answer.calls[0]).toMatchObject({ replace_original: true });
    expect(words(answer.calls[0])).toContain('How the numbers are made');
  });
});
