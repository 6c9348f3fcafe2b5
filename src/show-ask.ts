/** `show ask "QUESTION" ["NEXT QUESTION" …] --on "POST"`: a thread under a post, replayed on a terminal. */
import { answer, type Call } from '../commands/index.ts';
import { type AnsweredQuestion, answerQuestion } from '../commands/question.ts';
import { type Day, NEW_YORK, newYorkTime } from './calendar/day.ts';
import { closeTime, lastCompletedSession, previousSession, sessionOnOrBefore } from './calendar/nyse.ts';
import { CapwatchError } from './errors.ts';
import type { ContentSources } from './market/morning-facts.ts';
import type { Message } from './messages/message.ts';
import { parseDay } from './questions/dates.ts';
import type { ChannelPost, PostSnapshot, Subject, Turn } from './questions/post-snapshot.ts';
import { showAlert } from './show-alert.ts';
import { showMorning } from './show-morning.ts';

const EXAMPLE = 'show ask "how far behind are small caps ytd" --on "morning asof 2024-01-22"';
/** An alert by the name a person gives it, and the command that shows the same figures. */
const ALERTS: Readonly<Record<string, { readonly words: string; readonly command: string }>> = {
  'smallcap-divergence': { words: 'divergence 20', command: '/smallcaps divergence' },
  divergence: { words: 'divergence 20', command: '/smallcaps divergence' },
  'odds-shift': { words: '', command: '/fedodds march shift' },
  'target-change': { words: '', command: '/targets who goldman' },
  survey: { words: '', command: '/targets survey large over small' },
};

/** A thread that was replayed: every question with its answer, in order. */
export interface ShownThread {
  readonly post: PostSnapshot;
  readonly answers: readonly (AnsweredQuestion & { readonly text: string })[];
}

/**
 * Asks the questions one after another under `on`, any show text. The clock of a replayed post stands on its evening.
 * @throws CapwatchError as the post and the answers do.
 */
export async function showAsk(questions: readonly string[], on: string, call: Call): Promise<ShownThread> {
  if (questions.length === 0)
    throw new CapwatchError('invalid_input', 'Give a question in quotes.', { example: EXAMPLE });
  const post = await postOf(on, call);
  const then = { ...call, now: /\bas-?of\b/.test(on) ? eveningOf(post.asOf) : call.now };
  const chain: Turn[] = [];
  const answers: (AnsweredQuestion & { text: string })[] = [];
  const posts = (subject: Subject | undefined) => replayedPosts(subject, { post, call: then });
  for (const text of questions) {
    const asked = await answerQuestion(text, { post, chain, call: then, posts });
    chain.push(asked.turn);
    answers.push({ ...asked, text });
  }
  return { post, answers };
}

function eveningOf(day: Day): Temporal.Instant {
  return Temporal.ZonedDateTime.from(`${day}T22:00[${NEW_YORK}]`).toInstant();
}

/** The alert of that subject that a question under a replayed post may mean. */
const ALERT_OF: Readonly<Partial<Record<Subject, string>>> = {
  fed: 'odds-shift',
  smallcaps: 'smallcap-divergence',
  targets: 'target-change',
  survey: 'survey',
};

/** No thread is stored on a terminal: yesterday's alert of the subject is replayed, as it stood after its close. */
async function replayedPosts(
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

/** The post of a show text, as a thread would find it. */
async function postOf(on: string, call: Call): Promise<PostSnapshot> {
  const text = on.trim();
  const place = { team: 'T0', channel: 'C0', ts: '0' };
  const day = replayDay(text, call.now);
  if (text === '') return { ...place, kind: 'answer', command: '', asOf: lastCompletedSession(call.now), numbers: [] };
  if (text.startsWith('/')) return { ...place, kind: 'shared', ...snapshotOf(await answer(text, call), text, day) };
  const sources: ContentSources = call.capwatch;
  const rest = text.replace(/^\S+\s*/, '');
  if (/^morning\b/.test(text)) {
    const messages = await showMorning(rest, sources, call.now);
    const numbers = messages.flatMap((message) => message.numbers);
    return { ...place, kind: 'morning', command: text, asOf: day, numbers };
  }
  if (/^alert\b/.test(text)) return { ...place, kind: 'alert', ...(await alertPost(rest, { day, call })) };
  throw new CapwatchError('invalid_input', 'A post is a command, `morning asof DATE` or `alert NAME asof DATE`.', {
    example: EXAMPLE,
  });
}

function snapshotOf(message: Message, command: string, day: Day) {
  return { command, asOf: message.asOf === '' ? day : message.asOf, numbers: message.numbers };
}

/** A named alert: the figures of the command behind it; any other words are an alert's own rule. */
async function alertPost(rest: string, { day, call }: { readonly day: Day; readonly call: Call }) {
  const [name = ''] = rest
    .toLowerCase()
    .replace(/^alert:?\s*/, '')
    .split(/\s+as-?of/);
  const known = ALERTS[name.trim()];
  if (!known) {
    const [message] = await showAlert(rest, call.capwatch, call.now);
    return { command: `alert ${rest}`, asOf: day, numbers: message?.numbers ?? [] };
  }
  const command = `${known.command} asof ${day}`;
  const message = await answer(command, call).catch(() => answer(command.replace(' march', ''), call));
  return { command, asOf: day, numbers: message.numbers };
}

/** The session of a text's `asof`, else the last completed one. */
function replayDay(text: string, now: Temporal.Instant): Day {
  const words = /\bas-?of (.+)$/.exec(text)?.[1];
  if (words === undefined) return lastCompletedSession(now);
  const day = parseDay(words.split(/\s+(?:csv|vs)\b/)[0] ?? words, newYorkTime(now).day);
  if (day === undefined) throw new CapwatchError('invalid_input', 'Give a day after asof.', { example: EXAMPLE });
  return sessionOnOrBefore(day);
}
