/** What of an answer may still be sent when a figure of it has no receipt. Drops sentences, repairs nothing. Pure. */
import type { AnswerDraft } from './answer.ts';
import { unprovenFigures } from './answer-guard.ts';

const HELD = 'Part of this answer is held back: a figure in it could not be proven from its inputs.';
const ELSEWHERE = 'see Receipts';

/** The draft with every sentence, line and table that holds an unproven figure left out, under a lead that says so. */
export function provenPart(draft: AnswerDraft): AnswerDraft {
  const { rest, text: _text, rows, posts = [], lines, ...others } = draft;
  const kept = (words: string, instead: string) => (proves(draft, words) ? words : instead);
  const more = kept([draft.lead, rest ?? ''].join(' ').trim(), '');
  return {
    ...others,
    lead: HELD,
    ...(more !== '' && { rest: more }),
    lines: lines.filter((line) => proves(draft, line)),
    posts: posts.filter(({ words }) => proves(draft, words)),
    basis: kept(draft.basis, ELSEWHERE),
    asOf: kept(draft.asOf, ELSEWHERE),
    source: kept(draft.source, ELSEWHERE),
    caveat: kept(draft.caveat, 'what is proven stands above and under Receipts'),
    ...(rows && proves(draft, rows.flat().join('\n')) && { rows }),
  };
}

function proves({ numbers, settings, chart }: AnswerDraft, lead: string): boolean {
  const nothing = { lines: [], basis: '', asOf: '', source: '', caveat: '' };
  return unprovenFigures({ ...nothing, lead, numbers, settings, ...(chart && { chart }) }).length === 0;
}
