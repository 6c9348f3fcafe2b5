/** The meeting a draft alert names in words → its day, so that the alert ends with it. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import type { AlertRule } from '../metrics/alerts.ts';
import type { AlertData } from '../metrics/alerts-look.ts';
import type { AlertDraft } from './alert-request.ts';
import { meetingDay } from './fed-meeting.ts';

/** The rule with its meeting's day, and the last day it is evaluated: what was typed, else the meeting. */
export function resolvedRule({ rule, until }: AlertDraft, { fed }: AlertData): { rule: AlertRule; until?: Day } {
  if (rule.kind !== 'odds' && rule.kind !== 'odds-move') return { rule, ...(until !== undefined && { until }) };
  const day = fed.ok ? fed.value : fed.lastGood;
  if (!day)
    throw new CapwatchError('unreachable', `The meeting cannot be found now: ${fed.ok ? 'no prices' : fed.why}.`);
  const meeting = meetingDay(rule.meeting, day.odds, day.calendar);
  return { rule: { ...rule, meeting }, until: until !== undefined && until < meeting ? until : meeting };
}
