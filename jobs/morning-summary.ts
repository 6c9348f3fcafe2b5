/** The morning summary's content: read and measured once a slot, written once an audience. It posts nothing. */
import { type Day, newYorkTime } from '../src/calendar/day.ts';
import { closedReason, isSession, lastCompletedSession, nextSession, previousSession } from '../src/calendar/nyse.ts';
import { type ContentSources, factsAt, readMorning } from '../src/market/morning-facts.ts';
import { sessionDate, weekdayDate } from '../src/messages/format.ts';
import { type MorningContext, morningMessage } from '../src/messages/morning.ts';
import { correctedMorning, linesOf } from '../src/messages/morning-corrected.ts';
import { closedMessage } from '../src/messages/morning-quiet.ts';
import { revisitedLead } from '../src/messages/morning-receipts.ts';
import { morningReplies } from '../src/messages/morning-thread.ts';
import { type MorningFacts, type MorningView, morningView } from '../src/metrics/morning.ts';
import { gapItem } from '../src/metrics/morning-prices.ts';
import { at, indexOf, type PriceSeries } from '../src/metrics/series.ts';
import type { Audience, LastSeen, Skip, Slot, Summary, SummaryContent } from './content.ts';
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
  };
}

/** New York's day. A Monday that begins in Sydney while New York has Sunday is the reader's own: it speaks of Friday. */
function readOn(day: Day, due: Temporal.Instant): Day {
  const there = newYorkTime(due).day;
  return closedReason(there) === 'weekend' ? day : there;
}

/** Pure of I/O: what one audience is told, given what a channel last saw. */
export function writeMorning(slot: SlotFacts, audience: Audience, seen: LastSeen | undefined): Summary | Skip {
  const { facts } = slot;
  const told = readSnapshot(seen);
  if (!isSession(facts.today)) return closedDay(slot, audience, told);
  if (told.session === facts.session)
    return { skip: `Nothing new since the summary of ${weekdayDate(facts.session)}.` };
  const view = morningView(facts, sinceOf(told, facts.session));
  const call: MorningContext = { command: `/capwatch morning asof ${facts.session}`, parts: audience.parts };
  const lead = morningMessage(view, call);
  const before = earlierView(facts, view.since, told);
  const meetings = facts.fed.ok ? facts.fed.value.calendar.meetings : undefined;
  const replies = morningReplies(view, {
    ...call,
    revisited: before ? revisitedLead(view, before) : [],
    ...(meetings && { meetings }),
  });
  const correction = before && seen ? correctionOf({ before, told, seen, slot }) : undefined;
  return { lead, replies, snapshot: snapshotOf(view, lead), ...(correction && { corrections: [correction] }) };
}

/** The session last told of; for a first summary, or after a long silence, the session before. */
function sinceOf({ session }: MorningSnapshot, now: Day): Day {
  return session !== undefined && session < now && isSession(session) ? session : previousSession(now);
}

/** The last summary as today's data would write it. */
function earlierView(facts: MorningFacts, since: Day, told: MorningSnapshot): MorningView | undefined {
  const then = factsAt(facts, since);
  const base = told.session === since ? told.since : undefined;
  return then && morningView(then, base !== undefined && base < since ? base : previousSession(since));
}

interface Correcting {
  readonly before: MorningView;
  readonly told: MorningSnapshot;
  readonly seen: LastSeen;
  readonly slot: SlotFacts;
}

/** An edit of the last lead when a close behind it was changed since; nothing when every close still stands. */
function correctionOf({ before, told, seen, slot }: Correcting) {
  const changes = changedCloses(before, told);
  if (changes.length === 0 || told.lines.length === 0) return undefined;
  const command = `/capwatch morning asof ${before.facts.session}`;
  const after = morningMessage(before, { command, parts: [] });
  if (linesOf(after.blocks).lines.length !== told.lines.length) return undefined;
  const { day, time } = newYorkTime(slot.now);
  const at = `${sessionDate(day)}, ${time} ET`;
  return { day: seen.day, ...correctedMorning({ before: told, after, changes, at, command }) };
}

function changedCloses({ facts }: MorningView, told: MorningSnapshot) {
  if (!facts.prices.ok) return [];
  const { subject, benchmark } = facts.prices.value;
  return [subject, benchmark].flatMap((series) => {
    const was = told.closes[series.symbol];
    const now = closeOn(series, told.session);
    if (was === undefined || now === undefined || Math.abs(was - now) < 0.005) return [];
    return [{ name: series.name, session: facts.session, publisher: series.source.publisher, was, now }];
  });
}

function closeOn(series: PriceSeries, day: Day | undefined): number | undefined {
  const index = day === undefined ? -1 : indexOf(series.dates, day);
  return index < 0 ? undefined : at(series.close, index);
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
