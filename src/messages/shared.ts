/** An answer as everybody in a channel sees it: without the share button, and with who shared what. Pure. */
import { context, LIMITS } from './blocks.ts';
import { escapeText } from './format.ts';
import type { Message, MessageBlock } from './message.ts';

export interface SharedBy {
  /** The person's handle, without the at sign. */
  readonly user: string;
  /** The command line that made the answer. */
  readonly command: string;
}

/** The shared copy; the handle is text, so nobody is notified. */
export function sharedMessage(message: Message, { user, command }: SharedBy): Message {
  const by = `Shared by @${escapeText(user.slice(0, 40))} · \`${escapeText(command)}\``;
  const blocks = message.blocks.map(withoutShare);
  const place = blocks.findIndex(({ type }) => type === 'actions');
  const end = place < 0 ? blocks.length : place;
  return {
    ...message,
    blocks: [...blocks.slice(0, end), context(by.slice(0, LIMITS.contextElement)), ...blocks.slice(end)],
  };
}

function withoutShare(block: MessageBlock): MessageBlock {
  if (block.type !== 'actions') return block;
  return {
    ...block,
    elements: block.elements.filter((element) => !('action_id' in element) || element.action_id !== 'share'),
  };
}
