/** Message → text in Slack at once → charts drawn, uploaded and put in their places. A picture never costs the text. */
import type { ChartSpec } from './charts/spec.ts';
import { CapwatchError } from './errors.ts';
import type { Log } from './log.ts';
import { escapeText } from './messages/format.ts';
import type { Message } from './messages/message.ts';
import { withoutPictures, withPictures } from './messages/pictures.ts';
import type { SlackClients } from './slack/clients.ts';
import { slackCode } from './slack/failure.ts';
import type { Answer } from './slack/limits.ts';
import { type Posted, postMessage, updateMessage } from './slack/post.ts';
import type { Reply } from './slack/reply.ts';
import { uploadImage } from './slack/upload.ts';
import { type Wait, within } from './slack/wait.ts';

/** Before each try: Slack refuses a block with a file it has not checked yet as `invalid_blocks`. */
const TRY_AFTER_MS = [0, 1000, 2000, 4000, 8000];
const DRAWING_MS = 15_000;

/** A post in a channel or thread, or an answer only the asker sees. */
export type Target =
  | { readonly kind: 'post'; readonly channel: string; readonly thread_ts?: string }
  | { readonly kind: 'reply'; readonly reply: Reply };

export interface PublishDeps {
  readonly slack: SlackClients;
  /** PNG bytes of a chart. */
  readonly draw: (spec: ChartSpec) => Promise<Uint8Array>;
  readonly wait: Wait;
  readonly log: Log;
  /** Where many posts share a picture: its file id, uploaded once. Default: drawn and uploaded for this post. */
  readonly fileId?: (spec: ChartSpec) => Promise<string | undefined>;
  /** Told of every post with numbers, so that its thread can be answered. Default: nobody is. */
  readonly remember?: (said: Said) => Promise<void>;
}

/** A post of ours as it now stands in a channel. */
export interface Said {
  readonly message: Message;
  readonly posted: Posted;
  readonly thread_ts?: string;
  /** Kind of post: "shared", "morning", "alert". */
  readonly about: string;
  /** True after an edit in place. */
  readonly edited: boolean;
}

export interface Published {
  /** Where the post is; absent for a reply. */
  readonly posted?: Posted;
  /** `none`: the message has no chart. `missing`: the text stands alone, the log says why. */
  readonly pictures: 'shown' | 'missing' | 'none';
}

/**
 * Resolves when the text is in Slack and the pictures are there or given up.
 * @throws CapwatchError when the text could not be sent (as `postMessage` and `Reply`), never for a picture.
 */
export async function publish(message: Message, target: Target, deps: PublishDeps): Promise<Published> {
  const text: Answer = { text: message.text, blocks: withoutPictures(message) };
  if (target.kind === 'reply') {
    await target.reply.replace(text);
    return { pictures: await showPictures(message, deps, replyPlace(message, target.reply)) };
  }
  const { kind, ...where } = target;
  const posted = await postMessage(deps.slack, { ...where, ...text });
  const { thread_ts } = where;
  await remembered({ message, posted, about: 'shared', edited: false, ...(thread_ts && { thread_ts }) }, deps);
  const place: Place = {
    mayTry: () => true,
    put: (fileIds) => updateMessage(deps.slack, posted, { text: message.text, blocks: withPictures(message, fileIds) }),
  };
  return { posted, pictures: await showPictures(message, deps, place) };
}

/** Tells whoever wants to know; a post that is out is never failed by it. */
export async function remembered(said: Said, { remember, log }: Pick<PublishDeps, 'remember' | 'log'>): Promise<void> {
  if (said.message.numbers.length === 0) return;
  await remember?.(said).catch((error: unknown) => log.error('a post was not remembered', { error }));
}

export type FileIds = readonly (string | undefined)[];

/** How pictures reach a message already sent. */
export interface Place {
  mayTry(): boolean;
  put(fileIds: FileIds): Promise<void>;
}

/** In the answer itself where it can be replaced, else as a message below it that holds only the pictures. */
function replyPlace(message: Message, reply: Reply): Place {
  return {
    mayTry: () => reply.usesLeft() > 0,
    put: (fileIds) => {
      if (reply.replaces) {
        return reply.attempt({ text: message.text, blocks: withPictures(message, fileIds) }, 'replace');
      }
      const alone = { ...message, blocks: message.blocks.filter(({ type }) => type === 'chart') };
      const words = message.charts.filter((_, chart) => fileIds[chart] !== undefined).map(({ alt }) => alt);
      return reply.attempt({ text: escapeText(words.join(' ')), blocks: withPictures(alone, fileIds) }, 'add');
    },
  };
}

/** Draws, uploads and puts the pictures in; never throws, the log says why one is missing. */
export async function showPictures(message: Message, deps: PublishDeps, place: Place): Promise<Published['pictures']> {
  if (message.charts.length === 0) return 'none';
  const fileId = deps.fileId ?? ((spec: ChartSpec) => uploadedChart(spec, deps));
  const fileIds = await Promise.all(message.charts.map(fileId));
  if (fileIds.every((id) => id === undefined)) return 'missing';
  for (const ms of TRY_AFTER_MS) {
    if (!place.mayTry()) break;
    if (ms > 0) await deps.wait(ms);
    try {
      await place.put(fileIds);
      return fileIds.includes(undefined) ? 'missing' : 'shown';
    } catch (error) {
      if (slackCode(error) !== 'invalid_blocks') return missing(deps.log, error);
    }
  }
  return missing(deps.log, new CapwatchError('bad_response', 'Slack did not accept the uploaded picture in time.'));
}

/** The chart's file id, or undefined with a log line. */
export async function uploadedChart(
  spec: ChartSpec,
  { slack, draw, wait, log }: PublishDeps,
): Promise<string | undefined> {
  try {
    const png = await within(draw(spec), { ms: DRAWING_MS, wait, what: 'The chart' });
    return await uploadImage(slack, { png, filename: `${spec.kind}.png`, alt: spec.alt });
  } catch (error) {
    missing(log, error);
    return undefined;
  }
}

function missing(log: Log, error: unknown): 'missing' {
  log.warn('picture not shown', { error });
  return 'missing';
}
