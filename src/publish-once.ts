/** A message with a key → in Slack once and only once, whatever is lost or killed in between. Never sends a doubtful one again. */
import type { KnownBlock } from '@slack/types';
import type { ChartSpec } from './charts/spec.ts';
import { CapwatchError } from './errors.ts';
import type { Message } from './messages/message.ts';
import { withoutPictures, withPictures } from './messages/pictures.ts';
import { type FileIds, type PublishDeps, remembered, showPictures, uploadedChart } from './publish.ts';
import { OUTCOME_UNKNOWN, slackCode } from './slack/failure.ts';
import type { Pacing } from './slack/pacing.ts';
import { type Posted, postMessage, updateMessage } from './slack/post.ts';
import { readBack } from './slack/read-back.ts';
import type { ClockStore } from './store/clock-store.ts';
import type { PostFacts } from './store/posts.ts';

export interface OnceDeps extends PublishDeps {
  readonly store: Pick<
    ClockStore,
    'claimPost' | 'recordSent' | 'releasePost' | 'recordUnknown' | 'recordPictures' | 'recordSnapshot'
  >;
  readonly pacing: Pacing;
  readonly clock: () => Temporal.Instant;
  readonly pictures: PictureShelf;
}

/** `later`: not yet, ask again after so many seconds. `unknown`: it may be there and cannot be looked up. */
export type Once =
  | { readonly kind: 'sent'; readonly posted: Posted }
  | { readonly kind: 'later'; readonly seconds: number }
  | { readonly kind: 'unknown' };

/** A lost answer is looked up when the lease is over and Slack has surely stored what it took. */
const LOOK_AFTER_S = 31;
const WITHOUT_RETRY_AFTER_S = 5;

/**
 * Posts the text, then puts the pictures in. Asked again for a key that is out, it only finishes what is missing.
 * @throws CapwatchError for a refusal (`not_in_channel`, `invalid_blocks`, …) or when Slack was never reached; the key
 * is free again then.
 */
export async function publishOnce(message: Message, post: PostFacts, deps: OnceDeps): Promise<Once> {
  const claim = await deps.store.claimPost(post, deps.clock());
  switch (claim.kind) {
    case 'mine':
      return send(message, post, deps);
    case 'held':
      return { kind: 'later', seconds: LOOK_AFTER_S };
    case 'unknown':
      return { kind: 'unknown' };
    case 'sent':
      if (claim.pictures === 'pending') await addPictures(message, { post, posted: claim.place }, deps);
      return { kind: 'sent', posted: claim.place };
    case 'ambiguous':
      return lookUp(message, { post, since: claim.since }, deps);
  }
}

/** Changes a post of ours in place; what it said before is in the words of `message`. @throws CapwatchError */
export async function editOnce(
  message: Message,
  { team, key, posted, snapshot }: Pick<PostFacts, 'team' | 'key' | 'snapshot'> & { readonly posted: Posted },
  deps: OnceDeps,
): Promise<void> {
  await deps.pacing.turn(team, posted.channel);
  await updateMessage(deps.slack, posted, { text: message.text, blocks: withoutPictures(message) });
  await deps.store.recordSnapshot({ team, key }, snapshot);
  await remembered({ message, posted, about: 'edited', edited: true }, deps);
  if (message.charts.length > 0) {
    await showPictures(message, deps, { mayTry: () => true, put: (ids) => putIn(message, posted, { ids, deps }) });
  }
}

async function send(message: Message, post: PostFacts, deps: OnceDeps): Promise<Once> {
  // Pictures that Slack has accepted in another channel's post need no second call.
  const known = deps.pictures.accepted(message);
  const sent = await sendBlocks(message, { post, blocks: known ? withPictures(message, known) : undefined }, deps);
  if (sent.kind !== 'sent') return sent;
  await told(message, post, { posted: sent.posted, deps });
  if (known || message.charts.length === 0) await deps.store.recordPictures(post);
  else await addPictures(message, { post, posted: sent.posted }, deps);
  return sent;
}

