/** Text + post + the turns before → what is asked. Knows words and a thread's memory, no market. Pure. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import { type Action, actionIn } from './actions.ts';
import { type Before, recalledThread } from './chain.ts';
import { isMostlyStrange, unknownDays } from './doubt.ts';
import type { NamedFirm } from './firm-names.ts';
import { followUp, leansOn, type Said } from './follow-up.ts';
import { inherited } from './inherited.ts';
import { type Scored, scoredKinds } from './intent.ts';
import { picked } from './picks.ts';
import { plainly } from './polite.ts';
import { fieldOf, postedQuestion, topicOf } from './post-question.ts';
import type { PostSnapshot, Turn } from './post-snapshot.ts';
import type { Kind, Question, Reading, Slots } from './question.ts';
import { spanned, timed } from './question-time.ts';
import { residue } from './residue.ts';
import { slotsIn } from './slots.ts';
import { chatterIn, unheldFor } from './small-talk.ts';
import { clearDays } from './time-words.ts';
import { conceptsIn } from './words-lexicon.ts';
import { type NormalText, normalText } from './words-normal.ts';

/** Below this nothing is understood. */
const ENOUGH = 3;
/** Two kinds nearer than this to each other are asked back. */
const CLOSE = 0.4;
/** From here on a kind is not asked back. */
const SURE = 7;

export interface Thread {
  readonly post?: PostSnapshot;
  readonly turns: readonly Turn[];
  /** The firms of the asker's ledger, by every name it gives them. */
  readonly firms?: readonly NamedFirm[];
}

interface Around {
  readonly before: Before | undefined;
  readonly last: Question | undefined;
  readonly posted: Question | undefined;
  readonly post: PostSnapshot | undefined;
  readonly today: Day;
}

/** What `raw` asks, under the post and after the turns of its thread. */
export function parseQuestion(raw: string, thread: Thread, now: Temporal.Instant): Reading {
  const before = recalledThread(thread.turns);
  // A difference is of two questions: the later one is what further words lean on.
  const last = before?.question.slots.between?.at(-1) ?? before?.question;
  const action = actionIn(raw, { last, post: thread.post });
  const mood = action ? undefined : chatterIn(raw);
  if (mood !== undefined) return { kind: 'chatter', mood };
  const asked: Day = newYorkTime(now).day;
  const today = thread.post?.asOf || asked;
  const { text, typed } = meant(withoutOther(normalText(raw)));
  const words = { text: clearDays(plainly(text), { today, topic: topicOf(thread.post) }), typed };
  const slots = slotsIn(words, { today, asked }, thread.firms);
  const said: Said = {
    text: words.text,
    slots,
    concepts: conceptsIn(words.text.replaceAll(/\b(\d{4}-\d{2})-\d{2}\b/g, '$1')),
  };
  if (action) return { kind: 'question', question: acted(action, slots, last), how: 'words' };
  return chosen(said, { before, last, posted: postedQuestion(thread.post), post: thread.post, today });
}

/** An action with its values; one that changes the alert before brings that along. */
function acted({ kind, amends }: Action, slots: Slots, last: Question | undefined): Question {
  const wish = amends ? last?.slots.wish : undefined;
  return { kind, slots: { ...inherited(kind, last, slots), ...slots, ...(wish && { wish }) } };
}

const OTHER =
  /\b(?:rather than|instead of|and not|but not|not)(?: (?:just|only|the|a|for|over|in|on|last|past))* (?:\d+ ?(?:m|y|w|d|months?|years?|weeks?|days?)|ytd|mtd|qtd|year to date|quarter|month|week)\b/g;

/** "For the year rather than the 3 months" is asked of the year. */
function withoutOther({ text, typed }: NormalText): NormalText {
  const rest = text.replaceAll(OTHER, ' ').replaceAll(/\s+/g, ' ').trim();
  return { text: rest === '' ? text : rest, typed };
}

