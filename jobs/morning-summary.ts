/** The morning summary's content: read and measured once a slot, written once an audience. It posts nothing. */
import { type Day, newYorkTime } from '../src/calendar/day.ts';
import { closedReason, isSession, lastCompletedSession, nextSession, previousSession } from '../src/calendar/nyse.ts';
import { type ContentSources, factsAt, readMorning } from '../src/market/morning-facts.ts';
import { weekdayDate } from '../src/messages/format.ts';
import { type MorningContext, morningMessage } from '../src/messages/morning.ts';
import { headline } from '../src/messages/morning-findings.ts';
import { closedMessage } from '../src/messages/morning-quiet.ts';
import { revisitedLead } from '../src/messages/morning-revisited.ts';
import { morningReplies } from '../src/messages/morning-thread.ts';
import { dayName } from '../src/messages/morning-words.ts';
import { type MorningFacts, type MorningView, morningView } from '../src/metrics/morning.ts';
import { gapItem } from '../src/metrics/morning-prices.ts';
import type { Audience, LastSeen, Skip, Slot, Summary, SummaryContent } from './content.ts';
import { correctionOf } from './morning-correction.ts';
import { followMorning, missingParts } from './morning-follow.ts';
import { type MorningSnapshot, readSnapshot, snapshotOf, withClosedDay } from './morning-snapshot.ts';

/** Facts of a slot, with the time it was due. */
export interface SlotFacts {
  readonly facts: MorningFacts;
  readonly due: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** The morning summary over `sources`. */
export function morningContent(sources: ContentSources): SummaryContent<SlotFacts> {
  return {
    async measure({ day, due, now }: Slot) {
      const session = lastCompletedSession(due);
      const facts = await readMorning(sources, { session, today: readOn(day, due) });
      return { facts, due, now };
    },
    write: writeMorning,
    follow: followMorning,
  };
}

/** New York's day. A Monday that begins in Sydney while New York has Sunday is the reader's own: it speaks of Friday. */
function readOn(day: Day, due: Temporal.Instant): Day {
  const there = newYorkTime(due).day;
  return closedReason(there) === 'weekend' ? day : there;
}

/** Pure of I/O: what one audience is told, given what a channel last saw. */
export function writeMorning(slot: SlotFacts, audience: Audience, seen: LastSeen | undefined): Summary | Skip {
  const { facts, now } = slot;
  const told = readSnapshot(seen);
  if (!isSession(facts.today)) return closedDay(slot, audience, told);
  if (told.session === facts.session)
    return { skip: `Nothing new since the summary of ${weekdayDate(facts.session)}.` };
  const view = morningView(facts, sinceOf(told, facts.session));
  const command = `/capwatch morning asof ${facts.session}`;
  const call: MorningContext = { command, parts: audience.parts, follows: true };
  const lead = morningMessage(view, call);
  const before = told.session === view.since ? earlierView(facts, told) : undefined;
  const correction = before && seen ? correctionOf({ before, told, now }) : undefined;
  const meetings = facts.fed.ok ? facts.fed.value.calendar.meetings : undefined;
  const replies = morningReplies(view, {
    ...call,
    // What was corrected is told by the correction.
    revisited: before && !correction && isToldSo(before, told) ? revisitedLead(view, before) : [],
    ...(meetings && { meetings }),
    ...(told.session === undefined && { compared: dayName(view.since, facts.session) }),
  });
  const corrections = correction && seen ? [{ day: seen.day, ...correction }] : undefined;
  const missing = missingParts(facts, audience.parts);
  return { lead, replies, snapshot: snapshotOf(view, lead, now), missing, ...(corrections && { corrections }) };
}

/** True when the channel was told what `before` says: a source may have been dead that morning. */
function isToldSo(before: MorningView, told: MorningSnapshot): boolean {
  return told.header !== '' && told.header === headline(before).replaceAll('\u00a0', ' ');
}

/** The session last told of; for a first summary, or after a long silence, the session before. */
function sinceOf({ session }: MorningSnapshot, now: Day): Day {
  return session !== undefined && session < now && isSession(session) ? session : previousSession(now);
}

/** The last summary as today's data would write it. */
function earlierView(facts: MorningFacts, { session, since }: MorningSnapshot): MorningView | undefined {
  const then = session === undefined ? undefined : factsAt(facts, session);
  if (!then) return undefined;
  return morningView(then, since !== undefined && since < then.session ? since : previousSession(then.session));
}

/** One line on a weekday without session, once; nothing on a weekend. */
function closedDay({ facts, due }: SlotFacts, { zone }: Audience, told: MorningSnapshot): Summary | Skip {
  const day = facts.today;
  if (closedReason(day) === 'weekend') return { skip: `No session on ${weekdayDate(day)}.` };
  if (told.closed === day) return { skip: `${weekdayDate(day)} was already told as closed.` };
  const time = due.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const gap = facts.prices.ok ? gapItem(facts.prices.value, facts.session, facts.session) : undefined;
  const next = { day: nextSession(day), time: `${time} ${zoneWords(zone)}` };
  const lead = closedMessage({ day, session: facts.session, next, ...(gap && { gap }) });
  return { lead, replies: [], snapshot: withClosedDay(told, day) };
}

/** "ET", "London". */
function zoneWords(zone: string): string {
  return zone === 'America/New_York' ? 'ET' : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
