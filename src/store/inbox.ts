/** Messages that ask something, kept before Slack is told they arrived: each once, worked on by one, never lost. Answers none. */
import type { Kysely, Selectable } from 'kysely';
import { stamp } from './stamps.ts';
import type { Tables } from './tables.ts';
import type { InboxRow } from './thread-tables.ts';

/** A message that asks something, in Slack's ids. */
export interface Asked {
  readonly team: string;
  readonly event_id: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user: string;
  readonly via: 'mention' | 'direct' | 'reply';
  readonly words: string;
}

export interface KeptQuestion extends Asked {
  readonly receivedAt: Temporal.Instant;
  /** How often it was taken up, this time included. */
  readonly attempt: number;
}

type Message = Pick<Asked, 'team' | 'channel' | 'ts'>;

/** Longer than an answer with its chart may take. */
const LEASE = { minutes: 2 };

type Db = Kysely<Tables>;

/**
 * Keeps a message; true only the first time. Slack sends one event twice, and a mention as two events of one message:
 * both the event and the message are known again.
 */
export async function keepQuestion(db: Db, asked: Asked, now: Temporal.Instant): Promise<boolean> {
  const { team, event_id, channel, ts, thread_ts = null, user, via, words } = asked;
  const row = await db
    .insertInto('inbox')
    .values({
      ...{ team, event_id, channel, ts, thread_ts, via, words },
      by_user: user,
      state: 'open',
      received_at: stamp(now),
      lease_until: '',
      attempts: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('event_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes up an open message; undefined when it is answered, or somebody is answering it. */
export async function claimQuestion(
  db: Db,
  { team, channel, ts }: Message,
  now: Temporal.Instant,
): Promise<KeptQuestion | undefined> {
  const row = await db
    .updateTable('inbox')
    .set(({ eb }) => ({ lease_until: stamp(now.add(LEASE)), attempts: eb('attempts', '+', 1) }))
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .where('state', '=', 'open')
    .where(({ eb, or }) =>
      // A lease that ends later than any from now could was taken before the clock was set back.
      or([eb('lease_until', '<=', stamp(now)), eb('lease_until', '>', stamp(now.add(LEASE)))]),
    )
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The message is dealt with: its words go, its ids stay so that it is known again. */
export async function finishQuestion(db: Db, { team, channel, ts }: Message): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ state: 'done', words: '' })
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .execute();
}

/** Gives a message back, to be taken up at `at`. */
export async function returnQuestion(db: Db, { team, channel, ts }: Message, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ lease_until: stamp(at) })
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .where('state', '=', 'open')
    .execute();
}

/** What a stop left open, oldest first. `alone`: no other process works on this store, so no lease counts. */
export async function listOpenQuestions(
  db: Db,
  team: string,
  { alone }: { readonly alone: boolean },
): Promise<readonly Message[]> {
  if (alone) {
    await db
      .updateTable('inbox')
      .set({ lease_until: '' })
      .where('team', '=', team)
      .where('state', '=', 'open')
      .execute();
  }
  return db
    .selectFrom('inbox')
    .select(['team', 'channel', 'ts'])
    .where('team', '=', team)
    .where('state', '=', 'open')
    .orderBy('received_at')
    .orderBy('ts')
    .execute();
}

/** Forgets messages dealt with before `before`: Slack sends none again after an hour. */
export async function forgetQuestions(db: Db, team: string, before: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('inbox')
    .where('team', '=', team)
    .where('state', '=', 'done')
    .where('received_at', '<', stamp(before))
    .execute();
}

function fromRow(row: Selectable<InboxRow>): KeptQuestion {
  const { team, event_id, channel, ts, thread_ts, by_user, via, words, received_at, attempts } = row;
  return {
    ...{ team, event_id, channel, ts, words },
    user: by_user,
    via: via as Asked['via'],
    receivedAt: Temporal.Instant.from(received_at),
    attempt: attempts,
    ...(thread_ts !== null && { thread_ts }),
  };
}
