/** What Capwatch says about subscriptions: how one stands, what was sent and not, what was late. Times in their own zone. Pure. */
import type { Button } from '@slack/types';
import type { DueSlot } from '../calendar/slots.ts';
import { actions, button, context, LIMITS, section } from './blocks.ts';
import { counted, escapeText, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { type Place, placeMarkup, placeText } from './places.ts';

/** A subscription as a person reads it. */
export interface SubscriptionLine {
  /** `sub-3`. */
  readonly id: string;
  readonly channelName: string;
  /** The channel's id: how it is named where only that is known. */
  readonly channel?: string;
  readonly kind: 'morning' | 'weekly' | 'fed';
  readonly time: string;
  readonly zone: string;
  readonly parts: readonly string[];
  readonly placement: 'thread' | 'channel' | 'both';
  readonly theme: 'light' | 'dark';
  readonly status: 'active' | 'paused' | 'ended';
  readonly reason: string;
  readonly next?: DueSlot;
}

const NAMES: Readonly<Record<string, string>> = {
  morning: 'morning summary',
  weekly: 'weekly wrap',
  fed: 'Fed day summary',
  'fed-before': 'Fed day, before the decision',
  'fed-after': 'Fed day, after the decision',
};

const PLACES = {
  both: 'lead in the channel, sections in its thread',
  channel: 'the lead alone, no thread',
  thread: 'everything in one standing thread',
};

/** "morning summary", "alert fired"; an alert's own word for anything else. */
export function kindName(kind: string): string {
  return NAMES[kind] ?? kind.replace(/^(alert [a-z]+) \d+$/, '$1').replace(/^alert again$/, 'alert fired again');
}

/** "New York" for America/New_York. */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** "Mon 22 Jan 07:00" in the zone. */
export function zonedTime(at: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  return `${weekdayDate(local.toPlainDate().toString())} ${wallTime(at, zone)}`;
}

/** "07:00" in the zone. */
export function wallTime(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** "weekdays 07:00 New York": when a subscription of this kind comes. */
function scheduleWords({ kind, time, zone }: Pick<SubscriptionLine, 'kind' | 'time' | 'zone'>): string {
  const at = `${time} ${zoneName(zone)}`;
  if (kind === 'morning') return `weekdays ${at}`;
  return kind === 'weekly'
    ? `after the week’s last close, ${at}`
    : `before the decision at ${at}, after it at 17:00 ET`;
}

/** A message of words alone. */
export function said(text: string, blocks: Message['blocks']): Message {
  return { text: escapeText(text.slice(0, LIMITS.fallback)), blocks, charts: [], numbers: [], asOf: '' };
}

function subscriptionButtons({ id, status }: Pick<SubscriptionLine, 'id' | 'status'>): Button[] {
  const paused = status === 'paused';
  return [
    button('sub_test', 'Send a test', { label: 'Show me this summary now', value: `/capwatch test ${id}` }),
    paused
      ? button('sub_resume', 'Resume', { label: 'Resume this subscription', value: `/capwatch resume ${id}` })
      : button('sub_pause', 'Pause', { label: 'Pause this subscription', value: `/capwatch pause ${id}` }),
    button('sub_stop', 'Stop', { label: 'End this subscription', value: `/capwatch unsubscribe ${id}` }),
  ];
}

/** The answer to a new or changed subscription: every field as it is stored, and how to undo it. */
export function subscribedMessage(line: SubscriptionLine, change: 'added' | 'changed'): Message {
  const { id, channelName, kind, parts, placement, theme, zone, next } = line;
  const first = next ? zonedTime(next.due, zone) : 'when a meeting is known';
  const verb = change === 'added' ? 'Subscribed' : 'Changed';
  const gets = `gets the ${kindName(kind)}, ${scheduleWords(line)}`;
  return said(`${verb}: ${placeText(channelName)} ${gets}. Next ${first}. Stop with /capwatch unsubscribe ${id}.`, [
    section(`*${verb}:* ${placeMarkup(line)} ${escapeText(gets)}.`, `*Next* ${first} · \`${id}\``),
    context(
      escapeText(`${PLACES[placement]} · ${parts.join(', ')} · ${theme} pictures`),
      'Only a channel that has Capwatch can get it: type `/invite @Capwatch` there.',
    ),
    actions(...subscriptionButtons(line)),
  ]);
}

/** `/capwatch list`: every subscription of the channel, or of the workspace; `extra` rows are ready to print. */
export function subscriptionListMessage(
  lines: readonly SubscriptionLine[],
  where: string,
  extra: readonly string[] = [],
): Message {
  if (lines.length + extra.length === 0) {
    return said(`Nothing is sent to ${where}. Type /capwatch subscribe morning at 07:00.`, [
      section(`*Nothing is sent to ${escapeText(where)}.*`, 'Example: `/capwatch subscribe morning at 07:00`'),
    ]);
  }
  const shown = lines.slice(0, 20);
  const rows = shown.map((line) => `\`${line.id}\`  *${placeMarkup(line)}*  ${subscriptionWords(line)}`);
  const more = lines.length - shown.length;
  const names = [...shown.map(({ id }) => id), ...(extra.length > 0 ? ['alerts'] : [])].join(', ');
  return said(`${counted(lines.length + extra.length, 'subscription')} in ${where}: ${names}.`, [
    section(...rows, ...extra),
    context(
      ...(more > 0 ? [`${counted(more, 'more subscription')} not shown.`] : []),
      'Change one by subscribing again; `/capwatch pause sub-1`, `/capwatch unsubscribe sub-1`, `/capwatch log`. Alerts: `/capwatch alert list`.',
    ),
  ]);
}

/** "morning summary, weekdays 07:00 New York · next Mon 22 Jan 07:00", escaped. */
function subscriptionWords(line: SubscriptionLine): string {
  const { kind, status, reason, next, zone } = line;
  const state =
    status === 'paused'
      ? `paused${reason === '' ? '' : `: ${reason}`}`
      : next
        ? `next ${zonedTime(next.due, zone)}`
        : '';
  return escapeText(`${kindName(kind)}, ${scheduleWords(line)}${state === '' ? '' : ` · ${state}`}`);
}

/** What became of a pause, resume or unsubscribe. */
export function statusMessage(line: SubscriptionLine): Message {
  const { id, channelName, kind, status, next, zone } = line;
  const [verb, tail] = {
    active: ['Resumed', next ? `Next ${zonedTime(next.due, zone)}.` : 'Next when a meeting is known.'],
    paused: ['Paused', `Nothing is sent until \`/capwatch resume ${id}\`.`],
    ended: ['Ended', 'The log stays. Subscribe again at any time.'],
  }[status] as [string, string];
  const head = `${verb}: ${kindName(kind)} in`;
  return said(`${head} ${placeText(channelName)}. ${tail.replaceAll('`', '')}`, [
    section(`*${head} ${placeMarkup(line)}.*`, tail),
  ]);
}

/** A draft that was not confirmed; `example` is how to ask again. */
export function discardedMessage(example: string): Message {
  return said(`Discarded; nothing was set. Ask again: ${example}`, [
    section('*Discarded;* nothing was set.', `Ask again, changed: \`${example}\``),
  ]);
}

/** So many lines to type are told one by one. */
const MOST_RESUMED = 4;

/** To the owner, once: what rests and why, and what to do. */
export function troubleMessage(
  resting: readonly ({ readonly id: string; readonly what: string } & Place)[],
  reason: string,
): Message {
  const where = resting[0] ?? { channelName: 'this channel' };
  const names = resting.map(({ id, what }) => `${kindName(what)} (${id})`).join(', ');
  const lines = resting.slice(0, MOST_RESUMED).map(({ id }) => `\`/capwatch resume ${id}\``);
  const more = resting.length > MOST_RESUMED ? ' and so on' : '';
  return said(`Paused in ${placeText(where.channelName)}: ${names}. Why: ${reason}. Nothing was lost.`, [
    section(`*Paused in ${placeMarkup(where)}:* ${escapeText(names)}.`, `Why: ${escapeText(reason)}.`),
    context(
      `When that is mended, type ${lines.join(', ')}${more}; \`/invite @Capwatch\` brings it back in, \`/capwatch subscribe\` changes a time zone.`,
    ),
  ]);
}

/** To the owner after Slack has taken the token again. */
export function backMessage({
  subscriptions,
  alerts,
}: {
  readonly subscriptions: number;
  readonly alerts: number;
}): Message {
  const what = [
    ...(subscriptions > 0 ? [counted(subscriptions, 'subscription')] : []),
    ...(alerts > 0 ? [counted(alerts, 'alert')] : []),
  ].join(' and ');
  const verb = subscriptions + alerts === 1 ? 'goes' : 'go';
  const line = `${what} of yours ${verb} on; what was due meanwhile was not sent.`;
  return said(`Capwatch is back. ${line}`, [section('*Capwatch is back.*', line)]);
}
