/** What the next question of a thread needs to know of this one: written into a turn's memory and read back, checked. Pure. */
import type { Told } from '../messages/answer.ts';
import type { Turn } from './post-snapshot.ts';
import { KINDS, type Question } from './question.ts';

/** A question of the thread and what its answer told. */
export interface Remembered {
  readonly question: Question;
  readonly told?: Told;
}

/** The last question, what its answer told, and the questions before it, newest first. */
export interface Before extends Remembered {
  readonly earlier: readonly Question[];
}

/** The question, and what its answer told, as JSON for a turn's memory. */
export function rememberedQuestion(question: Question, told?: Told): string {
  return JSON.stringify({ v: 1, question, ...(told && { told }) });
}

/** What the turns of a thread leave behind; undefined where none of them was understood. */
export function recalledThread(turns: readonly Turn[]): Before | undefined {
  const [last, ...earlier] = turns
    .toReversed()
    .map(({ memory }) => recalled(memory))
    .filter((one) => one !== undefined);
  return last && { ...last, earlier: earlier.map(({ question }) => question) };
}

/** The question a turn remembers, with what was told; undefined for an empty memory or one of another version. */
export function recalled(memory: string | undefined): Remembered | undefined {
  if (memory === undefined || memory === '') return undefined;
  const read = parsed(memory);
  if (typeof read !== 'object' || read === null || !('v' in read) || read.v !== 1 || !('question' in read))
    return undefined;
  const { question } = read;
  if (typeof question !== 'object' || question === null || !('kind' in question) || !('slots' in question))
    return undefined;
  if (!KINDS.some((kind) => kind === question.kind) || typeof question.slots !== 'object') return undefined;
  return read as unknown as Remembered;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
