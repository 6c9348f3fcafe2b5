/** `show morning [asof DATE]`: the lead and its thread as a channel that saw the summary before would get them. */
import { type LastSeen, PARTS, type Skip, type Summary } from '../jobs/content.ts';
import { writeMorning } from '../jobs/morning-summary.ts';
import { type Day, NEW_YORK, newYorkTime } from './calendar/day.ts';
import { isSession, lastCompletedSession, nextSession, previousSession } from './calendar/nyse.ts';
import { CapwatchError } from './errors.ts';
import { type ContentSources, readMorning } from './market/morning-facts.ts';
import { sessionDate } from './messages/format.ts';
import type { Message } from './messages/message.ts';
import { closedMessage } from './messages/morning-quiet.ts';
import { gapItem } from './metrics/morning-prices.ts';
import { parseDay } from './questions/dates.ts';

const SEVEN = '07:00';
const EXAMPLE = 'show morning asof 2024-01-22';

/**
 * Lead first, then the replies. On a day without session the one line of that day.
 * @throws CapwatchError `invalid_input` for words it does not know or a day still to come.
 */
export async function showMorning(text: string, sources: ContentSources, now: Temporal.Instant): Promise<Message[]> {
  const asked = askedDay(text, now, EXAMPLE);
  if (asked !== undefined && !isSession(asked)) return [await closedLine(asked, sources)];
  const session = asked ?? lastCompletedSession(now);
  const { lead, replies } = await summaryOf(session, sources);
  return [lead, ...replies];
}

/** The summary as a channel gets it that was told of the session before. */
async function summaryOf(session: Day, sources: ContentSources): Promise<Summary> {
  const before = previousSession(session);
  const told = await written(before, sources, undefined);
  const seen = 'skip' in told ? undefined : { day: session, snapshot: told.snapshot };
  const summary = await written(session, sources, seen);
  if ('skip' in summary) throw new CapwatchError('not_found', summary.skip);
  return summary;
}

async function written(session: Day, sources: ContentSources, seen: LastSeen | undefined): Promise<Summary | Skip> {
  const today = nextSession(session);
  const due = Temporal.ZonedDateTime.from(`${today}T${SEVEN}[${NEW_YORK}]`).toInstant();
  const facts = await readMorning(sources, { session, today });
  return writeMorning({ facts, due, now: due }, { parts: PARTS, theme: 'light', zone: NEW_YORK }, seen);
}

async function closedLine(day: Day, sources: ContentSources): Promise<Message> {
  const session = previousSession(day);
  const next = { day: nextSession(day), time: `${SEVEN} ET` };
  const facts = await readMorning(sources, { session, today: day });
  const gap = facts.prices.ok ? gapItem(facts.prices.value, session, session) : undefined;
  return closedMessage({ day, session, next, ...(gap && { gap }) });
}

/** The day typed after `asof`, not after the last completed session; undefined when nothing was typed. */
export function askedDay(text: string, now: Temporal.Instant, example: string): Day | undefined {
  const words = text.trim().toLowerCase();
  if (words === '') return undefined;
  const { day: today } = newYorkTime(now);
  const day = parseDay(words.replace(/^as-?of /, ''), today);
  if (day === undefined) throw new CapwatchError('invalid_input', 'Give a day after asof.', { example });
  if (day > today || (isSession(day) && day > lastCompletedSession(now))) {
    throw new CapwatchError('invalid_input', `${sessionDate(day)} has not closed yet.`, { example });
  }
  return day;
}
