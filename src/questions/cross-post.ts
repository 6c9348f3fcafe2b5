/** Which other post a question speaks of: its subject, kind and day against the posts of the channel. Reads no market. Pure. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import { sessionOnOrBefore } from '../calendar/nyse.ts';
import { sessionDate } from '../messages/format.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { parseDay } from './dates.ts';
import type { ChannelPost, PostSnapshot, Subject } from './post-snapshot.ts';

/** What was said about the other post; nothing where nothing was. */
export interface WantedPost {
  readonly subject?: Subject;
  readonly kind?: PostSnapshot['kind'];
  readonly day?: Day;
}

const SUBJECTS: readonly (readonly [RegExp, Subject])[] = [
  [/\b(odds|fed|fomc|meetings?|cuts?|hikes?|futures|rates?|settlements?)\b/i, 'fed'],
  [/\b(surveys?|fund managers?|fms|bofa)\b/i, 'survey'],
  [/\b(targets?|calls?|strategists?|goldman|street|consensus)\b/i, 'targets'],
  [/\b(claims|permits|retail|gdp\w*|backdrop|economy|macro)\b/i, 'backdrop'],
  [/\b(gap|small ?caps?|russell|r2k|lag|divergence|drawdown|relative)\b/i, 'smallcaps'],
];
const KINDS: readonly (readonly [RegExp, PostSnapshot['kind']])[] = [
  [/\balerts?\b/i, 'alert'],
  [/\b(morning|summary|brief(ing)?|note)\b/i, 'morning'],
  [/\b(weekly|wrap)\b/i, 'weekly'],
];
/** "yesterdays divergence alert": the words before the noun name the post, whatever else is said. */
const NAMED = /\b((?:[\w&]+ ){1,3})(?:alerts?|posts?|notes?|messages?|pings?|signals?)\b/gi;
/** Words that hold a subject's word and name none. */
const NO_SUBJECT = /\bat odds\b|\bwhat are the odds\b|\bcuts? (it|both ways)\b/gi;
const DAY = /\b(today|yesterday|(?:mon|tues|wednes|thurs|fri)day)\b/i;
const IDS: Readonly<Record<Subject, RegExp>> = {
  fed: /^fed\./,
  smallcaps: /^(RUT|GSPC)[.-]/,
  targets: /^(target|targets|consensus|scores)\./,
  survey: /^survey\./,
  backdrop: /^macro\./,
};

/** What `text` says of the other post, asked on `today`; `named` is a day it was found to hold. "Yesterday" is a session. */
export function wantedPost(raw: string, today: Day, { named, own }: { named?: Day; own?: Subject } = {}): WantedPost {
  const text = raw.replaceAll(NO_SUBJECT, ' ');
  const subject = subjectSaid(text, own);
  const kind = KINDS.find(([pattern]) => pattern.test(text))?.[1];
  const word = DAY.exec(text)?.[1];
  const typed = named ?? (word === undefined ? undefined : parseDay(word.toLowerCase(), today));
  const day = typed === undefined ? undefined : sessionOnOrBefore(typed);
  return { ...(subject && { subject }), ...(kind && { kind }), ...(day !== undefined && { day }) };
}

/** The subject of the post that is named, another than the one it is asked under where both are. */
function subjectSaid(text: string, own: Subject | undefined): Subject | undefined {
  const nouns = [...text.matchAll(NAMED)].map(([, words = '']) => words);
  const in_ = (words: string) => SUBJECTS.filter(([pattern]) => pattern.test(words)).map(([, subject]) => subject);
  const named = nouns.flatMap((words) => in_(words).slice(0, 1));
  const all = named.length > 0 ? named : in_(text);
  return (
    all.find((subject) => subject !== own) ??
    (named.length > 0 ? in_(text).find((one) => one !== own) : undefined) ??
    all[0]
  );
}

