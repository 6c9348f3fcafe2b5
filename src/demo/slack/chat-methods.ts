/** Web API methods that write messages. Checks as Slack does, stores in the workspace, answers as Slack does. */
import { type Backstage, fileReady } from './backstage.ts';
import { blockProblems } from './blocks.ts';
import { type Fields, fields, flag, list, text } from './json.ts';
import { invalidBlocks, refusal } from './refusal.ts';
import {
  addMessage,
  type Channel,
  changeMessage,
  findChannel,
  findMessage,
  removeMessage,
  type StoredMessage,
  withIds,
} from './workspace.ts';

export type Method = (stage: Backstage, args: Fields) => Fields;

const LONGEST_TEXT = 40_000;

/** Text and blocks of a message, checked. @throws Slack's refusal: no_text, msg_too_long, invalid_blocks. */
export function checkedContent(stage: Backstage, args: Fields): Pick<StoredMessage, 'text' | 'blocks'> {
  const words = text(args.text) ?? '';
  const given = args.blocks;
  if (given === undefined && words === '') throw refusal('no_text');
  if (words.length > LONGEST_TEXT) throw refusal('msg_too_long');
  if (given === undefined || given === null) return { text: words };
  const problems = blockProblems(given, { kind: 'message', fileReady: (id) => fileReady(stage, id) });
  if (problems.length > 0) throw invalidBlocks(problems);
  const blocks = list(given);
  if (blocks.filter((block) => fields(block).type === 'table').length > 1) {
    throw refusal('invalid_attachments', { errors: ['only_one_table_allowed'] });
  }
  return { text: words, blocks: withIds(blocks) };
}

/** The channel a method names. @throws channel_not_found, also for a person's id, which only chat.postMessage takes. */
export function namedChannel({ workspace }: Backstage, args: Fields): Channel {
  const wanted = text(args.channel) ?? text(args.channel_id);
  if (wanted === undefined) {
    const messages = ['[ERROR] missing required field: channel'];
    throw refusal('invalid_arguments', { response_metadata: { messages } });
  }
  const channel = findChannel(workspace, wanted);
  if (!channel) throw refusal('channel_not_found');
  return channel;
}

/** The direct message for a person's id, else the channel itself. */
function addressed(stage: Backstage, args: Fields): Channel {
  const { person, channels } = stage.workspace;
  const direct = [...channels.values()].find(({ kind }) => kind === 'im');
  return args.channel === person.id && direct ? direct : namedChannel(stage, args);
}

function threadOf(stage: Backstage, channel: Channel, args: Fields): Pick<StoredMessage, 'thread_ts'> {
  const asked = text(args.thread_ts);
  if (asked === undefined) return {};
  const parent = findMessage(stage.workspace, channel.id, asked);
  if (!parent) throw refusal('thread_not_found');
  return { thread_ts: parent.thread_ts ?? parent.ts };
}

/** A stored message as the Web API returns it. */
export function messageFields({ workspace }: Backstage, message: StoredMessage): Fields {
  const { ts, user, thread_ts, metadata, blocks, edited } = message;
  const ours = user === workspace.bot.id;
  return {
    type: 'message',
    user,
    ts,
    text: message.text,
    team: workspace.team.id,
    ...(ours && { bot_id: workspace.bot.botId, app_id: workspace.bot.appId }),
    ...(blocks && { blocks }),
    ...(thread_ts && { thread_ts }),
    ...(metadata !== undefined && { metadata }),
    ...(edited && { edited: { user, ts } }),
  };
}

function postMessage(stage: Backstage, args: Fields): Fields {
  const channel = addressed(stage, args);
  if (!channel.botIsMember) throw refusal('not_in_channel');
  const stored = addMessage(stage.workspace, {
    ...checkedContent(stage, args),
    ...threadOf(stage, channel, args),
    channel: channel.id,
    user: stage.workspace.bot.id,
    madeBy: ['chat.postMessage'],
    ...(flag(args.reply_broadcast) && { reply_broadcast: true }),
    ...(args.metadata !== undefined && { metadata: args.metadata }),
  });
  return { channel: channel.id, ts: stored.ts, message: messageFields(stage, stored) };
}

function postEphemeral(stage: Backstage, args: Fields): Fields {
  const channel = namedChannel(stage, args);
  if (!channel.botIsMember) throw refusal('not_in_channel');
  if (args.user !== stage.workspace.person.id) throw refusal('user_not_in_channel');
  const stored = addMessage(stage.workspace, {
    ...checkedContent(stage, args),
    ...threadOf(stage, channel, args),
    channel: channel.id,
    user: stage.workspace.bot.id,
    ephemeral: true,
    madeBy: ['chat.postEphemeral'],
  });
  return { message_ts: stored.ts };
}

/** The bot's own visible message a method names. @throws message_not_found, cant_update_message. */
function ownMessage(stage: Backstage, args: Fields, notOurs: string): StoredMessage {
  const channel = namedChannel(stage, args);
  const message = findMessage(stage.workspace, channel.id, text(args.ts) ?? '');
  if (!message || message.ephemeral) throw refusal('message_not_found');
  if (message.user !== stage.workspace.bot.id) throw refusal(notOurs);
  return message;
}

function update(stage: Backstage, args: Fields): Fields {
  const old = ownMessage(stage, args, 'cant_update_message');
  const content = checkedContent(stage, args);
  const edited = old.edited || content.text !== old.text;
  const changed = changeMessage(stage.workspace, old, {
    ...content,
    edited,
    madeBy: [...old.madeBy, 'chat.update'],
    ...(args.metadata !== undefined && { metadata: args.metadata }),
  });
  return { channel: changed.channel, ts: changed.ts, text: changed.text, message: messageFields(stage, changed) };
}

function remove(stage: Backstage, args: Fields): Fields {
  const { channel, ts } = ownMessage(stage, args, 'cant_delete_message');
  removeMessage(stage.workspace, { channel, ts });
  return { channel, ts };
}

function getPermalink(stage: Backstage, args: Fields): Fields {
  const channel = namedChannel(stage, args);
  const message = findMessage(stage.workspace, channel.id, text(args.message_ts) ?? '');
  if (!message) throw refusal('message_not_found');
  return { channel: channel.id, permalink: `${stage.baseUrl}/#${channel.id}/${message.ts}` };
}

function addReaction(stage: Backstage, args: Fields): Fields {
  const channel = namedChannel(stage, args);
  const message = findMessage(stage.workspace, channel.id, text(args.timestamp) ?? '');
  if (!message) throw refusal('message_not_found');
  const name = text(args.name) ?? '';
  if (message.reactions.includes(name)) throw refusal('already_reacted');
  changeMessage(stage.workspace, message, { reactions: [...message.reactions, name] });
  return {};
}

export const CHAT_METHODS = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
  'reactions.add': addReaction,
} satisfies Record<string, Method>;
