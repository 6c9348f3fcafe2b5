import { afterEach, describe, expect, it } from 'vitest';
import { fields, list } from '../../../src/demo/slack/json.ts';
import { LARGEST_FILE } from '../../../src/demo/slack/modal-files.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import { blocksHtml } from '../../../src/demo/web/blocks.ts';
import { closeAll, connectedApp, MONDAY_EVENING, standInAt } from '../support.ts';
import { openPage } from './page-client.ts';

afterEach(closeAll);

const title = { type: 'plain_text' as const, text: 'CSV file' };
const input = (element: object = {}) => ({
  type: 'input' as const,
  block_id: 'file',
  label: title,
  element: { type: 'file_input' as const, action_id: 'v', filetypes: ['csv', 'txt'], ...element },
});

/** A page in front of an open modal with one file input. */
async function pageWithModal() {
  const standIn = await standInAt();
  const sizes: unknown[] = [];
  const { client } = await connectedApp(standIn, (app) => {
    app.action('open', async ({ ack, body, client: web }) => {
      await ack();
      const { trigger_id } = body as { trigger_id: string };
      const view = { type: 'modal' as const, callback_id: 'import', title, submit: title, blocks: [input()] };
      await web.views.open({ trigger_id, view });
    });
    app.view('import', async ({ ack, view }) => {
      const { files } = fields(view.state.values.file?.v);
      sizes.push(...list(files).map((file) => fields(file).size));
      await ack();
    });
  });
  const button = { type: 'button' as const, action_id: 'open', text: title };
  await client.chat.postMessage({ channel: 'desk-us', text: 'x', blocks: [{ type: 'actions', elements: [button] }] });
  const page = await openPage(standIn);
  await standIn.pressButton('desk-us', 'open');
  await standIn.until('the modal', () => standIn.views().length === 1);
  const view = standIn.views()[0]?.id ?? '';
  const add = (name: string, base64: string) =>
    page.order({ order: 'file', view, block_id: 'file', action_id: 'v', name, base64 });
  return { standIn, page, view, add, sizes };
}

describe('a file that the page adds to a modal', () => {
  it('goes over the socket, 5 MB of it too, and is submitted by its id', async () => {
    const { page, view, add, sizes } = await pageWithModal();

    const { outcome, file } = await add('calls.csv', Buffer.alloc(LARGEST_FILE, 65).toString('base64'));
    expect({ outcome, file }).toEqual({ outcome: 'sent', file: expect.stringMatching(/^F\w{10}$/) });
    await page.order({ order: 'submit', view, choices: { file: { v: [String(file)] } } });

    expect(sizes).toEqual([LARGEST_FILE]);
  });

  it('is refused in a sentence', async () => {
    const { add } = await pageWithModal();

    expect(await add('calls.xlsx', 'UEs=')).toMatchObject({
      outcome: 'sent',
      problem: 'calls.xlsx cannot be added here: choose a csv or txt file.',
    });
  });

  it.each([
    ['is not base64', 'a.csv', '%%%'],
    ['is longer than 5 MB can be', 'a.csv', 'A'.repeat(Math.ceil(LARGEST_FILE / 3) * 4 + 4)],
    ['has a name that is too long', 'a'.repeat(256), 'YQ=='],
  ])('is not understood when it %s, and the socket lives on', async (_why, name, base64) => {
    const { standIn, add } = await pageWithModal();

    expect(await add(name, base64)).toMatchObject({ outcome: 'not_found' });
    expect(standIn.workspace.files.size).toBe(0);
    expect(await add('a.csv', 'YQ==')).toMatchObject({ outcome: 'sent' });
  });

  it('is the one thing that may be large: any other order of that size ends the connection', async () => {
    const page = await openPage(await standInAt());

    void page.order({ order: 'say', channel: 'C0DESKUS001', text: 'x'.repeat(100_001) });

    expect(await page.closed).toBe(1009);
  });
});

describe('the control in the page', () => {
  const workspace = createWorkspace(() => MONDAY_EVENING);

  it('names its input and its rules, and tells the file dialog what to offer', () => {
    const html = blocksHtml([input({ max_files: 1 })], workspace);

    expect(html).toMatch(
      /<button type="button"[^>]*aria-labelledby="label-file files-file-choose"[^>]*>Choose a file</,
    );
    expect(html).toContain('csv or txt, up to 5 MB. You can also drop it here.');
    expect(html).toMatch(/<input[^>]*type="file"[^>]*accept=".csv,.txt"/);
    expect(html).not.toContain('multiple');
  });

  it('takes ten files of any type where the bot says nothing else', () => {
    const html = blocksHtml([input({ filetypes: undefined })], workspace);

    expect(html).toContain('>Choose files</button>');
    expect(html).toContain('Up to 5 MB. You can also drop them here.');
    expect(html).toMatch(/<input[^>]*multiple=""[^>]*data-most="10"/);
    expect(html).not.toContain('accept=');
  });
});