async function sendBlocks(
  message: Message,
  { post, blocks }: { readonly post: PostFacts; readonly blocks: KnownBlock[] | undefined },
  deps: OnceDeps,
): Promise<Once> {
  const { team, channel, thread_ts, key } = post;
  await deps.pacing.turn(team, channel);
  const place = { channel, key, ...(thread_ts !== undefined && { thread_ts }) };
  try {
    const answer = { text: message.text, blocks: blocks ?? withoutPictures(message) };
    return { kind: 'sent', posted: await postMessage(deps.slack, { ...place, ...answer }) };
  } catch (error) {
    if (blocks && slackCode(error) === 'invalid_blocks') return sendBlocks(message, { post, blocks: undefined }, deps);
    return settled(error, post, deps);
  }
}

/** Nothing is posted for certain: the key is free. The answer was lost: it stays taken. */
async function settled(error: unknown, post: PostFacts, { store, pacing }: OnceDeps): Promise<Once> {
  if (slackCode(error) === OUTCOME_UNKNOWN) return { kind: 'later', seconds: LOOK_AFTER_S };
  if (!(error instanceof CapwatchError)) throw error;
  await store.releasePost(post);
  if (error.kind !== 'rate_limited') throw error;
  const seconds = error.details.retryAfterSeconds ?? WITHOUT_RETRY_AFTER_S;
  pacing.limited(post.team, post.channel, seconds);
  return { kind: 'later', seconds };
}

/** The store knows that Slack has it, and what a thread under it is about. */
async function told(
  message: Message,
  post: PostFacts,
  { posted, deps }: { readonly posted: Posted; readonly deps: OnceDeps },
): Promise<void> {
  const { about, thread_ts } = post;
  await deps.store.recordSent(post, posted);
  await remembered({ message, posted, about, edited: false, ...(thread_ts && { thread_ts }) }, deps);
}

async function lookUp(
  message: Message,
  { post, since }: { readonly post: PostFacts; readonly since: Temporal.Instant },
  deps: OnceDeps,
): Promise<Once> {
  const { channel, thread_ts, key } = post;
  const found = await readBack(deps.slack, { channel, key, since, ...(thread_ts !== undefined && { thread_ts }) });
  if (found === 'cannot_tell') {
    await deps.store.recordUnknown(post);
    deps.log.warn('a post may be there twice if sent again, and was not', { key, channel });
    return { kind: 'unknown' };
  }
  if (found === 'absent') return send(message, post, deps);
  await told(message, post, { posted: found, deps });
  await addPictures(message, { post, posted: found }, deps);
  return { kind: 'sent', posted: found };
}

async function addPictures(
  message: Message,
  { post, posted }: { readonly post: PostFacts; readonly posted: Posted },
  deps: OnceDeps,
): Promise<void> {
  await showPictures(
    message,
    { ...deps, fileId: (spec) => deps.pictures.fileId(spec, deps) },
    {
      mayTry: () => true,
      async put(ids) {
        await deps.pacing.turn(post.team, post.channel);
        await putIn(message, posted, { ids, deps });
        deps.pictures.accept(message, ids);
      },
    },
  );
  await deps.store.recordPictures(post);
}

function putIn(
  message: Message,
  posted: Posted,
  { ids, deps }: { readonly ids: FileIds; readonly deps: OnceDeps },
): Promise<void> {
  return updateMessage(deps.slack, posted, { text: message.text, blocks: withPictures(message, ids) });
}

/** Pictures that many posts show: each chart is drawn and uploaded once, as long as somebody holds the chart. */
export interface PictureShelf {
  fileId(spec: ChartSpec, deps: PublishDeps): Promise<string | undefined>;
  /** Slack has shown these pictures of the message. */
  accept(message: Message, ids: FileIds): void;
  /** The file ids of all the message's pictures, once Slack has shown them. */
  accepted(message: Message): FileIds | undefined;
}

export function createPictureShelf(): PictureShelf {
  const uploads = new WeakMap<ChartSpec, Promise<string | undefined>>();
  const shown = new WeakMap<ChartSpec, string>();
  return {
    fileId(spec, deps) {
      const under = uploads.get(spec) ?? uploadedChart(spec, deps);
      uploads.set(spec, under);
      // A failed upload is tried again for the next post.
      void under.then((id) => id === undefined && uploads.delete(spec));
      return under;
    },
    accept({ charts }, ids) {
      for (const [index, spec] of charts.entries()) {
        const id = ids[index];
        if (id !== undefined) shown.set(spec, id);
      }
    },
    accepted({ charts }) {
      const ids = charts.map((spec) => shown.get(spec));
      return charts.length > 0 && !ids.includes(undefined) ? ids : undefined;
    },
  };
}
