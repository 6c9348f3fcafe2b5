import { describe, expect, it } from 'vitest';
import type { RebasedSpec } from '../src/charts/spec.ts';
import { createLog } from '../src/log.ts';
import type { Message } from '../src/messages/message.ts';
import { type PublishDeps, publish } from '../src/publish.ts';
import { slackClients } from '../src/slack/clients.ts';
import { createReply } from '../src/slack/reply.ts';
import { mockHttp, mockPost, mockSlack, mockSlackRefusal, mockUpload } from './support/http.ts';

mockHttp();

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHART: RebasedSpec = {
  kind: 'rebased',
  title: 'Small caps lag',
  subtitle: 'Rebased to 100',
  source: 'Yahoo Finance',
  asOf: 'Mon 22 Jan 2024, 16:00 ET',
  alt: 'Line chart. S&P 500 at 101.69, Russell 2000 at 97.84.',
  sample: false,
  dates: ['2023-12-29', '2024-01-22'],
  lines: [],
};
const DIVIDER = { type: 'divider' } as const;
const HEAD = { type: 'header', text: { type: 'plain_text', text: 'Small caps lag by 3.85 pp' } } as const;
const MESSAGE: Message = {
  text: 'Small caps lag the S&amp;P 500 by 3.85 pp.',
  blocks: [HEAD, { type: 'chart', chart: 0 }, DIVIDER],
  charts: [CHART],
  numbers: [],
  asOf: '2024-01-22',
};
const IMAGE = { type: 'image', slack_file: { id: 'F0CHART00001' }, alt_text: CHART.alt };
const POST = { kind: 'post', channel: 'C00000001' } as const;
const RESPONSE_URL = 'https://hooks.slack.com/actions/1';

/** Parts with a clock that notes its waits; the drawing deadline never comes unless `slow`. */
function parts(changes: Partial<PublishDeps> & { slow?: boolean } = {}) {
  const waits: number[] = [];
  const lines: string[] = [];
  const log = createLog('debug', (line) => lines.push(line));
  const deps: PublishDeps = {
    slack: slackClients({ token: 'xoxb-1', log }),
    draw: async () => PNG,
    wait: async (ms) => {
      if (ms === 15_000 && !changes.slow) return new Promise(() => {});
      waits.push(ms);
    },
    log,
    ...changes,
  };
  const reply = (from: 'command' | 'button') => ({
    kind: 'reply' as const,
    reply: createReply(deps.slack, { responseUrl: RESPONSE_URL, channel: 'C00000001', user: 'U00000002', from }),
  });
  return { deps, waits, lines, reply };
}

