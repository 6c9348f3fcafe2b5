/** `/capwatch morning [asof D]`: the lead of the morning summary, to the asker; what its Receipts button runs again. */
import { newYorkTime } from '../src/calendar/day.ts';
import { nextSession, previousSession } from '../src/calendar/nyse.ts';
import { CapwatchError } from '../src/errors.ts';
import { type ContentSources, readMorning } from '../src/market/morning-facts.ts';
import { quotedWord } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { morningMessage } from '../src/messages/morning.ts';
import { morningView } from '../src/metrics/morning.ts';
import { askedSession } from '../src/questions/as-of.ts';
import { parseDay } from '../src/questions/dates.ts';
import { readWords } from '../src/questions/words.ts';

const EXAMPLE = '/capwatch morning asof 2024-01-22';

/** The lead as a channel that saw the summary before would read it. @throws CapwatchError `invalid_input` for unknown words. */
export async function capwatchMorning(text: string, sources: ContentSources, now: Temporal.Instant): Promise<Message> {
  const { session } = askedSession(askedDay(text, now), now, '/capwatch morning');
  const facts = await readMorning(sources, { session, today: nextSession(session) });
  return morningMessage(morningView(facts, previousSession(session)), {
    command: `/capwatch morning asof ${session}`,
    parts: [],
  });
}

/** The day after `asof`; undefined when nothing was typed. */
function askedDay(text: string, now: Temporal.Instant): string | undefined {
  const words = readWords(text, EXAMPLE);
  if (words.done()) return undefined;
  const first = words.next();
  const rest: string[] = [];
  while (!words.done()) rest.push(words.next());
  const day = first === 'asof' ? parseDay(rest.join(' '), newYorkTime(now).day) : undefined;
  if (day !== undefined) return day;
  throw new CapwatchError('invalid_input', `I do not know \`${quotedWord(text)}\` here.`, { example: EXAMPLE });
}
