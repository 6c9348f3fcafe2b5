/** The summary that `/capwatch test` shows: as the channel would get it, to the asker alone. It sends and keeps nothing. */
import { lastCompletedSession } from '../src/calendar/nyse.ts';
import { type DueSlot, dayIn, nextSlot, type Plan } from '../src/calendar/slots.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import type { Audiences } from './audiences.ts';
import type { Skip, Summary } from './content.ts';
import { readerOf } from './deliver-summary.ts';

/** The newest summary that the data of `now` can fill, as a channel that has seen none would get it. */
export function previewed(
  audiences: Audiences,
  subscription: Subscription,
  { now, meetings }: { readonly now: Temporal.Instant; readonly meetings: readonly string[] },
): Promise<Summary | Skip> {
  const { seen: _, ...unseen } = subscription;
  const { name, ...slot } = readySlot(subscription, now, meetings) ??
    lastSlot(subscription, now, meetings) ?? {
      name: subscription.kind === 'fed' ? ('fed-before' as const) : subscription.kind,
      day: dayIn(subscription.zone, now),
      due: now,
    };
  return audiences.summary(name, { ...slot, now }, readerOf(unseen));
}

/** The next morning's slot, once the session that it will speak of is over. */
function readySlot(plan: Plan, now: Temporal.Instant, meetings: readonly string[]): DueSlot | undefined {
  const next = nextSlot(plan, now, meetings);
  const isReady = next?.name === 'morning' && lastCompletedSession(next.due) === lastCompletedSession(now);
  return isReady ? next : undefined;
}

/** The latest slot of the last eight days. */
function lastSlot(plan: Plan, now: Temporal.Instant, meetings: readonly string[]): DueSlot | undefined {
  let last: DueSlot | undefined;
  for (;;) {
    const next = nextSlot(plan, last?.due ?? now.subtract({ hours: 192 }), meetings);
    if (!next || Temporal.Instant.compare(next.due, now) > 0) return last;
    last = next;
  }
}
