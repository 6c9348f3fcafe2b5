/** Two questions in one text: both answered, in order, in one message; a third is offered on a button. Understands nothing itself. */
import { CapwatchError } from '../src/errors.ts';
import { joinedMessage } from '../src/messages/answers-joined.ts';
import { section } from '../src/messages/blocks.ts';
import { escapeText } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { rememberedQuestion } from '../src/questions/chain.ts';
import { parseQuestion } from '../src/questions/parse-question.ts';
import type { Question, Reading } from '../src/questions/question.ts';
import { isAnother, partsOf, saysSomething, standsAlone } from '../src/questions/several.ts';
import type { AnsweredQuestion, QuestionContext } from './question.ts';

type AnswerOne = (text: string, context: QuestionContext) => Promise<AnsweredQuestion>;

/** Kinds that need their whole text: a wish, a quarrel over two figures, a plea for advice. */
const WHOLE = /^(alert|add-call|change-call|subscribe|challenge|advice|help|csv)/;

/** Two posts held against each other: the quarrel is the question. */
const UNDIVIDED = /^synthesis$/;

interface Part {
  readonly text: string;
  readonly question: Question;
}

/** Both answers to a text with two questions; undefined where it holds one. @throws CapwatchError as the first answer does. */
export async function severalAnswers(
  text: string,
  context: QuestionContext,
  answerOne: AnswerOne,
): Promise<AnsweredQuestion | undefined> {
  const { found, alone } = questionsOf(text, context);
  const [first, second, ...left] = found;
  if (!first || !second) return alone && answerOne(alone.text, context);
  const one = await answerOne(first.text, context);
  const chain = [...context.chain, { text: first.text, command: '', memory: rememberedQuestion(first.question) }];
  const two = await answeredOrSaid(second.text, { ...context, chain }, answerOne);
  return {
    message: joinedMessage(
      { text: first.text, message: one.message },
      { text: second.text, message: two.message },
      left.map((part) => part.text),
    ),
    turn: { text, command: two.turn?.command || one.turn.command, memory: two.turn?.memory || one.turn.memory },
    understood: true,
    as: `${first.question.kind} + ${second.question.kind}`,
  };
}

interface Parts {
  /** Questions of their own, each after the one before. */
  readonly found: readonly Part[];
  /** The first, where a half sentence behind it would change what the whole is taken for. */
  readonly alone?: Part | undefined;
}

/** Whether the whole text is taken for what only its second half suggests. */
function misled(whole: Reading, [first]: readonly Part[], halves: readonly Part[]): boolean {
  const kind = whole.kind === 'question' ? whole.question.kind : undefined;
  return first !== undefined && first.question.kind !== kind && halves.some(({ question }) => question.kind === kind);
}

function questionsOf(text: string, { post, chain, call }: QuestionContext): Parts {
  const parts = partsOf(text);
  if (parts.length < 2) return { found: [] };
  const thread = { ...(post && { post }) };
  const whole = parseQuestion(text, { ...thread, turns: chain }, call.now);
  if (whole.kind === 'chatter' || (whole.kind === 'question' && isWhole(whole.question))) return { found: [] };
  const found: Part[] = [];
  const halves: Part[] = [];
  for (const part of parts) {
    const before = found.at(-1);
    const turns = before ? [...chain, { text: '', command: '', memory: rememberedQuestion(before.question) }] : chain;
    const reading = parseQuestion(part, { ...thread, turns }, call.now);
    if (reading.kind !== 'question' || WHOLE.test(reading.question.kind)) continue;
    const { question } = reading;
    if (before && !standsAlone(part, question)) halves.push({ text: part, question });
    else if (saysSomething(part, question) && found.every((one) => isAnother(one.question, question)))
      found.push({ text: part, question });
  }
  return { found, ...(misled(whole, found, halves) && { alone: found[0] }) };
}

function isWhole({ kind }: Question): boolean {
  return WHOLE.test(kind) || UNDIVIDED.test(kind);
}

/** The second answer, or in its place why there is none: the first still stands. */
async function answeredOrSaid(
  text: string,
  context: QuestionContext,
  answerOne: AnswerOne,
): Promise<{ readonly message: Message; readonly turn?: AnsweredQuestion['turn'] }> {
  try {
    return await answerOne(text, context);
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    const said = escapeText(error.userMessage);
    return { message: { text: said, blocks: [section(said)], charts: [], numbers: [], asOf: '' } };
  }
}
