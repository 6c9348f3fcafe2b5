/** When a channel or a token is gone: its subscriptions rest, and their owner hears of it once. */
import { isZone, nextSlot } from '../src/calendar/slots.ts';
import { CapwatchError } from '../src/errors.ts';
import { backMessage, troubleMessage } from '../src/messages/subscriptions.ts';
import { publishOnce } from '../src/publish-once.ts';
import type { SlackApp } from '../src/slack/app.ts';
import { slackCode } from '../src/slack/failure.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
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
const REMOVED_REASON = 'Capwatch was removed from the workspace';

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
  readonly channel: string;
  readonly by: string;
}

/** Pauses everything that goes to the channel and tells each owner once, all of it in one message. */
export async function restChannel(desk: Desk, channel: string, reason: string): Promise<void> {
  const { team, store } = desk;
  const rested: Resting[] = [];
  for (const { id, kind, channelName, by } of await store.listSubscriptions(team, channel)) {
    if (await store.changeStatus({ team, id }, { status: 'paused', reason, next: undefined })) {
      rested.push({ id, what: kind, channelName, channel, by });
    }
  }
  for (const { id, title, channelName, by } of await store.listAlerts(team, channel)) {
    if (await store.changeAlert({ team, id }, { status: 'paused', reason })) {
      rested.push({ id, what: title, channelName, channel, by });
    }
  }
  for (const [by, theirs] of Map.groupBy(rested, ({ by }) => by)) await tellOwner(desk, by, { theirs, reason });
}

/** Pauses one of a zone that time zone data have dropped, for nobody can say when it is due; the others go on. */
export async function restWithoutZone(desk: Desk, subscription: Subscription): Promise<void> {
  const { id, kind, channelName, channel, by, zone } = subscription;
  const reason = `this computer does not know the time zone ${zone} any more`;
  const paused = { status: 'paused', reason, next: undefined } as const;
  if (!(await desk.store.changeStatus({ team: desk.team, id }, paused))) return;
  await tellOwner(desk, by, { theirs: [{ id, what: kind, channelName, channel, by }], reason });
}

/** Everything of the workspace rests until a start at which Slack accepts a token again; nobody can be told before. */
export async function restAll(desk: Pick<Desk, 'team' | 'store' | 'log'>, reason = TOKEN_REASON): Promise<void> {
  const { team, store, log } = desk;
  let rested = 0;
  for (const { id } of await store.listSubscriptions(team)) {
    if (await store.changeStatus({ team, id }, { status: 'paused', reason, next: undefined })) rested += 1;
  }
  for (const { id } of await store.listAlerts(team)) {
    if (await store.changeAlert({ team, id }, { status: 'paused', reason })) rested += 1;
  }
  if (rested > 0) log.error('slack refuses the token; everything is paused', { team, rested, reason });
}

/** True while a thing rests because no post of ours can succeed: none is attempted. */
export function restsForToken({ status, reason }: { readonly status: string; readonly reason: string }): boolean {
  return status === 'paused' && (reason === TOKEN_REASON || reason === REMOVED_REASON);
}

/** Routes what Slack says when a workspace removes Capwatch or takes back its token; told twice, it changes nothing. */
export function registerChannelLife(
  bolt: Pick<SlackApp['bolt'], 'event'>,
  desk: Pick<Desk, 'team' | 'store' | 'log'>,
): void {
  bolt.event('app_uninstalled', async ({ body }) => {
    if (body.team_id === desk.team) await restAll(desk, REMOVED_REASON);
  });
  bolt.event('tokens_revoked', async ({ body, event }) => {
    // People's own tokens are none of ours: only the bot's carries what the clock sends.
    if (body.team_id === desk.team && (event.tokens.bot ?? []).length > 0) await restAll(desk, TOKEN_REASON);
  });
}

/** Called at a start, with a token that works: what rested for the old one goes on, and its owner hears so. */
export async function wakeAfterToken(desk: Desk): Promise<void> {
  const { team, store, clock, meetings } = desk;
  const resting = (await store.listSubscriptions(team)).filter(restsForToken);
  const subscriptions = resting.filter(({ zone }) => isZone(zone));
  for (const subscription of subscriptions) {
    const next = nextSlot(subscription, clock(), meetings);
    await store.changeStatus({ team, id: subscription.id }, { status: 'active', reason: '', next });
  }
  const alerts = (await store.listAlerts(team)).filter(restsForToken);
  for (const { id } of alerts) await store.changeAlert({ team, id }, { status: 'active', reason: '' });
  for (const by of new Set([...subscriptions, ...alerts].map((one) => one.by))) {
    const key = `back/${by}/${clock().toString({ smallestUnit: 'minute' })}`;
    const count = (all: readonly { readonly by: string }[]) => all.filter((one) => one.by === by).length;
    const message = backMessage({ subscriptions: count(subscriptions), alerts: count(alerts) });
    await tell(desk, { by, key, message });
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
