/** `/capwatch subscribe alerts` and `unsubscribe alerts`: the standard set as one draft and one confirmation. Posts nothing. */
import { newYorkTime } from '../src/calendar/day.ts';
import { lastCompletedSession, nextSession, previousSession } from '../src/calendar/nyse.ts';
import { CapwatchError } from '../src/errors.ts';
import { readMorning } from '../src/market/morning-facts.ts';
import { alertSetEndedMessage, alertSetMessage, alertSetQuestion } from '../src/messages/alert-set.ts';
import { alertTitle } from '../src/messages/alert-words.ts';
import type { Message } from '../src/messages/message.ts';
import { type AlertRule, alertRule } from '../src/metrics/alerts.ts';
import { alertReading } from '../src/metrics/alerts-reading.ts';
import { resolvedRule } from '../src/questions/alert-meeting.ts';
import { parseAlertRequest } from '../src/questions/alert-request.ts';
import { STANDARD_ALERTS } from '../src/questions/alert-set.ts';
import type { KeptAlert } from '../src/store/alert-state.ts';
import { type AlertAsker, type AlertDesk, type AlertsCall, firstLook } from './capwatch-alerts.ts';
import { hereOf } from './here.ts';

interface Asking {
  readonly now: Temporal.Instant;
  readonly asker: AlertAsker;
  readonly desk: AlertDesk;
}

interface SetTerms {
  readonly once: boolean;
  readonly until?: string;
  readonly quiet?: { readonly from: string; readonly to: string; readonly zone: string };
  /** Tells the set's alerts from those set one by one. */
  readonly set: 'standard';
}

const EXAMPLE = '/capwatch subscribe alerts';
/** More are not one set. */
const MOST_ALERTS = 10;

/** The answer to `subscribe alerts` or `unsubscribe alerts`. @throws CapwatchError `not_found`, `not_configured`, `unreachable`. */
export async function capwatchAlertSet(
  verb: 'subscribe' | 'unsubscribe',
  { now, asker, alerts: desk }: AlertsCall,
): Promise<Message> {
  if (!asker || !desk) throw new CapwatchError('not_configured', 'Alerts belong to a channel: type this in Slack.');
  return verb === 'subscribe' ? askAlertSet(STANDARD_ALERTS, { now, asker, desk }) : ended({ now, asker, desk });
}

/** The question for several alerts at once, each as a person would type it. @throws CapwatchError `invalid_input`, `unreachable`. */
export async function askAlertSet(lines: readonly string[], { now, asker, desk }: Asking): Promise<Message> {
  const { day: today } = newYorkTime(now);
  const session = lastCompletedSession(now);
  const facts = await readMorning(desk.sources, { session, today: nextSession(session) });
  const { channel, channelName, inThread } = asker;
  const alerts = lines.slice(0, MOST_ALERTS).map((words) => {
    const draft = parseAlertRequest(words, today);
    const { rule, until } = resolvedRule(draft, facts);
    const { once, quiet } = draft;
    const terms: SetTerms = { once, ...(until !== undefined && { until }), ...(quiet && { quiet }), set: 'standard' };
    return { rule, terms };
  });
  const content = { kind: 'alert-set', alerts, lines, channel, channelName };
  const draft = await desk.drafts.record(JSON.stringify(content));
  const by = `@${asker.userName}`;
  const questions = alerts.map(({ rule, terms }) => {
    const reading = alertReading(rule, facts, { session: previousSession(facts.session) });
    return { rule, terms, reading, channel: channelName, asker: by, inThread, today };
  });
  return alertSetQuestion(questions, { channel: channelName, asker: by, draft });
}

interface SetDraft {
  /** As they were typed. */
  readonly lines: readonly string[];
  readonly alerts: readonly { readonly rule: AlertRule; readonly terms: unknown }[];
  readonly channel: string;
  readonly channelName: string;
}

/** A draft of the set; undefined for any other content. */
export function alertSetDraft(content: string): SetDraft | undefined {
  const json: unknown = JSON.parse(content);
  if (typeof json !== 'object' || json === null || !('kind' in json) || json.kind !== 'alert-set') return undefined;
  if (!('alerts' in json) || !Array.isArray(json.alerts)) return undefined;
  if (!('channel' in json) || !('channelName' in json)) return undefined;
  const { channel, channelName } = json;
  if (typeof channel !== 'string' || typeof channelName !== 'string') return undefined;
  const alerts = json.alerts.flatMap((one: { rule?: unknown; terms?: unknown }) => {
    const rule = alertRule(one.rule);
    return rule ? [{ rule, terms: one.terms }] : [];
  });
  const lines = 'lines' in json && Array.isArray(json.lines) ? json.lines.filter((one) => typeof one === 'string') : [];
  return { alerts, lines, channel, channelName };
}

/** What "Set alerts" does with its draft, once; an alert of the set that stands already keeps its number and history. */
export async function confirmAlertSet(name: string, { now, asker, desk }: Asking): Promise<Message> {
  const content = await desk.drafts.take(name);
  const draft = content === undefined ? undefined : alertSetDraft(content);
  if (!draft) {
    throw new CapwatchError('not_found', 'That draft is gone: it was used, or an hour has passed.', {
      example: EXAMPLE,
    });
  }
  const { channel, channelName } = draft;
  const { team, user } = asker;
  const standing = await setAlerts(desk, { ...asker, channel, channelName });
  const set: KeptAlert[] = [];
  for (const { rule, terms } of draft.alerts) {
    const facts = { rule: JSON.stringify(rule), terms: JSON.stringify(terms), title: alertTitle(rule) };
    const old = standing.find((one) => one.rule === facts.rule);
    if (old?.status === 'paused') await desk.store.changeAlert({ team, id: old.id }, { status: 'active', reason: '' });
    const by = { team, by: { user, at: now } };
    const kept = old ?? (await desk.store.recordAlert(by, { ...facts, channel, channelName }));
    if (!old) await firstLook(kept.id, rule, { now, asker, desk });
    set.push(kept);
  }
  return alertSetMessage(set, channelName);
}

async function ended({ asker, desk }: Asking): Promise<Message> {
  const { team, channelName } = asker;
  const alerts = await setAlerts(desk, asker);
  if (alerts.length === 0) {
    throw new CapwatchError('not_found', 'The standard alerts are not set in this channel.', { example: EXAMPLE });
  }
  for (const { id } of alerts) await desk.store.changeAlert({ team, id }, { status: 'ended', reason: 'by a person' });
  return alertSetEndedMessage(alerts, channelName);
}

/** The place's alerts of the set that have not ended. */
export async function setAlerts(
  { store }: { readonly store: Pick<AlertDesk['store'], 'listAlerts'> },
  asker: Pick<AlertAsker, 'team' | 'user' | 'channel' | 'channelName'>,
): Promise<KeptAlert[]> {
  return (await hereOf((place) => store.listAlerts(asker.team, place), asker)).filter(({ terms }) => {
    const json: unknown = JSON.parse(terms);
    return typeof json === 'object' && json !== null && 'set' in json && json.set === 'standard';
  });
}
