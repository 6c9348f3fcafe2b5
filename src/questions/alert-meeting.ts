/** The meeting a draft alert names in words → its day, so that the alert ends with it. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import type { AlertRule } from '../metrics/alerts.ts';
import type { AlertData } from '../metrics/alerts-look.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { AlertDraft } from './alert-request.ts';
import { meetingDay } from './fed-meeting.ts';
import type { MeetingWord } from './fedodds-request.ts';

/** The rule with its meeting's day, and the last day it is evaluated: what was typed, else the meeting. */
export function resolvedRule({ rule, until }: AlertDraft, { fed }: AlertData): { rule: AlertRule; until?: Day } {
  if (rule.kind !== 'odds' && rule.kind !== 'odds-move') return { rule, ...(until !== undefined && { until }) };
  const day = fed.ok ? fed.value : fed.lastGood;
  if (!day)
    throw new CapwatchError('unreachable', `The meeting cannot be found now: ${fed.ok ? 'no prices' : fed.why}.`);
  const meeting = meetingOf(rule, day);
  return { rule: { ...rule, meeting }, until: until !== undefined && until < meeting ? until : meeting };
}

/** The meeting, or the refusal with an alert as its example. */
function meetingOf({ meeting }: { readonly meeting: MeetingWord }, { odds, calendar }: FedDay): Day {
  try {
    return meetingDay(meeting, odds, calendar);
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    const shown = odds.meetings[1]?.meeting ?? odds.meetings[0]?.meeting ?? 'next';
    const example = `/capwatch alert when ${shown} cut odds past 60`;
    throw new CapwatchError(error.kind, error.userMessage, { ...error.details, example, cause: error });
  }
}
