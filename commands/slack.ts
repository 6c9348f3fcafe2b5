/** Commands and buttons on Slack: acknowledge first, answer then, and one wrapper for whatever fails. */
import type { BlockButtonAction, SlashCommand } from '@slack/bolt';
import type { Capwatch } from '../src/capwatch.ts';
import type { Message } from '../src/messages/message.ts';
import type { PostPlace } from '../src/messages/receipts.ts';
import { type PublishDeps, publish } from '../src/publish.ts';
import type { SlackApp } from '../src/slack/app.ts';
import { createReply } from '../src/slack/reply.ts';
import { realWait } from '../src/slack/wait.ts';
import type { Writing } from '../src/store/call-ledger.ts';
import type { Store } from '../src/store/store.ts';
import type { HomeDesk } from './app-home.ts';
import { BUTTON_ACTIONS, csvToPerson, type Press, run } from './buttons.ts';
import type { AlertDesk } from './capwatch-alerts.ts';
import type { QuestionLog } from './capwatch-unanswered.ts';
import { answerOrRefusal, type Call, failureMessage } from './index.ts';
import { questionButtons, saidAt } from './question-buttons.ts';
import type { QuestionDesk } from './question-desk.ts';
import { registerHome } from './subscriptions-slack.ts';
import { registerTargetViews } from './targets-slack.ts';

/** Routes every slash command and every button of the app to Capwatch. */
export function registerCommands(app: SlackApp, capwatch: Capwatch, parts: CommandParts = {}): void {
  const { bolt, slack } = app;
  const { sent, questions } = parts;
  const remember = questions && { remember: questions.desk.once.remember };
  const publishing: PublishDeps = { slack, draw: capwatch.draw, wait: realWait, log: capwatch.log, ...remember };
  const desk: Desk = { capwatch, publishing, ...parts };
  const buttons = { ...BUTTON_ACTIONS, ...(questions && questionButtons(questions.desk)) };
  if (sent) registerHome(app, capwatch, sent.subscriptions);
  registerTargetViews({ bolt }, capwatch, publishing);
  bolt.command(/.*/, async ({ ack, payload }) => {
    await ack();
    await answerCommand(payload, desk);
  });
  bolt.action<BlockButtonAction>({ type: 'block_actions' }, async ({ ack, body, payload }) => {
    await ack();
    const press = pressOf(body, desk);
    const act =
      (payload.type === 'button' && Object.hasOwn(buttons, payload.action_id) && buttons[payload.action_id]) || run;
    await guarded(press.line, capwatch, { work: () => act(press), tell: (message) => press.tell(message, 'below') });
  });
}

/** What goes out by the clock, as far as requests change it. */
export interface Sent {
  readonly subscriptions: HomeDesk;
  readonly alerts: Omit<AlertDesk, 'drafts'>;
  /** Where a draft waits for its confirmation. */
  readonly drafts: Pick<Store, 'recordDraft' | 'findDraft' | 'takeDraft'>;
}

/** What commands may speak of beside the market. */
export interface CommandParts {
  readonly sent?: Sent;
  /** Questions in threads. */
  readonly questions?: { readonly desk: QuestionDesk; readonly log: QuestionLog };
}

/** What every request works with. */
interface Desk extends CommandParts {
  readonly capwatch: Capwatch;
  readonly publishing: PublishDeps;
}

interface Asking extends Pick<Desk, 'capwatch' | 'sent'> {
  readonly questions?: { readonly log: QuestionLog };
}

interface Person {
  readonly user: string;
  readonly userName: string;
  readonly channel: string;
  /** The channel's name as Slack gives it. */
  readonly name: string;
  readonly inThread?: boolean;
  readonly team: string;
}

/** A request of one person in one channel. */
export function callOf({ capwatch, sent, questions }: Asking, person: Person): Call {
  const { team, user, userName, channel, name, inThread = false } = person;
  const now = capwatch.clock();
  const channelName = CHANNEL_WORDS[name] ?? `#${name}`;
  const asker = { team, user, userName, channel, channelName, inThread };
  return {
    ...{ capwatch, now, asker },
    ...(sent && sentOf(sent, { team, by: { user, at: now } })),
    ...(questions && { questions: questions.log }),
  };
}

/** What one person may change of it: drafts are their own. */
function sentOf({ subscriptions, alerts, drafts }: Sent, writing: Writing): Pick<Call, 'subscriptions' | 'alerts'> {
  const own = {
    record: (content: string) => drafts.recordDraft(writing, content),
    find: (name: string) => drafts.findDraft(writing, name),
    take: (name: string) => drafts.takeDraft(writing, name),
  };
  return { subscriptions, alerts: { ...alerts, drafts: own } };
}

