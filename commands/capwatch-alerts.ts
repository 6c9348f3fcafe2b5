/** `/capwatch alert when …|list|why|snooze|stop|show`: what to watch for a channel. A new alert is a draft first; nothing is posted here. */
import { type Day, newYorkTime } from '../src/calendar/day.ts';
import { lastCompletedSession, nextSession, previousSession } from '../src/calendar/nyse.ts';
import { CapwatchError } from '../src/errors.ts';
import { type ContentSources, readMorning } from '../src/market/morning-facts.ts';
import { firedMessage } from '../src/messages/alert.ts';
import { whyMessage } from '../src/messages/alert-because.ts';
import { alertQuestion } from '../src/messages/alert-confirm.ts';
import { alertChangedMessage, alertListMessage } from '../src/messages/alert-list.ts';
import { alertTitle, ruleLine } from '../src/messages/alert-words.ts';
import { quotedWord } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { type AlertRule, alertRule } from '../src/metrics/alerts.ts';
import { alertReading } from '../src/metrics/alerts-reading.ts';
import { resolvedRule } from '../src/questions/alert-meeting.ts';
import { parseAlertRequest } from '../src/questions/alert-request.ts';
import type { KeptAlert } from '../src/store/alert-state.ts';
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
  readonly store: Pick<ClockStore, 'recordAlert' | 'listAlerts' | 'findAlert' | 'changeAlert'>;
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

interface Asking {
  readonly words: string;
  readonly now: Temporal.Instant;
  readonly asker: AlertAsker;
  readonly desk: AlertDesk;
  /** The alert that ends when the new one is set. */
  readonly replaces?: string;
}

const EXAMPLE = '/capwatch alert when gap ytd past -8';

const TOPICS: Readonly<Record<string, (asking: Asking) => Promise<Message>>> = {
  when: askAlert,
  list,
  why,
  snooze,
  stop,
  show,
};

/** The answer to `/capwatch alert words`. @throws CapwatchError `invalid_input`, `not_found`, `not_configured`. */
export async function capwatchAlerts(words: string, { now, asker, alerts }: AlertsCall): Promise<Message> {
  if (!asker || !alerts) throw new CapwatchError('not_configured', 'Alerts belong to a channel: type this in Slack.');
  const [topic = 'list', ...rest] = words.trim().split(/\s+/).filter(Boolean);
  const answer = Object.hasOwn(TOPICS, topic.toLowerCase()) ? TOPICS[topic.toLowerCase()] : undefined;
  const asking = { now, asker, desk: alerts };
  return answer ? answer({ ...asking, words: rest.join(' ') }) : askAlert({ ...asking, words });
}

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
  const reading = alertReading(rule, facts, previousSession(facts.session));
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
  return alertChangedMessage(kept.id, kept.title, 'set');
}

/** A draft of ours; undefined for any other content. */
export function alertDraft(content: string) {
  const json: unknown = JSON.parse(content);
  if (typeof json !== 'object' || json === null || !('kind' in json) || json.kind !== 'alert') return undefined;
  const rule = 'rule' in json ? alertRule(json.rule) : undefined;
  const terms = 'terms' in json ? json.terms : undefined;
  const channel = 'channel' in json ? json.channel : undefined;
  const channelName = 'channelName' in json ? json.channelName : undefined;
  if (!rule || typeof channel !== 'string' || typeof channelName !== 'string') return undefined;
  const words = 'words' in json && typeof json.words === 'string' ? json.words : '';
  const replaces = 'replaces' in json && typeof json.replaces === 'string' ? json.replaces : undefined;
  return { rule, terms, channel, channelName, words, ...(replaces !== undefined && { replaces }) };
}

async function list({ now, asker, desk }: Asking): Promise<Message> {
  return alertListMessage(await desk.store.listAlerts(asker.team, asker.channel), asker.channelName, now);
}

/** "Why did this not fire": what was seen when it was last looked at. */
async function why(asking: Asking): Promise<Message> {
  const alert = await named(asking);
  const rule = alertRule(JSON.parse(alert.rule));
  const because =
    alert.because === '' ? 'It has not been looked at yet; that is done after each close.' : alert.because;
  const day = alert.evaluatedAt ? newYorkTime(alert.evaluatedAt).day : newYorkTime(asking.now).day;
  const once = /"once":true/.test(alert.terms);
  return whyMessage(alert.title, because, { asOf: day, rule: rule ? ruleLine(rule, { once }) : '' });
}

async function snooze(asking: Asking): Promise<Message> {
  const alert = await named(asking);
  const [, span = '2', unit = 'd'] =
    /\b(\d{1,2})\s*([dhw])\w*$/.exec(asking.words.toLowerCase().replace(/^\S+/, '')) ?? [];
  const hours = Number(span) * { d: 24, h: 1, w: 168 }[unit === 'h' ? 'h' : unit === 'w' ? 'w' : 'd'];
  const until = asking.now.add({ hours });
  await asking.desk.store.changeAlert({ team: asking.asker.team, id: alert.id }, { snoozedUntil: until });
  return alertChangedMessage(alert.id, alert.title, { until });
}

async function stop(asking: Asking): Promise<Message> {
  const alert = await named(asking);
  await asking.desk.store.changeAlert(
    { team: asking.asker.team, id: alert.id },
    { status: 'ended', reason: 'by a person' },
  );
  return alertChangedMessage(alert.id, alert.title, 'stopped');
}

/** The figures of an alert on a day: what its Receipts button runs again. */
async function show(asking: Asking): Promise<Message> {
  const alert = await named(asking);
  const rule = alertRule(JSON.parse(alert.rule));
  if (!rule) throw new CapwatchError('not_found', 'The rule of that alert was written by another version.');
  const session = /asof (\d{4}-\d{2}-\d{2})$/.exec(asking.words)?.[1] ?? lastCompletedSession(asking.now);
  return readingMessage(rule, alert.id, { desk: asking.desk, session });
}

async function readingMessage(
  rule: AlertRule,
  id: string,
  { desk, session }: { desk: AlertDesk; session: Day },
): Promise<Message> {
  const facts = await readMorning(desk.sources, { session, today: nextSession(session) });
  const reading = alertReading(rule, facts, previousSession(session));
  if ('why' in reading) throw new CapwatchError('not_found', `No figures for that alert: ${reading.why}.`);
  return firedMessage(rule, reading, {
    id,
    command: `/capwatch alert show ${id} asof ${session}`,
    once: false,
    fires: [],
  });
}

/** The alert that the first word names, of this channel. */
async function named({ words, asker, desk }: Asking): Promise<KeptAlert> {
  const [typed = ''] = words.trim().split(/\s+/);
  const number = /^(?:al-|#)?(\d{1,9})$/i.exec(typed)?.[1];
  const found = number === undefined ? undefined : await desk.store.findAlert({ team: asker.team, id: `al-${number}` });
  if (found && found.channel === asker.channel) return found;
  const what = typed === '' ? 'Say which alert.' : `There is no alert \`${quotedWord(typed)}\` in this channel.`;
  throw new CapwatchError('invalid_input', what, { example: '/capwatch alert list' });
}
