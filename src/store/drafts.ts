/** Writes that wait for their confirmation: kept for a while, taken once, by the person who made them. */
import type { Kysely } from 'kysely';
import type { Actor } from './audit-log.ts';
import type { Tables } from './tables.ts';

/** A draft not confirmed within the hour is gone. */
const KEPT = { hours: 1 };

/** Whose draft it is; `kept` for one that nobody waits for, such as a question asked overnight. */
export interface Drafting {
  readonly team: string;
  readonly by: Actor;
  readonly kept?: Temporal.DurationLike;
}

/** Keeps `content` (JSON) under a new name and returns the name: `draft-1`, counted per team. */
export async function recordDraft(
  db: Kysely<Tables>,
  { team, by, kept = KEPT }: Drafting,
  content: string,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const { last } = await trx
      .selectFrom('drafts')
      .select(({ fn }) => fn.max('draft').as('last'))
      .where('team', '=', team)
      .executeTakeFirstOrThrow();
    const draft = (last ?? 0) + 1;
    await trx
      .insertInto('drafts')
      .values({ team, draft, by_user: by.user, content, expires_at: by.at.add(kept).toString() })
      .execute();
    return `draft-${draft}`;
  });
}

/** The content of a draft, to show it again; undefined for another person's, an expired or a used one. */
export async function findDraft(
  db: Pick<Kysely<Tables>, 'selectFrom'>,
  { team, by }: { readonly team: string; readonly by: Actor },
  draft: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select(['content', 'expires_at', 'by_user'])
    .where('team', '=', team)
    .where('draft', '=', numberOf(draft))
    .executeTakeFirst();
  if (!row || row.by_user !== by.user || row.content === '') return undefined;
  return Temporal.Instant.compare(by.at, row.expires_at) < 0 ? row.content : undefined;
}

/** The content of a draft, once: a second click finds nothing. Its name stays taken. */
export async function takeDraft(
  db: Kysely<Tables>,
  { team, by }: { readonly team: string; readonly by: Actor },
  draft: string,
): Promise<string | undefined> {
  return db.transaction().execute(async (trx) => {
    const content = await findDraft(trx, { team, by }, draft);
    if (content === undefined) return undefined;
    await trx
      .updateTable('drafts')
      .set({ content: '' })
      .where('team', '=', team)
      .where('draft', '=', numberOf(draft))
      .execute();
    return content;
  });
}

function numberOf(draft: string): number {
  const number = Number(/^draft-(\d{1,9})$/.exec(draft)?.[1]);
  return Number.isSafeInteger(number) ? number : 0;
}
