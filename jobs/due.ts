/** What is due now: claims the slots of subscriptions whose time has come and queues the ones still worth sending. Sends nothing. */
import { type DueSlot, isZone, nextSlot, type SlotName } from '../src/calendar/slots.ts';
import { missedSentence } from '../src/messages/deliveries.ts';
import type { SlotClaim } from '../src/store/slots.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import { restWithoutZone } from './channel-life.ts';
import type { Desk } from './desk.ts';

/** How long after its time a summary is still sent, marked as late. Afterwards the day has its own news. */
export const CATCH_UP: Readonly<Record<SlotName, Temporal.DurationLike>> = {
  morning: { hours: 3 },
  weekly: { hours: 12 },
  'fed-before': { hours: 3 },
  'fed-after': { hours: 6 },
};

const BATCH = 500;
/** After a longer sleep the rest is not even listed as missed. */
const MOST_MISSED = 40;

/** Claims everything due; returns how many slots were claimed. Called as often as one likes, also by two at once. */
export async function claimDue(desk: Desk): Promise<number> {
  const { team, store, clock } = desk;
  const now = clock();
  let claimed = 0;
  for (;;) {
    const due = await store.listDueSubscriptions(team, { now, limit: BATCH });
    for (const one of due) if (!isZone(one.zone)) await restWithoutZone(desk, one);
    const told = due.filter(({ zone }) => isZone(zone));
    const claims = told.flatMap((subscription) => claimsOf(subscription, now, desk.meetings));
    if (claims.length > 0) claimed += await store.claimSlots(claims, now);
    if (due.length < BATCH) return claimed;
  }
}

/** One claim per missed slot, in order; only the last one can still be sent. */
function claimsOf(subscription: Subscription, now: Temporal.Instant, meetings: readonly string[]): SlotClaim[] {
  const slots: DueSlot[] = [];
  let next = subscription.next;
  while (next && Temporal.Instant.compare(next.due, now) <= 0) {
    slots.push(next);
    const after = slots.length < MOST_MISSED ? next.due : now;
    next = nextSlot(subscription, after, meetings);
  }
  return slots.map((slot, index): SlotClaim => {
    const last = index === slots.length - 1;
    const inTime = last && Temporal.Instant.compare(slot.due.add(CATCH_UP[slot.name]), now) >= 0;
    return {
      team: subscription.team,
      subscription: subscription.id,
      channel: subscription.channel,
      slot,
      state: inTime ? 'queued' : 'skipped',
      detail: inTime ? '' : missedSentence(slot.due, now, subscription.zone),
      next: last ? next : slots[index + 1],
    };
  });
}
