/** Text + post + the turns before → what is asked. Knows words and a thread's memory, no market. Pure. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import { recalledQuestion } from './chain.ts';
import { type Scored, scoredKinds, type Topic } from './intent.ts';
import type { PostSnapshot, Turn } from './post-snapshot.ts';
import type { Kind, Question, Reading, Slots } from './question.ts';
import { slotsIn } from './slots.ts';
import { type Concept, conceptsIn } from './words-lexicon.ts';
import { normalText } from './words-normal.ts';

/** Below this nothing is understood. */
const ENOUGH = 3;
/** Two kinds nearer than this to each other are asked back. */
const CLOSE = 0.4;

export interface Thread {
  readonly post?: PostSnapshot;
  readonly turns: readonly Turn[];
}

/** What `raw` asks, under the post and after the turns of its thread. */
export function parseQuestion(raw: string, thread: Thread, now: Temporal.Instant): Reading {
  const words = normalText(raw);
  const today: Day = thread.post?.asOf ?? newYorkTime(now).day;
  const slots = slotsIn(words, today);
  const concepts = conceptsIn(words.text);
  const last = recalledQuestion(thread.turns.at(-1)?.memory);
  const scored = scoredKinds(concepts, slots, topicNow(thread.post, last));
  return chosen(scored, { slots, last, concepts, text: words.text });
}

interface Asked {
  readonly slots: Slots;
  readonly last: Question | undefined;
  readonly concepts: ReadonlySet<Concept>;
  readonly text: string;
}

function chosen(scored: readonly Scored[], asked: Asked): Reading {
  const { slots, last, text, concepts } = asked;
  const [first, second] = scored;
  if (last && isFollowUp(asked, first)) return { kind: 'question', question: followUp(last, slots), how: 'thread' };
  if (first === undefined || first.score < ENOUGH) return weak(asked, scored);
  if (second && first.score - second.score < CLOSE && first.score < 7 && second.score >= ENOUGH + 1) {
    return { kind: 'ambiguous', options: [withSlots(first.kind, slots), withSlots(second.kind, slots)] };
  }
  const term = concepts.has('define') ? text : undefined;
  return {
    kind: 'question',
    question: withSlots(first.kind, { ...inherited(first.kind, last), ...slots, ...(term !== undefined && { term }) }),
    how: 'words',
  };
}

/** What a question of the same field keeps of the one before when it does not say it anew. */
function inherited(kind: Kind, last: Question | undefined): Partial<Slots> {
  if (!last || (fieldOf(kind) !== fieldOf(last.kind) && kind !== 'source' && kind !== 'alert')) return {};
  const { meeting, month, window, benchmark, firm, index } = last.slots;
  const field = fieldOf(last.kind);
  if (field === 'fed' && kind !== 'fed-path')
    return { ...(meeting && { meeting }), ...(month !== undefined && { month }) };
  if (kind === 'base') return { ...(window && { window }), ...(benchmark && { benchmark }) };
  const keeps = kind === 'horizon' || kind === 'source' || kind === 'target';
  return field === 'targets' && keeps ? { ...(firm !== undefined && { firm }), ...(index && { index }) } : {};
}

/** Words that only lean on the question before: "same for june", "and mtd", "vs tech", "chart it", "what about may". */
const LEANING =
  /^(and|same|ditto|now|what about|whats about|how about|vs|versus|against|or|but|ok|for|with|instead|also|since|in|by|chart( it| that| this)?|plot( it| that)?|graph( it| that)?|draw( it| that)?|show( it| that)?( me)? (as )?(a )?(chart|graph)|can you (chart|plot|draw|graph) (it|that|this))\b/;

function isFollowUp({ slots, text, concepts }: Asked, first: Scored | undefined): boolean {
  const short = text.split(' ').length <= 6;
  const filled = hasValue(slots) || slots.chart;
  if (!short || !filled || !LEANING.test(text)) return /^(same|ditto)\b/.test(text) && filled;
  const plain = [
    'fed',
    'cut',
    'hike',
    'month',
    'versus',
    'tech',
    'small',
    'large',
    'chart',
    'yearend',
    'history',
    'horizon',
    'off',
    'equal',
    'just',
    'add',
  ];
  const own = [...concepts].filter((concept) => !plain.includes(concept));
  return own.length === 0 || first === undefined || first.score < ENOUGH;
}

