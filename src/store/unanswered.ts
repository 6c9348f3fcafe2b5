/** Questions that were not understood or whose answer missed, for whoever looks after Capwatch; words only where allowed. */
import type { Kysely } from 'kysely';
import { type Actor, recordAudit } from './audit-log.ts';
import { stamp } from './stamps.ts';
import type { Tables } from './tables.ts';

export interface Unanswered {
  readonly team: string;
  readonly channel: string;
  readonly question_ts: string;
  readonly user: string;
  readonly at: Temporal.Instant;
  /** Empty where the workspace keeps no words. */
  readonly text: string;
  /** `unknown`: not understood. `missed`: somebody said that the answer was to something else. */
  readonly why: 'unknown' | 'missed';
  readonly answer_ts?: string;
}

export interface ListedQuestion extends Unanswered {
  /** How many people said that the answer missed. */
  readonly voters: number;
}

type Db = Kysely<Tables>;

const WORDS_SETTING = 'question-words';
/** Older ones are forgotten with the next. */
const KEPT = { hours: 24 * 90 };

/** Keeps an open question once; drops its words where the workspace keeps none. */
export async function recordUnanswered(db: Db, question: Unanswered): Promise<void> {
  const { team, channel, question_ts, user, at, text, why, answer_ts = null } = question;
  const words = (await keepsWords(db, team)) ? text : '';
  await db
    .insertInto('unanswered')
    .values({ ...{ team, channel, question_ts, words, why, answer_ts }, by_user: user, asked_at: stamp(at) })
    .onConflict((conflict) => conflict.columns(['team', 'channel', 'question_ts']).doNothing())
    .execute();
  await db
    .deleteFrom('unanswered')
    .where('team', '=', team)
    .where('asked_at', '<', stamp(at.subtract(KEPT)))
    .execute();
}

/** The newest open questions first. */
export async function listUnanswered(db: Db, team: string, limit = 10): Promise<ListedQuestion[]> {
  const rows = await db
    .selectFrom('unanswered')
    .selectAll()
    .where('team', '=', team)
    .orderBy('asked_at', 'desc')
    .orderBy('question_ts', 'desc')
    .limit(limit)
    .execute();
  const votes = await db
    .selectFrom('feedback')
    .select(['channel', 'ts'])
    .where('team', '=', team)
    .where('verdict', '=', 'missed')
    .execute();
  return rows.map(({ channel, question_ts, by_user, asked_at, words, why, answer_ts }) => ({
    ...{ team, channel, question_ts },
    user: by_user,
    at: Temporal.Instant.from(asked_at),
    text: words,
    why: why as Unanswered['why'],
    voters: votes.filter((vote) => vote.channel === channel && vote.ts === answer_ts).length,
    ...(answer_ts !== null && { answer_ts }),
  }));
}

/** Whether the workspace keeps the words of open questions; it does until somebody says otherwise. */
export async function keepsWords(db: Pick<Db, 'selectFrom'>, team: string): Promise<boolean> {
  return (await newestSetting(db, team))?.value !== 'false';
}

/** Sets whether words are kept; turning it off forgets those there are. */
export async function recordKeepsWords(
  db: Db,
  { team, by }: { readonly team: string; readonly by: Actor },
  keeps: boolean,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const version = ((await newestSetting(trx, team))?.version ?? 0) + 1;
    await trx
      .insertInto('team_settings')
      .values({ team, name: WORDS_SETTING, version, value: String(keeps) })
      .execute();
    const detail = keeps ? 'kept' : 'not kept';
    await recordAudit(trx, { team, by }, { action: 'question-words', subject: `version ${version}`, detail });
    if (keeps) return;
    await trx.updateTable('unanswered').set({ words: '' }).where('team', '=', team).execute();
    await trx.updateTable('turns').set({ words: '' }).where('team', '=', team).execute();
  });
}

function newestSetting(db: Pick<Db, 'selectFrom'>, team: string) {
  return db
    .selectFrom('team_settings')
    .select(['version', 'value'])
    .where('team', '=', team)
    .where('name', '=', WORDS_SETTING)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
