/** The weekly wrap's content: the morning's reading over a week. It posts nothing. */
import { addDays, newYorkTime } from '../src/calendar/day.ts';
import { BUNDLED_MEETINGS } from '../src/calendar/fomc-seed.ts';
import { lastCompletedSession, sessionOnOrBefore } from '../src/calendar/nyse.ts';
import { type ContentSources, readMorning } from '../src/market/morning-facts.ts';
import { sessionDate, weekdayDate } from '../src/messages/format.ts';
import { morningReplies } from '../src/messages/morning-thread.ts';
import { nextWeekReply, weeklyMessage } from '../src/messages/weekly.ts';
import { morningView } from '../src/metrics/morning.ts';
import type { Audience, LastSeen, Skip, Slot, Summary, SummaryContent } from './content.ts';
import type { SlotFacts } from './morning-summary.ts';

const THREAD = ['smallcaps', 'fed', 'calls'] as const;

/** The wrap over `sources`. */
export function weeklyContent(sources: ContentSources): SummaryContent<SlotFacts> {
  return {
    async measure({ due, now }: Slot) {
      const session = lastCompletedSession(due);
      return { facts: await readMorning(sources, { session, today: newYorkTime(due).day }), due, now };
    },
    write: writeWeekly,
  };
}

/** Pure of I/O: one week against the session on or before seven days earlier, as `/smallcaps 1w` has it. */
function writeWeekly({ facts }: SlotFacts, audience: Audience, seen: LastSeen | undefined): Summary | Skip {
  const { session } = facts;
  if (seen && toldSession(seen) === session) return { skip: `The week to ${sessionDate(session)} was already told.` };
  const since = sessionOnOrBefore(addDays(session, -7));
  // A week is told whether or not anything crossed a threshold.
  const view = { ...morningView(facts, since), quiet: false };
  const command = `/smallcaps 1w asof ${session}`;
  const parts = THREAD.filter((part) => audience.parts.includes(part));
  const lead = weeklyMessage(view, { command, parts });
  const replies = morningReplies(view, { command, parts, revisited: [], compared: weekdayDate(since), more: 1 });
  const meetings = facts.fed.ok ? facts.fed.value.calendar.meetings : BUNDLED_MEETINGS;
  const place = `${replies.length + 1}/${replies.length + 1}`;
  const next = nextWeekReply(session, place, meetings);
  return { lead, replies: [...replies, next], snapshot: { v: 1, session, since } };
}

function toldSession({ snapshot }: LastSeen): unknown {
  return typeof snapshot === 'object' && snapshot !== null && 'session' in snapshot ? snapshot.session : undefined;
}
