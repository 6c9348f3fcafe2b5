import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { realWait, type Wait } from '../../src/slack/wait.ts';
import { type SlackStub, slashEnvelope, startSlackStub, until } from '../support/socket-server.ts';

const BOT_TOKEN = 'xoxb-canary-bot-token';
const APP_TOKEN = 'xapp-canary-app-token';

const lines: string[] = [];
let stub: SlackStub;
let app: SlackApp | undefined;

afterEach(async () => {
  await app?.stop();
  await stub.close();
  app = undefined;
  lines.length = 0;
});

interface Given {
  readonly prepare?: (stub: SlackStub) => void;
  readonly wait?: Wait;
}

async function created({ prepare = () => {}, wait = quickWait }: Given = {}): Promise<SlackApp> {
  stub = await startSlackStub();
  prepare(stub);
  const log = createLog('debug', (line) => lines.push(line));
  app = await createSlackApp({ botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: stub.apiUrl, log, wait });
  return app;
}

/** A hundredth of the time for pauses, real time for what must not be over early. */
const quickWait: Wait = (ms, signal) => realWait(ms >= 10_000 ? ms : ms / 100, signal);

/** Two greeted sockets and a handler that notes what it was asked. */
async function connected(given?: Given): Promise<string[]> {
  const heard: string[] = [];
  const { bolt, start } = await created(given);
  bolt.command('/smallcaps', async ({ ack, command }) => {
    await ack();
    heard.push(command.text);
  });
  await start();
  await until(() => stub.sockets.length === 2);
  return heard;
}

describe('createSlackApp', () => {
  it('asks Slack once who it is, and not again for each envelope', async () => {
    const heard = await connected();
    for (const id of ['e1', 'e2', 'e3']) stub.sockets[0]?.send(slashEnvelope(id, id, stub.origin));
    await until(() => heard.length === 3);

    expect(app).toMatchObject({ team: 'T00000001', botUserId: 'U00000001' });
    expect(stub.calls.filter(({ method }) => method === 'auth.test')).toHaveLength(1);
  });

  it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'names the setting when Slack says %s',
    async (error) => {
      const prepare = ({ scripts }: SlackStub) => scripts.set('auth.test', () => ({ body: { ok: false, error } }));

      await expect(created({ prepare })).rejects.toMatchObject({
        kind: 'not_configured',
        userMessage: `SLACK_BOT_TOKEN: Slack does not accept the token (${error}). Copy it again from the app’s settings.`,
      });
    },
  );

  it('names the other setting when the socket is refused', async () => {
    const refused = () => ({ body: { ok: false, error: 'invalid_auth' } });
    const { start } = await created({ prepare: ({ scripts }) => scripts.set('apps.connections.open', refused) });

    await expect(start()).rejects.toMatchObject({
      kind: 'not_configured',
      userMessage: expect.stringContaining('SLACK_APP_TOKEN'),
    });
  });

  it('says that Slack is not answering when it is not', async () => {
    stub = await startSlackStub();
    const { apiUrl } = stub;
    await stub.close();
    const log = createLog('error', () => {});

    await expect(createSlackApp({ botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl, log })).rejects.toMatchObject({
      kind: 'unreachable',
      userMessage: 'Slack is not answering.',
    });
  });

  it('writes no token, payload or ticket into the log', async () => {
    const heard = await connected();
    stub.sockets[0]?.send(slashEnvelope('e1', 'canary words of a person', stub.origin));
    await until(() => heard.length === 1);
    stub.sockets[0]?.terminate();
    await until(() => lines.join('').includes('"end":"lost"'));

    expect(lines.join('')).not.toMatch(/canary|ws:\/\//);
  });
});

