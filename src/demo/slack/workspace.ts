/** The stand-in's memory: channels, messages, files, views, calls. Plain data and small functions; no network here. */

import { createTimestamps, newId } from './ids.ts';
import type { Fields } from './json.ts';
import { fields, list } from './json.ts';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly topic: string;
  botIsMember: boolean;
}

export interface StoredMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly thread_ts?: string;
  readonly reply_broadcast?: boolean;
  /** Seen by the one person only. */
  readonly ephemeral: boolean;
  readonly text: string;
  readonly blocks?: readonly Fields[];
  readonly files: readonly string[];
  readonly metadata?: unknown;
  readonly edited: boolean;
  readonly reactions: readonly string[];
  /** What made it: Web API methods, `response_url`, `ack`, in order. */
  readonly madeBy: readonly string[];
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly bytes?: Uint8Array;
  readonly completed: boolean;
  /** From when a slack_file block may name it, epoch ms; undefined until completed. */
  readonly readyAt?: number;
  /** Who added it to a modal and when, epoch seconds; undefined for what the bot uploaded. */
  readonly from?: { readonly user: string; readonly at: number };
}

export interface OpenView extends Fields {
  readonly id: string;
  readonly root_view_id: string;
  readonly type: 'modal' | 'home';
  readonly blocks: readonly Fields[];
  /** Problems by block_id, from the last submission. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** One request of the bot, for the raw pane and for tests. */
export interface Call {
  /** Method name, `response_url` or `upload`. */
  readonly method: string;
  readonly args: Fields;
  readonly answer: Fields;
}

export type Change =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'removed'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'channels' | 'views' | 'home' | 'connection' | 'calls' }
  | { readonly kind: 'notice'; readonly text: string };

export interface Workspace {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly person: { readonly id: string; readonly name: string; readonly realName: string };
  readonly bot: { readonly id: string; readonly botId: string; readonly appId: string; readonly name: string };
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, StoredMessage[]>;
  readonly files: Map<string, StoredFile>;
  /** Open modals, the top one last. */
  views: readonly OpenView[];
  home: OpenView | undefined;
  readonly calls: Call[];
  readonly listeners: Set<(change: Change) => void>;
  readonly nextTs: () => string;
}

export const SLACKBOT = 'USLACKBOT';

/** An empty workspace: two channels (Capwatch is in the first), a direct message, one person. */
export function createWorkspace(now: () => Temporal.Instant): Workspace {
  const channel = (
    id: string,
    name: string,
    rest: Pick<Channel, 'kind' | 'topic' | 'botIsMember'>,
  ): [string, Channel] => [id, { id, name, ...rest }];
  return {
    team: { id: 'T0LOCALDESK', name: 'Local desk', domain: 'local-desk' },
    person: { id: 'U0LOCALUSER', name: 'maria', realName: 'Maria Keller' },
    bot: { id: 'U0CAPWATCH0', botId: 'B0CAPWATCH0', appId: 'A0CAPWATCH0', name: 'Capwatch' },
    channels: new Map([
      channel('C0DESKUS001', 'desk-us', { kind: 'channel', topic: 'US equities desk', botIsMember: true }),
      channel('C0MARKETS01', 'markets', { kind: 'channel', topic: 'Market talk across desks', botIsMember: false }),
      channel('D0CAPWATCH0', 'Capwatch', { kind: 'im', topic: 'Direct message with the app', botIsMember: true }),
    ]),
    messages: new Map(),
    files: new Map(),
    views: [],
    home: undefined,
    calls: [],
    listeners: new Set(),
    nextTs: createTimestamps(now),
  };
}

export function announce(workspace: Workspace, change: Change): void {
  for (const listener of workspace.listeners) listener(change);
}

/** The channel with this id or, with or without `#`, this name. */
export function findChannel(workspace: Workspace, wanted: string): Channel | undefined {
  const name = wanted.replace(/^#/, '');
  return workspace.channels.get(wanted) ?? [...workspace.channels.values()].find((channel) => channel.name === name);
}

export function messagesIn(workspace: Workspace, channel: string): readonly StoredMessage[] {
  return workspace.messages.get(channel) ?? [];
}

export function findMessage(workspace: Workspace, channel: string, ts: string): StoredMessage | undefined {
  return messagesIn(workspace, channel).find((message) => message.ts === ts);
}

export type NewMessage = Pick<StoredMessage, 'channel' | 'user' | 'text'> & Partial<StoredMessage>;

/** Stores a message under a new timestamp and tells every listener. */
export function addMessage(workspace: Workspace, message: NewMessage): StoredMessage {
  const defaults = { ephemeral: false, files: [], edited: false, reactions: [], madeBy: [] };
  const stored = { ...defaults, ...message, ts: workspace.nextTs() };
  workspace.messages.set(stored.channel, [...messagesIn(workspace, stored.channel), stored]);
  announce(workspace, { kind: 'message', channel: stored.channel, ts: stored.ts });
  return stored;
}

/** Replaces fields of a stored message; its timestamp stays. */
export function changeMessage(workspace: Workspace, old: StoredMessage, change: Partial<StoredMessage>): StoredMessage {
  const changed = { ...old, ...change, ts: old.ts };
  const others = messagesIn(workspace, old.channel).map((message) => (message.ts === old.ts ? changed : message));
  workspace.messages.set(old.channel, others);
  announce(workspace, { kind: 'message', channel: old.channel, ts: old.ts });
  return changed;
}

export function removeMessage(workspace: Workspace, { channel, ts }: { channel: string; ts: string }): void {
  workspace.messages.set(
    channel,
    messagesIn(workspace, channel).filter((message) => message.ts !== ts),
  );
  announce(workspace, { kind: 'removed', channel, ts });
}

/** Blocks as Slack stores them: every block gets a block_id, every interactive element an action_id. */
export function withIds(blocks: readonly unknown[]): Fields[] {
  return blocks.map((entry) => {
    const block = fields(entry);
    const named = { ...block, block_id: block.block_id ?? newId('').slice(0, 5) };
    const elements = Array.isArray(block.elements) && block.type === 'actions';
    return {
      ...named,
      ...(elements && { elements: list(block.elements).map(withActionId) }),
      ...(block.accessory !== undefined && { accessory: withActionId(block.accessory) }),
      ...(block.element !== undefined && { element: withActionId(block.element) }),
    };
  });
}

function withActionId(value: unknown): Fields {
  const element = fields(value);
  if (element.type === 'image') return element;
  return { ...element, action_id: element.action_id ?? newId('').slice(0, 5) };
}
