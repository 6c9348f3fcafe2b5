/** What each post of ours said, by its place in Slack: the numbers a question under it is about. Computes no number. */
import type { Kysely, Selectable } from 'kysely';
import type { Receipt } from '../metrics/receipt.ts';
import type { Tables } from './tables.ts';
import type { SnapshotRow } from './thread-tables.ts';

/** Where a post is. */
export interface PostPlace {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
}

/** What it says. */
export interface PostNumbers {
  /** What it is: "shared", "morning", "alert". */
  readonly kind: string;
  /** The line that makes it again; empty where none does. */
  readonly command: string;
  readonly asOf: string;
  readonly numbers: readonly Receipt[];
}

export interface KeptSnapshot extends PostPlace, PostNumbers {
  /** Numbers that were wrong, as they were, and the words of the correction. */
  readonly corrected?: { readonly note: string; readonly before: readonly Receipt[] };
}

type Db = Kysely<Tables>;

/** Longer than any window a post compares with; what a thread asks under an older post is answered on its day alone. */
const KEPT_S = 400 * 24 * 3600;

/** Keeps what a new post says; what this channel was told longer ago is forgotten with it. */
export async function recordPostNumbers(db: Db, { team, channel, ts }: PostPlace, said: PostNumbers): Promise<void> {
  const { kind, command, asOf, numbers } = said;
  await db
    .insertInto('post_snapshots')
    .values({ team, channel, ts, kind, command, as_of: asOf, numbers: JSON.stringify(numbers), corrected: null })
    .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts']).doNothing())
    .execute();
  await db
    .deleteFrom('post_snapshots')
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('ts', '<', oldestKept(Number(ts)))
    .execute();
}

/** Forgets what posts said that are older than 400 days at `now`, in channels too that are told nothing any more. */
export async function forgetOldPosts(db: Db, team: string, now: Temporal.Instant): Promise<void> {
  const before = oldestKept(now.epochMilliseconds / 1000);
  await db.deleteFrom('post_snapshots').where('team', '=', team).where('ts', '<', before).execute();
}

/** Slack's timestamps are seconds of one length until the year 2286, so they sort as text. */
function oldestKept(seconds: number): string {
  return String(Math.max(0, Math.trunc(seconds) - KEPT_S)).padStart(10, '0');
}

/**
 * Adds what a reply of ours says to the post it stands under: numbers of the same session beside those there are; those
 * of a later session take their place, except under an alert, whose numbers stay those it fired with.
 */
export async function recordReplyNumbers(db: Db, root: PostPlace, said: PostNumbers): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const held = await findSnapshot(trx, root);
    if (!held) return;
    if (said.asOf > held.asOf && held.kind !== 'alert') return writeNumbers(trx, root, said);
    if (said.asOf !== held.asOf) return;
    const known = new Set(held.numbers.map(identity));
    const more = said.numbers.filter((number) => !known.has(identity(number)));
    if (more.length > 0) await writeNumbers(trx, root, { ...held, numbers: [...held.numbers, ...more] });
  });
}

/**
 * Keeps what a post says after an edit. A number of the same session with another value was wrong before: it is kept
 * as it was, with `note`. Numbers the edit does not repeat stay as they were posted.
 */
export async function recordEditedNumbers(
  db: Db,
  place: PostPlace,
  { numbers, note }: { readonly numbers: readonly Receipt[]; readonly note: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const held = await findSnapshot(trx, place);
    if (!held) return;
    const now = new Map(numbers.map((number) => [identity(number), number]));
    const before = held.numbers.filter((number) => (now.get(identity(number))?.value ?? number.value) !== number.value);
    const kept = held.numbers.map((number) => now.get(identity(number)) ?? number);
    const known = new Set(held.numbers.map(identity));
    const more = numbers.filter((number) => !known.has(identity(number)));
    await writeNumbers(trx, place, { ...held, numbers: [...kept, ...more] });
    if (before.length === 0) return;
    await trx
      .updateTable('post_snapshots')
      .set({ corrected: JSON.stringify({ note, before }) })
      .where('team', '=', place.team)
      .where('channel', '=', place.channel)
      .where('ts', '=', place.ts)
      .execute();
  });
}

/** What the post at a place says; undefined where no post of ours with numbers is. */
export async function findSnapshot(
  db: Pick<Db, 'selectFrom'>,
  { team, channel, ts }: PostPlace,
): Promise<KeptSnapshot | undefined> {
  const row = await db
    .selectFrom('post_snapshots')
    .selectAll()
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The newest posts of a channel that say numbers, answers in threads left out; newest first. */
export async function listChannelPosts(
  db: Db,
  { team, channel }: Pick<PostPlace, 'team' | 'channel'>,
  limit = 30,
): Promise<KeptSnapshot[]> {
  const rows = await db
    .selectFrom('post_snapshots')
    .selectAll()
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('kind', '!=', 'answer')
    .orderBy('ts', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Whether a thread is ours: under a post of ours, or begun by a question to us. */
export async function isOurThread(db: Db, place: PostPlace): Promise<boolean> {
  const { team, channel, ts } = place;
  if (await findSnapshot(db, place)) return true;
  const post = db.selectFrom('posts').select('ts').where('posted_channel', '=', channel).where('ts', '=', ts);
  if (await post.where('team', '=', team).executeTakeFirst()) return true;
  const coming = db.selectFrom('inbox').select('ts').where('channel', '=', channel).where('ts', '=', ts);
  if (await coming.where('team', '=', team).where('via', '!=', 'reply').executeTakeFirst()) return true;
  const turn = db.selectFrom('turns').select('answer_ts').where('channel', '=', channel).where('question_ts', '=', ts);
  return (await turn.where('team', '=', team).executeTakeFirst()) !== undefined;
}

/** The same number: one name, one session. */
function identity({ id, asOf }: Receipt): string {
  return `${id}@${asOf}`;
}

async function writeNumbers(
  db: Pick<Db, 'updateTable'>,
  { team, channel, ts }: PostPlace,
  { command, asOf, numbers }: PostNumbers,
): Promise<void> {
  await db
    .updateTable('post_snapshots')
    .set({ command, as_of: asOf, numbers: JSON.stringify(numbers) })
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .execute();
}

function fromRow(row: Selectable<SnapshotRow>): KeptSnapshot {
  const { team, channel, ts, kind, command, as_of, numbers, corrected } = row;
  return {
    ...{ team, channel, ts, kind, command },
    asOf: as_of,
    numbers: JSON.parse(numbers) as Receipt[],
    ...(corrected !== null && { corrected: JSON.parse(corrected) as NonNullable<KeptSnapshot['corrected']> }),
  };
}