/** What a post is about: its command says so, else its first number of a known kind. */
export function subjectOf({ command, numbers }: PostSnapshot): Subject | undefined {
  const [name = '', second = ''] = command.split(' ');
  if (name === '/fedodds') return 'fed';
  if (name === '/smallcaps') return 'smallcaps';
  if (name === '/backdrop') return 'backdrop';
  if (name === '/targets') return second === 'survey' ? 'survey' : 'targets';
  const subjects = Object.keys(IDS) as Subject[];
  return numbers.flatMap(({ id }) => subjects.filter((one) => IDS[one].test(id)))[0];
}

/** The numbers of a post about a subject, in its order. */
export function numbersAbout(subject: Subject, { numbers }: PostSnapshot): Receipt<number>[] {
  return numbers.filter((one): one is Receipt<number> => typeof one.value === 'number' && IDS[subject].test(one.id));
}

export interface FoundPost {
  readonly post: ChannelPost;
  /** False: the nearest there is, not the one that was named. */
  readonly exact: boolean;
}

/** The post that is meant: of the subject, then of the kind and day, the newest first. Undefined: nothing of the subject. */
export function foundPost(wanted: WantedPost, posts: readonly ChannelPost[]): FoundPost | undefined {
  const of = wanted.subject;
  const about = posts.filter((post) => (of === undefined ? subjectOf(post) : numbersAbout(of, post)[0]) !== undefined);
  const isKind = ({ kind }: ChannelPost) => wanted.kind === undefined || kind === wanted.kind;
  const isDay = (post: ChannelPost) => wanted.day === undefined || speaksOf(post, wanted.day);
  const newest = about.toSorted((a, b) => (a.ts < b.ts ? 1 : -1));
  const exact = newest.find((post) => isKind(post) && isDay(post));
  const post = exact ?? newest.find(isKind) ?? newest.find(isDay) ?? newest[0];
  return post && { post, exact: exact !== undefined };
}

/** Posted on that session, or on a closed day after it, or about it. */
function speaksOf(post: ChannelPost, day: Day): boolean {
  return post.asOf === day || sessionOnOrBefore(postedAt(post)?.day ?? post.asOf) === day;
}

/** When it was posted, in New York; undefined for a replay without a time. */
export function postedAt({ ts }: PostSnapshot): { readonly day: Day; readonly time: string } | undefined {
  const seconds = Number(ts);
  if (!(seconds > 1_000_000_000)) return undefined;
  return newYorkTime(Temporal.Instant.fromEpochMilliseconds(Math.trunc(seconds * 1000)));
}

const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  fed: 'odds',
  smallcaps: 'small-cap',
  targets: 'targets',
  survey: 'survey',
  backdrop: 'economy',
};
const KIND_WORDS: Readonly<Record<PostSnapshot['kind'], string>> = {
  alert: 'alert',
  morning: 'morning summary',
  weekly: 'weekly wrap',
  fed: 'Fed day post',
  shared: 'answer',
  answer: 'answer',
};

/** "the odds alert of Fri 19 Jan 2024, 16:20 ET". */
export function postName(post: PostSnapshot, subject = subjectOf(post)): string {
  const whole = post.kind === 'morning' || post.kind === 'weekly' || post.kind === 'fed' || subject === undefined;
  const name = whole ? KIND_WORDS[post.kind] : `${SUBJECT_WORDS[subject]} ${KIND_WORDS[post.kind]}`;
  const at = postedAt(post);
  return `the ${name} of ${at ? `${sessionDate(at.day)}, ${at.time} ET` : sessionDate(post.asOf)}`;
}

/** "No odds alert of Fri 19 Jan 2024": what was looked for and is not there. */
export function missedName({ subject, kind, day }: WantedPost): string {
  const name = [subject && SUBJECT_WORDS[subject], kind ? KIND_WORDS[kind] : 'post'].filter(Boolean).join(' ');
  return `No ${subject || kind ? name : 'other post'}${day === undefined ? '' : ` of ${sessionDate(day)}`}`;
}
