/** Questions against the local Slack and a real store: what Bolt gets is what a test hands in, the answers are countable. */
import { readFileSync } from 'node:fs';
import { App, type Receiver } from '@slack/bolt';
import type { AnswerQuestion } from '../../commands/question-desk.ts';
import { registerCommands } from '../../commands/slack.ts';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { type StandIn, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';
import { addMessage, type StoredMessage } from '../../src/demo/slack/workspace.ts';
import { type Listener, listen } from '../../src/listening.ts';
import { createLog } from '../../src/log.ts';
import type { Message } from '../../src/messages/message.ts';
import type { Receipt } from '../../src/metrics/receipt.ts';
import { publish } from '../../src/publish.ts';
import type { SlackApp } from '../../src/slack/app.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { storePath } from './store.ts';

export const TEAM = 'T0LOCALDESK';
export const CHANNEL = 'C0DESKUS001';
const NOW = Temporal.Instant.from('2024-01-22T23:10:00Z');

export type Body = Record<string, unknown> & { readonly event: Record<string, unknown> };

/** A recorded event body, its event changed by `event`, the rest by `body`. */
export function eventBody(
  name: 'event-reply' | 'event-mention',
  event: Record<string, unknown> = {},
  body: Record<string, unknown> = {},
): Body {
  const recorded: Body = JSON.parse(readFileSync(new URL(`../fixtures/slack/${name}.json`, import.meta.url), 'utf8'));
  return { ...recorded, ...body, event: { ...recorded.event, ...event } };
}

export function gap(value: number, asOf = '2024-01-22'): Receipt {
  const inputs = [
    { name: 'a', series: 'RUT', date: asOf, value },
    { name: 'b', series: 'GSPC', date: asOf, value: 0 },
  ];
  return {
    id: 'RUT-GSPC.gap.ytd',
    value,
    unit: 'fraction',
    asOf,
    basis: 'price return',
    formula: 'a − b',
    inputs,
    sources: [],
  };
}

/** A message of one line and one number. */
export function said(text: string, { value = -0.0385, buttons = [] as string[], asOf = '2024-01-22' } = {}): Message {
  const elements = buttons.map((action_id) => ({
    type: 'button' as const,
    action_id,
    text: { type: 'plain_text' as const, text: action_id },
    ...(action_id.startsWith('answer_') ? {} : { value: `value of ${action_id}` }),
  }));
  const blocks: Message['blocks'] = [
    { type: 'section', text: { type: 'mrkdwn', text } },
    ...(elements.length > 0 ? [{ type: 'actions' as const, elements }] : []),
  ];
  return { text, blocks, charts: [], numbers: [gap(value, asOf)], asOf };
}

interface Heard {
  readonly text: string;
  readonly chain: readonly string[];
  readonly post: Parameters<AnswerQuestion>[1]['post'];
  readonly asker: Parameters<AnswerQuestion>[1]['call']['asker'];
}

export interface RigOptions {
  readonly standIn?: StandIn;
  readonly store?: Store;
  readonly answer?: AnswerQuestion;
  /** The workspace's address. */
  readonly url?: string;
}

export interface QuestionRig extends Listener {
  readonly standIn: StandIn;
  readonly store: Store;
  /** What the answering part was asked, in order. */
  readonly heard: Heard[];
  readonly logged: string[];
  send(body: Record<string, unknown>): Promise<void>;
  /** When the last body was acknowledged and how many answers had begun by then. */
  readonly acks: number[];
  /** A post of ours in the channel, made the way buttons make it; its ts is 1705964400.000100 when `recorded`. */
  shared(message?: Message): Promise<StoredMessage>;
  /** The bot's answers in a channel. */
  answers(channel?: string): StoredMessage[];
  close(): Promise<void>;
}

const silent: Receiver = { init: () => {}, start: () => Promise.resolve(), stop: () => Promise.resolve() };

export async function questionRig(options: RigOptions = {}): Promise<QuestionRig> {
  const standIn = options.standIn ?? (await startSlackStandIn({ port: 0, now: () => NOW, fileReadyMs: 0 }));
  const store = options.store ?? (await openSqliteStore(storePath(), NOW));
  const heard: Heard[] = [];
  const acks: number[] = [];
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const slack = slackClients({ token: standIn.tokens.bot, apiUrl: standIn.apiUrl, log });
  const { id: botUserId, botId } = standIn.workspace.bot;
  const clientOptions = { slackApiUrl: standIn.apiUrl };
  const bolt = new App({
    token: standIn.tokens.bot,
    botId,
    botUserId,
    receiver: silent,
    convoStore: false,
    clientOptions,
  });
  const capwatch = createCapwatch(parseConfig({}), { log, clock: () => NOW });
  const answer: AnswerQuestion = (text, context) => {
    const { chain, post, call } = context;
    heard.push({ text, chain: chain.map((turn) => turn.memory), post, asker: call.asker });
    return (options.answer ?? echo)(text, context);
  };
  const app: SlackApp = {
    ...{ bolt, slack, team: TEAM, botUserId, ...(options.url !== undefined && { url: options.url }) },
    keepFirst: () => {},
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  const listener = listen(app, capwatch, { store, answer, wait: () => Promise.resolve() });
  registerCommands(app, capwatch, { questions: listener.questions });
  return {
    ...listener,
    ...{ standIn, store, heard, logged, acks },
    async send(body) {
      await bolt.processEvent({ body, ack: async () => void acks.push(heard.length) });
    },
    async shared(message = said('Small caps lag by 3.85 pp', { buttons: ['receipts'] })) {
      const { posted = { channel: '', ts: '' } } = await publish(
        message,
        { kind: 'post', channel: CHANNEL },
        listener.questions.desk.once,
      );
      const stored = standIn.messages(CHANNEL).find(({ ts }) => ts === posted.ts);
      if (!stored) throw new Error('the post is not there');
      return stored;
    },
    answers: (channel = CHANNEL) =>
      standIn.messages(channel).filter(({ user, text }) => user === botUserId && text.startsWith('answer')),
    async close() {
      await capwatch.close();
      if (!options.store) await store.close();
      if (!options.standIn) await standIn.close();
    },
  };
}

/** Answers with the words it was asked; "gibberish" is not understood, "boom" fails. */
export const echo: AnswerQuestion = async (text, { chain }) => {
  if (text.includes('boom')) throw new Error('boom');
  const message = said(`answer ${chain.length + 1} to ${text.replaceAll(/[<>&]/g, '')}`, {
    buttons: ['receipts', 'answer_chart', 'answer_miss', 'ask_1'],
  });
  return { message, turn: { text, command: '/smallcaps ytd', memory: text }, understood: !text.includes('gibberish') };
};

/** A message of a person that is in the channel, so that it can be the root of a thread. */
export function typedBy(standIn: StandIn, text: string, more: Partial<StoredMessage> = {}): StoredMessage {
  return addMessage(standIn.workspace, { channel: CHANNEL, user: standIn.workspace.person.id, text, ...more });
}
