/** When a channel or a token is gone: its subscriptions rest, and their owner hears of it once. */
import { nextSlot } from '../src/calendar/slots.ts';
import { CapwatchError } from '../src/errors.ts';
import { backMessage, troubleMessage } from '../src/messages/subscriptions.ts';
import { publishOnce } from '../src/publish-once.ts';
import { slackCode } from '../src/slack/failure.ts';
import type { Desk } from './desk.ts';

/** Slack's words for a channel that takes no post of ours any more, as the owner reads them. */
const GONE: Readonly<Record<string, string>> = {
  not_in_channel: 'Capwatch is not in the channel any more',
  channel_not_found: 'Capwatch is not in the channel any more',
  is_archived: 'the channel is archived',
  restricted_action: 'the workspace does not let Capwatch post there',
};

const TOKEN_REFUSED = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'team_disabled',
  'user_removed_from_team',
]);
const TOKEN_REASON = 'Slack does not accept Capwatch’s token';

/** What a failed post means for the channel: it rests, everything rests, or it is only this post. */
export type Life =
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'token' }
  | { readonly kind: 'alive' };

export function lifeAfter(error: unknown): Life {
  const code = slackCode(error) ?? '';
  const reason = Object.hasOwn(GONE, code) ? GONE[code] : undefined;
  if (reason !== undefined) return { kind: 'gone', reason };
  return { kind: TOKEN_REFUSED.has(code) ? 'token' : 'alive' };
}

/** One subscription or alert that cannot go on. */
interface Resting {
  readonly id: string;
  readonly what: string;
  readonly channelName: string;
  readonly by: string;
}

/** Pauses everything that goes to the channel and tells each owner once, all of it in one message. */
export async function restChannel(desk: Desk, channel: string, reason: string): Promise<void> {
  const { team, store } = desk;
  const rested: Resting[] = [];
  for (const { id, kind, channelName, by } of await store.listSubscriptions(team, channel)) {
    if (await store.changeStatus({ team, id }, { status: 'paused', reason, next: undefined })) {
      rested.push({ id, what: kind, channelName, by });
    }
  }
  for (const { id, title, channelName, by } of await store.listAlerts(team, channel)) {
    if (await store.changeAlert({ team, id }, { status: 'paused', reason })) {
      rested.push({ id, what: title, channelName, by });
    }
  }
  for (const [by, theirs] of Map.groupBy(rested, ({ by }) => by)) await tellOwner(desk, by, { theirs, reason });
}

/** Every subscription rests until a start at which Slack accepts the token again. */
export async function restAll(desk: Desk): Promise<void> {
  const { team, store, log } = desk;
  let rested = 0;
  for (const { id } of await store.listSubscriptions(team)) {
    const change = { status: 'paused', reason: TOKEN_REASON, next: undefined } as const;
    if (await store.changeStatus({ team, id }, change)) rested += 1;
  }
  if (rested > 0) log.error('slack refuses the token; every subscription is paused', { team, rested });
}

/** Called at a start, with a token that works: what rested for the old one goes on, and its owner hears so. */
export async function wakeAfterToken(desk: Desk): Promise<void> {
  const { team, store, clock, meetings } = desk;
  const resting = (await store.listSubscriptions(team)).filter(({ reason }) => reason === TOKEN_REASON);
  for (const subscription of resting) {
    const next = nextSlot(subscription, clock(), meetings);
    await store.changeStatus({ team, id: subscription.id }, { status: 'active', reason: '', next });
  }
  for (const [by, theirs] of Map.groupBy(resting, ({ by }) => by)) {
    const key = `back/${by}/${clock().toString({ smallestUnit: 'minute' })}`;
    await tell(desk, { by, key, message: backMessage(theirs.length) });
  }
}

async function tellOwner(
  desk: Desk,
  by: string,
  { theirs, reason }: { readonly theirs: readonly Resting[]; readonly reason: string },
): Promise<void> {
  const ids = theirs.map(({ id }) => id).join('+');
  const key = `told/${ids}/${desk.clock().toString({ smallestUnit: 'minute' })}`;
  await tell(desk, { by, key, message: troubleMessage(theirs, reason) });
}

/** A message to one person; if even that fails, the log has it. */
async function tell(
  desk: Desk,
  { by, key, message }: { readonly by: string; readonly key: string; readonly message: ReturnType<typeof backMessage> },
): Promise<void> {
  const { team, once, log, clock } = desk;
  const day = clock().toString().slice(0, 10);
  try {
    await publishOnce(message, { team, key, channel: by, about: 'notice', day, snapshot: '{}' }, once.light);
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    log.warn('an owner could not be told', { by, key, error });
  }
}
