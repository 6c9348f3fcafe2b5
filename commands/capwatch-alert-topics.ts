/** `/capwatch alert when …|list|why|snooze|resume|stop|edit|show`: what a channel watches for. Posts nothing. */
import { NEW_YORK, newYorkTime } from '../src/calendar/day.ts';
import { lastCompletedSession, nextSession, previousSession } from '../src/calendar/nyse.ts';
import { CapwatchError } from '../src/errors.ts';
import { readMorning } from '../src/market/morning-facts.ts';
import { firedMessage } from '../src/messages/alert.ts';
import { lastPost, whyMessage } from '../src/messages/alert-because.ts';
import { typedRule } from '../src/messages/alert-form.ts';
import { alertChangedMessage, alertListMessage } from '../src/messages/alert-list.ts';
import { alertStanding } from '../src/messages/alert-standing.ts';
import { ruleLine } from '../src/messages/alert-words.ts';
import { quotedWord } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { placeText } from '../src/messages/places.ts';
import { zonedTime } from '../src/messages/subscriptions.ts';
import { alertRule } from '../src/metrics/alerts.ts';
import { alertReading } from '../src/metrics/alerts-reading.ts';
import type { KeptAlert } from '../src/store/alert-state.ts';
import { type AlertsCall, type Asking, askAlert } from './capwatch-alerts.ts';
import { DIRECT, hereOf } from './here.ts';
import { metadataOf } from './targets-fields.ts';

const TOPICS: Readonly<Record<string, (asking: Asking) => Promise<Message>>> = {
  when: askAlert,
  list,
  why,
  snooze,
  resume,
  unsnooze: resume,
  pause,
  stop,
  remove: stop,
  delete: stop,
  edit,
  change: edit,
  show,
};

/** The answer to `/capwatch alert words`. @throws CapwatchError `invalid_input`, `not_found`, `not_configured`. */
export async function capwatchAlerts(words: string, { now, asker, alerts }: AlertsCall): Promise<Message> {
  if (!asker || !alerts) throw new CapwatchError('not_configured', 'Alerts belong to a channel: type this in Slack.');
  const [topic = 'list', ...rest] = words.trim().split(/\s+/).filter(Boolean);
  const name = topic.toLowerCase();
  const answer = Object.hasOwn(TOPICS, name) ? TOPICS[name] : undefined;
  const asking = { now, asker, desk: alerts };
  return answer ? answer({ ...asking, words: rest.join(' ') }) : askAlert({ ...asking, words });
}

/** Alerts of the place the person is in; those to the person alone are one list, wherever they were set. */
async function list({ words, now, asker, desk }: Asking): Promise<Message> {
  const mine = /^(mine|all)$/i.test(words.trim());
  const shown = mine
    ? (await desk.store.listAlerts(asker.team)).filter(({ by }) => by === asker.user)
    : await hereOf((place) => desk.store.listAlerts(asker.team, place), asker);
  const where = mine ? 'your channels' : asker.channelName === DIRECT ? 'this direct message' : asker.channelName;
  return alertListMessage(
    shown.map((alert) => ({ ...alert, ...alertStanding(alert), ...(mine && { place: alert }) })),
    where,
    now,
  );
}

/** "Why did this not fire": what was seen when it was last looked at, and what else keeps it from being told. */
async function why(asking: Asking): Promise<Message> {
  const { asker, desk, now } = asking;
  const alert = await named(asking);
  const rule = alertRule(JSON.parse(alert.rule));
  const because =
    alert.because === '' ? 'It has not been looked at yet; that is done after each close.' : alert.because;
  const [last] = (await desk.store.listSlots(asker.team, { channel: alert.channel, limit: 200 })).filter(
    ({ job }) => job === alert.id,
  );
  const day = newYorkTime(alert.evaluatedAt ?? now).day;
  const { once } = metadataOf(alert.terms);
  return whyMessage(alert.title, because, {
    asOf: day,
    rule: rule ? ruleLine(rule, { once: once === true }) : '',
    states: [...statesOf(alert, now), ...(last ? [lastPost(last)] : [])],
  });
}

/** What keeps it from speaking whatever it sees. */
function statesOf({ status, reason, snoozedUntil }: KeptAlert, now: Temporal.Instant): string[] {
  const said = reason.replace(/\.$/, '');
  if (status === 'ended') return [`Ended: ${said}.`];
  if (status === 'paused') return [`Paused: ${said}.`];
  if (snoozedUntil === undefined || Temporal.Instant.compare(now, snoozedUntil) >= 0) return [];
  return [`Snoozed until ${zonedTime(snoozedUntil, NEW_YORK)} ET.`];
}

const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 };

async function snooze(asking: Asking): Promise<Message> {
  const alert = await standing(asking);
  const [, ...rest] = asking.words.trim().toLowerCase().split(/\s+/);
  const typed = rest.join(' ').replace(/^for /, '');
  if (typed === 'off') return resume(asking);
  const [, span = '', unit = ''] = /^(\d{1,2}) ?([hdw])(?:ours?|ays?|eeks?)?$/.exec(typed === '' ? '2d' : typed) ?? [];
  const hours = Number(span) * (HOURS[unit] ?? 0);
  if (hours === 0) {
    throw new CapwatchError('invalid_input', `I cannot read \`${quotedWord(typed)}\` as a time to be silent.`, {
      example: `/capwatch alert snooze ${numberOf(alert)} 2d`,
    });
  }
  const until = asking.now.add({ hours });
  await asking.desk.store.changeAlert({ team: asking.asker.team, id: alert.id }, { snoozedUntil: until });
  return alertChangedMessage(alert.id, alert.title, { until });
}

