/** What was sent and what was not: the delivery log, what came late or never, a test of a summary. Pure. */
import { context, LIMITS, section } from './blocks.ts';
import { counted, escapeText } from './format.ts';
import type { Message } from './message.ts';
import { kindName, said, wallTime, zonedTime, zoneName } from './subscriptions.ts';

/** One delivery as a person reads it. */
export interface DeliveryLine {
  readonly job: string;
  readonly slot: string;
  readonly due: Temporal.Instant;
  readonly state: 'queued' | 'sent' | 'skipped' | 'failed' | 'unknown';
  readonly detail: string;
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
