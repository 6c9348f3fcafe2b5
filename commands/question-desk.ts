/** One kept question → what its thread is about → answer → posted once into the thread → remembered. Understands nothing itself. */
import type { Message } from '../src/messages/message.ts';
import { type OnceDeps, publishOnce } from '../src/publish-once.ts';
import type { ChannelPost, PostSnapshot, Turn } from '../src/questions/post-snapshot.ts';
import type { Posted } from '../src/slack/post.ts';
import type { ClockStore } from '../src/store/clock-store.ts';
import type { KeptSnapshot } from '../src/store/snapshots.ts';
import type { ThreadStore } from '../src/store/thread-store.ts';
import type { KeptTurn } from '../src/store/turns.ts';
import { csvToPerson } from './buttons.ts';
import { type Call, failureMessage } from './index.ts';

/** What a question was taken for, and its answer. @throws CapwatchError as its steps do. */
export type AnswerQuestion = (
  text: string,
  context: {
    readonly post?: PostSnapshot;
    readonly chain: readonly Turn[];
    readonly call: Call;
    /** Our newest posts of this channel. */
    readonly posts?: () => Promise<readonly ChannelPost[]>;
  },
) => Promise<{
  readonly message: Message;
  readonly turn: Turn;
  readonly understood: boolean;
  /** What it was taken for; `chatter` asks nothing and is no open question. */
  readonly as?: string;
}>;

export interface QuestionDesk {
  readonly team: string;
  readonly threads: ThreadStore;
  readonly clock: Pick<ClockStore, 'findPostAt'>;
  readonly once: OnceDeps;
  readonly answer: AnswerQuestion;
  /** Where people open a post; nothing where the workspace's address is not known. */
  linkTo(channel: string, ts: string): string | undefined;
  /** A request of one person in one channel. */
  callFor(user: string, channel: string): Call;
}

/** A question as it is asked, by a message or by a button. */
export interface Question {
  readonly channel: string;
  /** The message that asks, or for a button the time of the press. */
  readonly question_ts: string;
  /** The thread it is in and its answer goes to; empty for the main line of a direct message. */
  readonly thread_ts: string;
  readonly user: string;
  readonly words: string;
  /** The answer is posted under this key, once. */
  readonly key: string;
  /** Said to nobody by name: what is not understood may be talk between people. */
  readonly unaddressed: boolean;
  /** A button's question continues the thread only up to this answer. */
  readonly after?: KeptTurn;
}

/** In a direct message outside threads, what was said longer ago is another conversation. */
const CONVERSATION = { minutes: 60 };
const KINDS = ['shared', 'morning', 'weekly', 'fed', 'alert', 'answer'] as const;
const TRIES = 4;

/**
 * Answers in the thread, at most once for a key. `later`: Slack asks to wait, or may have it; ask again.
 * @throws CapwatchError when Slack refuses the post.
 */
export async function answerInThread(desk: QuestionDesk, question: Question): Promise<'done' | 'later'> {
  const { channel, user, words, unaddressed } = question;
  const call = desk.callFor(user, channel);
  const { message, turn, understood, as } = await answered(desk, question, call);
  if (!understood && unaddressed && (as === 'chatter' || !isAsking(words))) return 'done';
  const posted = await post(desk, question, message);
  if (posted === 'later') return 'later';
  if (posted !== 'unknown')
    await remember(desk, question, { turn, understood: understood || as === 'chatter', posted, at: call.now });
  if (message.sendCsv) await csvToPerson(message, { publishing: desk.once, line: turn.command, user });
  return 'done';
}

type Answered = Awaited<ReturnType<AnswerQuestion>>;

/** The answer, or the message that says why there is none; trying again then asks the same question. */
async function answered(desk: QuestionDesk, question: Question, call: Call): Promise<Answered> {
  const { words } = question;
  const post = await postAbove(desk, question);
  const chain = await chainOf(desk, question, call.now);
  try {
    const posts = () => channelPosts(desk, question.channel);
    return await desk.answer(words, { chain, call, posts, ...(post && { post }) });
  } catch (error) {
    const message = failureMessage(error, words, call.capwatch);
    return { message: askingAgain(message, words), turn: { text: words, command: '', memory: '' }, understood: false };
  }
}

