import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/demo/slack/manifest.ts';
import { closeAll, connectedApp, MANIFEST, standInAt } from '../support.ts';

afterEach(closeAll);

const button = (action_id: string) => ({
  type: 'button' as const,
  action_id,
  value: '/smallcaps ytd',
  text: { type: 'plain_text' as const, text: 'Press' },
});
const withButton = (text: string, action_id = 'receipts') => ({
  text,
  blocks: [{ type: 'actions' as const, elements: [button(action_id)] }],
});
const title = { type: 'plain_text' as const, text: 'Receipts' };
const words = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'words' } };

describe('slash commands', () => {
  it('reach a Bolt app, whose ack and answer the person alone sees', async () => {
    const standIn = await standInAt();
    const seen: unknown[] = [];
    await connectedApp(standIn, (app) => {
      app.command('/smallcaps', async ({ ack, command, respond }) => {
        seen.push(command);
        await ack({ response_type: 'ephemeral', text: 'Working…' });
        await respond({ replace_original: true, response_type: 'ephemeral', text: 'lag 3.85 pp' });
      });
    });

    expect(await standIn.typeCommand('/smallcaps ytd asof 2024-01-19')).toBe('sent');
    await standIn.until('the answer', () => standIn.messages('desk-us')[0]?.text === 'lag 3.85 pp');

    expect(seen).toMatchObject([
      { command: '/smallcaps', text: 'ytd asof 2024-01-19', channel_name: 'desk-us', user_id: 'U0LOCALUSER' },
    ]);
    expect(standIn.messages('desk-us')).toMatchObject([{ ephemeral: true, madeBy: ['ack', 'response_url'] }]);
  });

  it('end in dispatch_failed when nobody is connected or nobody answers in time', async () => {
    const standIn = await standInAt();
    expect(await standIn.typeCommand('/smallcaps')).toBe('dispatch_failed');
    await connectedApp(standIn, (app) => app.command('/smallcaps', async () => {}));

    expect(await standIn.typeCommand('/smallcaps')).toBe('dispatch_failed');
    expect(standIn.messages('desk-us').map(({ text }) => text)).toEqual(
      Array(2).fill('`/smallcaps` failed with the error "dispatch_failed".'),
    );
  });

  it('that the manifest does not list, and those in threads, are answered on the spot', async () => {
    const standIn = await standInAt({ manifest: parseManifest(MANIFEST) });
    await standIn.postUserMessage('desk-us', 'hello');

    expect(await standIn.typeCommand('/nope')).toBe('unknown_command');
    await standIn.postUserMessage('desk-us', '/smallcaps', standIn.messages('desk-us')[0]?.ts);

    expect(standIn.messages('desk-us').map(({ text }) => text)).toEqual([
      'hello',
      '`/nope` is not a valid command. Commands: `/smallcaps`, `/invite`.',
      '`/smallcaps` is not supported in threads. Sorry!',
    ]);
  });
});

describe('response_url', () => {
  it('takes five answers, then no more', async () => {
    const standIn = await standInAt();
    const statuses: unknown[] = [];
    await connectedApp(standIn, (app) => {
      app.command('/smallcaps', async ({ ack, respond }) => {
        await ack();
        for (let use = 1; use <= 6; use += 1) {
          await respond({ response_type: 'in_channel', text: `${use}` }).then(
            () => statuses.push('ok'),
            (error: { statusCode?: number }) => statuses.push(error.statusCode),
          );
        }
      });
    });

    await standIn.typeCommand('/smallcaps');
    await standIn.until(
      'six uses',
      () => statuses.length === 6 || standIn.calls.filter(({ method }) => method === 'response_url').length === 6,
    );

    expect(standIn.messages('desk-us').map(({ text, ephemeral }) => [text, ephemeral])).toEqual(
      ['1', '2', '3', '4', '5'].map((text) => [text, false]),
    );
    expect(standIn.calls.at(-1)).toMatchObject({ method: 'response_url', answer: { ok: false, error: 'used_url' } });
  });

  it('replaces and deletes the message whose button was pressed, and leaves it alone otherwise', async () => {
    const standIn = await standInAt();
    const app = await connectedApp(standIn, (bolt) => {
      bolt.action('replace', async ({ ack, respond }) => {
        await ack();
        await respond({ replace_original: true, ...withButton('second', 'delete') });
        await respond({ replace_original: false, response_type: 'ephemeral', text: 'beside it' });
      });
      bolt.action('delete', async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
      });
    });
    await app.client.chat.postMessage({ channel: 'desk-us', ...withButton('first', 'replace') });

    await standIn.pressButton('desk-us', 'replace');
    await standIn.until('both answers', () => standIn.messages('desk-us').length === 2);
    expect(standIn.messages('desk-us')).toMatchObject([
      { text: 'second', ephemeral: false },
      { text: 'beside it', ephemeral: true },
    ]);
    await standIn.pressButton('desk-us', 'delete');
    await standIn.until('the removal', () => standIn.messages('desk-us').length === 1);
  });

  it('refuses blocks Slack would refuse', async () => {
    const standIn = await standInAt();
    await connectedApp(standIn, (app) => {
      app.command('/smallcaps', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'x', blocks: [{ type: 'section' }] }).catch(() => {});
      });
    });

    await standIn.typeCommand('/smallcaps');
    await standIn.until('the refusal', () => standIn.calls.some(({ method }) => method === 'response_url'));

    expect(standIn.calls.at(-1)?.answer).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(standIn.messages('desk-us')).toEqual([]);
  });
});

