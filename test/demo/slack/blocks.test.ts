import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockProblems, viewProblems } from '../../../src/demo/slack/blocks.ts';
import { fields } from '../../../src/demo/slack/json.ts';
import { sharedGolden } from '../../support/data-folder.ts';

const READY = 'F0READY0001';
const LATE = 'F0LATE00001';
const surface = {
  kind: 'message' as const,
  fileReady: (id: string) => (id === READY ? true : id === LATE ? false : undefined),
};
const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (more = {}) => ({ type: 'button', action_id: 'share', text: plain('Share'), ...more });
const table = (rows: unknown[][]) => ({ type: 'table', rows });
const cell = (text: string) => ({ type: 'raw_text', text });
const image = (more = {}) => ({ type: 'image', slack_file: { id: READY }, alt_text: 'A chart', ...more });

describe('blockProblems', () => {
  it('takes a header, a section, a table, a picture, a context and buttons at their limits', () => {
    const blocks = [
      { type: 'header', text: plain('h'.repeat(150)) },
      section('s'.repeat(3000)),
      table([[cell('a'), { type: 'raw_number', value: 1.5 }]]),
      image(),
      { type: 'context', elements: Array.from({ length: 10 }, () => ({ type: 'mrkdwn', text: 'c', verbatim: true })) },
      { type: 'actions', elements: [button({ value: 'v'.repeat(2000), accessibility_label: 'l'.repeat(75) })] },
    ];

    expect(blockProblems(blocks, surface)).toEqual([]);
  });

  it.each([
    ['an unknown block type', { type: 'headline', text: plain('x') }, 'unsupported type [json-pointer:/blocks/0/type]'],
    ['a header of 151 characters', { type: 'header', text: plain('h'.repeat(151)) }, '/blocks/0/text/text'],
    ['a header in mrkdwn', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }, '/blocks/0/text/type'],
    ['a section of 3,001 characters', section('s'.repeat(3001)), '/blocks/0/text/text'],
    ['a section of nothing', { type: 'section' }, 'must define either text or fields'],
    ['an empty text', section(''), '/blocks/0/text/text'],
    [
      'eleven context elements',
      { type: 'context', elements: Array.from({ length: 11 }, () => ({ type: 'mrkdwn', text: 'c' })) },
      '/blocks/0/elements',
    ],
    [
      'a button value of 2,001 characters',
      { type: 'actions', elements: [button({ value: 'v'.repeat(2001) })] },
      '/elements/0/value',
    ],
    ['a button without text', { type: 'actions', elements: [{ type: 'button', action_id: 'a' }] }, '/elements/0/text'],
    [
      'a label of 76 characters',
      { type: 'actions', elements: [button({ accessibility_label: 'l'.repeat(76) })] },
      '/elements/0/accessibility_label',
    ],
    ['a field Slack does not know', { ...section('x'), colour: 'red' }, 'invalid additional property: colour'],
    ['a picture without alternative text', image({ alt_text: undefined }), '/blocks/0/alt_text'],
    [
      'a picture from two places',
      image({ image_url: 'https://example.com/a.png' }),
      'either `slack_file` or `image_url`',
    ],
    ['a file nobody uploaded', image({ slack_file: { id: 'F0NOBODY001' } }), 'invalid slack file'],
    ['a file that is still being checked', image({ slack_file: { id: LATE } }), 'invalid slack file'],
    ['a table of 21 columns', table([Array.from({ length: 21 }, () => cell('x'))]), '/blocks/0/rows/0'],
    ['a table of 101 rows', table(Array.from({ length: 101 }, () => [cell('x')])), '/blocks/0/rows'],
    ['a ragged table', table([[cell('a'), cell('b')], [cell('a')]]), 'same number of cells'],
    ['a number as a table cell', table([[1]]), '/blocks/0/rows/0/0'],
    ['an alert outside a modal', { type: 'alert', text: plain('x') }, 'unsupported type: alert'],
    ['a placeholder that was never drawn', { type: 'chart', chart: 0 }, 'unsupported type'],
  ])('refuses %s', (_name, block, problem) => {
    expect(blockProblems([block], surface).join('\n')).toContain(problem);
  });

  it('refuses 51 blocks, and one block_id used twice', () => {
    const many = Array.from({ length: 51 }, () => ({ type: 'divider' }));
    const twice = [1, 2].map(() => ({ type: 'divider', block_id: 'same' }));

    expect(blockProblems(many, surface)).toEqual(['no more than 50 items allowed [json-pointer:/blocks]']);
    expect(blockProblems(twice, surface)).toEqual(['block_id already exists: same [json-pointer:/blocks]']);
  });
});

describe('viewProblems', () => {
  const modal = { type: 'modal', title: plain('Receipts'), blocks: [section('x')] };
  const input = { type: 'input', label: plain('Firm'), element: { type: 'plain_text_input', action_id: 'v' } };

  it('takes a modal, and names a title of 25 characters, a missing title and inputs without a submit', () => {
    expect(viewProblems(modal, surface.fileReady)).toEqual([]);
    expect(viewProblems({ ...modal, title: plain('t'.repeat(25)) }, surface.fileReady).join()).toContain(
      '/view/title/text',
    );
    expect(viewProblems({ type: 'modal', blocks: [] }, surface.fileReady).join()).toContain('title');
    expect(viewProblems({ ...modal, blocks: [input] }, surface.fileReady).join()).toContain('submit');
  });

  it('refuses a table in a modal', () => {
    expect(viewProblems({ ...modal, blocks: [table([[cell('x')]])] }, surface.fileReady).join()).toContain(
      'unsupported type: table',
    );
  });
});

const folder = sharedGolden('messages');
describe.skipIf(!existsSync(folder))('the worked example messages (skipped when ../shared is absent)', () => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

  it.each(names)('%s is within the limits', (name) => {
    const payload = fields(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
    const anyFile = () => true;

    const problems =
      payload.type === undefined
        ? blockProblems(payload.blocks, { ...surface, fileReady: anyFile })
        : viewProblems(payload, anyFile);

    expect(problems).toEqual([]);
  });
});