function askingAgain(message: Message, words: string): Message {
  const blocks = message.blocks.map((block) => {
    if (block.type !== 'actions') return block;
    const elements = block.elements.map((element) =>
      element.type === 'button' && element.action_id === 'retry'
        ? { ...element, action_id: 'ask_1', value: words }
        : element,
    );
    return { ...block, elements };
  });
  return { ...message, blocks };
}

/** What the post above the thread says, as it was posted. */
async function postAbove(desk: QuestionDesk, { channel, thread_ts }: Question): Promise<ChannelPost | undefined> {
  if (thread_ts === '') return undefined;
  const { team, threads, clock } = desk;
  const held = await threads.findSnapshot({ team, channel, ts: thread_ts });
  if (held) return inChannel(desk, held);
  const post = await clock.findPostAt(team, { channel, ts: thread_ts });
  if (!post) return undefined;
  const bare: Omit<KeptSnapshot, 'kind'> = { team, channel, ts: thread_ts, command: '', asOf: post.day, numbers: [] };
  return { ...bare, kind: kindOf(post.about) };
}

async function channelPosts(desk: QuestionDesk, channel: string): Promise<ChannelPost[]> {
  const held = await desk.threads.listChannelPosts({ team: desk.team, channel });
  return held.map((post) => inChannel(desk, post));
}

function inChannel({ linkTo }: QuestionDesk, held: KeptSnapshot): ChannelPost {
  const link = linkTo(held.channel, held.ts);
  return { ...held, kind: kindOf(held.kind), ...(link !== undefined && { link }) };
}

function kindOf(word: string): PostSnapshot['kind'] {
  return KINDS.find((kind) => word.startsWith(kind)) ?? 'shared';
}

/** The questions of the thread so far; under an answer in a direct message, the one it answered comes first. */
async function chainOf(desk: QuestionDesk, question: Question, now: Temporal.Instant): Promise<readonly Turn[]> {
  const { team, threads } = desk;
  const { channel, thread_ts, question_ts, after } = question;
  const since = thread_ts === '' ? now.subtract(CONVERSATION) : undefined;
  const turns = await threads.listTurns({ team, channel, thread_ts }, since);
  const above = thread_ts === '' ? undefined : await threads.findAnsweredTurn({ team, channel, answer_ts: thread_ts });
  const before = [...(above ? [above] : []), ...turns].filter((turn) => turn.question_ts < question_ts);
  const end = before.findIndex((turn) => turn.question_ts === after?.question_ts);
  return end < 0 ? before : before.slice(0, end + 1);
}

async function post(
  { team, once }: QuestionDesk,
  { channel, thread_ts, key }: Question,
  message: Message,
): Promise<Posted | 'later' | 'unknown'> {
  const facts = { team, key, channel, about: 'answer', day: message.asOf, snapshot: '{}' };
  for (let attempt = 1; ; attempt += 1) {
    const sent = await publishOnce(message, { ...facts, ...(thread_ts !== '' && { thread_ts }) }, once);
    if (sent.kind === 'sent') return sent.posted;
    if (sent.kind === 'unknown') return 'unknown';
    if (attempt === TRIES) return 'later';
    await once.wait(sent.seconds * 1000);
  }
}

async function remember(
  { team, threads }: QuestionDesk,
  { channel, thread_ts, question_ts, user }: Question,
  said: {
    readonly turn: Turn;
    readonly understood: boolean;
    readonly posted: Posted;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { turn, understood, posted, at } = said;
  const answer_ts = posted.ts;
  const text = (await threads.keepsWords(team)) ? turn.text : '';
  const about = { team, channel, question_ts, user, at, answer_ts };
  await threads.recordTurn({ ...about, thread_ts, text, command: turn.command, memory: turn.memory });
  if (!understood) await threads.recordUnanswered({ ...about, text: turn.text, why: 'unknown' });
}

const ASKING =
  /\?|^(?:what|what's|whats|why|how|hows|when|who|which|where|is|are|was|were|did|does|do|can|could|should|would|will|has|have|show|chart|plot|draw|compare|explain|tell|give|list|define|add|ping|alert|source|same|vs)\b/i;

/** Whether unaddressed words sound like a question: people thank each other under posts too. */
function isAsking(words: string): boolean {
  return ASKING.test(words);
}
