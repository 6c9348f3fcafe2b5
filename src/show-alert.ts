/** `show "alert NAME asof DATE"`: what an alert that has been standing would have posted on that session. */
import { evaluateAlert } from '../jobs/alert-content.ts';
import type { AlertOutcome, StoredAlert } from '../jobs/content.ts';
import { addDays, type Day, NEW_YORK, newYorkTime } from './calendar/day.ts';
import {
  closedReason,
  closeTime,
  isSession,
  lastCompletedSession,
  nextSession,
  previousSession,
  sessionOnOrBefore,
  sessionsIn,
} from './calendar/nyse.ts';
import { CapwatchError } from './errors.ts';
import { type ContentSources, factsAt, readMorning } from './market/morning-facts.ts';
import { whyMessage } from './messages/alert-because.ts';
import { alertTitle, ruleLine } from './messages/alert-words.ts';
import { fullDate, weekdayDate } from './messages/format.ts';
import type { Message } from './messages/message.ts';
import type { AlertRule } from './metrics/alerts.ts';
import type { MorningFacts } from './metrics/morning.ts';
import { fedItem } from './metrics/morning-fed.ts';
import { resolvedRule } from './questions/alert-meeting.ts';
import { parseAlertRequest } from './questions/alert-request.ts';
import { parseDay } from './questions/dates.ts';

const EXAMPLE = 'show "alert divergence asof 2024-01-19"';
/** Calendar days an alert is taken to have been standing. */
const STANDING_DAYS = 60;

/**
 * The post, or its edit and thread note, or, where nothing happened that day, why not.
 * @throws CapwatchError `invalid_input` for words it does not know or a day still to come.
 */
export async function showAlert(text: string, sources: ContentSources, now: Temporal.Instant): Promise<Message[]> {
  const { name, session, closed } = nameAndDay(text, now);
  const facts = await readMorning(sources, { session, today: nextSession(session) });
  const draft = parseAlertRequest(KNOWN[name.trim()]?.(facts) ?? name, session);
  const { rule } = resolvedRule(draft, facts);
  const since = standingSince(rule, session);
  const outcome = replayed({ rule, once: draft.once }, { facts, since });
  if (outcome.event) {
    const { message, threadNote } = outcome.event;
    return threadNote ? [message, threadNote] : [message];
  }
  const states = [...(closed === undefined ? [] : [closed]), `Replayed as if set on ${fullDate(since)}.`];
  return [whyMessage(alertTitle(rule), outcome.because, { asOf: session, rule: ruleLine(rule, draft), states })];
}

/** Alerts by the names that people give them, as the words that set them. */
const KNOWN: Readonly<Partial<Record<string, (facts: MorningFacts) => string>>> = {
  'smallcap-divergence': () => 'divergence',
  'target-change': () => 'targets',
  'odds-shift': (facts) => {
    const open = openOdds(facts);
    return `${open?.meeting ?? 'next'} ${open?.direction ?? 'cut'} odds moves 10 points in 5 days`;
  },
};

/** The meeting that the morning summary speaks of; undefined without futures. */
export function openOdds({ fed, session }: MorningFacts) {
  const item = fed.ok ? fedItem(fed.value, previousSession(session)) : undefined;
  return item && { meeting: item.view.figures.meeting, direction: item.direction };
}

/** The day the alert is taken to have been set: a year-to-date gap speaks of one base only, that of its year. */
function standingSince(rule: AlertRule, session: Day): Day {
  const start = addDays(session, -STANDING_DAYS);
  const year = `${session.slice(0, 4)}-01-01`;
  return rule.kind === 'gap' && rule.window === 'ytd' && start < year ? year : start;
}

/** One evaluation a session, the first being the silent baseline; one asked for once is over after it fired. */
function replayed(
  { rule, once }: { readonly rule: AlertRule; readonly once: boolean },
  { facts, since }: { readonly facts: MorningFacts; readonly since: Day },
): AlertOutcome {
  let outcome: AlertOutcome = { state: null, because: '' };
  for (const session of sessionsIn(since, facts.session)) {
    if (once && outcome.event) return overAt(outcome);
    const then = session === facts.session ? facts : earlier(facts, session);
    if (!then) continue;
    const known: StoredAlert = { id: 'al-1', title: '', rule: { ...rule }, terms: { once }, state: outcome.state };
    outcome = evaluateAlert(known, then, afterClose(session));
  }
  return outcome;
}

/** It fired on an earlier session and stopped itself. */
function overAt({ state, event }: AlertOutcome): AlertOutcome {
  return {
    state,
    because: `It fired on ${weekdayDate(event?.message.asOf ?? '')} and stopped itself: once was asked for.`,
  };
}

/** An earlier look; the ledger was read up to the asked day only, so changes of calls count on that day alone. */
function earlier(facts: MorningFacts, session: Day): MorningFacts | undefined {
  const then = factsAt(facts, session);
  return then && facts.calls ? { ...then, calls: () => ({ ok: true, value: [] }) } : then;
}

/** Twenty-five minutes past the close: after the look of 16:20. */
function afterClose(session: Day): Temporal.Instant {
  return Temporal.ZonedDateTime.from(`${session}T${closeTime(session)}[${NEW_YORK}]`)
    .toInstant()
    .add({ minutes: 25 });
}

interface Asked {
  readonly name: string;
  readonly session: Day;
  /** "NYSE was closed Mon 15 Jan (Martin Luther King Jr. Day): this is the session before." */
  readonly closed?: string;
}

function nameAndDay(text: string, now: Temporal.Instant): Asked {
  const [name = '', typed] = text
    .trim()
    .toLowerCase()
    .split(/\bas-?of\b/);
  const completed = lastCompletedSession(now);
  if (typed === undefined) return { name, session: completed };
  const day = parseDay(typed, newYorkTime(now).day);
  if (day === undefined) throw new CapwatchError('invalid_input', 'Give a day after asof.', { example: EXAMPLE });
  if (day > completed && isSession(day))
    throw new CapwatchError('invalid_input', `${day} has not closed yet.`, { example: EXAMPLE });
  const session = sessionOnOrBefore(day);
  const reason = closedReason(day);
  const closed =
    reason === undefined ? undefined : `NYSE was closed ${weekdayDate(day)} (${reason}): the session before.`;
  return { name, session: session > completed ? completed : session, ...(closed !== undefined && { closed }) };
}
