/** `show morning …`, `show weekly …`, `show fomc …` and `show "alert …"`: the messages of the clock, one after another, and as one for a document. */

import type { Capwatch } from './capwatch.ts';
import { contentSources } from './content-sources.ts';
import type { Message, MessageBlock } from './messages/message.ts';
import { showAlert } from './show-alert.ts';
import { showMorning } from './show-morning.ts';
import { showFomc, showWeekly } from './show-weekly-fomc.ts';

/**
 * The messages `line` stands for, the lead first; undefined when it is none of these.
 * @throws CapwatchError as they do.
 */
export async function showClock(line: string, capwatch: Capwatch): Promise<Message[] | undefined> {
  const [, name, rest = ''] = /^\/?(morning|weekly|fomc|alert)\b(.*)$/su.exec(line.trim()) ?? [];
  if (name === undefined) return undefined;
  const sources = contentSources(capwatch);
  const now = capwatch.clock();
  const shown = { morning: showMorning, weekly: showWeekly, fomc: showFomc }[name] ?? showAlert;
  return shown(rest, sources, now);
}

/** Lead and replies as one message: the lead's text and pictures, every block and number in order. */
export function asOneMessage(messages: readonly Message[]): Message {
  const [lead, ...replies] = messages;
  if (!lead) throw new RangeError('no message to show');
  const divider: MessageBlock = { type: 'divider' };
  return {
    ...lead,
    blocks: [...lead.blocks, ...replies.flatMap(({ blocks }) => [divider, ...blocks])],
    numbers: [...new Map(messages.flatMap(({ numbers }) => numbers).map((one) => [one.id, one])).values()],
  };
}
