/** What the one person of the workspace does: type, press, submit, invite. Each act reaches the bot as Slack sends it. */
import type { Backstage } from './backstage.ts';
import { type Choice, type Choices, placedElements } from './elements.ts';
import { deliverEvent } from './events.ts';
import { type Fields, isFields, list } from './json.ts';
import { messageAction, type Pressed, slashCommand, viewAction } from './payloads.ts';
import { refusalAnswer } from './refusal.ts';
import { postAcknowledgement } from './response-url.ts';
import type { SocketMode } from './socket-mode.ts';
import {
  addMessage,
  announce,
  type Channel,
  findChannel,
  findMessage,
  type OpenView,
  SLACKBOT,
  type StoredMessage,
} from './workspace.ts';

/** `sent`: reached the bot or the channel; otherwise the word Slack shows. */
export type Outcome = 'sent' | 'dispatch_failed' | 'unknown_command' | 'not_found';

export interface Person {
  /** A line in the composer: a slash command, or words for the channel. */
  say(line: { channel: string; text: string; thread_ts?: string }): Promise<Outcome>;
  /** A press or a choice in a message or view. `block_id` may be left out when the action_id is unique. */
  act(where: Where, press: Press): Promise<Outcome>;
  /** Looks at the home tab. */
  openHome(): Promise<Outcome>;
}

type Where = { readonly channel: string; readonly ts: string } | { readonly view: string };

export interface Press {
  readonly action_id: string;
  readonly block_id?: string;
  readonly choice?: Choice;
  readonly choices?: Choices;
}

const COMMAND = /^\/(\S+)\s*([\s\S]*)$/;
const SLOW_BOT = 'Capwatch did not answer in time. Try again, or look at the terminal it runs in.';

export function createPerson(stage: Backstage, socket: SocketMode): Person {
  return {
    async say({ channel, text, thread_ts }) {
      const where = findChannel(stage.workspace, channel);
      const words = text.trim();
      if (!where || words === '') return 'not_found';
      const [, name, rest] = COMMAND.exec(words) ?? [];
      if (name === undefined) return post(stage, socket, { channel: where, words, thread_ts });
      if (thread_ts !== undefined)
        return tell(stage, where, { words: `\`/${name}\` is not supported in threads. Sorry!`, thread_ts });
      if (name === 'invite' || name === 'remove')
        return changeMembership(stage, socket, { where, name, rest: rest ?? '' });
      return command(stage, socket, { where, command: `/${name}`, text: rest ?? '' });
    },
    act: (where, press) => act(stage, socket, { where, press }),
    async openHome() {
      await deliverEvent(stage, socket, {
        type: 'app_home_opened',
        user: stage.workspace.person.id,
        channel: 'D0CAPWATCH0',
        tab: 'home',
      });
      return 'sent';
    },
  };
}

/** A line from Slackbot that only the person sees. */
function tell(
  stage: Backstage,
  channel: Channel,
  { words, thread_ts }: { words: string; thread_ts?: string | undefined },
): Outcome {
  const thread = thread_ts === undefined ? {} : { thread_ts };
  addMessage(stage.workspace, { channel: channel.id, user: SLACKBOT, text: words, ephemeral: true, ...thread });
  return 'sent';
}

async function command(
  stage: Backstage,
  socket: SocketMode,
  line: { where: Channel; command: string; text: string },
): Promise<Outcome> {
  const { where, command: name, text } = line;
  const known = stage.manifest?.commands.some((entry) => entry.name === name) ?? true;
  if (!known) {
    tell(stage, where, { words: `\`${inCode(name)}\` is not a valid command. Commands: ${commandNames(stage)}.` });
    return 'unknown_command';
  }
  const payload = slashCommand(stage, where, { command: name, text });
  const ack = await socket.deliver('slash_commands', payload);
  if (!ack.acked) return failed(stage, where, { name, why: 'dispatch_failed' });
  try {
    postAcknowledgement(stage, payload.response_url, ack.payload);
  } catch (thrown) {
    const error = refusalAnswer(thrown)?.error;
    if (typeof error !== 'string') throw thrown;
    return failed(stage, where, { name, why: error });
  }
  return 'sent';
}

function failed(stage: Backstage, where: Channel, { name, why }: { name: string; why: string }): Outcome {
  tell(stage, where, { words: `\`${inCode(name)}\` failed with the error "${why}".` });
  return 'dispatch_failed';
}

function inCode(name: string): string {
  return escaped(name.replaceAll('`', '').slice(0, 40));
}