describe('a socket that sends what kills Slack’s own package', () => {
  it.each([
    'null',
    '[]',
    '"s"',
    '{"type":"events_api","envelope_id":"bad","payload":{"type":"app_rate_limited","minute_rate_limited":1}}',
    '{"type":"events_api","envelope_id":"bad"}',
    '{"type":"events_api","envelope_id":"bad","payload":{"event":null}}',
    '{"type":"ws_message","envelope_id":"bad","payload":{}}',
    '{"type":"close","envelope_id":"bad"}',
    '{"type":"slash_commands","envelope_id":"bad","payload":null}',
    '{"type":"a_type_of_tomorrow","envelope_id":"bad","payload":{}}',
  ])('%s: stays up and answers the next command', async (text) => {
    const heard = await connected();
    const [socket] = stub.sockets;

    socket?.send(text);
    socket?.send(slashEnvelope('e1', 'after', stub.origin));
    await until(() => stub.acks.includes('e1'));

    expect(heard).toEqual(['after']);
    expect(stub.acks).toEqual(text.includes('"bad"') ? ['bad', 'e1'] : ['e1']);
  });

  it('a binary frame: stays up and answers the next command', async () => {
    const heard = await connected();

    stub.sockets[0]?.send(Buffer.from([0, 1, 2]));
    stub.sockets[0]?.send(slashEnvelope('e1', 'after', stub.origin));
    await until(() => stub.acks.includes('e1'));

    expect(heard).toEqual(['after']);
  });
});

describe('a connection that Slack renews', () => {
  it.each(['refresh_requested', 'warning'])(
    '%s on both sockets, again and again, loses no command and answers none twice',
    async (reason) => {
      const heard = await connected();
      const sent: string[] = [];
      for (let round = 0; round < 20; round += 1) {
        for (const socket of stub.sockets) {
          socket.send(JSON.stringify({ type: 'disconnect', reason }));
          socket.close();
        }
        // Slack delivers to a socket that is open; without one the command fails for the person.
        await until(() => stub.sockets.some(({ readyState }) => readyState === 1), 1000);
        const id = `round-${round}`;
        sent.push(id);
        stub.sockets.find(({ readyState }) => readyState === 1)?.send(slashEnvelope(id, id, stub.origin));
        await until(() => stub.acks.length === round + 1, 1000);
      }

      expect(stub.acks).toEqual(sent);
      expect(heard).toEqual(sent);
    },
  );

  it('still answers on the old socket while the new one opens', async () => {
    const heard = await connected();
    const [socket] = stub.sockets;
    stub.scripts.set('apps.connections.open', () => undefined);

    socket?.send(JSON.stringify({ type: 'disconnect', reason: 'warning' }));
    socket?.send(slashEnvelope('e1', 'in between', stub.origin));
    await until(() => stub.acks.includes('e1'));

    expect(heard).toEqual(['in between']);
  });
});

describe('an outage', () => {
  it('apps.connections.open answers 503 for a while: comes back by itself', async () => {
    let opened = 0;
    const prepare = ({ scripts, origin }: SlackStub) =>
      scripts.set('apps.connections.open', () => {
        opened += 1;
        if (opened <= 6) return { status: 503, body: 'upstream' };
        return { body: { ok: true, url: `${origin.replace('http', 'ws')}/link` } };
      });

    const heard = await connected({ prepare });
    stub.sockets[0]?.send(slashEnvelope('e1', 'back', stub.origin));
    await until(() => stub.acks.includes('e1'));

    expect(heard).toEqual(['back']);
  });

  it('waits as long as a 429 asks', async () => {
    const waits: number[] = [];
    let opened = 0;
    await connected({
      prepare: ({ scripts, origin }) =>
        scripts.set('apps.connections.open', () => {
          opened += 1;
          if (opened === 1) return { status: 429, headers: { 'retry-after': '7' }, body: '' };
          return { body: { ok: true, url: `${origin.replace('http', 'ws')}/link` } };
        }),
      wait: (ms, signal) => {
        waits.push(ms);
        return quickWait(ms, signal);
      },
    });

    expect(waits).toContain(7000);
  });

  it('every socket breaks: both are opened again', async () => {
    await connected();

    const broken = [...stub.sockets];
    for (const socket of broken) socket.terminate();
    await until(() => stub.sockets.filter((socket) => !broken.includes(socket)).length === 2);

    expect(lines.filter((line) => line.includes('"end":"lost"'))).toHaveLength(2);
  });

  it('a socket without a hello is given up at its deadline and replaced', async () => {
    let deadlines = 0;
    const heard = await connected({
      prepare: (given) => {
        given.hello = false;
      },
      wait: (ms, signal) => {
        if (ms === 15_000) deadlines += 1;
        // The first deadline of either socket passes quickly; the tries after them are greeted.
        if (deadlines > 2) stub.hello = true;
        return ms === 15_000 && deadlines <= 2 ? realWait(60, signal) : quickWait(ms, signal);
      },
    });
    await until(() => stub.sockets.length === 2);
    stub.sockets.at(-1)?.send(slashEnvelope('e1', 'greeted', stub.origin));
    await until(() => stub.acks.includes('e1'));

    expect(heard).toEqual(['greeted']);
    expect(deadlines).toBeGreaterThanOrEqual(3);
  });
});

