/** What the next question of a thread needs to know of this one: written into a turn's memory and read back, checked. Pure. */
import { KINDS, type Question } from './question.ts';

/** The question as JSON for a turn's memory. */
export function rememberedQuestion(question: Question): string {
  return JSON.stringify({ v: 1, question });
}

/** The last question a turn remembers; undefined for an empty memory or one of another version. */
export function recalledQuestion(memory: string | undefined): Question | undefined {
  if (memory === undefined || memory === '') return undefined;
  const read = parsed(memory);
  if (typeof read !== 'object' || read === null || !('v' in read) || read.v !== 1 || !('question' in read))
    return undefined;
  const { question } = read;
  if (typeof question !== 'object' || question === null || !('kind' in question) || !('slots' in question))
    return undefined;
  if (!KINDS.some((kind) => kind === question.kind) || typeof question.slots !== 'object') return undefined;
  return question as Question;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
