import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { viewProblems } from '../../../src/demo/slack/blocks.ts';
import { type Fields, fields, list } from '../../../src/demo/slack/json.ts';
import { parseManifest } from '../../../src/demo/slack/manifest.ts';
import { LARGEST_FILE } from '../../../src/demo/slack/modal-files.ts';
import type { StandIn, StandInOptions } from '../../../src/demo/slack/stand-in.ts';
import { request } from '../../../src/http.ts';
import { createLog } from '../../../src/log.ts';
import { slackClients } from '../../../src/slack/clients.ts';
import { downloadFile } from '../../../src/slack/download.ts';
import { clientOf, closeAll, connectedApp, MANIFEST, standInAt } from '../support.ts';

afterEach(closeAll);

const title = { type: 'plain_text' as const, text: 'Import' };
const CSV = new TextEncoder().encode('firm,target\nAcme,2300\n');

function modal(element: Fields = {}, block: Fields = {}) {
  const file = { type: 'file_input', action_id: 'v', filetypes: ['csv', 'tsv'], max_files: 1, ...element };
  return {
    type: 'modal' as const,
    callback_id: 'import',
    title,
    submit: title,
    blocks: [{ type: 'input', block_id: 'file', label: title, element: file, ...block }],
  };
}

/** A bot whose button opens `view`, and the states of what is submitted to it. */
async function opened(view: object, options: Partial<StandInOptions> = {}) {
  const standIn = await standInAt(options);
  const states: Fields[] = [];
  const { client } = await connectedApp(standIn, (app: App) => {
    app.action('open', async ({ ack, body, client: web }) => {
      await ack();
      await web.views.open({ trigger_id: String(fields(body).trigger_id), view: view as never });
    });
    app.view('import', async ({ ack, view: sent }) => {
      states.push(fields(sent.state.values));
      await ack();
    });
  });
  const button = { type: 'button' as const, action_id: 'open', text: title };
  await client.chat.postMessage({ channel: 'desk-us', text: 'x', blocks: [{ type: 'actions', elements: [button] }] });
  await standIn.pressButton('desk-us', 'open');
  await standIn.until('the modal', () => standIn.views().length === 1);
  return { standIn, states };
}

const add = (standIn: StandIn, name: string, bytes: Uint8Array = CSV) =>
  standIn.addFile({ block_id: 'file', action_id: 'v', name, bytes });

function botOf({ apiUrl, tokens }: StandIn, token: string = tokens.bot) {
  return slackClients({ token, apiUrl, log: createLog('error', () => {}) });
}

