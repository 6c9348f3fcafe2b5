/** The workspace as the page shows it: names, times in New York, HTML of each message and view. Reads, changes nothing. */
import { newYorkTime } from '../../calendar/day.ts';
import { sessionDate } from '../../messages/format.ts';
import type { Backstage } from '../slack/backstage.ts';
import { instantOf } from '../slack/ids.ts';
import { type Fields, fields, isFields, list, text } from '../slack/json.ts';
import { messagesIn, type OpenView, SLACKBOT, type StoredMessage, type Workspace } from '../slack/workspace.ts';
import { blocksHtml, filesHtml, mrkdwnHtml } from './blocks.ts';

const BUILT_IN = [{ name: '/invite', description: 'Add Capwatch to this channel', usage: '@Capwatch' }];

/** Everything a page needs when it opens. */
export function welcome(stage: Backstage, state: { connections: number; replay: boolean }): Fields {
  const { workspace, manifest } = stage;
  return {
    kind: 'welcome',
    team: workspace.team.name,
    person: workspace.person.realName,
    commands: [...(manifest?.commands ?? []), ...BUILT_IN],
    clock: clockFields(stage, state.replay),
    connected: state.connections > 0,
    channels: channelViews(workspace),
    homeTab: manifest?.homeTab ?? true,
    messages: [...workspace.messages.values()].flat().map((message) => messageView(workspace, message)),
    views: workspace.views.map((view) => viewFields(workspace, view)),
    home: workspace.home ? viewFields(workspace, workspace.home) : null,
  };
}

export function channelViews({ channels }: Workspace): Fields[] {
  return [...channels.values()].map(({ id, name, kind, topic, botIsMember }) => ({
    id,
    name,
    kind,
    topic,
    botIsMember,
  }));
}

/** "Mon 22 Jan 2024, 18:00 ET", and whether that is a replayed day. */
export function clockFields({ now }: Pick<Backstage, 'now'>, replay: boolean): Fields {
  const { day, time } = newYorkTime(now());
  return { text: `${sessionDate(day)}, ${time} ET`, replay };
}

/** One message as the page shows it. */
export function messageView(workspace: Workspace, message: StoredMessage): Fields {
  const { channel, ts, thread_ts, user, ephemeral, edited } = message;
  const { day, time } = newYorkTime(instantOf(ts));
  const replies = messagesIn(workspace, channel).filter(
    (other) => other.thread_ts === ts && other.ts !== ts && !other.ephemeral,
  );
  const last = replies.at(-1);
  return {
    channel,
    ts,
    thread_ts: thread_ts === ts ? null : (thread_ts ?? null),
    broadcast: message.reply_broadcast === true,
    ...authorOf(workspace, user),
    mine: user === workspace.person.id,
    time,
    fullTime: `${sessionDate(day)}, ${time} ET`,
    minute: Math.floor(Number(ts) / 60),
    ephemeral,
    edited,
    replies: replies.length,
    lastReply: last ? newYorkTime(instantOf(last.ts)).time : null,
    html: messageHtml(workspace, message),
  };
}

function authorOf({ person, bot }: Workspace, user: string): Fields {
  if (user === bot.id) return { author: bot.name, face: 'bot', app: true };
  if (user === SLACKBOT) return { author: 'Local Slack', face: 'slack', app: false };
  return { author: person.realName, face: 'person', app: false };
}

function messageHtml(workspace: Workspace, message: StoredMessage): string {
  const words = message.blocks ? blocksHtml(message.blocks, workspace) : '';
  const plain = !message.blocks && message.text !== '' ? mrkdwnHtml(message.text, workspace) : '';
  const files = message.files.map((id) => workspace.files.get(id)).filter((file) => file !== undefined);
  const reactions = message.reactions.map((name) => mrkdwnHtml(`:${name}: 1`, workspace)).join('');
  return words + plain + filesHtml(files) + (reactions && `<div class="reactions">${reactions}</div>`);
}

/** A modal or the home tab as the page shows it. */
export function viewFields(workspace: Workspace, view: OpenView): Fields {
  const words = (key: string) => text(fields(view[key]).text) ?? null;
  return {
    id: view.id,
    title: words('title'),
    submit: words('submit'),
    close: words('close'),
    html: blocksHtml(view.blocks, workspace),
    errors: view.errors ?? {},
  };
}

/** What the raw pane shows of a message: the stored payload, and what made it. */
export function rawMessage(message: StoredMessage): Fields {
  const { madeBy, files, reactions, edited, ephemeral, ...payload } = message;
  const shown = { ...payload, ...(files.length > 0 && { files }), ...(ephemeral && { response_type: 'ephemeral' }) };
  return {
    title: `Message of ${newYorkTime(instantOf(message.ts)).time}`,
    madeBy: madeBy.length > 0 ? madeBy.join(', then ') : 'typed here',
    json: JSON.stringify(shown, null, 2),
  };
}

/** The same for a view. */
export function rawView(view: OpenView): Fields {
  const { errors, ...payload } = view;
  const blocks = list(payload.blocks).filter(isFields).length;
  return {
    title: view.type === 'home' ? 'Home tab' : 'Modal',
    madeBy: `${blocks} blocks`,
    json: JSON.stringify(payload, null, 2),
  };
}