describe('buttons and modals', () => {
  const register = (submission: object) => (app: App) => {
    app.action('receipts', async ({ ack, body, client }) => {
      await ack();
      const { trigger_id } = body as { trigger_id: string };
      const firm = {
        type: 'input' as const,
        block_id: 'firm',
        label: title,
        element: { type: 'plain_text_input' as const, action_id: 'v' },
      };
      await client.views.open({
        trigger_id,
        view: { type: 'modal', callback_id: 'receipts', title, submit: title, blocks: [words, firm] },
      });
    });
    app.view('receipts', async ({ ack }) => ack(submission as never));
  };

  async function openModal(submission: object) {
    const standIn = await standInAt();
    const app = await connectedApp(standIn, register(submission));
    await app.client.chat.postMessage({ channel: 'desk-us', ...withButton('answer') });
    expect(await standIn.pressButton('desk-us', 'receipts')).toBe('sent');
    await standIn.until('the modal', () => standIn.views().length === 1);
    return standIn;
  }

  it('open a modal that closes when its submission is accepted', async () => {
    const standIn = await openModal({});

    await standIn.submitView({ firm: { v: 'Goldman' } });

    expect(standIn.views()).toEqual([]);
  });

  it('ask for a required input themselves, and show the bot’s own problems beside the input', async () => {
    const standIn = await openModal({ response_action: 'errors', errors: { firm: 'Not in the ledger.' } });

    await standIn.submitView();
    expect(standIn.views()[0]?.errors).toEqual({ firm: 'Please complete this required field.' });
    await standIn.submitView({ firm: { v: 'Nobody' } });
    expect(standIn.views()[0]?.errors).toEqual({ firm: 'Not in the ledger.' });
  });

  it('follow update, push and clear', async () => {
    const view = (text: string) => ({
      type: 'modal',
      callback_id: 'receipts',
      title: { ...title, text },
      blocks: [words],
    });

    const updated = await openModal({ response_action: 'update', view: view('Two') });
    await updated.submitView({ firm: { v: 'x' } });
    expect(updated.views()).toMatchObject([{ title: { text: 'Two' } }]);

    const pushed = await openModal({ response_action: 'push', view: view('Second') });
    await pushed.submitView({ firm: { v: 'x' } });
    expect(pushed.views()).toMatchObject([
      { title: { text: 'Receipts' } },
      { title: { text: 'Second' }, root_view_id: pushed.views()[0]?.id },
    ]);

    const cleared = await openModal({ response_action: 'clear' });
    await cleared.submitView({ firm: { v: 'x' } });
    expect(cleared.views()).toEqual([]);
  });

  it('leave out the message itself when it was ephemeral, as Slack does', async () => {
    const standIn = await standInAt();
    const bodies: { message?: unknown; container?: unknown }[] = [];
    const app = await connectedApp(standIn, (bolt) =>
      bolt.action('receipts', async ({ ack, body }) => {
        bodies.push(body as { message?: unknown });
        await ack();
      }),
    );
    await app.client.chat.postEphemeral({ channel: 'C0DESKUS001', user: 'U0LOCALUSER', ...withButton('yours alone') });

    await standIn.pressButton('desk-us', 'receipts');

    expect(bodies[0]).not.toHaveProperty('message');
    expect(bodies[0]).toMatchObject({
      container: { is_ephemeral: true, channel_id: 'C0DESKUS001' },
      actions: [{ action_id: 'receipts', value: '/smallcaps ytd' }],
    });
  });
});

describe('channels, events and connections', () => {
  it('let the bot post after /invite @Capwatch, and not before', async () => {
    const standIn = await standInAt();
    const { client } = await connectedApp(standIn, () => {});

    await expect(client.chat.postMessage({ channel: '#markets', text: 'x' })).rejects.toThrow('not_in_channel');
    await standIn.postUserMessage('markets', '/invite @Capwatch');
    await client.chat.postMessage({ channel: '#markets', text: 'shared' });

    expect(standIn.messages('markets').map(({ text }) => text)).toEqual(['maria added Capwatch.', 'shared']);
  });

  it('send words as events, escaped, when the manifest subscribes to them', async () => {
    const standIn = await standInAt({ manifest: parseManifest(MANIFEST) });
    const events: unknown[] = [];
    await connectedApp(standIn, (app) => {
      app.message(async ({ message }) => void events.push(message));
      app.event('app_mention', async ({ event }) => void events.push(event));
    });

    await standIn.postUserMessage('desk-us', '@Capwatch what is <the> base & why');
    await standIn.postUserMessage('markets', 'nobody listens here');
    await standIn.postUserMessage('Capwatch', 'nor to this: message.im is not subscribed');

    const text = '<@U0CAPWATCH0> what is &lt;the&gt; base &amp; why';
    expect(events).toMatchObject([
      { type: 'message', text },
      { type: 'app_mention', text },
    ]);
  });

  it('let the bot go when Slack renews the connection', async () => {
    const standIn = await standInAt();
    await connectedApp(standIn, () => {});

    standIn.socket.disconnect('refresh_requested');

    await standIn.until('the connection to close', () => standIn.socket.connections() === 0);
  });
});
