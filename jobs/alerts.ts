/** Looks at every alert: prices read once for all, state and event kept together, what may go out now is queued. Posts nothing. */
import { newYorkTime } from '../src/calendar/day.ts';
import { dayIn, instantAt } from '../src/calendar/slots.ts';
import type { KeptAlert } from '../src/store/alert-state.ts';
import type { AlertOutcome, AlertTerms, Json, StoredAlert } from './content.ts';
import type { Desk } from './desk.ts';

/** A stored alert, its JSON read. */
function storedAlert({ id, title, channelName, rule, terms, state }: KeptAlert): StoredAlert {
  return {
    id,
    title,
    channelName,
    rule: JSON.parse(rule) as Json,
    terms: JSON.parse(terms) as AlertTerms,
    ...(state !== undefined && { state: JSON.parse(state) as Json }),
  };
}

/** Evaluates all active alerts at one instant and queues what they have to say; returns how many jobs that made. */
export async function evaluateAlerts(desk: Pick<Desk, 'team' | 'store' | 'clock' | 'content'>): Promise<number> {
  const { team, store, clock, content } = desk;
  const now = clock();
  const { day } = newYorkTime(now);
  const active: KeptAlert[] = [];
  for (const alert of await store.listAlerts(team)) {
    const { until } = storedAlert(alert).terms;
    if (until !== undefined && until < day) {
      await store.changeAlert({ team, id: alert.id }, { status: 'ended', reason: `It ran until ${until}.` });
    } else if (alert.status === 'active') active.push(alert);
  }
  if (active.length > 0) {
    const facts = await content.alerts.measure(active.map(storedAlert), now);
    for (const alert of active) {
      await keep(desk, alert, { outcome: content.alerts.evaluate(storedAlert(alert), facts, now), now });
    }
  }
  return store.queueEvents(team, now);
}

async function keep(
  { team, store }: Pick<Desk, 'team' | 'store'>,
  alert: KeptAlert,
  { outcome, now }: { readonly outcome: AlertOutcome; readonly now: Temporal.Instant },
): Promise<void> {
  // Nothing could be seen yet: the baseline is still to come.
  const state = outcome.state === null ? undefined : JSON.stringify(outcome.state);
  const event = spoken(alert, outcome, now);
  if (event === undefined && state === alert.state && outcome.because === alert.because) return;
  const { terms } = storedAlert(alert);
  const speaks = event?.kind === 'fired' || event?.kind === 'again';
  await store.recordEvaluation({
    team,
    id: alert.id,
    before: alert.state,
    ...(state !== undefined && { state }),
    because: outcome.because,
    at: now,
    silenced: event === undefined && outcome.event !== undefined,
    ...(event && {
      event: {
        kind: event.kind,
        content: JSON.stringify(event),
        notBefore: speaks ? afterQuiet(terms, now) : now,
      },
      ends: terms.once && speaks,
    }),
  });
}

/** The event, unless it is the baseline or the alert is snoozed; what edits an old post is never held back. */
function spoken(alert: KeptAlert, { event }: AlertOutcome, now: Temporal.Instant): AlertOutcome['event'] {
  if (alert.state === undefined || event === undefined) return undefined;
  const edits = event.kind === 'cleared' || event.kind === 'corrected';
  const snoozed = alert.snoozedUntil !== undefined && Temporal.Instant.compare(now, alert.snoozedUntil) < 0;
  return snoozed && !edits ? undefined : event;
}

/** `now`, or the end of the quiet hours it falls into. */
export function afterQuiet({ quiet }: AlertTerms, now: Temporal.Instant): Temporal.Instant {
  if (quiet === undefined) return now;
  const { from, to, zone } = quiet;
  const local = now.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const today = dayIn(zone, now);
  const overnight = from > to;
  const isQuiet = overnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return now;
  const endsTomorrow = overnight && time >= from;
  const day = endsTomorrow ? Temporal.PlainDate.from(today).add({ days: 1 }).toString() : today;
  return instantAt(day, to, zone);
}
