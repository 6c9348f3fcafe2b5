/** The alerts' content: figures read once for all of them, each one's next step, and its words. It posts and stores nothing. */
import { newYorkTime } from '../src/calendar/day.ts';
import { lastCompletedSession, nextSession } from '../src/calendar/nyse.ts';
import { type ContentSources, readMorning } from '../src/market/morning-facts.ts';
import { type AlertContext, firedMessage } from '../src/messages/alert.ts';
import { becauseWords } from '../src/messages/alert-because.ts';
import { bundleMessage } from '../src/messages/alert-bundle.ts';
import { clearedMessage, clearedNote } from '../src/messages/alert-cleared.ts';
import { correctedAlert, correctionNote } from '../src/messages/alert-corrected.ts';
import { weekdayDate } from '../src/messages/format.ts';
import { type AlertRule, alertRule } from '../src/metrics/alerts.ts';
import type { AlertData, Reading } from '../src/metrics/alerts-look.ts';
import { type AlertMemory, type AlertStep, alertMemory, alertStep } from '../src/metrics/alerts-state.ts';
import { correctionOf } from './alert-correction.ts';
import { alertRenewal } from './alert-renewal.ts';
import type { AlertContent, AlertEvent, AlertOutcome, Json, StoredAlert } from './content.ts';

/** Alerts over `sources`. */
export function alertContent(sources: ContentSources): AlertContent<AlertData> {
  return {
    async measure(_alerts, now) {
      const session = lastCompletedSession(now);
      return { ...(await readMorning(sources, { session, today: nextSession(session) })), now: now.toString() };
    },
    evaluate: evaluateAlert,
    renewal: alertRenewal,
    bundle: (events) => bundleMessage(events.map(({ message, snapshot }) => ({ message, ...numberIn(snapshot) }))),
  };
}

/** What `alert` has to say on the session's data. */
export function evaluateAlert(alert: StoredAlert, data: AlertData, now: Temporal.Instant): AlertOutcome {
  const rule = alertRule(alert.rule);
  if (!rule)
    return { state: alert.state ?? null, because: 'Its rule was written by another version and cannot be read.' };
  const step = alertStep(rule, data, alertMemory(alert.state));
  if (step.kind === 'none') return { state: alert.state ?? null, because: `Not looked at: ${step.why}.` };
  const event = eventOf(step, { alert, rule, data, now });
  return { state: stateJson(step.memory), because: becauseWords(rule, step), ...(event && { event }) };
}

interface Telling {
  readonly alert: StoredAlert;
  readonly rule: AlertRule;
  readonly data: AlertData;
  readonly now: Temporal.Instant;
}

function eventOf(step: Exclude<AlertStep, { kind: 'none' }>, telling: Telling): AlertEvent | undefined {
  const { rule, now, alert } = telling;
  const { reading } = step;
  const call = callOf(alert, reading);
  const snapshot = snapshotOf(alert, step);
  switch (step.kind) {
    case 'fired':
    case 'again':
      return { kind: step.kind, message: firedMessage(rule, reading, { ...call, fires: step.before.fires }), snapshot };
    case 'cleared': {
      const fire = step.before.fires.at(-1);
      if (!fire) return undefined;
      const cleared = { rule, reading, fire, at: editTime(now), call };
      return { kind: 'cleared', message: clearedMessage(cleared), threadNote: clearedNote(cleared), snapshot };
    }
    case 'corrected': {
      const correction = correctionOf(step, { rule, data: telling.data, now, call });
      if (!correction) return undefined;
      return {
        kind: 'corrected',
        message: correctedAlert(correction),
        threadNote: correctionNote(correction),
        snapshot,
      };
    }
    default:
      return undefined;
  }
}

/** "Mon 22 Jan 16:25". */
function editTime(now: Temporal.Instant): string {
  const { day, time } = newYorkTime(now);
  return `${weekdayDate(day)} ${time}`;
}

function callOf({ id, terms, channelName }: StoredAlert, { asOf }: Reading): AlertContext {
  return {
    ...(channelName !== undefined && { channel: channelName }),
    id,
    command: `/capwatch alert show ${id} asof ${asOf}`,
    once: terms.once,
  };
}

/** What questions in the alert's thread read: the rule, the session, every figure. */
function snapshotOf({ id, rule }: StoredAlert, { reading, memory }: Exclude<AlertStep, { kind: 'none' }>): Json {
  const numbers = [reading.figure, ...reading.details].map(({ id: name, value }) => [name, value] as const);
  return {
    v: 1,
    alert: id,
    rule,
    session: reading.asOf,
    numbers: Object.fromEntries(numbers),
    fires: memory.fires.map(({ session, value }) => ({ session, value })),
  };
}

/** The alert's number in its snapshot: "7" of "al-7". */
function numberIn(snapshot: Json): { number?: string } {
  if (typeof snapshot !== 'object' || snapshot === null || !('alert' in snapshot)) return {};
  const number = /^al-(\d+)$/.exec(String(snapshot.alert))?.[1];
  return number === undefined ? {} : { number };
}

function stateJson({ v, session, latched, value, fires, at }: AlertMemory): Json {
  return {
    v,
    session,
    latched,
    value,
    ...(at !== undefined && { at }),
    fires: fires.map((fire) => ({
      session: fire.session,
      value: fire.value,
      closes: { ...fire.closes },
      ...(fire.cleared !== undefined && { cleared: fire.cleared }),
    })),
  };
}
