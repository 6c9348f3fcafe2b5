/** Blocks to HTML on the server. One block that cannot be drawn costs a quiet placeholder, never its message. */
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { pictureSize, pictureType } from '../slack/file-methods.ts';
import { type Fields, fields, isFields, list, text } from '../slack/json.ts';
import type { StoredFile, Workspace } from '../slack/workspace.ts';
import { elementNode } from './elements.ts';
import { libraryBlocks, textNode } from './text.ts';

const LIBRARY = new Set([
  ...['rich_text', 'markdown', 'video', 'context_actions', 'data_visualization', 'container'],
  ...['card', 'carousel', 'alert', 'task_card', 'plan'],
]);

/** HTML of `blocks`; every text in it is escaped by React. */
export function blocksHtml(blocks: readonly Fields[], workspace: Workspace): string {
  return blocks.map((block) => oneBlockHtml(block, workspace)).join('');
}

function oneBlockHtml(block: Fields, workspace: Workspace): string {
  try {
    return html(blockNode(block, workspace));
  } catch {
    return html(placeholder(block));
  }
}

/** HTML of one line or paragraph of mrkdwn. */
export function mrkdwnHtml(words: string, workspace: Workspace): string {
  return html(
    createElement('div', { className: 'block section' }, textNode({ type: 'mrkdwn', text: words }, workspace)),
  );
}

/** HTML of the files shared with a message: pictures drawn, others as a card to download. */
export function filesHtml(files: readonly StoredFile[]): string {
  return files.map((file) => html(fileNode(file))).join('');
}

/** The library gives every piece the same element id; ids are for this page to give. */
function html(node: ReactNode): string {
  return renderToStaticMarkup(node).replaceAll(' id="slack_blocks_to_jsx"', '');
}

function placeholder(block: Fields): ReactNode {
  return createElement('p', { className: 'unknown' }, `This block is not drawn here: ${text(block.type) ?? 'no type'}`);
}

function blockNode(block: Fields, workspace: Workspace): ReactNode {
  const type = text(block.type) ?? '';
  const draw = DRAWN.get(type);
  if (draw) return draw(block, workspace);
  if (!LIBRARY.has(type)) return placeholder(block);
  return createElement('div', { className: 'block from-library' }, libraryBlocks([block], workspace));
}

type Draw = (block: Fields, workspace: Workspace) => ReactNode;

const DRAWN: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  [
    'header',
    (block, workspace) => createElement('h3', { className: 'block header' }, textNode(fields(block.text), workspace)),
  ],
  ['divider', () => createElement('hr', { className: 'block' })],
  ['section', sectionNode],
  ['context', contextNode],
  ['actions', actionsNode],
  ['image', imageNode],
  ['table', tableNode],
  ['data_table', tableNode],
  ['input', inputBlockNode],
]);

function sectionNode(block: Fields, workspace: Workspace): ReactNode {
  const accessory = block.accessory;
  const parts = list(block.fields).filter(isFields);
  return createElement(
    'div',
    { className: 'block section' },
    createElement(
      'div',
      { className: 'words' },
      isFields(block.text) && textNode(block.text, workspace),
      parts.length > 0 &&
        createElement(
          'div',
          { className: 'fields' },
          ...parts.map((part, key) => createElement('div', { key }, textNode(part, workspace))),
        ),
    ),
    isFields(accessory) && createElement('div', { className: 'accessory' }, placedNode(accessory, block, workspace)),
  );
}

function placedNode(element: Fields, block: Fields, workspace: Workspace): ReactNode {
  if (element.type === 'image') return pictureNode(element, workspace);
  return elementNode(element, { block_id: text(block.block_id) ?? '' });
}

function contextNode(block: Fields, workspace: Workspace): ReactNode {
  const elements = list(block.elements).filter(isFields);
  return createElement(
    'div',
    { className: 'block context' },
    ...elements.map((element, key) =>
      createElement(
        'div',
        { key },
        element.type === 'image' ? pictureNode(element, workspace) : textNode(element, workspace),
      ),
    ),
  );
}

function actionsNode(block: Fields, workspace: Workspace): ReactNode {
  const elements = list(block.elements).filter(isFields);
  return createElement(
    'div',
    { className: 'block actions' },
    ...elements.map((element) => placedNode(element, block, workspace)),
  );
}

