/** Several alerts of one channel that fired at once, as one post: the first line of each. Pure. */
import type { KnownBlock } from '@slack/types';
import { context, header, LIMITS, section } from './blocks.ts';
import { counted, escapeText, sessionDate } from './format.ts';
import type { Message } from './message.ts';

const MOST_SHOWN = 10;

/** One line an alert, in the order given; more than ten are counted. */
export function bundleMessage(messages: readonly Message[]): Message {
  const asOf = messages[0]?.asOf ?? '';
  const titles = messages.map(titleOf);
  const title = `${counted(messages.length, 'alert')} fired${asOf === '' ? '' : `, ${sessionDate(asOf)}`}`;
  const more = titles.length - MOST_SHOWN;
  const shown = titles.slice(0, MOST_SHOWN).map(escapeText);
  const sample = messages.some(({ text }) => text.startsWith('Sample data: ')) ? 'Sample data: ' : '';
  return {
    text: `${sample}Alert: ${escapeText(title)}. ${shown.join('. ')}.`.slice(0, LIMITS.fallback),
    blocks: [
      header(title),
      section(...shown, ...(more > 0 ? [`and ${counted(more, 'more')}`] : [])),
      context('Each alert keeps its own rule and history; `/capwatch alert list` shows them.'),
    ],
    charts: [],
    numbers: [...new Map(messages.flatMap(({ numbers }) => numbers).map((one) => [one.id, one])).values()],
    asOf,
  };
}

function titleOf({ blocks, text }: Message): string {
  const title = blocks.find((block): block is Extract<KnownBlock, { type: 'header' }> => block.type === 'header');
  return title?.text.text ?? text;
}