describe('stop', () => {
  it('waits for a handler under way, and takes nothing new', async () => {
    const { promise: answered, resolve: finish } = Promise.withResolvers<void>();
    const heard: string[] = [];
    const { bolt, start, stop } = await created();
    bolt.command('/smallcaps', async ({ ack, command }) => {
      await ack();
      await answered;
      heard.push(command.text);
    });
    await start();
    stub.sockets[0]?.send(slashEnvelope('e1', 'under way', stub.origin));
    await until(() => stub.acks.includes('e1'));

    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    stub.sockets[0]?.send(slashEnvelope('e2', 'too late', stub.origin));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(stopped).toBe(false);
    finish();
    await stopping;

    expect(heard).toEqual(['under way']);
    expect(stub.acks).toEqual(['e1']);
  });

  it('lets a late acknowledgement out, and hands nothing on meanwhile', async () => {
    const { promise: decided, resolve: decide } = Promise.withResolvers<void>();
    const heard: string[] = [];
    const { bolt, start, stop } = await created({ wait: (ms, signal) => realWait(ms, signal) });
    bolt.command('/smallcaps', async ({ ack, command }) => {
      heard.push(command.text);
      await decided;
      await ack();
    });
    await start();
    stub.sockets[0]?.send(slashEnvelope('e1', 'late', stub.origin));
    await until(() => heard.length === 1);

    const stopping = stop();
    stub.sockets[0]?.send(slashEnvelope('e2', 'too late', stub.origin));
    await new Promise((resolve) => setTimeout(resolve, 30));
    decide();
    await stopping;
    await until(() => stub.acks.length === 1);

    expect(heard).toEqual(['late']);
    expect(stub.acks).toEqual(['e1']);
  });

  it('does not wait for ever', async () => {
    const { bolt, start, stop } = await created({ wait: (ms, signal) => realWait(ms === 10_000 ? 20 : ms, signal) });
    bolt.command('/smallcaps', async ({ ack }) => {
      await ack();
      await new Promise(() => {});
    });
    await start();
    stub.sockets[0]?.send(slashEnvelope('e1', 'never ends', stub.origin));
    await until(() => stub.acks.includes('e1'));

    await stop();

    expect(lines.join('')).toContain('stopped before handlers ended');
  });
});

describe('a handler that fails', () => {
  it('is logged, and the process goes on', async () => {
    const { bolt, start } = await created();
    bolt.command('/smallcaps', async ({ ack }) => {
      await ack();
      throw new Error('broken on purpose');
    });
    await start();
    stub.sockets[0]?.send(slashEnvelope('e1', 'x', stub.origin));
    stub.sockets[0]?.send(slashEnvelope('e2', 'x', stub.origin));
    await until(
      () => stub.acks.length === 2 && lines.filter((line) => line.includes('broken on purpose')).length === 2,
    );

    expect(lines.filter((line) => line.includes('slack handler failed'))).toHaveLength(2);
  });

  it('an envelope no handler takes is answered all the same', async () => {
    await connected();
    const payload = {
      type: 'block_actions',
      user: { id: 'U2' },
      team: { id: 'T00000001' },
      actions: [{ action_id: 'x' }],
    };

    stub.sockets[0]?.send(JSON.stringify({ type: 'interactive', envelope_id: 'e1', payload }));
    await until(() => stub.acks.includes('e1'));

    expect(lines.join('')).toContain('no handler took it');
  });
});
