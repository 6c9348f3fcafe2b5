/** What people said of an answer: one vote a person, the last one counts. Shows nothing. */
import type { Kysely } from 'kysely';
import type { Actor } from './audit-log.ts';
import { stamp } from './stamps.ts';
import type { Tables } from './tables.ts';

/** `missed`: not what I asked. */
type Verdict = 'missed';

export interface Vote {
  readonly team: string;
  readonly channel: string;
  /** The answer. */
  readonly ts: string;
  readonly by: Actor;
  readonly verdict: Verdict;
}

/** Keeps a vote; returns whether it is the person's first on this answer, and how many people voted so. */
export async function recordVote(
  db: Kysely<Tables>,
  { team, channel, ts, by, verdict }: Vote,
): Promise<{ readonly first: boolean; readonly voters: number }> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('feedback')
      .values({ team, channel, ts, by_user: by.user, verdict, voted_at: stamp(by.at) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('ts')
      .executeTakeFirst();
    const { voters } = await trx
      .selectFrom('feedback')
      .select(({ fn }) => fn.countAll<number>().as('voters'))
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .where('verdict', '=', verdict)
      .executeTakeFirstOrThrow();
    return { first: row !== undefined, voters: Number(voters) };
  });
}
