/** `/backdrop [thesis] [asof DATE] [csv]`: text in, request out. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { quotedWord } from '../messages/format.ts';
import { dayAfter } from './dates.ts';
import { readWords, type Words } from './words.ts';

export interface BackdropRequest {
  /** The day asked for, session or not. */
  readonly asOf?: Day;
  readonly csv: boolean;
  /** The board of pillars instead of the prints. */
  readonly thesis?: boolean;
}

const EXAMPLE = '/backdrop asof 2024-01-22';
const SHOWN = { example: EXAMPLE, hint: 'words: thesis asof csv' };

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
  if (word === 'asof' || word === 'on') return { asOf: dayAfter(words, { after: 'asof', today, shown: SHOWN }) };
  throw refused(`I do not know \`${quotedWord(word)}\`.`);
}

function refused(said: string): CapwatchError {
  return new CapwatchError('invalid_input', said, SHOWN);
}
