/** What became of a post since: numbers that were corrected, and where an answer's figure stands on the newest session. */
import type { AnswerDraft } from '../messages/answer.ts';
import { sessionDate } from '../messages/format.ts';
import { printedValue } from '../messages/receipts.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { type AnsweredKind, answerDraft } from './answer.ts';
import type { Asking } from './desk.ts';
import type { PostSnapshot } from './post-snapshot.ts';

/** What of a newer answer is told beside the post's: its first sentence, or the line that moves. */
const MOVES: Readonly<Partial<Record<AnsweredKind, (newer: AnswerDraft) => string | undefined>>> = {
  highs: leadOf,
  streak: leadOf,
  breadth: leadOf,
  'gap-rank': leadOf,
  'odds-at-by': leadOf,
  'odds-size': leadOf,
  'fed-path': leadOf,
  ranking: leadOf,
  macro: leadOf,
  target: ({ lines }) => lines[0],
  consensus: ({ lines }) => lines[0],
};
const MOST_LINES = 5;

/** The draft with what has changed since the post it is about. Never throws for the newer day: it is left out then. */
export async function sincePost(kind: AnsweredKind, draft: AnswerDraft, asking: Asking): Promise<AnswerDraft> {
  const corrected = asking.post ? withCorrection(draft, asking.post) : draft;
  return withToday(kind, corrected, asking);
}

function leadOf({ lead, rest }: AnswerDraft): string {
  return rest === undefined ? lead : `${lead} ${rest}`;
}

/** "*Now* Mon 22 Jan 2024: …", where the post is older and the figure has moved. */
async function withToday(kind: AnsweredKind, draft: AnswerDraft, asking: Asking): Promise<AnswerDraft> {
  const { post, latest, session, question } = asking;
  const told = MOVES[kind];
  if (!told || !post || question.slots.asOf !== undefined || latest <= session) return draft;
  const newer = await answerDraft(kind, { ...asking, session: latest }).catch(() => undefined);
  const words = newer && told(newer)?.replaceAll('*', '');
  if (!newer || words === undefined || words === told(draft)?.replaceAll('*', '')) return draft;
  return {
    ...draft,
    lines: [`*Now* ${sessionDate(latest)}: ${words}`, ...draft.lines].slice(0, MOST_LINES),
    numbers: [...draft.numbers, ...newer.numbers.filter((one) => !draft.numbers.some((held) => isSame(held, one)))],
    settings: [...draft.settings, ...newer.settings],
  };
}

/** Numbers of this answer that the post gave otherwise: because it was corrected, or because the data were. */
function withCorrection(draft: AnswerDraft, post: PostSnapshot): AnswerDraft {
  const { corrected } = post;
  const told = corrected ? corrected.before : post.numbers;
  const changed = draft.numbers.flatMap((now) => {
    const then = told.find((one) => isSame(one, now));
    return then && printedValue(then) !== printedValue(now) ? [{ then, now }] : [];
  });
  const [first] = changed;
  if (!first) return corrected ? { ...draft, caveat: `${draft.caveat}; ${OTHER_NUMBER}` } : draft;
  const { then, now } = first;
  const values = `${printedValue(then)} then, ${printedValue(now)} now (\`${now.id}\`)`;
  const line = corrected
    ? `*Corrected* since it was posted: ${values}`
    : `:warning: The data of that day have changed since the post: ${values}`;
  return {
    ...draft,
    lines: [line, ...draft.lines].slice(0, MOST_LINES),
    numbers: [...draft.numbers, asPosted(then)],
  };
}

const OTHER_NUMBER = 'this post was corrected since, in another number';

/** The same number: one name, one session. */
function isSame(one: Receipt, other: Receipt): boolean {
  return one.id === other.id && one.asOf === other.asOf;
}

function asPosted(then: Receipt): Receipt {
  return { ...then, id: `${then.id}.as_posted`, basis: `${then.basis}, as first posted` };
}
