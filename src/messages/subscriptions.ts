/** What Capwatch says about subscriptions: how one stands, what was sent and not, what was late. Times in their own zone. Pure. */
import type { Button } from '@slack/types';
import type { DueSlot } from '../calendar/slots.ts';
import { actions, button, context, LIMITS, section } from './blocks.ts';
import { counted, escapeText, weekdayDate } from './format.ts';
import type { Message } from './message.ts';

/** A subscription as a person reads it. */
export interface SubscriptionLine {
  /** `sub-3`. */
  readonly id: string;
  readonly channelName: string;
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

/** One delivery as a person reads it. */
export interface DeliveryLine {
  readonly job: string;
  readonly slot: string;
  readonly due: Temporal.Instant;
  readonly state: 'queued' | 'sent' | 'skipped' | 'failed' | 'unknown';
  readonly detail: string;
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

/** "morning summary"; an alert's own word for anything else. */
export function kindName(kind: string): string {
  return NAMES[kind] ?? kind;
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

function wallTime(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** "weekdays 07:00 New York": when a subscription of this kind comes. */
export function scheduleWords({ kind, time, zone }: Pick<SubscriptionLine, 'kind' | 'time' | 'zone'>): string {
  const at = `${time} ${zoneName(zone)}`;
  if (kind === 'morning') return `weekdays ${at}`;
  return kind === 'weekly'
    ? `after the week’s last close, ${at}`
    : `before the decision at ${at}, after it at 17:00 ET`;
}

function said(text: string, blocks: Message['blocks']): Message {
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
  const head = `${channelName} gets the ${kindName(kind)}, ${scheduleWords(line)}`;
  return said(`${verb}: ${head}. Next ${first}. Stop with /capwatch unsubscribe ${id}.`, [
    section(`*${verb}:* ${escapeText(head)}.`, `*Next* ${first} · \`${id}\``),
    context(
      escapeText(`${PLACES[placement]} · ${parts.join(', ')} · ${theme} pictures`),
      'Only a channel that has Capwatch can get it: type `/invite @Capwatch` there.',
    ),
    actions(...subscriptionButtons(line)),
  ]);
}

/** `/capwatch list`: every subscription of the channel, or of the workspace. */
export function subscriptionListMessage(lines: readonly SubscriptionLine[], where: string): Message {
  if (lines.length === 0) {
    return said(`Nothing is sent to ${where}. Type /capwatch subscribe morning at 07:00.`, [
      section(`*Nothing is sent to ${escapeText(where)}.*`, 'Example: `/capwatch subscribe morning at 07:00`'),
    ]);
  }
  const shown = lines.slice(0, 20);
  const rows = shown.map((line) => `\`${line.id}\`  *${escapeText(line.channelName)}*  ${subscriptionWords(line)}`);
  const more = lines.length - shown.length;
  return said(`${counted(lines.length, 'subscription')} in ${where}: ${shown.map(({ id }) => id).join(', ')}.`, [
    section(...rows),
    context(
      ...(more > 0 ? [`${counted(more, 'more subscription')} not shown.`] : []),
      'Change one by subscribing again; `/capwatch pause sub-1`, `/capwatch unsubscribe sub-1`, `/capwatch log`.',
    ),
  ]);
}

/** "morning summary, weekdays 07:00 New York · next Mon 22 Jan 07:00", escaped. */
export function subscriptionWords(line: SubscriptionLine): string {
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
  const name = `${kindName(kind)} in ${channelName}`;
  const [head, tail] = {
    active: [`Resumed: ${name}`, next ? `Next ${zonedTime(next.due, zone)}.` : 'Next when a meeting is known.'],
    paused: [`Paused: ${name}`, `Nothing is sent until \`/capwatch resume ${id}\`.`],
    ended: [`Ended: ${name}`, 'The log stays. Subscribe again at any time.'],
  }[status] as [string, string];
  return said(`${head}. ${tail.replaceAll('`', '')}`, [section(`*${escapeText(head)}.*`, tail)]);
}

const STATES = { queued: 'being sent', sent: 'sent', skipped: 'skipped', failed: 'failed', unknown: 'not confirmed' };

/** `/capwatch log`: what was sent, skipped and failed, the newest first, in the zone of the reader's subscription. */
export function deliveryLogMessage(lines: readonly DeliveryLine[], where: string, zone: string): Message {
  if (lines.length === 0) {
    return said(`Nothing was due in ${where} yet.`, [section(`*Nothing was due in ${escapeText(where)} yet.*`)]);
  }
  const rows = lines.map(({ job, slot, due, state, detail }) => {
    const why = detail === '' ? '' : ` · ${escapeText(detail)}`;
    return `*${zonedTime(due, zone)}*  ${escapeText(kindName(slot))}, ${STATES[state]}${why} · \`${job}\``;
  });
  const [newest] = lines;
  const head = newest ? `${kindName(newest.slot)} ${STATES[newest.state]}, due ${zonedTime(newest.due, zone)}` : '';
  return said(`Deliveries in ${where}; the last: ${head}.`, [
    section(...rows),
    context(
      `Times are ${escapeText(zoneName(zone))} · a delivery is never sent twice; one not confirmed is not repeated.`,
    ),
  ]);
}

/** The summary as the asker alone sees it: marked, with its sections below while they fit. */
export function testMessage(lead: Message, replies: readonly Message[]): Message {
  const blocks = [context('*Test*, only you see this; nothing was posted.'), ...lead.blocks];
  let shown = 0;
  for (const reply of replies) {
    const tables = [...blocks, ...reply.blocks].filter(({ type }) => type === 'table').length;
    const pictures = reply.charts.length > 0;
    if (blocks.length + reply.blocks.length > LIMITS.blocks - 2 || tables > 1 || pictures) break;
    blocks.push({ type: 'divider' }, ...reply.blocks);
    shown += 1;
  }
  if (shown < replies.length) blocks.push(context(`${counted(replies.length - shown, 'more section')} in the thread.`));
  return {
    ...lead,
    text: `Test: ${lead.text}`.slice(0, LIMITS.text),
    blocks,
    numbers: [...lead.numbers, ...replies.flatMap(({ numbers }) => numbers)],
  };
}

/** A test of a summary that has nothing to say now. */
export function nothingToSendMessage(reason: string): Message {
  return said(`Test: nothing would be sent now. ${reason}`, [
    section('*Test:* nothing would be sent now.', escapeText(reason)),
  ]);
}

/** A draft that was not confirmed; `example` is how to ask again. */
export function discardedMessage(example: string): Message {
  return said(`Discarded; nothing was set. Ask again: ${example}`, [
    section('*Discarded;* nothing was set.', `Ask again, changed: \`${example}\``),
  ]);
}

interface Lateness {
  readonly due: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly zone: string;
}

/** "Late: due 07:00 New York, sent 07:20." */
export function lateSentence({ due, now, zone }: Lateness): string {
  return `Late: due ${wallTime(due, zone)} ${zoneName(zone)}, sent ${wallTime(now, zone)}.`;
}

/** A lead that says it is late, in its text and in its context. */
export function lateMessage(lead: Message, lateness: Lateness): Message {
  const sentence = lateSentence(lateness);
  const last = lead.blocks.findLastIndex(({ type }) => type !== 'actions');
  const blocks = [...lead.blocks.slice(0, last + 1), context(sentence), ...lead.blocks.slice(last + 1)];
  return { ...lead, text: `${lead.text} ${sentence}`, blocks };
}

/** Why a slot was not sent at all: "Missed: due Mon 22 Jan 07:00, Capwatch was back at 17:00." */
export function missedSentence(due: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const sameDay = zonedTime(due, zone).slice(0, -6) === zonedTime(now, zone).slice(0, -6);
  const back = sameDay ? wallTime(now, zone) : zonedTime(now, zone);
  return `Missed: due ${zonedTime(due, zone)}, Capwatch was back at ${back}.`;
}

/** To the owner, once: what rests and why, and what to do. */
export function troubleMessage(
  resting: readonly { readonly id: string; readonly what: string; readonly channelName: string }[],
  reason: string,
): Message {
  const [first] = resting;
  const where = first?.channelName ?? 'a channel';
  const names = resting.map(({ id, what }) => `${kindName(what)} (${id})`).join(', ');
  return said(`Paused in ${where}: ${names}. Why: ${reason}. Nothing was lost.`, [
    section(`*Paused in ${escapeText(where)}:* ${escapeText(names)}.`, `Why: ${escapeText(reason)}.`),
    context(
      `When that is mended, type \`/capwatch resume ${first?.id ?? ''}\`; \`/invite @Capwatch\` brings it back in.`,
    ),
  ]);
}

/** To the owner after Slack has taken the token again. */
export function backMessage(count: number): Message {
  const line = `${counted(count, 'subscription')} of yours ${count === 1 ? 'goes' : 'go'} on; what was due meanwhile was not sent.`;
  return said(`Capwatch is back. ${line}`, [section('*Capwatch is back.*', line)]);
}
