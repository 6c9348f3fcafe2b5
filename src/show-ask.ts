/** `show ask "QUESTION" ["NEXT QUESTION" …] --on "POST"`: a thread under a post, replayed on a terminal. */
import type { Call } from '../commands/index.ts';
import { type AnsweredQuestion, answerQuestion } from '../commands/question.ts';
import { type Day, NEW_YORK } from './calendar/day.ts';
import { CapwatchError } from './errors.ts';
import type { PostSnapshot, Subject, Turn } from './questions/post-snapshot.ts';
import { ASK_EXAMPLE, replayedPosts, shownPost } from './show-post.ts';

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
    throw new CapwatchError('invalid_input', 'Give a question in quotes.', { example: ASK_EXAMPLE });
  const post = await shownPost(on, call);
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
