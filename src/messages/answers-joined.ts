/** Two answers to one text in one message, in the order asked; what else was asked stands on a button. Computes nothing. Pure. */
import type { ActionsBlockElement, Button } from '@slack/types';
import { actions, button, LIMITS, section } from './blocks.ts';
import { escapeText, quotedWord } from './format.ts';
import type { Message, MessageBlock } from './message.ts';

export interface AnsweredPart {
  /** The asker's words for it. */
  readonly text: string;
  readonly message: Message;
}

/** Both answers, each whole with its own receipts; the buttons that speak of the thread stand under the second only. */
export function joinedMessage(first: AnsweredPart, second: AnsweredPart, left: readonly string[]): Message {
  const charts = first.message.charts.length;
  return {
    text: shortened(`${first.message.text} ${second.message.text}`),
    blocks: [
      ...first.message.blocks.flatMap((block) => ofFirst(block, first.text)),
      ...second.message.blocks.map((block) =>
        block.type === 'chart' ? { ...block, chart: block.chart + charts } : block,
      ),
      ...(left.length > 0 ? leftOver(left) : []),
    ],
    charts: [...first.message.charts, ...second.message.charts],
    numbers: [...first.message.numbers, ...second.message.numbers],
    asOf: first.message.asOf || second.message.asOf,
  };
}

/** At most what a notification holds, cut between words. */
function shortened(text: string): string {
  return text.length <= LIMITS.fallback ? text : text.slice(0, LIMITS.fallback).replace(/\s\S*$/, '');
}

/** "Chart it" asks about its own answer, and one "Not what I asked" is enough. */
function ofFirst(block: MessageBlock, text: string): MessageBlock[] {
  if (block.type !== 'actions') return [block];
  const elements: ActionsBlockElement[] = [];
  for (const element of block.elements) {
    if (element.type !== 'button') elements.push(element);
    else if (element.action_id === 'answer_chart') elements.push(charted(element, text));
    else if (element.action_id !== 'answer_miss') elements.push(element);
  }
  return elements.length === 0 ? [] : [{ ...block, elements }];
}

function charted(element: Button, text: string): Button {
  return { ...element, action_id: 'ask_4', value: `chart ${text}`.slice(0, 300) };
}

function leftOver(left: readonly string[]): MessageBlock[] {
  const [next = ''] = left;
  return [
    section(`Left for the next reply: \`${escapeText(quotedWord(next))}\``),
    actions(button('ask_5', 'Answer that too', { label: `Answer: ${next}`.slice(0, 75), value: next })),
  ];
}