describe('a file in a modal', () => {
  it('is submitted in Slack’s words, and the bot’s own download reads its bytes', async () => {
    const { standIn, states } = await opened(modal());

    const { file = '' } = add(standIn, 'Desk calls.CSV');
    await standIn.submitView({ file: { v: [file] } });

    const address = `${standIn.url}/files-pri/T0LOCALDESK-${file}`;
    expect(states).toMatchObject([
      {
        file: {
          v: {
            type: 'file_input',
            files: [
              {
                id: file,
                name: 'Desk calls.CSV',
                mimetype: 'text/csv',
                filetype: 'csv',
                size: 22,
                user: 'U0LOCALUSER',
                created: 1705964400,
                url_private: `${address}/desk_calls.csv`,
                url_private_download: `${address}/download/desk_calls.csv`,
              },
            ],
          },
        },
      },
    ]);
    for (const url of [`${address}/desk_calls.csv`, `${address}/download/desk_calls.csv`])
      expect(new Uint8Array(await downloadFile(botOf(standIn), url, 1000))).toEqual(CSV);
    expect(standIn.views()).toEqual([]);
  });

  it('is led to the sign-in page without the bot’s token, as on Slack', async () => {
    const { standIn } = await opened(modal());
    const { file } = add(standIn, 'a.csv');
    const url = `${standIn.url}/files-pri/T0LOCALDESK-${file}/a.csv`;
    const ask = (headers: Record<string, string>) => request({ url, headers, timeoutMs: 2000, source: 'Slack' });

    const bare = await ask({});
    expect(bare).toMatchObject({ status: 302 });
    expect(bare.headers.get('location')).toContain('/?redir=%2Ffiles-pri%2F');
    for (const token of ['xoxb-other', standIn.tokens.app])
      expect(await ask({ authorization: `Bearer ${token}` })).toMatchObject({ status: 302 });
    await expect(downloadFile(botOf(standIn, 'xoxb-other'), url, 1000)).rejects.toMatchObject({
      kind: 'bad_response',
    });
    await expect(downloadFile(botOf(standIn), url.replace(`${file}`, 'F0NOBODY001'), 1000)).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('is kept from an app whose manifest lacks files:read', async () => {
    const { standIn } = await opened(modal(), { manifest: parseManifest(MANIFEST) });
    const url = `${standIn.url}/files-pri/T0LOCALDESK-${add(standIn, 'a.csv').file}/a.csv`;

    await expect(downloadFile(botOf(standIn), url, 1000)).rejects.toMatchObject({ kind: 'bad_response' });
  });

  it.each([
    ['of another type', 'report.pdf', CSV, 'report.pdf cannot be added here: choose a csv or tsv file.'],
    ['without an ending', 'csv', CSV, 'csv cannot be added here: choose a csv or tsv file.'],
    ['without bytes', 'a.csv', new Uint8Array(), 'a.csv is empty.'],
    [
      'one byte past 5 MB',
      'a.csv',
      new Uint8Array(LARGEST_FILE + 1),
      'a.csv is larger than 5 MB, the most that can be added here.',
    ],
  ])('%s is refused in a sentence and not kept', async (_why, name, bytes, problem) => {
    const { standIn } = await opened(modal());

    expect(add(standIn, name, bytes)).toEqual({ problem });
    expect(standIn.workspace.files.size).toBe(0);
  });

  it('of any type is taken where the input names none, up to exactly 5 MB', async () => {
    const { filetypes: _none, ...element } = fields(modal().blocks[0]?.element);
    const { standIn } = await opened({ ...modal(), blocks: [{ ...modal().blocks[0], element }] });

    expect(add(standIn, 'notes', new Uint8Array(LARGEST_FILE))).toEqual({ file: expect.stringMatching(/^F\w{10}$/) });
  });

  it('needs its input: none is kept for another one, or once the modal is closed', async () => {
    const { standIn } = await opened(modal());

    expect(standIn.addFile({ block_id: 'firm', action_id: 'v', name: 'a.csv', bytes: CSV })).toEqual({});
    await standIn.submitView({ file: { v: [add(standIn, 'a.csv').file ?? ''] } });
    expect(add(standIn, 'a.csv')).toEqual({});
  });

  it('is asked for where it must be given, and never more than the input takes', async () => {
    const { standIn, states } = await opened(modal());

    await standIn.submitView();
    expect(standIn.views()[0]?.errors).toEqual({ file: 'Please complete this required field.' });
    const two = ['a.csv', 'b.csv'].map((name) => add(standIn, name).file ?? '');
    await standIn.submitView({ file: { v: two } });
    expect(standIn.views()[0]?.errors).toEqual({ file: 'Up to 1 can be added here.' });
    expect(states).toEqual([]);
  });

  it('is an empty list when an optional one is left out; the bot’s own uploads are no files of the person', async () => {
    const { standIn, states } = await opened(modal({}, { optional: true }));
    await clientOf(standIn).filesUploadV2({ filename: 'c.csv', content: 'a,b', channel_id: 'C0DESKUS001' });
    const own = [...standIn.workspace.files.keys()];
    expect(own).toHaveLength(1);

    await standIn.submitView({ file: { v: own } });

    expect(states).toEqual([{ file: { v: { type: 'file_input', files: [] } } }]);
  });
});

describe('the shape of a file_input', () => {
  const problems = (view: Fields) => viewProblems(view, () => true).join();

  it('is Slack’s: endings, one to ten files, nothing else', () => {
    expect(problems(modal())).toBe('');
    expect(problems(modal({ max_files: 10 }))).toBe('');
    expect(problems(modal({ max_files: 11 }))).toContain('/blocks/0/element/max_files');
    expect(problems(modal({ max_files: 0 }))).toContain('/blocks/0/element/max_files');
    expect(problems(modal({ filetypes: 'csv' }))).toContain('/blocks/0/element/filetypes');
    expect(problems(modal({ placeholder: title }))).toContain('invalid additional property: placeholder');
  });

  it('is for modals alone', () => {
    expect(problems({ type: 'home', blocks: list(modal().blocks) })).toContain('unsupported type: file_input');
  });
});