function imageNode(block: Fields, workspace: Workspace): ReactNode {
  const title = text(fields(block.title).text);
  return createElement(
    'figure',
    { className: 'block image' },
    title !== undefined && createElement('figcaption', null, title),
    pictureNode(block, workspace),
  );
}

/** Only uploaded pictures are shown: this page loads nothing from elsewhere. */
function pictureNode(image: Fields, workspace: Workspace): ReactNode {
  const id = text(fields(image.slack_file).id);
  const alt = text(image.alt_text) ?? '';
  const file = id === undefined ? undefined : workspace.files.get(id);
  if (!file) return createElement('p', { className: 'unknown' }, `Picture not loaded here: ${alt}`);
  return openablePicture(file, alt);
}

/** With its size told beforehand, nothing moves when the picture arrives. */
function openablePicture({ id, bytes }: StoredFile, alt: string): ReactNode {
  const size = bytes && pictureSize(bytes);
  return createElement(
    'button',
    { type: 'button', className: 'picture', 'data-view-image': `/files/${id}`, 'aria-label': 'Open the picture' },
    // A low priority keeps React from adding a preload link of its own.
    createElement('img', { src: `/files/${id}`, alt, ...size, fetchPriority: 'low' }),
  );
}

function fileNode(file: StoredFile): ReactNode {
  const { id, name, title, bytes } = file;
  if (bytes && pictureType(bytes))
    return createElement(
      'figure',
      { className: 'block image' },
      createElement('figcaption', null, title),
      openablePicture(file, title),
    );
  const kind = name.includes('.') ? (name.split('.').at(-1) ?? '').toUpperCase() : 'FILE';
  return createElement(
    'a',
    { className: 'block file', href: `/files/${id}`, download: name },
    createElement('span', { className: 'kind', 'aria-hidden': true }, kind.slice(0, 4)),
    createElement(
      'span',
      null,
      createElement('strong', null, title),
      createElement('small', null, `${sizeOf(bytes?.length)} · Download`),
    ),
  );
}

function sizeOf(bytes = 0): string {
  return bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000).toLocaleString('en-US')} kB`;
}

function tableNode(block: Fields, workspace: Workspace): ReactNode {
  const settings = list(block.column_settings).map(fields);
  const [head = [], ...rows] = list(block.rows).map(list);
  const cells = (row: readonly unknown[], tag: 'th' | 'td') =>
    row.map((cell, key) => {
      const { align, is_wrapped } = settings[key] ?? {};
      const side = align === 'right' || align === 'center' ? align : 'left';
      return createElement(
        tag,
        { key, className: `${side}${is_wrapped === true ? ' wrapped' : ''}`, ...(tag === 'th' && { scope: 'col' }) },
        cellNode(fields(cell), workspace),
      );
    });
  return createElement(
    'div',
    { className: 'block table', role: 'region', 'aria-label': text(block.caption) ?? 'Table', tabIndex: 0 },
    createElement(
      'table',
      null,
      createElement('thead', null, createElement('tr', null, ...cells(head, 'th'))),
      createElement('tbody', null, ...rows.map((row, key) => createElement('tr', { key }, ...cells(row, 'td')))),
    ),
  );
}

/** `raw_number` and cells of a data_table, which the library cannot draw, become text. */
function cellNode(cell: Fields, workspace: Workspace): ReactNode {
  if (cell.type === 'rich_text') return libraryBlocks([cell], workspace);
  return text(cell.text) ?? text(cell.value) ?? '';
}

function inputBlockNode(block: Fields): ReactNode {
  const block_id = text(block.block_id) ?? '';
  const label = `label-${block_id}`;
  const hint = text(fields(block.hint).text);
  return createElement(
    'div',
    { className: 'block field', 'data-field': block_id },
    createElement(
      'div',
      { className: 'label', id: label },
      text(fields(block.label).text),
      block.optional === true && createElement('small', null, ' (optional)'),
    ),
    elementNode(fields(block.element), { block_id, labelledBy: label }),
    hint !== undefined && createElement('p', { className: 'hint' }, hint),
    createElement('p', { className: 'problem', role: 'alert' }),
  );
}
