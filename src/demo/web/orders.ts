/** What a page may ask for, checked at the border: say, act, add a file, submit, close, home, dismiss, raw. */
import { z } from 'zod';
import type { Fields } from '../slack/json.ts';
import { addFile, LARGEST_FILE } from '../slack/modal-files.ts';
import { closeView, submitView } from '../slack/modals.ts';
import { findMessage, removeMessage } from '../slack/workspace.ts';
import type { PageParts } from './page.ts';
import { rawMessage, rawView } from './snapshot.ts';

const Id = z.string().max(64);
const Choice = z.union([z.string().max(4000), z.array(z.string().max(200)).max(100), z.null()]);
const Choices = z.record(z.string(), z.record(z.string(), Choice));
const Where = z.union([z.object({ view: Id }), z.object({ channel: Id, ts: Id })]);

const AddFile = z.object({
  order: z.literal('file'),
  view: Id,
  block_id: z.string(),
  action_id: z.string(),
  name: z.string().min(1).max(255),
  base64: z.string().max(Math.ceil(LARGEST_FILE / 3) * 4),
});

const Order = z.discriminatedUnion('order', [
  z.object({ order: z.literal('say'), channel: Id, text: z.string().max(40_000), thread_ts: Id.optional() }),
  z.object({
    order: z.literal('act'),
    where: Where,
    block_id: z.string(),
    action_id: z.string(),
    choice: Choice,
    choices: Choices,
  }),
  AddFile,
  z.object({ order: z.literal('submit'), view: Id, choices: Choices }),
  z.object({ order: z.literal('close') }),
  z.object({ order: z.literal('home') }),
  z.object({ order: z.literal('dismiss'), channel: Id, ts: Id }),
  z.object({ order: z.literal('raw'), where: Where }),
]);

/** Does what the page asked; the answer tells how it went. */
export async function obey(parts: PageParts, asked: Fields): Promise<Fields> {
  const parsed = Order.safeParse(asked);
  if (!parsed.success) return { outcome: 'not_found' };
  const { stage, person, socket } = parts;
  const order = parsed.data;
  switch (order.order) {
    case 'say': {
      const { channel, text, thread_ts } = order;
      return { outcome: await person.say({ channel, text, ...(thread_ts !== undefined && { thread_ts }) }) };
    }
    case 'act':
      return { outcome: await person.act(order.where, order) };
    case 'file':
      return added(parts, order);
    case 'submit':
      return { outcome: await submitView(stage, socket, { id: order.view, choices: order.choices }) };
    case 'close':
      await closeView(stage, socket);
      return { outcome: 'sent' };
    case 'home':
      return { outcome: await person.openHome() };
    case 'dismiss':
      return dismiss(parts, order);
    case 'raw':
      return raw(parts, order.where);
  }
}

function added({ stage }: PageParts, { base64, ...where }: z.infer<typeof AddFile>): Fields {
  const bytes = decoded(base64);
  const adding = bytes ? addFile(stage, { ...where, bytes }) : {};
  return { outcome: adding.file === undefined && adding.problem === undefined ? 'not_found' : 'sent', ...adding };
}

function decoded(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(base64);
  } catch {
    return undefined;
  }
}

/** Only a message that one person sees can be put away by that person. */
function dismiss({ stage }: PageParts, { channel, ts }: { channel: string; ts: string }): Fields {
  const message = findMessage(stage.workspace, channel, ts);
  if (!message?.ephemeral) return { outcome: 'not_found' };
  removeMessage(stage.workspace, message);
  return { outcome: 'sent' };
}

function raw({ stage }: PageParts, where: z.infer<typeof Where>): Fields {
  const { workspace } = stage;
  if ('view' in where) {
    const view = [...workspace.views, ...(workspace.home ? [workspace.home] : [])].find(({ id }) => id === where.view);
    return view ? { outcome: 'sent', ...rawView(view) } : { outcome: 'not_found' };
  }
  const message = findMessage(workspace, where.channel, where.ts);
  return message ? { outcome: 'sent', ...rawMessage(message) } : { outcome: 'not_found' };
}
