/** A new alert: the question before it is set, its draft, and the first, silent look when it is. Posts nothing. */
import { newYorkTime } from '../src/calendar/day.ts';
import { lastCompletedSession, nextSession, previousSession } from '../src/calendar/nyse.ts';
import { CapwatchError } from '../src/errors.ts';
import { type ContentSources, readMorning } from '../src/market/morning-facts.ts';
import { becauseWords } from '../src/messages/alert-because.ts';
import { alertQuestion } from '../src/messages/alert-confirm.ts';
import { typedRule } from '../src/messages/alert-form.ts';
import { alertChangedMessage } from '../src/messages/alert-list.ts';
import { alertTitle } from '../src/messages/alert-words.ts';
import type { Message } from '../src/messages/message.ts';
import { type AlertRule, alertRule } from '../src/metrics/alerts.ts';
import { alertReading } from '../src/metrics/alerts-reading.ts';
import { alertStep } from '../src/metrics/alerts-state.ts';
import { resolvedRule } from '../src/questions/alert-meeting.ts';
import { parseAlertRequest } from '../src/questions/alert-request.ts';
import type { ClockStore } from '../src/store/clock-store.ts';

/** Who asks, and where: from Slack's payload, never from what was typed. */
export interface AlertAsker {
  readonly team: string;
  readonly user: string;
  readonly userName: string;
  readonly channel: string;
  /** "#desk-us". */
  readonly channelName: string;
  readonly inThread: boolean;
}

/** Alerts, as far as commands need them. */
export interface AlertDesk {
  readonly store: Pick<
    ClockStore,
    'recordAlert' | 'listAlerts' | 'findAlert' | 'changeAlert' | 'recordEvaluation' | 'listSlots'
  >;
  /** Drafts of the asker: JSON kept until it is confirmed, taken once. */
  readonly drafts: { record(content: string): Promise<string>; take(name: string): Promise<string | undefined> };
  readonly sources: ContentSources;
}

export interface AlertsCall {
  readonly now: Temporal.Instant;
  /** Absent on a terminal. */
  readonly asker?: AlertAsker;
  readonly alerts?: AlertDesk;
}

/** One request about alerts; `words` is what follows its topic. */
export interface Asking {
  readonly words: string;
  readonly now: Temporal.Instant;
  readonly asker: AlertAsker;
  readonly desk: AlertDesk;
  /** The alert that ends when the new one is set. */
  readonly replaces?: string;
}

const EXAMPLE = '/capwatch alert when gap ytd past -8';

/** The question before an alert is set; the draft holds it until then. @throws CapwatchError `invalid_input`, `unreachable`. */
export async function askAlert({ words, now, asker, desk, replaces }: Asking): Promise<Message> {
  const { day: today } = newYorkTime(now);
  const draft = parseAlertRequest(words, today);
  const facts = await factsNow(desk, now);
  const { rule, until } = resolvedRule(draft, facts);
  const terms = { once: draft.once, ...(until !== undefined && { until }), ...(draft.quiet && { quiet: draft.quiet }) };
  const content = JSON.stringify({
    kind: 'alert',
    rule,
    terms,
    channel: asker.channel,
    channelName: asker.channelName,
    words,
    ...(replaces !== undefined && { replaces }),
  });
  const name = await desk.drafts.record(content);
  const reading = alertReading(rule, facts, { session: previousSession(facts.session) });
  const asked = { channel: asker.channelName, asker: `@${asker.userName}`, inThread: asker.inThread };
  return alertQuestion({ rule, terms, reading, ...asked, draft: name, today });
}

function factsNow({ sources }: AlertDesk, now: Temporal.Instant) {
  const session = lastCompletedSession(now);
  return readMorning(sources, { session, today: nextSession(session) });
}

/** What the "Set alert" button does with its draft: once, whoever presses twice. @throws CapwatchError `not_found` for a draft that is gone. */
export async function confirmAlert(draft: string, { now, asker, desk }: Omit<Asking, 'words'>): Promise<Message> {
  const content = await desk.drafts.take(draft);
  const read = content === undefined ? undefined : alertDraft(content);
  if (!read)
    throw new CapwatchError('not_found', 'That draft is gone: it was used, or an hour has passed.', {
      example: EXAMPLE,
    });
  const { rule, terms, channel, channelName, replaces } = read;
  const facts = {
    channel,
    // A question in a thread knows only the channel's id; whoever confirms there brings its name.
    channelName: asker.channel === channel ? asker.channelName : channelName,
    title: alertTitle(rule),
    rule: JSON.stringify(rule),
    terms: JSON.stringify(terms),
  };
  const kept = await desk.store.recordAlert({ team: asker.team, by: { user: asker.user, at: now } }, facts);
  if (replaces !== undefined) {
    const ended = { status: 'ended', reason: `Replaced by ${kept.id}.` } as const;
    await desk.store.changeAlert({ team: asker.team, id: replaces }, ended);
  }
  const looked = await firstLook(kept.id, rule, { now, asker, desk });
  return alertChangedMessage(kept.id, kept.title, { set: looked });
}

/**
 * The silent look that a new alert begins with, taken when it is set, so that the next close may already make it fire;
 * resolves with what it saw. Without data the clock's first look is the silent one.
 */
export async function firstLook(
  id: string,
  rule: AlertRule,
  { now, asker, desk }: Pick<Asking, 'now' | 'asker' | 'desk'>,
): Promise<string> {
  const step = alertStep(rule, { ...(await factsNow(desk, now)), now: now.toString() }, undefined);
  if (step.kind === 'none') return '';
  const because = becauseWords(rule, step);
  const seen = { before: undefined, state: JSON.stringify(step.memory), because, at: now };
  await desk.store.recordEvaluation({ team: asker.team, id, ...seen });
  return because;
}

/** An alert as its draft holds it. */
export interface AlertDraft {
  readonly rule: AlertRule;
  readonly terms: unknown;
  readonly channel: string;
  readonly channelName: string;
  /** As a person would type it. */
  readonly words: string;
  /** The alert that ends when this one is set. */
  readonly replaces?: string;
}

/** A draft of ours; undefined for any other content. */
export function alertDraft(content: string): AlertDraft | undefined {
  const json: unknown = JSON.parse(content);
  if (typeof json !== 'object' || json === null || !('kind' in json) || json.kind !== 'alert') return undefined;
  const rule = 'rule' in json ? alertRule(json.rule) : undefined;
  const terms = 'terms' in json ? json.terms : undefined;
  const channel = 'channel' in json ? json.channel : undefined;
  const channelName = 'channelName' in json ? json.channelName : undefined;
  if (!rule || typeof channel !== 'string' || typeof channelName !== 'string') return undefined;
  const words = 'words' in json && typeof json.words === 'string' ? json.words : typedRule(rule);
  const replaces = 'replaces' in json && typeof json.replaces === 'string' ? json.replaces : undefined;
  return { rule, terms, channel, channelName, words, ...(replaces !== undefined && { replaces }) };
}
