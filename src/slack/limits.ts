/** The last look before sending: everything within Slack's limits, long texts shortened, the rest a programmer's error. */
import type { KnownBlock } from '@slack/types';
import { LIMITS } from '../messages/blocks.ts';

/** What is sent: the notification text, always, and blocks. */
export interface Answer {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

const NOTICE = ' (shortened to fit)';
/** An escaped character cut in half ("&am") would be shown as it stands. */
const CUT_ENTITY = /&[a-z]{0,3}$/;
const LONE_SURROGATE = /[\ud800-\udbff]$/;

/**
 * `answer` with an over-long text or section shortened, saying so.
 * @throws Error (a fault of ours, not of the person) when there are too many blocks, rows, columns, elements, or a
 * header, button or value is too long.
 */
export function fitted({ text, blocks }: Answer): Answer {
  if (text.trim() === '') throw new Error('a message needs its text');
  if (blocks.length > LIMITS.blocks) throw new Error(`${blocks.length} blocks; Slack takes ${LIMITS.blocks}`);
  return { text: shortened(text, LIMITS.text), blocks: blocks.map(fittedBlock) };
}

/** `text` cut to `limit` characters with a notice, never inside an escaped character. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return (
    text
      .slice(0, limit - NOTICE.length)
      .replace(LONE_SURROGATE, '')
      .replace(CUT_ENTITY, '') + NOTICE
  );
}

function fittedBlock(block: KnownBlock): KnownBlock {
  switch (block.type) {
    case 'section':
      if (block.text === undefined) return block;
      return { ...block, text: { ...block.text, text: shortened(block.text.text, LIMITS.section) } };
    case 'image':
      return { ...block, alt_text: shortened(block.alt_text, LIMITS.alt) };
    case 'header':
      within('header characters', block.text.text.length, LIMITS.header);
      return block;
    case 'context':
      within('context elements', block.elements.length, LIMITS.contextElements);
      return block;
    case 'table':
      within('table rows', block.rows.length, LIMITS.tableRows);
      within('table columns', Math.max(0, ...block.rows.map((row) => row.length)), LIMITS.tableColumns);
      return block;
    case 'actions':
      within('action elements', block.elements.length, 25);
      for (const element of block.elements) checkButton(element);
      return block;
    default:
      return block;
  }
}

function checkButton(element: { readonly type: string }): void {
  if (!isButton(element)) return;
  within('button characters', element.text.text.length, LIMITS.buttonText);
  within('button value characters', element.value?.length ?? 0, LIMITS.buttonValue);
}

function isButton(element: {
  readonly type: string;
}): element is { type: 'button'; text: { text: string }; value?: string } {
  return element.type === 'button';
}

function within(what: string, count: number, limit: number): void {
  if (count > limit) throw new Error(`${count} ${what}; Slack takes ${limit}`);
}
