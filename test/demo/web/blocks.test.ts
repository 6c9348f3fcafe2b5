import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Fields, fields, isFields, list } from '../../../src/demo/slack/json.ts';
import { createWorkspace, withIds } from '../../../src/demo/slack/workspace.ts';
import { blocksHtml, filesHtml, mrkdwnHtml } from '../../../src/demo/web/blocks.ts';
import { sharedGolden } from '../../support/data-folder.ts';
import { MONDAY_EVENING, PNG } from '../support.ts';

const workspace = createWorkspace(() => MONDAY_EVENING);
workspace.files.set('F0CHART0001', { id: 'F0CHART0001', name: 'c.png', title: 'c', bytes: PNG, completed: true });
const html = (...blocks: Fields[]) => blocksHtml(withIds(blocks), workspace);
const mrkdwn = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });

describe('blocksHtml', () => {
  it('keeps bold, code and line breaks of a verbatim text', () => {
    const drawn = html(mrkdwn('*−3.85 pp* year to date\n`/smallcaps ytd` S&amp;P 500'));

    expect(drawn).toContain('<strong>');
    expect(drawn).not.toContain('*−3.85');
    expect(drawn).toContain('>/smallcaps ytd</code>');
    expect(drawn).toContain(' S&amp;P 500');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<javascript:alert(1)|press>',
    '"><svg onload=alert(1)>',
  ])('lets %s do nothing', (text) => {
    const everywhere = [
      mrkdwn(text),
      { type: 'header', text: { type: 'plain_text', text, emoji: false } },
      { type: 'context', elements: [{ type: 'mrkdwn', text }] },
      { type: 'table', rows: [[{ type: 'raw_text', text }]] },
      { type: 'image', slack_file: { id: 'F0CHART0001' }, alt_text: text },
      {
        type: 'actions',
        elements: [{ type: 'button', value: text, action_id: text, text: { type: 'plain_text', text } }],
      },
      { type: text },
    ];

    expect(html(...everywhere)).not.toMatch(/<script|<img src="?x|<svg onload|href="javascript/i);
  });

  it('names people and channels, and links only where Slack would', () => {
    const drawn = mrkdwnHtml('<@U0CAPWATCH0> in <#C0DESKUS001> at <https://example.com/a|the note>', workspace);

    expect(drawn).toContain('Capwatch');
    expect(drawn).toContain('desk-us');
    expect(drawn).toMatch(/<a href="https:\/\/example.com\/a"[^>]*rel="noopener noreferrer"[^>]*>/);
  });

  it('draws numbers in a table and a data_table, aligned as asked', () => {
    const rows = [[{ type: 'raw_text', text: 'RUT' }], [{ type: 'raw_number', value: 1983.38 }]];
    const drawn = html(
      { type: 'table', rows, column_settings: [{ align: 'right' }] },
      { type: 'data_table', caption: 'Calls', rows },
    );

    expect(drawn.match(/<td[^>]*>1983\.38<\/td>/g)).toHaveLength(2);
    expect(drawn).toContain('<th class="right" scope="col">RUT</th>');
    expect(drawn).toContain('aria-label="Calls"');
  });

  it('shows an uploaded picture from here, and never fetches one from elsewhere', () => {
    const drawn = html(
      { type: 'image', slack_file: { id: 'F0CHART0001' }, alt_text: 'Gap −3.85 pp' },
      { type: 'image', image_url: 'https://example.com/tracker.png', alt_text: 'elsewhere' },
    );

    expect(drawn).toContain('<img src="/files/F0CHART0001" alt="Gap −3.85 pp" fetchPriority="low"/>');
    expect(drawn).not.toContain('example.com');
  });

  it('gives buttons, selects and inputs what the page needs to send them back', () => {
    const options = [{ text: { type: 'plain_text', text: 'Year end' }, value: 'year_end' }];
    const drawn = html(
      {
        type: 'actions',
        block_id: 'b1',
        elements: [
          {
            type: 'button',
            action_id: 'share',
            style: 'primary',
            accessibility_label: 'Share this',
            text: { type: 'plain_text', text: 'Share' },
          },
        ],
      },
      {
        type: 'input',
        block_id: 'b2',
        label: { type: 'plain_text', text: 'Horizon' },
        element: { type: 'static_select', action_id: 'v', options, initial_option: options[0] },
      },
      {
        type: 'input',
        block_id: 'b3',
        label: { type: 'plain_text', text: 'Day' },
        element: { type: 'datepicker', action_id: 'v', initial_date: '2024-01-22' },
      },
    );

    expect(drawn).toMatch(
      /<button[^>]*class="button primary"[^>]*aria-label="Share this"[^>]*data-block="b1"[^>]*data-action="share"/,
    );
    expect(drawn).toContain('<option value="year_end" selected="">Year end</option>');
    expect(drawn).toMatch(/<input[^>]*aria-labelledby="label-b3"[^>]*type="date"[^>]*value="2024-01-22"/);
  });

  it('loses one block it cannot draw, not the message', () => {
    const drawn = html(mrkdwn('before'), { type: 'hologram' }, { type: 'rich_text', elements: 7 }, mrkdwn('after'));

    expect(drawn).toContain('before');
    expect(drawn).toContain('This block is not drawn here: hologram');
    expect(drawn).toContain('after');
  });
});

describe('pictures', () => {
  it('carry their size, so that nothing moves when they arrive', () => {
    const header = new Uint8Array(24);
    header.set(PNG.slice(0, 8));
    header.set([0, 0, 0x06, 0x40, 0, 0, 0x03, 0x84], 16);
    workspace.files.set('F0SIZED0001', {
      id: 'F0SIZED0001',
      name: 'c.png',
      title: 'c',
      bytes: header,
      completed: true,
    });

    expect(html({ type: 'image', slack_file: { id: 'F0SIZED0001' }, alt_text: 'c' })).toContain(
      'width="1600" height="900"',
    );
  });
});

describe('filesHtml', () => {
  it('offers a text file for download and shows a picture', () => {
    const csv = { id: 'F0CSV000001', name: 'gap.csv', title: 'gap <b>', bytes: new Uint8Array(1400), completed: true };
    const picture = { id: 'F0CHART0001', name: 'c.png', title: 'chart', bytes: PNG, completed: true };

    expect(filesHtml([csv])).toContain('href="/files/F0CSV000001" download="gap.csv"');
    expect(filesHtml([csv])).toContain('gap &lt;b&gt;</strong><small>1 kB · Download');
    expect(filesHtml([picture])).toContain('<img src="/files/F0CHART0001"');
  });
});

const folder = sharedGolden('messages');
describe.skipIf(!existsSync(folder))('the worked example messages (skipped when ../shared is absent)', () => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

  it.each(names)('%s is drawn whole: no placeholder, no asterisk left', (name) => {
    const payload = fields(
      JSON.parse(readFileSync(`${folder}/${name}`, 'utf8').replaceAll(/F00[A-Z0-9]+/g, 'F0CHART0001')),
    );

    const drawn = html(...list(payload.blocks).filter(isFields));

    expect(drawn).not.toContain('class="unknown"');
    expect(drawn.replaceAll(/<[^>]*>/g, '')).not.toMatch(/\*|`/);
  });
});
