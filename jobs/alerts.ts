/** Looks at every alert: prices read once for all, state and event kept together, what may go out now is queued. Posts nothing. */
import { NEW_YORK, newYorkTime } from '../src/calendar/day.ts';
import { nextSession } from '../src/calendar/nyse.ts';
import { dayIn, instantAt, isZone } from '../src/calendar/slots.ts';
import { unsaidWords } from '../src/messages/alert-because.ts';
import { zonedTime, zoneName } from '../src/messages/subscriptions.ts';
import type { KeptAlert } from '../src/store/alert-state.ts';
import type { AlertEvent, AlertOutcome, AlertTerms, Json, Renewal, StoredAlert } from './content.ts';
import type { Desk } from './desk.ts';

type AlertJobDesk = Pick<Desk, 'team' | 'store' | 'clock' | 'content' | 'drafts'>;

/** A question asked overnight, or before a holiday, waits so long for its answer. */
const ASKED_FOR = { hours: 24 * 7 };
/** New York time of a question about an alert that ended: nobody is asked at midnight. */
const ASKED_AT = '07:00';

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
export async function evaluateAlerts(desk: AlertJobDesk): Promise<number> {
  const { team, store, clock, content } = desk;
  const now = clock();
  const { day } = newYorkTime(now);
  const all = await store.listAlerts(team);
  const over = all.filter((alert) => isOver(alert, day));
  const active = all.filter((alert) => alert.status === 'active' && !over.includes(alert));
  if (over.length + active.length > 0) {
    const facts = await content.alerts.measure(active.map(storedAlert), now);
    for (const alert of over) await end(desk, alert, { facts, now });
    for (const alert of active) {
      await keep(desk, alert, { outcome: content.alerts.evaluate(storedAlert(alert), facts, now), now });
    }
  }
  return store.queueEvents(team, now);
}

function isOver(alert: KeptAlert, day: string): boolean {
  const { until } = storedAlert(alert).terms;
  return until !== undefined && until < day;
}

interface Ending {
  readonly facts: unknown;
  readonly now: Temporal.Instant;
}

/** The alert has run out; where it could go on its owner is asked, in their messages, on the next session's morning. */
async function end(desk: AlertJobDesk, alert: KeptAlert, { facts, now }: Ending): Promise<void> {
  const { team, store, content } = desk;
  const { terms } = storedAlert(alert);
  const { until = '' } = terms;
  const renewal = alert.status === 'active' ? content.alerts.renewal?.(storedAlert(alert), facts, now) : undefined;
  const question = renewal && (await asked(desk, alert, { renewal, now }));
  const morning = instantAt(nextSession(until), ASKED_AT, NEW_YORK);
  const from = Temporal.Instant.compare(now, morning) < 0 ? morning : now;
  await store.recordEvaluation({
    ...{ team, id: alert.id, before: alert.state, because: alert.because, at: now },
    ends: `It ran until ${until}.`,
    ...(question && {
      event: {
        ...{ kind: 'ended', content: JSON.stringify(question), notBefore: afterQuiet(terms, from) },
        channel: alert.by,
      },
    }),
  });
}

async function asked(
  { team, drafts }: AlertJobDesk,
  { by, channel, channelName }: KeptAlert,
  { renewal, now }: { readonly renewal: Renewal; readonly now: Temporal.Instant },
): Promise<AlertEvent | undefined> {
  if (!drafts) return undefined;
  const { rule, terms, snapshot } = renewal;
  const content = JSON.stringify({ kind: 'alert', rule, terms, channel, channelName });
  const draft = await drafts.recordDraft({ team, by: { user: by, at: now }, kept: ASKED_FOR }, content);
  return { kind: 'ended', message: renewal.question(draft), snapshot };
}

async function keep(
  { team, store }: Pick<Desk, 'team' | 'store'>,
  alert: KeptAlert,
  { outcome, now }: { readonly outcome: AlertOutcome; readonly now: Temporal.Instant },
): Promise<void> {
  // Nothing could be seen yet: the baseline is still to come.
  const state = outcome.state === null ? undefined : JSON.stringify(outcome.state);
  const event = spoken(alert, outcome, now);
  const because = becauseOf(alert, outcome, { event, now });
  if (event === undefined && state === alert.state && because === alert.because) return;
  const { terms } = storedAlert(alert);
  const speaks = isNews(event);
  await store.recordEvaluation({
    ...{ team, id: alert.id, before: alert.state, because, at: now },
    ...(state !== undefined && { state }),
    silenced: event === undefined && alert.state !== undefined && isNews(outcome.event),
    ...(event && {
      // Also an edit waits: it must not come before the post that it edits.
      event: { kind: event.kind, content: JSON.stringify(event), notBefore: afterQuiet(terms, now) },
      ...(terms.once && speaks && { ends: 'It fired, and was asked for once.' }),
    }),
  });
}

function isNews(event: AlertEvent | undefined): boolean {
  return event?.kind === 'fired' || event?.kind === 'again';
}

/** The sentence of the look, with what keeps its post back; as before when the look saw nothing new. */
function becauseOf(
  alert: KeptAlert,
  { because, event: found }: AlertOutcome,
  { event, now }: { readonly event: AlertEvent | undefined; readonly now: Temporal.Instant },
): string {
  if (because === '') return alert.because;
  const { quiet } = storedAlert(alert).terms;
  if (isNews(found) && event === undefined && alert.state !== undefined && alert.snoozedUntil) {
    return `${because} ${unsaidWords(`${zonedTime(alert.snoozedUntil, NEW_YORK)} ET`, 'snoozed')}`;
  }
  const from = afterQuiet({ once: false, ...(quiet && { quiet }) }, now);
  if (!quiet || !isNews(event) || from === now) return because;
  return `${because} ${unsaidWords(`${zonedTime(from, quiet.zone)} ${zoneName(quiet.zone)}`, 'quiet')}`;
}

/** The event, unless it is the baseline or the alert is snoozed; what edits an old post is never held back by a snooze. */
function spoken(alert: KeptAlert, { event }: AlertOutcome, now: Temporal.Instant): AlertOutcome['event'] {
  if (alert.state === undefined || event === undefined) return undefined;
  const snoozed = alert.snoozedUntil !== undefined && Temporal.Instant.compare(now, alert.snoozedUntil) < 0;
  return snoozed && isNews(event) ? undefined : event;
}

/** `now`, or the end of the quiet hours it falls into; hours of a zone that nobody knows any more hold nothing back. */
export function afterQuiet({ quiet }: AlertTerms, now: Temporal.Instant): Temporal.Instant {
  if (quiet === undefined || !isZone(quiet.zone)) return now;
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
