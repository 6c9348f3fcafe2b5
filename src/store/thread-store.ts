/** The store's half for questions in threads: what came in, what posts said, turns, votes, open questions; each call naming its team. */
import type { Kysely } from 'kysely';
import { type Bound, boundTo } from './bound.ts';
import { recordVote } from './feedback.ts';
import {
  claimQuestion,
  finishQuestion,
  forgetQuestions,
  keepQuestion,
  listOpenQuestions,
  returnQuestion,
} from './inbox.ts';
import {
  findSnapshot,
  forgetOldPosts,
  isOurThread,
  listChannelPosts,
  recordEditedNumbers,
  recordPostNumbers,
  recordReplyNumbers,
} from './snapshots.ts';
import type { Tables } from './tables.ts';
import { findAnsweredTurn, forgetOldTurns, listTurns, recordTurn } from './turns.ts';
import { keepsWords, listUnanswered, recordKeepsWords, recordUnanswered } from './unanswered.ts';

const QUERIES = {
  keepQuestion,
  claimQuestion,
  finishQuestion,
  returnQuestion,
  listOpenQuestions,
  forgetQuestions,
  recordPostNumbers,
  recordReplyNumbers,
  recordEditedNumbers,
  findSnapshot,
  forgetOldPosts,
  listChannelPosts,
  isOurThread,
  recordTurn,
  listTurns,
  findAnsweredTurn,
  forgetOldTurns,
  recordVote,
  recordUnanswered,
  listUnanswered,
  keepsWords,
  recordKeepsWords,
};

export type ThreadStore = Bound<typeof QUERIES>;

/** The threads' half over an open database. */
export function threadStoreOn(db: Kysely<Tables>): ThreadStore {
  return boundTo(db, QUERIES);
}
