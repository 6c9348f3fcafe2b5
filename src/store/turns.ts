/** The questions of each thread and what they were understood as, so that the next one may lean on them. Reads no meaning. */
import type { Kysely, Selectable } from 'kysely';
import { stamp } from './stamps.ts';
import type { Tables } from './tables.ts';
import type { TurnRow } from './thread-tables.ts';

export interface ThreadPlace {
  readonly team: string;
  readonly channel: string;
  /** Empty for the main line of a direct message. */
  readonly thread_ts: string;
}

export interface KeptTurn extends ThreadPlace {
  readonly question_ts: string;
  readonly user: string;
  readonly at: Temporal.Instant;
  readonly answer_ts?: string;
  /** Empty where the workspace keeps no words. */
  readonly text: string;
  readonly command: string;
  readonly memory: string;
}

type Db = Kysely<Tables>;

/** As long as open questions keep theirs. */
const WORDS_KEPT = { hours: 24 * 90 };
/** As long as the posts they are about. */
const KEPT = { hours: 24 * 400 };

/** A chain is as long as people remember. */
const CHAIN = 20;

/** Keeps a turn once: a question taken up again after a stop changes nothing. */
export async function recordTurn(db: Db, turn: KeptTurn): Promise<void> {
  const { team, channel, thread_ts, question_ts, user, at, answer_ts = null, text, command, memory } = turn;
  await db
    .insertInto('turns')
    .values({
      ...{ team, channel, thread_ts, question_ts, answer_ts, command, memory },
      by_user: user,
      asked_at: stamp(at),
      words: text,
    })
    .onConflict((conflict) => conflict.columns(['team', 'channel', 'question_ts']).doNothing())
    .execute();
}

/** The newest turns of a thread, oldest first; only those since `since` when it is given. */
export async function listTurns(
  db: Db,
  { team, channel, thread_ts }: ThreadPlace,
  since?: Temporal.Instant,
): Promise<KeptTurn[]> {
  let query = db
    .selectFrom('turns')
    .selectAll()
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('thread_ts', '=', thread_ts);
  if (since !== undefined) query = query.where('asked_at', '>=', stamp(since));
  const rows = await query.orderBy('question_ts', 'desc').limit(CHAIN).execute();
  return rows.map(fromRow).reverse();
}

/** The turn that was answered at a place. */
export async function findAnsweredTurn(
  db: Db,
  { team, channel, answer_ts }: { readonly team: string; readonly channel: string; readonly answer_ts: string },
): Promise<KeptTurn | undefined> {
  const row = await db
    .selectFrom('turns')
    .selectAll()
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('answer_ts', '=', answer_ts)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Forgets the words of turns older than 90 days at `now`, and turns older than 400 days. */
export async function forgetOldTurns(db: Db, team: string, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('turns')
    .where('team', '=', team)
    .where('asked_at', '<', stamp(now.subtract(KEPT)))
    .execute();
  await db
    .updateTable('turns')
    .set({ words: '' })
    .where('team', '=', team)
    .where('asked_at', '<', stamp(now.subtract(WORDS_KEPT)))
    .where('words', '!=', '')
    .execute();
}

function fromRow(row: Selectable<TurnRow>): KeptTurn {
  const { team, channel, thread_ts, question_ts, by_user, asked_at, answer_ts, words, command, memory } = row;
  return {
    ...{ team, channel, thread_ts, question_ts, command, memory },
    user: by_user,
    at: Temporal.Instant.from(asked_at),
    text: words,
    ...(answer_ts !== null && { answer_ts }),
  };
}
