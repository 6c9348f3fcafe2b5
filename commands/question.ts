/** A question in a thread, a mention or a direct message: understand → read → measure → word. Posts nothing, stores drafts only. */
import { lastCompletedSession } from '../src/calendar/nyse.ts';
import { type AnswerDraft, answerMessage, choiceMessage, type Told } from '../src/messages/answer.ts';
import { unprovenFigures } from '../src/messages/answer-guard.ts';
import { provenPart } from '../src/messages/answer-held.ts';
import { chatterMessage, csvMessage, unheldMessage } from '../src/messages/answer-plain.ts';
import type { Message } from '../src/messages/message.ts';
import { answerDraft } from '../src/questions/answer.ts';
import { rememberedQuestion } from '../src/questions/chain.ts';
import { choicesFor, choicesOf } from '../src/questions/choices.ts';
import { requireClearDays } from '../src/questions/dates.ts';
import { type AnswerDesk, type Asking, askedSessionOf } from '../src/questions/desk.ts';
import { ledgerFirms } from '../src/questions/firm-names.ts';
import { parseQuestion } from '../src/questions/parse-question.ts';
import { topicOf } from '../src/questions/post-question.ts';
import type { PostSnapshot, Turn } from '../src/questions/post-snapshot.ts';
import type { Question, Reading, Slots } from '../src/questions/question.ts';
import { sincePost } from '../src/questions/since-post.ts';
import type { Call } from './index.ts';
import { actionAnswer, isAction } from './question-actions.ts';
import { severalAnswers } from './question-parts.ts';
import { readerOf } from './targets-ledger.ts';

/** What stands around a question. */
export interface QuestionContext {
  /** The post above the thread. */
  readonly post?: PostSnapshot;
  /** The questions before in this thread, oldest first. */
  readonly chain: readonly Turn[];
  readonly call: Call;
  /** Other posts of the channel; on a terminal, replays of those about a subject. */
  readonly posts?: AnswerDesk['posts'];
}

export interface AnsweredQuestion {
  readonly message: Message;
  readonly turn: Turn;
  /** False: nothing in it was understood, or two things; the message then offers what can be asked. */
  readonly understood: boolean;
  /** What it was taken for, for the evaluation and the log: never the text. */
  readonly as: string;
}

/** The answer to `text`, or the answers to the two questions in it. @throws CapwatchError as its steps do. */
export async function answerQuestion(text: string, context: QuestionContext): Promise<AnsweredQuestion> {
  return (await severalAnswers(text, context, answerOne)) ?? answerOne(text, context);
}

async function answerOne(text: string, context: QuestionContext): Promise<AnsweredQuestion> {
  const { post, chain, call } = context;
  const firms = ledgerFirms((await deskOf(call).ledger()).calls);
  const reading = parseQuestion(text, { ...(post && { post }), turns: chain, firms }, call.now);
  if (reading.kind !== 'question') return notUnderstood(text, reading, context);
  const { question } = reading;
  const message = await answered(text, question, context);
  if (!message) return notUnderstood(text, { kind: 'unknown', nearest: [] }, context);
  const memory = rememberedQuestion(message.question ?? question, message.told);
  return {
    message: message.message,
    turn: { text, command: message.command, memory },
    understood: true,
    as: question.kind,
  };
}

interface Answered {
  readonly message: Message;
  readonly command: string;
  /** What the next words lean on, where it is more than what was understood. */
  readonly question?: Question;
  readonly told?: Told;
}

async function answered(
  text: string,
  question: Question,
  { post, call, posts, chain }: QuestionContext,
): Promise<Answered | undefined> {
  const { capwatch, now } = call;
  const asking: Asking = {
    ...{ question, text, now, desk: { ...deskOf(call), ...(posts && { posts }) } },
    session: isAction(question.kind) ? post?.asOf || lastCompletedSession(now) : askedSessionOf(question, post, now),
    latest: lastCompletedSession(now),
    ...(post && { post }),
  };
  if (isAction(question.kind)) {
    const acted = await actionAnswer(question.kind, { asking, call, chain });
    return { ...acted, command: '' };
  }
  switch (question.kind) {
    case 'csv': {
      const command = fileCommand(chain, post);
      return { message: csvMessage(command), command };
    }
    case 'help':
      return { message: choiceMessage(text, choicesFor([], topicOf(post)), 'unknown'), command: '' };
    default: {
      requireClearDays(text, asking.session);
      const first = await answerDraft(question.kind, asking);
      if (!first) return undefined;
      const draft = await sincePost(question.kind, first, asking);
      const message = provenMessage(draft, question.kind, capwatch.log);
      const { command, found, told } = draft;
      return {
        ...{ message, command },
        ...(found && { question: withFound(question, found) }),
        ...(told && { told }),
      };
    }
  }
}

/** Only what has a receipt is said; what has none is logged. */
function provenMessage(draft: AnswerDraft, as: string, log: Call['capwatch']['log']): Message {
  const unproven = unprovenFigures(draft);
  if (unproven.length === 0) {
    log.info('question answered', { as });
    return answerMessage(draft);
  }
  log.error('answer held back', { as, figures: unproven.join(' ') });
  return answerMessage(provenPart(draft));
}

/** The call an answer was about, for "his target" and "when does it expire". */
function withFound({ kind, slots }: Question, found: NonNullable<Slots['found']>): Question {
  return { kind, slots: { ...slots, found } };
}

function notUnderstood(
  text: string,
  reading: Exclude<Reading, { kind: 'question' }>,
  { post }: QuestionContext,
): AnsweredQuestion {
  const { message, as } = misread(text, reading, post);
  return { message, turn: { text, command: '', memory: '' }, understood: false, as };
}

/** What is said to a text with two meanings, none, or none that asks. */
function misread(
  text: string,
  reading: Exclude<Reading, { kind: 'question' }>,
  post: PostSnapshot | undefined,
): { message: Message; as: string } {
  switch (reading.kind) {
    case 'chatter':
      return { message: chatterMessage(reading.mood), as: 'chatter' };
    case 'ambiguous': {
      const as = reading.options.map(({ kind }) => kind).join(' or ');
      return { message: choiceMessage(text, choicesOf(reading.options), 'ambiguous'), as };
    }
    default: {
      const choices = choicesFor(reading.nearest, topicOf(post));
      const { unheld } = reading;
      const message =
        unheld === undefined ? choiceMessage(text, choices, 'unknown') : unheldMessage(text, unheld, choices);
      return { message, as: unheld === undefined ? 'unknown' : 'unheld' };
    }
  }
}

/** The command whose figures the thread spoke of last. */
function fileCommand(chain: readonly Turn[], post: PostSnapshot | undefined): string {
  const last = chain.findLast(({ command }) => command.startsWith('/'))?.command;
  const posted = post?.command.startsWith('/') ? post.command : undefined;
  return last ?? posted ?? `/smallcaps ytd${post === undefined ? '' : ` asof ${post.asOf}`}`;
}

function deskOf(call: Call): AnswerDesk {
  const { market, fedMarket, macroMarket } = call.capwatch;
  return {
    market,
    fedMarket,
    macroMarket,
    ledger: async () => {
      const { reader, team } = readerOf(call);
      const [calls, surveys, readings] = await Promise.all([
        reader.listCallVersions(team),
        reader.listSurveySeries(team),
        reader.listSurveyReadings(team),
      ]);
      return { calls, surveys, readings };
    },
  };
}
