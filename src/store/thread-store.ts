/** The store's half for questions in threads: what came in, what posts said, turns, votes, open questions; each call naming its team. */
import type { Kysely } from 'kysely';
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

/** A function of these files without its database. */
type Bound<F> = F extends (db: Kysely<Tables>, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;

export interface ThreadStore {
  readonly keepQuestion: Bound<typeof keepQuestion>;
  readonly claimQuestion: Bound<typeof claimQuestion>;
  readonly finishQuestion: Bound<typeof finishQuestion>;
  readonly returnQuestion: Bound<typeof returnQuestion>;
  readonly listOpenQuestions: Bound<typeof listOpenQuestions>;
  readonly forgetQuestions: Bound<typeof forgetQuestions>;
  readonly recordPostNumbers: Bound<typeof recordPostNumbers>;
  readonly recordReplyNumbers: Bound<typeof recordReplyNumbers>;
  readonly recordEditedNumbers: Bound<typeof recordEditedNumbers>;
  readonly findSnapshot: Bound<typeof findSnapshot>;
  readonly forgetOldPosts: Bound<typeof forgetOldPosts>;
  readonly listChannelPosts: Bound<typeof listChannelPosts>;
  readonly isOurThread: Bound<typeof isOurThread>;
  readonly recordTurn: Bound<typeof recordTurn>;
  readonly listTurns: Bound<typeof listTurns>;
  readonly findAnsweredTurn: Bound<typeof findAnsweredTurn>;
  readonly forgetOldTurns: Bound<typeof forgetOldTurns>;
  readonly recordVote: Bound<typeof recordVote>;
  readonly recordUnanswered: Bound<typeof recordUnanswered>;
  readonly listUnanswered: Bound<typeof listUnanswered>;
  readonly keepsWords: Bound<typeof keepsWords>;
  readonly recordKeepsWords: Bound<typeof recordKeepsWords>;
}

/** The threads' half over an open database. */
export function threadStoreOn(db: Kysely<Tables>): ThreadStore {
  return {
    keepQuestion: (...rest) => keepQuestion(db, ...rest),
    claimQuestion: (...rest) => claimQuestion(db, ...rest),
    finishQuestion: (...rest) => finishQuestion(db, ...rest),
    returnQuestion: (...rest) => returnQuestion(db, ...rest),
    listOpenQuestions: (...rest) => listOpenQuestions(db, ...rest),
    forgetQuestions: (...rest) => forgetQuestions(db, ...rest),
    recordPostNumbers: (...rest) => recordPostNumbers(db, ...rest),
    recordReplyNumbers: (...rest) => recordReplyNumbers(db, ...rest),
    recordEditedNumbers: (...rest) => recordEditedNumbers(db, ...rest),
    findSnapshot: (...rest) => findSnapshot(db, ...rest),
    forgetOldPosts: (...rest) => forgetOldPosts(db, ...rest),
    listChannelPosts: (...rest) => listChannelPosts(db, ...rest),
    isOurThread: (...rest) => isOurThread(db, ...rest),
    recordTurn: (...rest) => recordTurn(db, ...rest),
    listTurns: (...rest) => listTurns(db, ...rest),
    findAnsweredTurn: (...rest) => findAnsweredTurn(db, ...rest),
    forgetOldTurns: (...rest) => forgetOldTurns(db, ...rest),
    recordVote: (...rest) => recordVote(db, ...rest),
    recordUnanswered: (...rest) => recordUnanswered(db, ...rest),
    listUnanswered: (...rest) => listUnanswered(db, ...rest),
    keepsWords: (...rest) => keepsWords(db, ...rest),
    recordKeepsWords: (...rest) => recordKeepsWords(db, ...rest),
  };
}
