/** Every post by its key: claimed before it is sent, settled afterwards; so nothing is sent twice. Sends nothing. */
import type { Kysely, Selectable } from 'kysely';
import type { PostRow } from './clock-tables.ts';
import { stamp } from './stamps.ts';
import type { Tables } from './tables.ts';

export interface PostKey {
  readonly team: string;
  readonly key: string;
}

/** What is about to be posted. */
export interface PostFacts extends PostKey {
  readonly channel: string;
  readonly thread_ts?: string;
  /** Kind of post, for questions in its thread: "morning", "alert". */
  readonly about: string;
  /** The day it speaks of. */
  readonly day: string;
  /** JSON. */
  readonly snapshot: string;
}

/** Where Slack put it. */
export interface Place {
  readonly channel: string;
  readonly ts: string;
}

/**
 * `mine`: send it now. `ambiguous`: somebody may have sent it; look first. `held`: somebody is sending it.
 * `unknown`: it may be there and cannot be looked up; never send it.
 */
export type Claim =
  | { readonly kind: 'mine' }
  | { readonly kind: 'ambiguous'; readonly since: Temporal.Instant }
  | { readonly kind: 'held'; readonly until: Temporal.Instant }
  | { readonly kind: 'sent'; readonly place: Place; readonly pictures: Pictures }
  | { readonly kind: 'unknown' };

/** Whether the pictures of a sent post are still to be put in. */
type Pictures = 'pending' | 'settled';

export interface StoredPost extends PostFacts {
  readonly place: Place;
}

/** Longer than a call to Slack may take, and than Slack may need to store what it took. */
const LEASE = { seconds: 30 };

type Db = Kysely<Tables>;

/** Takes the right to send a post, or says who has it. */
export async function claimPost(db: Db, facts: PostFacts, now: Temporal.Instant): Promise<Claim> {
  const { team, key, channel, thread_ts = null, about, day, snapshot } = facts;
  const lease = { claimed_at: stamp(now), lease_until: stamp(now.add(LEASE)) };
  const fresh = await db
    .insertInto('posts')
    .values({ team, key, channel, thread_ts, state: 'sending', pictures: 'pending', about, day, snapshot, ...lease })
    .onConflict((conflict) => conflict.columns(['team', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (fresh) return { kind: 'mine' };
  const row = await findRow(db, facts);
  if (!row || row.state === 'unknown') return { kind: 'unknown' };
  if (row.state === 'sent') return { kind: 'sent', place: placeOf(row), pictures: row.pictures as Pictures };
  const until = Temporal.Instant.from(row.lease_until);
  if (row.state === 'sending' && isAhead(until, now)) return { kind: 'held', until };
  return takeOver(db, row, { now, set: { ...lease, thread_ts, snapshot } });
}

/** A lease that ends later than any lease from now could was taken before the clock was set back. */
function isAhead(until: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(until, now) > 0 && Temporal.Instant.compare(until, now.add(LEASE)) <= 0;
}

/** Only one of those who see the same old lease gets it. */
async function takeOver(
  db: Db,
  old: Selectable<PostRow>,
  { now, set }: { readonly now: Temporal.Instant; readonly set: Partial<PostRow> & { readonly lease_until: string } },
): Promise<Claim> {
  const { claimed_at, ...rest } = set;
  const taken = await db
    .updateTable('posts')
    .set({ ...rest, state: 'sending', ...(old.state === 'open' && claimed_at !== undefined && { claimed_at }) })
    .where('team', '=', old.team)
    .where('key', '=', old.key)
    .where('state', '=', old.state)
    .where('lease_until', '=', old.lease_until)
    .returning('key')
    .executeTakeFirst();
  if (!taken) return { kind: 'held', until: now.add(LEASE) };
  if (old.state === 'open') return { kind: 'mine' };
  return { kind: 'ambiguous', since: Temporal.Instant.from(old.claimed_at) };
}

/** Slack has it. */
export async function recordSent(db: Db, { team, key }: PostKey, { channel, ts }: Place): Promise<void> {
  await settle(db, { team, key }, { state: 'sent', posted_channel: channel, ts });
}

/** Slack certainly does not have it: free to be sent again. */
export async function releasePost(db: Db, key: PostKey): Promise<void> {
  await settle(db, key, { state: 'open' });
}

/** Slack may have it, and nobody can look. */
export async function recordUnknown(db: Db, key: PostKey): Promise<void> {
  await settle(db, key, { state: 'unknown' });
}

async function settle(db: Db, { team, key }: PostKey, set: Partial<PostRow>): Promise<void> {
  await db
    .updateTable('posts')
    .set(set)
    .where('team', '=', team)
    .where('key', '=', key)
    .where('state', '=', 'sending')
    .execute();
}

/** The pictures are in, or given up. */
export async function recordPictures(db: Db, { team, key }: PostKey): Promise<void> {
  await db.updateTable('posts').set({ pictures: 'settled' }).where('team', '=', team).where('key', '=', key).execute();
}

/** What the post now says, after an edit: questions in its thread read this. */
export async function recordSnapshot(db: Db, { team, key }: PostKey, snapshot: string): Promise<void> {
  await db.updateTable('posts').set({ snapshot }).where('team', '=', team).where('key', '=', key).execute();
}

/** A sent post by its key. */
export async function findPost(db: Db, key: PostKey): Promise<StoredPost | undefined> {
  const row = await findRow(db, key);
  return row?.state === 'sent' ? fromRow(row) : undefined;
}

/** A sent post by its place in Slack: what the thread under it talks about. */
export async function findPostAt(db: Db, team: string, { channel, ts }: Place): Promise<StoredPost | undefined> {
  const row = await db
    .selectFrom('posts')
    .selectAll()
    .where('team', '=', team)
    .where('posted_channel', '=', channel)
    .where('ts', '=', ts)
    .executeTakeFirst();
  return row && fromRow(row);
}

function findRow(db: Db, { team, key }: PostKey): Promise<Selectable<PostRow> | undefined> {
  return db.selectFrom('posts').selectAll().where('team', '=', team).where('key', '=', key).executeTakeFirst();
}

function placeOf({ posted_channel, channel, ts }: Selectable<PostRow>): Place {
  return { channel: posted_channel ?? channel, ts: ts ?? '' };
}

function fromRow(row: Selectable<PostRow>): StoredPost {
  const { team, key, channel, thread_ts, about, day, snapshot } = row;
  return {
    team,
    key,
    channel,
    about,
    day,
    snapshot,
    place: placeOf(row),
    ...(thread_ts !== null && { thread_ts }),
  };
}