function hasValue({ window, benchmark, month, firm, macro, word, asOf, since, index, figures }: Slots): boolean {
  return (
    [window, benchmark, month, firm, macro, word, asOf, since, index].some((value) => value !== undefined) ||
    figures.length > 0
  );
}

/** The question before with the parts named now in place of its own. */
function followUp({ kind, slots: before }: Question, slots: Slots): Question {
  const figures = slots.figures.length > 0 ? slots.figures : before.figures;
  return { kind: followUpKind(kind, slots), slots: { ...before, ...slots, figures } };
}

const DRAWN: readonly Kind[] = ['lag', 'highs', 'after', 'recovery', 'fed-path', 'odds-history', 'macro'];
const WINDOWED: readonly Kind[] = ['lag', 'base', 'breadth'];
const COMPARED: readonly Kind[] = ['lag', 'base', 'streak', 'gap-rank'];

/** A kind that has no use for the part named gives way to the plain one of its field. */
function followUpKind(kind: Kind, slots: Slots): Kind {
  const field = fieldOf(kind);
  if (slots.chart && !DRAWN.includes(kind))
    return field === 'fed' ? 'odds-history' : kind === 'challenge-price' ? 'highs' : 'lag';
  if (slots.benchmark !== undefined && !COMPARED.includes(kind)) return 'lag';
  if (slots.window !== undefined && field === 'smallcaps' && !WINDOWED.includes(kind)) return 'lag';
  return kind === 'challenge-odds' && slots.figures.length === 0 ? 'odds' : kind;
}

function withSlots(kind: Kind, slots: Slots): Question {
  return { kind, slots };
}

/** Little was understood, yet a part was named: the post or the last question says of what. */
function weak({ slots, last, text }: Asked, scored: readonly Scored[]): Reading {
  if (slots.chart && last) return { kind: 'question', question: followUp(last, slots), how: 'thread' };
  if (slots.meeting !== undefined && text.split(' ').length <= 4)
    return { kind: 'question', question: withSlots('odds', slots), how: 'words' };
  if (slots.window !== undefined && text.split(' ').length <= 4)
    return { kind: 'question', question: withSlots('lag', slots), how: 'words' };
  if (slots.benchmark !== undefined && text.split(' ').length <= 4)
    return { kind: 'question', question: withSlots('lag', slots), how: 'words' };
  const own = scored.filter(({ score }) => score >= 2).map(({ kind }) => kind);
  return { kind: 'unknown', nearest: own };
}

/** What a thread is about now: the last question's field, else the post's. */
function topicNow(post: PostSnapshot | undefined, last: Question | undefined): Topic {
  const asked = last && fieldOf(last.kind);
  return asked ?? topicOf(post);
}

/** The field of a kind; undefined for those that lean on the post. */
function fieldOf(kind: Kind): Topic | undefined {
  if (/^(odds|fed|calibration|challenge-odds|rates)/.test(kind)) return 'fed';
  if (/^(lag|base|highs|challenge-price|after|recovery|streak|breadth|gap-rank)/.test(kind)) return 'smallcaps';
  if (/^(target|horizon|ranking|track|consensus|small-v)/.test(kind)) return 'targets';
  if (kind.startsWith('survey')) return 'survey';
  return kind === 'macro' ? 'backdrop' : undefined;
}

/** What a post is about, by the command that makes it. */
export function topicOf(post: PostSnapshot | undefined): Topic {
  if (post === undefined) return 'none';
  if (post.kind === 'morning' || post.kind === 'weekly') return 'morning';
  const [name = '', second = ''] = post.command.split(' ');
  if (name === '/smallcaps') return 'smallcaps';
  if (name === '/fedodds') return 'fed';
  if (name === '/backdrop') return 'backdrop';
  if (name === '/targets') return second === 'survey' ? 'survey' : 'targets';
  if (post.kind === 'fed') return 'fed';
  return post.numbers.some(({ id }) => id.startsWith('fed.')) ? 'fed' : 'none';
}
