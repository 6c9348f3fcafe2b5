/** Slack's text objects as React nodes; mrkdwn is read by slack-blocks-to-jsx, whose gaps are patched here. */
import { createElement, type ReactNode } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { type Fields, text } from '../slack/json.ts';
import type { Workspace } from '../slack/workspace.ts';

type Names = Pick<Workspace, 'person' | 'bot' | 'channels'>;

/** A text object. Plain text without emoji stands as it is; everything else is read by the library. */
export function textNode(object: Fields, names: Names): ReactNode {
  const words = text(object.text) ?? '';
  if (object.type === 'plain_text' && object.emoji === false) return words;
  const kind = object.type === 'mrkdwn' ? 'mrkdwn' : 'plain_text';
  return createElement(
    'div',
    { className: 'mrkdwn' },
    libraryBlocks([{ type: 'section', text: { type: kind, text: words } }], names, { unstyled: true }),
  );
}

/** Any blocks through the library; `verbatim` is taken off first, because the library then shows the asterisks. */
export function libraryBlocks(
  blocks: readonly Fields[],
  names: Names,
  options: { unstyled?: boolean } = {},
): ReactNode {
  return createElement(Message, {
    // Checked against Slack's shapes when they were stored; the library's own types lag behind Slack's.
    blocks: blocks.map(withoutVerbatim) as unknown as Block[],
    logo: '',
    name: '',
    withoutWrapper: true,
    unstyled: options.unstyled ?? false,
    theme: 'light',
    data: namesFor(names),
    hooks: { link: ({ href, children }) => linkNode(href, children) },
  });
}

/** A link a person may follow; any other scheme is words. */
function linkNode(href: string, children: ReactNode): ReactNode {
  if (!/^(?:https?|mailto):/i.test(href)) return createElement('span', null, children);
  return createElement('a', { href, target: '_blank', rel: 'noopener noreferrer' }, children);
}

function withoutVerbatim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutVerbatim);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'verbatim');
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutVerbatim(entry)]));
}

function namesFor({ person, bot, channels }: Names) {
  return {
    users: [person, bot].map(({ id, name }) => ({ id, name })),
    channels: [...channels.values()].map(({ id, name }) => ({ id, name })),
  };
}
