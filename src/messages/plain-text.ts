/** A message for a terminal: the same words and order, without Slack's markup. Pure. */
import type { KnownBlock } from '@slack/types';

/** The blocks as lines of text; buttons in brackets, pictures as their alternative text. */
export function plainText(blocks: readonly KnownBlock[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: KnownBlock): string {
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'section':
      return unmarked(block.text?.text ?? '');
    case 'context':
      return block.elements.map((element) => ('text' in element ? unmarked(element.text) : '')).join('\n');
    case 'table':
      return tableText(block.rows.map((row) => row.map((cell) => ('text' in cell ? String(cell.text) : ''))));
    case 'image':
      return `[picture: ${block.alt_text}]`;
    case 'actions':
      return block.elements.map((element) => ('text' in element ? `[${element.text.text}]` : '')).join(' ');
    default:
      return '';
  }
}

function unmarked(mrkdwn: string): string {
  const bare = mrkdwn
    .replaceAll(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/g, '$1')
    .replaceAll('`', '')
    .replaceAll(':warning:', '!');
  return bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const padded = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(padded).join('  ')).join('\n');
}
