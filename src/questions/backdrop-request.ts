/** `/backdrop [thesis] [asof DATE] [csv]`: text in, request out. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { quotedWord } from '../messages/format.ts';
import { parseDay } from './dates.ts';
import { readWords, type Words } from './words.ts';

export interface BackdropRequest {
  /** The day asked for, session or not. */
  readonly asOf?: Day;
  readonly csv: boolean;
  /** The board of pillars instead of the prints. */
  readonly thesis?: boolean;
}

const EXAMPLE = '/backdrop asof 2024-01-22';

/** The request that `text` asks for; `today` is the New York day. @throws CapwatchError `invalid_input` with an example. */
export function parseBackdropRequest(text: string, today: Day): BackdropRequest {
  const words = readWords(text, EXAMPLE);
  let request: BackdropRequest = { csv: false };
  while (!words.done()) request = { ...request, ...part(words, today) };
  return request;
}

function part(words: Words, today: Day): Partial<BackdropRequest> {
  const word = words.next();
  if (word === 'thesis') return { thesis: true };
  if (word === 'csv') return { csv: true };
  if (word === 'asof' || word === 'on') return { asOf: dayAfter(words, today) };
  throw refused(`I do not know \`${quotedWord(word)}\`.`);
}

/** Takes the longest run of up to three words that is a day. */
function dayAfter(words: Words, today: Day): Day {
  for (const count of [3, 2, 1]) {
    const day = dayIn(words.peek(count), today);
    if (day === undefined) continue;
    words.skip(count);
    return day;
  }
  const typed = words.peek(1);
  throw refused(
    typed === undefined ? 'A day is missing after `asof`.' : `I do not know the day \`${quotedWord(typed)}\`.`,
  );
}

function dayIn(phrase: string | undefined, today: Day): Day | undefined {
  try {
    return phrase === undefined ? undefined : parseDay(phrase, today);
  } catch (error) {
    throw error instanceof CapwatchError ? refused(error.userMessage, error) : error;
  }
}

function refused(said: string, cause?: unknown): CapwatchError {
  return new CapwatchError('invalid_input', said, { example: EXAMPLE, hint: 'words: thesis asof csv', cause });
}