function commandNames({ manifest }: Backstage): string {
  const names = (manifest?.commands ?? []).map(({ name }) => `\`${name}\``);
  return [...names, '`/invite`'].join(', ');
}

async function changeMembership(
  stage: Backstage,
  socket: SocketMode,
  { where, name, rest }: { where: Channel; name: string; rest: string },
): Promise<Outcome> {
  const { workspace } = stage;
  if (rest.replace(/^@/, '').trim().toLowerCase() !== 'capwatch')
    return tell(stage, where, { words: `Type \`/${name} @Capwatch\`.` });
  const joining = name === 'invite';
  if (where.kind === 'im') return tell(stage, where, { words: 'This is a direct message; Capwatch is always here.' });
  if (where.botIsMember === joining)
    return tell(stage, where, { words: `Capwatch ${joining ? 'is already' : 'is not'} in this channel.` });
  where.botIsMember = joining;
  announce(workspace, { kind: 'channels' });
  addMessage(workspace, {
    channel: where.id,
    user: SLACKBOT,
    text: `${workspace.person.name} ${joining ? 'added' : 'removed'} Capwatch.`,
  });
  const type = joining ? 'member_joined_channel' : 'member_left_channel';
  await deliverEvent(stage, socket, {
    type,
    user: workspace.bot.id,
    channel: where.id,
    channel_type: 'C',
    team: workspace.team.id,
  });
  return 'sent';
}

async function post(
  stage: Backstage,
  socket: SocketMode,
  said: { channel: Channel; words: string; thread_ts: string | undefined },
): Promise<Outcome> {
  const { workspace } = stage;
  const { channel, thread_ts } = said;
  const parent = thread_ts === undefined ? undefined : findMessage(workspace, channel.id, thread_ts);
  if (thread_ts !== undefined && !parent) return 'not_found';
  const thread = parent === undefined ? {} : { thread_ts: parent.thread_ts ?? parent.ts };
  const text = escaped(said.words).replace(/@capwatch\b/gi, `<@${workspace.bot.id}>`);
  const { ts } = addMessage(workspace, { channel: channel.id, user: workspace.person.id, text, ...thread });
  if (!channel.botIsMember) return 'sent';
  const shared = {
    user: workspace.person.id,
    text,
    ts,
    channel: channel.id,
    team: workspace.team.id,
    event_ts: ts,
    ...thread,
  };
  const mention = text.includes(`<@${workspace.bot.id}>`) && channel.kind !== 'im';
  await Promise.all([
    deliverEvent(stage, socket, { type: 'message', channel_type: channel.kind, ...shared }),
    mention && deliverEvent(stage, socket, { type: 'app_mention', ...shared }),
  ]);
  return 'sent';
}

async function act(
  stage: Backstage,
  socket: SocketMode,
  { where, press }: { where: Where; press: Press },
): Promise<Outcome> {
  const surface = 'view' in where ? viewSurface(stage, where.view) : messageSurface(stage, where);
  const found =
    surface &&
    placedElements(surface.blocks).filter(
      ({ action_id, block_id }) => action_id === press.action_id && (press.block_id ?? block_id) === block_id,
    );
  const placed = found?.[0];
  if (!surface || !placed) return 'not_found';
  const pressed: Pressed = { placed, choice: press.choice ?? null, choices: press.choices ?? {} };
  const ack = await socket.deliver('interactive', surface.payload(pressed));
  if (ack.acked) return 'sent';
  announce(stage.workspace, { kind: 'notice', text: SLOW_BOT });
  return 'dispatch_failed';
}

interface Surface {
  readonly blocks: readonly Fields[];
  readonly payload: (pressed: Pressed) => Fields;
}

function messageSurface(stage: Backstage, { channel, ts }: { channel: string; ts: string }): Surface | undefined {
  const where = findChannel(stage.workspace, channel);
  const message: StoredMessage | undefined = where && findMessage(stage.workspace, where.id, ts);
  if (!where || !message) return undefined;
  const blocks = list(message.blocks).filter(isFields);
  return { blocks, payload: (pressed) => messageAction(stage, { message, channel: where }, pressed) };
}

function viewSurface(stage: Backstage, id: string): Surface | undefined {
  const { views, home } = stage.workspace;
  const view: OpenView | undefined = [...views, ...(home ? [home] : [])].find((open) => open.id === id);
  return view && { blocks: view.blocks, payload: (pressed) => viewAction(stage, view, pressed) };
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
