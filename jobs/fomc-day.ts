/** The decision day's content: what is priced before, what the prices say after. It posts nothing. */
import { addDays, type Day, newYorkTime } from '../src/calendar/day.ts';
import { lastCompletedSession } from '../src/calendar/nyse.ts';
import { type ContentSources, readMorning } from '../src/market/morning-facts.ts';
import { fedAfterMessage, fedBeforeMessage } from '../src/messages/fomc-day.ts';
import { weekdayDate } from '../src/messages/format.ts';
import { noteMessage } from '../src/messages/morning-note.ts';
import { type FomcDayView, fomcDayView } from '../src/metrics/fomc-day.ts';
import type { MorningFacts } from '../src/metrics/morning.ts';
import { type DecisionItem, decisionItem } from '../src/metrics/morning-decision.ts';
import { comparison } from '../src/metrics/returns.ts';
import type { Audience, LastSeen, Skip, Slot, Summary, SummaryContent } from './content.ts';
import type { SlotFacts } from './morning-summary.ts';

type When = 'before' | 'after';

/** One half of the decision day over `sources`. */
export function fomcContent(sources: ContentSources, when: When): SummaryContent<SlotFacts> {
  return {
    async measure({ due, now }: Slot) {
      const session = lastCompletedSession(due);
      // The new range is in force the day after: in the evening a source may know it already.
      const today = when === 'after' ? addDays(session, 1) : newYorkTime(due).day;
      return { facts: await readMorning(sources, { session, today }), due, now };
    },
    write: (slot: SlotFacts, _audience: Audience, _seen: LastSeen | undefined) => writeFomcDay(slot, when),
  };
}

/** Pure of I/O: the message of one half, or why there is none. */
function writeFomcDay({ facts }: SlotFacts, when: When): Summary | Skip {
  const { today, session } = facts;
  if (!facts.fed.ok) {
    const lead = noteMessage(`:warning: *No Fed odds ${when} the decision:* ${facts.fed.why}.`, session);
    return { lead, replies: [], snapshot: { v: 1, session } };
  }
  const meeting = decisionAround(facts, when);
  const view = meeting === undefined ? undefined : fomcDayView(facts.fed.value, meeting);
  if (!view) return { skip: `No FOMC decision priced around ${weekdayDate(today)}.` };
  const command = `/fedodds ${view.meeting} asof ${view.fed.odds.asOf}`;
  const { prices } = facts;
  const gap =
    when === 'after' && prices.ok ? comparison(prices.value.subject, prices.value.benchmark, '1d') : undefined;
  const lead =
    when === 'before'
      ? fedBeforeMessage(view, { command, today })
      : fedAfterMessage(view, { command, ...(gap && { gap }), ...decidedOn(facts, view) });
  return { lead, replies: [], snapshot: { v: 1, session, meeting: view.meeting } };
}

/** The decision itself, where its range is known. */
function decidedOn(
  { decisions = [] }: MorningFacts,
  { meeting, fed }: FomcDayView,
): { readonly decision?: DecisionItem } {
  const decision = decisions.find(({ day }) => day === meeting);
  return decision ? { decision: decisionItem(decision, fed) } : {};
}

/** Before: today's decision, or tomorrow's for a zone whose evening it is. After: the session's own. */
function decisionAround({ fed, today, session }: MorningFacts, when: When): Day | undefined {
  if (!fed.ok) return undefined;
  const days = when === 'before' ? [today, addDays(today, 1)] : [session];
  return fed.value.odds.meetings.find(({ meeting }) => days.includes(meeting))?.meeting;
}