async function pause(asking: Asking): Promise<Message> {
  const { id, title } = await standing(asking);
  await asking.desk.store.changeAlert({ team: asking.asker.team, id }, { status: 'paused', reason: 'by a person' });
  return alertChangedMessage(id, title, 'paused');
}

/** Ends a snooze, and wakes an alert that rests because its channel was gone. */
async function resume(asking: Asking): Promise<Message> {
  const { id, title } = await standing(asking);
  const { team } = asking.asker;
  await asking.desk.store.changeAlert({ team, id }, { snoozedUntil: undefined });
  await asking.desk.store.changeAlert({ team, id }, { status: 'active', reason: '' });
  return alertChangedMessage(id, title, 'resumed');
}

async function stop(asking: Asking): Promise<Message> {
  const { id, title } = await standing(asking);
  await asking.desk.store.changeAlert({ team: asking.asker.team, id }, { status: 'ended', reason: 'by a person' });
  return alertChangedMessage(id, title, 'stopped');
}

/** `edit 7 gap ytd past -9`: the question for the new words; the old alert ends when they are confirmed. */
async function edit(asking: Asking): Promise<Message> {
  const alert = await standing(asking);
  const words = asking.words.trim().split(/\s+/).slice(1).join(' ');
  if (words === '') {
    throw new CapwatchError('invalid_input', `Say what alert ${numberOf(alert)} should watch instead.`, {
      example: `/capwatch alert edit ${numberOf(alert)} ${typedAlert(alert)}`,
    });
  }
  const { channel, channelName } = alert;
  return askAlert({ ...asking, words, asker: { ...asking.asker, channel, channelName }, replaces: alert.id });
}

/** The figures of an alert on a day: what its Receipts button runs again. */
async function show(asking: Asking): Promise<Message> {
  const { id, rule: stored, terms } = await named(asking);
  const rule = alertRule(JSON.parse(stored));
  if (!rule) throw new CapwatchError('not_found', 'The rule of that alert was written by another version.');
  const session = /asof (\d{4}-\d{2}-\d{2})$/.exec(asking.words)?.[1] ?? lastCompletedSession(asking.now);
  const facts = await readMorning(asking.desk.sources, { session, today: nextSession(session) });
  const reading = alertReading(rule, facts, { session: previousSession(session) });
  if ('why' in reading) throw new CapwatchError('not_found', `No figures for that alert: ${reading.why}.`);
  const command = `/capwatch alert show ${id} asof ${session}`;
  return firedMessage(rule, reading, { id, command, once: metadataOf(terms).once === true, fires: [] });
}

/** "gap ytd below -8 rearm -7.5 once until 2024-12-31": its words, as they could be typed again. */
export function typedAlert({ rule: stored, terms }: Pick<KeptAlert, 'rule' | 'terms'>): string {
  const rule = alertRule(JSON.parse(stored));
  if (!rule) return '';
  const { once, until, quiet } = metadataOf(terms);
  const ownEnd = typeof until === 'string' && !('meeting' in rule && rule.meeting === until);
  return [
    typedRule(rule),
    ...(once === true ? ['once'] : []),
    ...(ownEnd ? [`until ${until}`] : []),
    ...quietWords(quiet),
  ].join(' ');
}

function quietWords(quiet: unknown): string[] {
  if (typeof quiet !== 'object' || quiet === null || !('from' in quiet) || !('to' in quiet)) return [];
  const zone = 'zone' in quiet && quiet.zone !== 'America/New_York' ? [String(quiet.zone).toLowerCase()] : [];
  return [`quiet ${quiet.from} ${quiet.to}`, ...zone];
}

function numberOf({ id }: Pick<KeptAlert, 'id'>): string {
  return id.replace(/^al-/, '');
}

/**
 * The alert that the first word names: of this place, or the asker's own wherever it speaks. Another channel's number is
 * as good as none.
 */
async function named({ words, asker, desk }: Asking): Promise<KeptAlert> {
  const [typed = ''] = words.trim().split(/\s+/);
  const number = /^(?:al-|#)?(\d{1,9})$/i.exec(typed)?.[1];
  const found = number === undefined ? undefined : await desk.store.findAlert({ team: asker.team, id: `al-${number}` });
  if (found && (found.channel === asker.channel || found.by === asker.user)) return found;
  const where = asker.channelName === DIRECT ? 'of yours' : `in ${placeText(asker.channelName)}`;
  const what =
    typed === '' ? 'Say which alert, by its number.' : `There is no alert \`${quotedWord(typed)}\` ${where}.`;
  throw new CapwatchError('invalid_input', what, { example: '/capwatch alert list' });
}

/** The named alert, unless it has ended. */
async function standing(asking: Asking): Promise<KeptAlert> {
  const alert = await named(asking);
  if (alert.status !== 'ended') return alert;
  throw new CapwatchError(
    'not_found',
    `Alert ${numberOf(alert)} has ended: ${statesOf(alert, asking.now).join(' ').replace('Ended: ', '')}`,
    {
      example: `/capwatch alert when ${typedAlert(alert)}`,
    },
  );
}