/** "no, not march: june" asks for June. */
function meant({ text, typed }: NormalText): NormalText {
  if (!/^(no|nope|sorry|actually|wait|oops|not(?! (just|only|all|the|a|that|what|as)\b))\b/.test(text))
    return { text, typed };
  const without = text
    .replaceAll(/\bnot (?:the |for |in |vs |against )*[a-z0-9&]+\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return { text: residue(without) === '' && without.split(' ').length < 2 ? text : without, typed };
}

function chosen(said: Said, around: Around): Reading {
  const { before, last, posted, post, today } = around;
  const above = before ?? (posted && { question: posted, earlier: [] });
  const pick = above && picked(above, { ...said, today });
  if (pick) return { kind: 'question', question: pick, how: 'thread' };
  if (last && leansOn(last, said)) return question(followUp(last, said, today), said, { today, how: 'thread' });
  const scored = scoredKinds(said.concepts, said.slots, topicNow(post, last));
  const [first, second] = scored;
  const unheld = unknownDays(said, first) ?? unheldFor(said.text, first);
  if (unheld !== undefined) return { kind: 'unknown', nearest: nearestOf(scored), unheld };
  if (first && isMostlyStrange(said.text, first)) return { kind: 'unknown', nearest: nearestOf(scored) };
  if (first === undefined || first.score < ENOUGH) return weak(said, scored, around);
  if (!last && posted && first.score < SURE && leansOn(posted, said))
    return question(followUp(posted, said, today), said, { today, how: 'thread' });
  if (second && first.score - second.score < CLOSE && first.score < SURE && second.score >= ENOUGH + 1)
    return { kind: 'ambiguous', options: close(scored).map(({ kind }) => ({ kind, slots: said.slots })) };
  const term = said.concepts.has('define') ? said.text : undefined;
  const slots = {
    ...inherited(first.kind, last ?? posted, said.slots),
    ...said.slots,
    ...(term !== undefined && { term }),
    ...(said.concepts.has('forecast') && { forecast: true }),
  };
  return question({ kind: first.kind, slots }, said, { today, how: 'words' });
}

/** Two or three kinds that score alike. */
function close(scored: readonly Scored[]): Scored[] {
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => best - score < CLOSE).slice(0, 3);
}

function nearestOf(scored: readonly Scored[]): Kind[] {
  return scored.filter(({ score }) => score >= 2).map(({ kind }) => kind);
}

interface How {
  readonly today: Day;
  readonly how: 'words' | 'thread';
}

function question(asked: Question, { text }: Said, { today, how }: How): Reading {
  const found = spanned(asked, text);
  return { kind: 'question', question: { ...found, slots: timed(found, text, today) }, how };
}

/** Little was understood, yet a part was named: the last question, the post, or the part itself says of what. */
function weak(said: Said, scored: readonly Scored[], { last, posted, post, today }: Around): Reading {
  const { slots, text } = said;
  const before = last ?? posted;
  if (before && leansOn(before, said)) return question(followUp(before, said, today), said, { today, how: 'thread' });
  if (slots.chart && before) return question(followUp(before, said, today), said, { today, how: 'thread' });
  const kind = bareKind(said, topicOf(post));
  if (kind !== undefined && residue(text) === '') return question({ kind, slots }, said, { today, how: 'words' });
  const unheld = unheldFor(text, undefined);
  return { kind: 'unknown', nearest: nearestOf(scored), ...(unheld !== undefined && { unheld }) };
}

/** What a value alone asks for. */
function bareKind({ slots }: Said, topic: string): Kind | undefined {
  const { meeting, window, period, turning, benchmark, figures, macro, firm, index, chart } = slots;
  if (
    figures.length > 0 &&
    figures.every(({ value, unit }) => value % 25 === 0 && value <= 100 && value > 0 && unit !== 'percent')
  )
    return 'odds-size';
  if (macro !== undefined) return 'macro';
  if (firm !== undefined) return 'target';
  if (meeting !== undefined && topic !== 'smallcaps') return 'odds';
  if ((window ?? period ?? turning ?? benchmark ?? index) !== undefined || (chart && topic !== 'targets')) return 'lag';
  return undefined;
}

/** What a thread is about now: the last question's field, else the post's. */
function topicNow(post: PostSnapshot | undefined, last: Question | undefined) {
  const field = last && (fieldOf(last.kind) ?? (last.slots.found ? 'targets' : undefined));
  return field ?? topicOf(post);
}
