/** `show weekly [asof DATE]` and `show fomc [asof DATE]`: the wrap of the week to that day, and both halves of a decision day. */
import { type Audience, PARTS, type Slot, type SummaryContent } from '../jobs/content.ts';
import { fomcContent } from '../jobs/fomc-day.ts';
import { weeklyContent } from '../jobs/weekly-wrap.ts';
import { type Day, NEW_YORK, newYorkTime } from './calendar/day.ts';
import { isSession, lastCompletedSession, sessionOnOrBefore } from './calendar/nyse.ts';
import { CapwatchError } from './errors.ts';
import type { ContentSources } from './market/morning-facts.ts';
import type { Message } from './messages/message.ts';
import { askedDay } from './show-morning.ts';

const AUDIENCE: Audience = { parts: PARTS, theme: 'light', zone: NEW_YORK };
/** A summary of the evening is due after the close, one of the morning before the open. */
const EVENING = '17:00';
const MORNING = '07:00';

/**
 * Lead first, then the replies, of the week to the session on or before the day.
 * @throws CapwatchError `invalid_input` for words it does not know or a day still to come.
 */
export async function showWeekly(text: string, sources: ContentSources, now: Temporal.Instant): Promise<Message[]> {
  const asked = askedDay(text, now, 'show weekly asof 2024-01-19');
  const session = asked === undefined ? lastCompletedSession(now) : sessionOnOrBefore(asked);
  return written(weeklyContent(sources), slotOf(session, EVENING));
}

/**
 * The morning of the decision, then its evening; without a day that of the last decision.
 * @throws CapwatchError `invalid_input` as above, `not_found` on a day without a decision.
 */
export async function showFomc(text: string, sources: ContentSources, now: Temporal.Instant): Promise<Message[]> {
  const asked = askedDay(text, now, 'show fomc asof 2024-01-31');
  const day = asked ?? (await lastDecision(sources, now));
  const before = await written(fomcContent(sources, 'before'), slotOf(day, MORNING));
  const after = isSession(day) ? await written(fomcContent(sources, 'after'), slotOf(day, EVENING)) : [];
  return [...before, ...after];
}

async function lastDecision({ fedMarket }: ContentSources, now: Temporal.Instant): Promise<Day> {
  const session = lastCompletedSession(now);
  const { calendar } = await fedMarket.fedFunds(session);
  return calendar.scheduled.findLast(({ date }) => date <= session)?.date ?? newYorkTime(now).day;
}

function slotOf(day: Day, time: string): Slot {
  const due = Temporal.ZonedDateTime.from(`${day}T${time}[${NEW_YORK}]`).toInstant();
  return { day, due, now: due };
}

/** What a channel gets that was told nothing before. */
async function written<Facts>(content: SummaryContent<Facts>, slot: Slot): Promise<Message[]> {
  const summary = content.write(await content.measure(slot), AUDIENCE, undefined);
  if ('skip' in summary) throw new CapwatchError('not_found', summary.skip);
  return [summary.lead, ...summary.replies];
}