/** What Slack calls channels that it does not name. */
const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  directmessage: 'Direct message',
  privategroup: 'This private channel',
  '': 'this channel',
};

async function answerCommand(payload: SlashCommand, desk: Desk): Promise<void> {
  const { capwatch, publishing } = desk;
  const { team_id: team, user_id: user, user_name: userName, channel_id: channel, channel_name: name } = payload;
  const call = callOf(desk, { team, user, userName, channel, name });
  const line = `${payload.command} ${payload.text}`.trim();
  const reply = createReply(publishing.slack, {
    responseUrl: payload.response_url,
    channel: payload.channel_id,
    user: payload.user_id,
    from: 'command',
  });
  const tell = async (message: Message) => {
    await publish(message, { kind: 'reply', reply }, publishing);
  };
  const work = async () => {
    const message = await answerOrRefusal(line, call);
    await tell(message);
    if (message.sendCsv) await csvToPerson(message, { publishing, line, user: payload.user_id });
  };
  await guarded(line, capwatch, { work, tell });
}

interface Guarded {
  work(): Promise<void>;
  /** How the person hears of a failure. */
  tell(message: Message): Promise<void>;
}

/** The person always hears what happened; only when even that cannot be sent is the log alone told. */
async function guarded(line: string, capwatch: Capwatch, { work, tell }: Guarded): Promise<void> {
  try {
    await work();
  } catch (error) {
    await tell(failureMessage(error, line, capwatch)).catch((cause: unknown) => {
      capwatch.log.error('the person could not be told', { error, cause });
    });
  }
}

/** Who pressed, and where; a home tab or a modal is the person's own place. */
function personOf({ team, user, channel, container }: BlockButtonAction): Person {
  return {
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    userName: user.name ?? user.username,
    channel: channel?.id ?? user.id,
    name: channel?.name ?? 'directmessage',
    inThread: container.thread_ts !== undefined,
  };
}

/** What a button press says, in our words. */
function pressOf(body: BlockButtonAction, desk: Desk): Press {
  const { publishing } = desk;
  const { user, view, actions } = body;
  const carried = view && metadataOf(view.private_metadata);
  const value = actions.find((action) => action.type === 'button')?.value;
  return {
    call: callOf(desk, personOf(body)),
    publishing,
    line: carried?.command ?? value ?? '/capwatch help',
    ...placedIn(body),
    channel: { id: body.channel?.id ?? user.id, name: `#${body.channel?.name ?? 'this channel'}` },
    user: { id: user.id, name: user.name ?? user.username },
    trigger_id: body.trigger_id,
    ...(view && { view: { id: view.id, page: carried?.page ?? 0, ...(carried?.of && { of: carried.of }) } }),
    ...(desk.questions && { saidAt: saidAt(desk.questions.desk) }),
    tell: teller(body, publishing),
  };
}

/** The message a button stands in; a modal's button stands in none. */
function placedIn({ container, actions }: BlockButtonAction): Pick<Press, 'placed'> {
  const { message_ts: ts, thread_ts }: Record<string, unknown> = container;
  const [action] = actions;
  if (typeof ts !== 'string' || action === undefined) return {};
  const thread = typeof thread_ts === 'string' && thread_ts !== ts ? { thread_ts } : {};
  return { placed: { ts, pressed_ts: action.action_ts, ...thread } };
}

/** A modal has no way back of its own; what must be said then goes to the person's messages with Capwatch. */
function teller({ response_url, user, channel, container }: BlockButtonAction, publishing: PublishDeps): Press['tell'] {
  if (!response_url) {
    return async (message) => {
      await publish(message, { kind: 'post', channel: user.id }, publishing);
    };
  }
  const to = { responseUrl: response_url, channel: channel?.id ?? user.id, user: user.id };
  const ephemeral = container.is_ephemeral === true;
  return async (message, where) => {
    const from = ephemeral && where === 'in place' ? 'button' : 'command';
    await publish(message, { kind: 'reply', reply: createReply(publishing.slack, { ...to, from }) }, publishing);
  };
}

/** What our own modals carry; anything else is nothing. */
function metadataOf(text: string): Metadata | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('command' in value) || !('page' in value)) return undefined;
    const { command, page } = value;
    if (typeof command !== 'string' || typeof page !== 'number') return undefined;
    const of = 'of' in value ? placeIn(value.of) : undefined;
    return { command, page, ...(of && { of }) };
  } catch {
    return undefined;
  }
}

interface Metadata {
  readonly command: string;
  readonly page: number;
  readonly of?: PostPlace;
}

function placeIn(value: unknown): PostPlace | undefined {
  if (typeof value !== 'object' || value === null || !('channel' in value) || !('ts' in value)) return undefined;
  const { channel, ts } = value;
  return typeof channel === 'string' && typeof ts === 'string' ? { channel, ts } : undefined;
}