describe('publish as a post', () => {
  it('posts the text first and puts the picture where it belongs', async () => {
    const post = mockSlack('chat.postMessage', { channel: 'C00000001', ts: '1700.01' });
    const update = mockSlack('chat.update');
    const steps: string[] = [];
    const { deps } = parts({
      draw: async () => {
        steps.push(`drawing after ${post.calls.length} post`);
        mockUpload('F0CHART00001');
        return PNG;
      },
    });

    expect(await publish(MESSAGE, POST, deps)).toEqual({
      posted: { channel: 'C00000001', ts: '1700.01' },
      pictures: 'shown',
    });
    expect(steps).toEqual(['drawing after 1 post']);
    expect(post.calls[0]).toMatchObject({ text: MESSAGE.text, blocks: [HEAD, DIVIDER] });
    expect(update.calls).toEqual([
      { channel: 'C00000001', ts: '1700.01', text: MESSAGE.text, blocks: [HEAD, IMAGE, DIVIDER] },
    ]);
  });

  it('a message without a chart is one call', async () => {
    const { calls } = mockSlack('chat.postMessage', { channel: 'C00000001', ts: '1700.01' });
    const { deps } = parts();
    const plain = { ...MESSAGE, blocks: [HEAD], charts: [] };

    expect((await publish(plain, { ...POST, thread_ts: '1699.01' }, deps)).pictures).toBe('none');
    expect(calls[0]).toMatchObject({ thread_ts: '1699.01' });
  });

  it('tries again after 1, 2, 4 and 8 s while Slack does not know the file yet', async () => {
    mockSlack('chat.postMessage', { ts: '1700.01' });
    mockUpload();
    for (let refused = 0; refused < 4; refused += 1) mockSlackRefusal('chat.update', 'invalid_blocks');
    mockSlack('chat.update');
    const { deps, waits } = parts();

    expect((await publish(MESSAGE, POST, deps)).pictures).toBe('shown');
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });

  it('leaves the text alone after the fifth refusal, and the log says so', async () => {
    mockSlack('chat.postMessage', { ts: '1700.01' });
    mockUpload();
    for (let refused = 0; refused < 5; refused += 1) mockSlackRefusal('chat.update', 'invalid_blocks');
    const { deps, lines } = parts();

    expect((await publish(MESSAGE, POST, deps)).pictures).toBe('missing');
    expect(lines.join('')).toContain('picture not shown');
  });

  it('does not insist when Slack refuses for another reason', async () => {
    mockSlack('chat.postMessage', { ts: '1700.01' });
    mockUpload();
    mockSlackRefusal('chat.update', 'message_not_found');
    const { deps, waits } = parts();

    expect((await publish(MESSAGE, POST, deps)).pictures).toBe('missing');
    expect(waits).toEqual([]);
  });

  it('the text stands when drawing fails', async () => {
    mockSlack('chat.postMessage', { ts: '1700.01' });
    const { deps, lines } = parts({ draw: () => Promise.reject(new Error('no canvas')) });

    expect(await publish(MESSAGE, POST, deps)).toMatchObject({ posted: { ts: '1700.01' }, pictures: 'missing' });
    expect(lines.join('')).toContain('no canvas');
  });

  it('gives up a drawing slower than fifteen seconds', async () => {
    mockSlack('chat.postMessage', { ts: '1700.01' });
    const { deps, waits, lines } = parts({ draw: () => new Promise(() => {}), slow: true });

    expect((await publish(MESSAGE, POST, deps)).pictures).toBe('missing');
    expect(waits).toEqual([15_000]);
    expect(lines.join('')).toContain('The chart was not ready after 15 s.');
  });

  it('the text stands when the upload fails', async () => {
    mockSlack('chat.postMessage', { ts: '1700.01' });
    mockSlackRefusal('files.getUploadURLExternal', 'missing_scope');
    const { deps } = parts();

    expect((await publish(MESSAGE, POST, deps)).pictures).toBe('missing');
  });

  it('fails when the text cannot be posted, and draws nothing then', async () => {
    mockSlackRefusal('chat.postMessage', 'not_in_channel');
    const { deps } = parts({ draw: () => expect.unreachable() });

    await expect(publish(MESSAGE, POST, deps)).rejects.toMatchObject({ details: { code: 'not_in_channel' } });
  });

  it('one of two charts failing costs only itself', async () => {
    mockSlack('chat.postMessage', { channel: 'C00000001', ts: '1700.01' });
    mockUpload('F0CHART00001');
    const update = mockSlack('chat.update');
    const broken = { ...CHART, title: 'broken' };
    const draw = async (spec: { title: string }) => (spec === broken ? Promise.reject(new Error('no')) : PNG);
    const two: Message = {
      ...MESSAGE,
      blocks: [{ type: 'chart', chart: 0 }, HEAD, { type: 'chart', chart: 1 }],
      charts: [broken, CHART],
    };

    expect((await publish(two, POST, parts({ draw }).deps)).pictures).toBe('missing');
    expect(update.calls[0]).toMatchObject({ blocks: [HEAD, IMAGE] });
  });
});

describe('publish as a reply', () => {
  it('to a button: replaces the message, then replaces it with the picture in its place', async () => {
    const text = mockPost(RESPONSE_URL);
    mockUpload();
    const picture = mockPost(RESPONSE_URL);
    const { deps, reply } = parts();

    expect(await publish(MESSAGE, reply('button'), deps)).toEqual({ pictures: 'shown' });
    expect(text.calls).toMatchObject([{ replace_original: true, blocks: [HEAD, DIVIDER] }]);
    expect(picture.calls).toMatchObject([{ replace_original: true, blocks: [HEAD, IMAGE, DIVIDER] }]);
  });

  it('to a command, which has no message to replace: the picture follows alone', async () => {
    const text = mockPost(RESPONSE_URL);
    mockUpload();
    const picture = mockPost(RESPONSE_URL);
    const { deps, reply } = parts();

    await publish(MESSAGE, reply('command'), deps);

    expect(text.calls).toMatchObject([{ response_type: 'ephemeral', blocks: [HEAD, DIVIDER] }]);
    expect(picture.calls).toEqual([
      {
        response_type: 'ephemeral',
        replace_original: false,
        text: 'Line chart. S&amp;P 500 at 101.69, Russell 2000 at 97.84.',
        blocks: [IMAGE],
      },
    ]);
  });

  it('never uses the response_url a sixth time', async () => {
    mockPost(RESPONSE_URL);
    mockUpload();
    for (let refused = 0; refused < 4; refused += 1) mockPost(RESPONSE_URL, { status: 400, body: 'invalid_blocks' });
    const { deps, waits, reply } = parts();

    expect((await publish(MESSAGE, reply('button'), deps)).pictures).toBe('missing');
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('a picture does not take the way round by chat.postEphemeral', async () => {
    mockPost(RESPONSE_URL);
    mockUpload();
    mockPost(RESPONSE_URL, { status: 404, body: 'expired_url' });
    const { deps, reply } = parts();

    expect((await publish(MESSAGE, reply('button'), deps)).pictures).toBe('missing');
  });
});
