/** The post of a show text, as a thread in Slack would find it: what it says, its session, its numbers. Answers nothing. */
import { answer, type Call } from '../commands/index.ts';
import { type Day, NEW_YORK, newYorkTime } from './calendar/day.ts';
import { closeTime, lastCompletedSession, nextSession, previousSession, sessionOnOrBefore } from './calendar/nyse.ts';
import { contentSources } from './content-sources.ts';
import { CapwatchError } from './errors.ts';
import { readMorning } from './market/morning-facts.ts';
import { monthName } from './messages/fedodds.ts';
import { parseDay } from './questions/dates.ts';
import type { ChannelPost, PostSnapshot, Subject } from './questions/post-snapshot.ts';
import { openOdds, showAlert } from './show-alert.ts';
import { showClock } from './show-clock.ts';

export const ASK_EXAMPLE = 'show ask "how far behind are small caps ytd" --on "morning asof 2024-01-22"';
const POSTS = 'A post is a command, `morning asof DATE`, `weekly`, `fomc` or `alert NAME asof DATE`.';
/** An alert by the name a person gives it, and the command that shows the same figures. */
const ALERTS: Readonly<Record<string, string | ((replay: Replay) => Promise<string>)>> = {
  'smallcap-divergence': '/smallcaps divergence',
  divergence: '/smallcaps divergence',
  'odds-shift': oddsShift,
  'target-change': '/targets who goldman',
  survey: '/targets survey large over small',
};
/** Any other alert: the command nearest to what its words watch. */
const WATCHED: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/\bodds\b/, (name) => `/fedodds ${/^\s*([a-z]+)\b(?= (?:cut|hike|hold|odds))/.exec(name)?.[1] ?? 'next'}`],
  [/\brecovery\b/, () => '/smallcaps recovery'],
  [/\b(?:record|drawdown)\b/, () => '/smallcaps highs'],
  [/\bsurvey\b/, () => '/targets survey large over small'],
  [/\b(?:targets?|calls?)\b/, () => '/targets'],
];
const KINDS: Readonly<Record<string, PostSnapshot['kind']>> = { morning: 'morning', weekly: 'weekly', fomc: 'fed' };

/** The post of a show text. @throws CapwatchError as the text's own command does, or `invalid_input` for no post's text. */
export async function shownPost(on: string, call: Call): Promise<PostSnapshot> {
  const text = on.trim();
  const place = { team: 'T0', channel: 'C0', ts: '0' };
  const day = replayDay(text, call.now);
  if (text === '') return { ...place, kind: 'answer', command: '', asOf: day, numbers: [] };
  if (text.startsWith('/')) return { ...place, kind: 'shared', ...(await commandPost(text, { day, call })) };
  const name = /^\w+/.exec(text)?.[0] ?? '';
  if (name === 'alert')
    return { ...place, kind: 'alert', ...(await alertPost(text.slice(name.length), { day, call })) };
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  const messages = kind && (await showClock(text, call.capwatch));
  if (!kind || !messages) throw new CapwatchError('invalid_input', POSTS, { example: ASK_EXAMPLE });
  const numbers = messages.flatMap((message) => message.numbers);
  // The last part may name the day ahead.
  const told = messages.map(({ asOf }) => asOf).filter((asOf) => asOf <= day);
  return { ...place, kind, command: text, asOf: sessionOf(told.toSorted().at(-1), day), numbers };
}

interface Replay {
  readonly day: Day;
  readonly call: Call;
}

async function commandPost(command: string, { day, call }: Replay) {
  const { asOf, numbers } = await answer(command, call);
  return { command, asOf: sessionOf(asOf, day), numbers };
}

/** Posts about no market carry the day they were made on, or none. */
function sessionOf(asOf: string | undefined, day: Day): Day {
  return asOf === undefined || asOf === '' ? day : sessionOnOrBefore(asOf);
}

/** A named alert: the figures of the command behind it; any other words are an alert's own rule. */
async function alertPost(words: string, { day, call }: Replay) {
  const [typed = ''] = words.toLowerCase().split(/\bas-?of\b/);
  const name = typed.trim();
  const known = Object.hasOwn(ALERTS, name) ? ALERTS[name] : undefined;
  if (known !== undefined)
    return watchedPost(typeof known === 'string' ? known : await known({ day, call }), { day, call });
  const [message] = await showAlert(words, call.capwatch, call.now);
  if (message && message.numbers.length > 0) return { command: `alert${words}`, asOf: day, numbers: message.numbers };
  // It did not fire that day: its thread is about what it watches.
  const watched = WATCHED.find(([pattern]) => pattern.test(name))?.[1](name) ?? '/smallcaps ytd';
  return watchedPost(watched, { day, call });
}

/** The shift of the meeting that the day's morning summary would speak of. */
async function oddsShift({ day, call }: Replay): Promise<string> {
  const facts = await readMorning(contentSources(call.capwatch), { session: day, today: nextSession(day) });
  const meeting = openOdds(facts)?.meeting;
  return meeting === undefined ? '/fedodds shift' : `/fedodds ${monthName(meeting, day).toLowerCase()} shift`;
}

async function watchedPost(line: string, { day, call }: Replay) {
  const command = `${line} asof ${day}`;
  const { numbers } = await answer(command, call);
  return { command, asOf: day, numbers };
}

/** The alert of that subject that a question under a replayed post may mean. */
const ALERT_OF: Readonly<Partial<Record<Subject, string>>> = {
  fed: 'odds-shift',
  smallcaps: 'smallcap-divergence',
  targets: 'target-change',
  survey: 'survey',
};

/** No channel is stored on a terminal: yesterday's alert of the subject is replayed, as it stood after its close. */
export async function replayedPosts(
  subject: Subject | undefined,
  { post, call }: { readonly post: PostSnapshot; readonly call: Call },
): Promise<ChannelPost[]> {
  const name = subject && ALERT_OF[subject];
  if (name === undefined) return [];
  const day = previousSession(post.asOf);
  const ts = String(alertTime(day).epochMilliseconds / 1000);
  const said = await alertPost(name, { day, call }).catch((error: unknown) => {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  });
  return said ? [{ team: post.team, channel: post.channel, ts, kind: 'alert', ...said }] : [];
}

/** Alerts are evaluated twenty minutes after the close. */
function alertTime(day: Day): Temporal.Instant {
  return Temporal.ZonedDateTime.from(`${day}T${closeTime(day)}[${NEW_YORK}]`)
    .toInstant()
    .add({ minutes: 20 });
}

/** The session of a text's `asof`, else the last completed one. */
function replayDay(text: string, now: Temporal.Instant): Day {
  const words = /\bas-?of (.+)$/.exec(text)?.[1];
  if (words === undefined) return lastCompletedSession(now);
  const day = parseDay(words.split(/\s+(?:csv|vs)\b/)[0] ?? words, newYorkTime(now).day);
  if (day === undefined) throw new CapwatchError('invalid_input', 'Give a day after asof.', { example: ASK_EXAMPLE });
  return sessionOnOrBefore(day);
}
