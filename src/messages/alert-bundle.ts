/** Several alerts of one channel that fired at once, as one post: number and headline of each, and what their figures rest on. Pure. */
import type { KnownBlock } from '@slack/types';
import { context, header, LIMITS, section } from './blocks.ts';
import { counted, escapeText, sessionDate } from './format.ts';
import type { Message } from './message.ts';

/** One alert's own post, and its number where it is known. */
export interface Bundled {
  readonly message: Message;
  /** "7". */
  readonly number?: string;
}

const MOST_SHOWN = 10;
const MOST_BASES = 3;

/** One line an alert, in the order given; more than ten are counted. */
export function bundleMessage(bundled: readonly Bundled[]): Message {
  const messages = bundled.map(({ message }) => message);
  const asOf = messages[0]?.asOf ?? '';
  const titles = messages.map(titleOf);
  const title = `${counted(messages.length, 'alert')} fired${asOf === '' ? '' : `, ${sessionDate(asOf)}`}`;
  const more = titles.length - MOST_SHOWN;
  const shown = titles.slice(0, MOST_SHOWN).map(escapeText);
  const lines = shown.map((line, index) => {
    const number = bundled[index]?.number;
    return number === undefined ? line : `\`${number}\` ${line}`;
  });
  const sample = messages.some(({ text }) => text.startsWith('Sample data: ')) ? 'Sample data: ' : '';
  const first = bundled.find(({ number }) => number !== undefined)?.number;
  return {
    text: `${sample}Alert: ${escapeText(title)}. ${shown.join('. ')}.`.slice(0, LIMITS.fallback),
    blocks: [
      header(title),
      section(...lines, ...(more > 0 ? [`and ${counted(more, 'more', 'more')}`] : [])),
      context(
        ...basesOf(messages),
        `Each alert keeps its own rule: \`/capwatch alert list\`${first === undefined ? '' : `, \`/capwatch alert snooze ${first} 2d\``}.`,
      ),
    ],
    charts: [],
    numbers: [...new Map(messages.flatMap(({ numbers }) => numbers).map((one) => [one.id, one])).values()],
    asOf,
  };
}

type Block<T extends KnownBlock['type']> = Extract<KnownBlock, { type: T }>;

function titleOf({ blocks, text }: Message): string {
  const title = blocks.find((block): block is Block<'header'> => block.type === 'header');
  return title?.text.text ?? text;
}

/** The receipt lines of the posts, each once: "*Close* Fri 19 Jan 2024, 16:00 ET · closes, price index · Yahoo Finance". */
function basesOf(messages: readonly Message[]): string[] {
  const lines = messages.flatMap(({ blocks }) => {
    const found = blocks.find((block): block is Block<'context'> => block.type === 'context');
    const [line] = found?.elements ?? [];
    return line?.type === 'mrkdwn' ? [line.text] : [];
  });
  return [...new Set(lines)].slice(0, MOST_BASES);
}
