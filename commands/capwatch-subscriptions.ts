/** `/capwatch subscribe|list|unsubscribe|pause|resume|test|log`: what the clock sends, and where. Sends nothing itself. */
import type { Day } from '../src/calendar/day.ts';
import { isZone, nextSlot } from '../src/calendar/slots.ts';
import { CapwatchError } from '../src/errors.ts';
import { alertSetLine } from '../src/messages/alert-set.ts';
import { deliveryLogMessage, nothingToSendMessage, testMessage } from '../src/messages/deliveries.ts';
import { quotedWord } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { placeText } from '../src/messages/places.ts';
import { statusMessage, subscribedMessage, subscriptionListMessage } from '../src/messages/subscriptions.ts';
import { parseSubscribeRequest } from '../src/questions/subscribe-request.ts';
import type { ClockStore } from '../src/store/clock-store.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import { setAlerts } from './capwatch-alert-set.ts';
import { DIRECT, hereOf } from './here.ts';

/** Who asks, and where: from Slack's payload, never from what was typed. */
interface SubscriptionAsker {
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  /** "#desk-us", "Direct message". */
  readonly channelName: string;
}

/** The clock, as far as commands need it. */
export interface SubscriptionDesk {
  readonly store: Pick<
    ClockStore,
    'recordSubscription' | 'listSubscriptions' | 'findSubscription' | 'changeStatus' | 'listSlots'
  >;
  /** Decision days of the FOMC, ascending. */
  readonly meetings: readonly Day[];
  /** What the subscription would send now. */
  preview(
    subscription: Subscription,
    now: Temporal.Instant,
  ): Promise<{ readonly lead: Message; readonly replies: readonly Message[] } | { readonly skip: string }>;
}

export interface SubscriptionsCall {
  readonly now: Temporal.Instant;
  /** Absent on a terminal. */
  readonly asker?: SubscriptionAsker;
  readonly subscriptions?: SubscriptionDesk;
  /** For the channel's standard alerts, which a list shows too. */
  readonly alerts?: { readonly store: Pick<ClockStore, 'listAlerts'> };
}

interface Asking {
  readonly words: string;
  readonly now: Temporal.Instant;
  readonly asker: SubscriptionAsker;
  readonly desk: SubscriptionDesk;
  readonly alerts: SubscriptionsCall['alerts'];
}

const TOPICS: Readonly<Record<string, (asking: Asking) => Promise<Message>>> = {
  subscribe,
  list,
  subscriptions: list,
  unsubscribe: (asking) => change(asking, 'ended'),
  pause: (asking) => change(asking, 'paused'),
  resume: (asking) => change(asking, 'active'),
  test,
  log,
};

/** The words after `/capwatch` that belong here. */
export const SUBSCRIPTION_TOPICS: readonly string[] = Object.keys(TOPICS);

/** The answer to `/capwatch TOPIC words`. @throws CapwatchError `invalid_input`, `not_found`, `not_configured`. */
export async function capwatchSubscriptions(
  topic: string,
  words: string,
  { now, asker, subscriptions, alerts }: SubscriptionsCall,
): Promise<Message> {
  const answer = Object.hasOwn(TOPICS, topic) ? TOPICS[topic] : undefined;
  if (!answer) throw new Error(`no topic of subscriptions: ${topic}`);
  if (!asker || !subscriptions) {
    throw new CapwatchError('not_configured', 'Subscriptions belong to a channel: type this in Slack.');
  }
  return answer({ words: words.trim(), now, asker, desk: subscriptions, alerts });
}

async function subscribe({ words, now, asker, desk }: Asking): Promise<Message> {
  const { team, user, channel, channelName } = asker;
  const facts = { ...parseSubscribeRequest(words), channel, channelName };
  const next = nextSlot(facts, now, desk.meetings);
  const by = { team, by: { user, at: now } };
  const { subscription, change } = await desk.store.recordSubscription(by, { facts, next });
  return subscribedMessage(subscription, change);
}

async function list({ words, asker, desk, alerts }: Asking): Promise<Message> {
  const { team, user, channel, channelName } = asker;
  if (words.toLowerCase() !== 'mine') {
    const set = alerts ? await setAlerts(alerts, asker) : [];
    const extra = set.length > 0 ? [alertSetLine(set, { channelName, channel })] : [];
    const here = await hereOf((place) => desk.store.listSubscriptions(team, place), asker);
    return subscriptionListMessage(here, placeWords(channelName), extra);
  }
  const all = await desk.store.listSubscriptions(team);
  return subscriptionListMessage(
    all.filter(({ by }) => by === user),
    'your channels',
  );
}

async function change(asking: Asking, status: Subscription['status']): Promise<Message> {
  const { now, asker, desk } = asking;
  const subscription = await named(asking);
  if (status === 'active' && !isZone(subscription.zone)) throw unknownZone(subscription);
  const next = status === 'active' ? nextSlot(subscription, now, desk.meetings) : undefined;
  const reason = status === 'paused' ? 'by a person' : '';
  await desk.store.changeStatus({ team: asker.team, id: subscription.id }, { status, reason, next });
  return statusMessage({ ...((await desk.store.findSubscription(asker.team, subscription.id)) ?? subscription) });
}

async function test(asking: Asking): Promise<Message> {
  const summary = await asking.desk.preview(await named(asking), asking.now);
  return 'skip' in summary ? nothingToSendMessage(summary.skip) : testMessage(summary.lead, summary.replies);
}

async function log({ asker, desk }: Asking): Promise<Message> {
  const { team, channel, channelName } = asker;
  const [first] = (await desk.store.listSubscriptions(team, channel)).filter(({ zone }) => isZone(zone));
  const slots = await desk.store.listSlots(team, { channel });
  return deliveryLogMessage(slots, placeWords(channelName), first?.zone ?? 'America/New_York');
}

/**
 * The subscription that `sub-3`, `morning` or, where there is only one, nothing means. Only the channel's own and the
 * asker's own can be named; another channel's number is as good as none.
 */
async function named({ words, asker, desk }: Asking): Promise<Subscription> {
  const word = words.toLowerCase().split(/\s+/)[0] ?? '';
  const { team, user, channel } = asker;
  if (/^sub-\d+$/.test(word)) {
    const found = await desk.store.findSubscription(team, word);
    if (found && found.status !== 'ended' && (found.channel === channel || found.by === user)) return found;
    throw unknown(`There is no subscription \`${quotedWord(word)}\` here.`);
  }
  const here = await hereOf((place) => desk.store.listSubscriptions(team, place), asker);
  const fitting = word === '' ? here : here.filter(({ kind }) => kind === word);
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  if (fitting.length > 1) throw unknown(`Which one: ${fitting.map(({ id, kind }) => `${id} (${kind})`).join(', ')}?`);
  throw unknown(
    word === ''
      ? `Nothing is sent to ${placeWords(asker.channelName)}.`
      : `There is no subscription \`${quotedWord(word)}\` here.`,
  );
}

/** Its zone was known when it was made; time zone data drop zones now and then. */
function unknownZone({ zone, kind, time }: Subscription): CapwatchError {
  const sentence = `This computer does not know the time zone ${quotedWord(zone)} any more; subscribe again with another.`;
  return new CapwatchError('invalid_input', sentence, {
    example: `/capwatch subscribe ${kind} at ${time} Europe/London`,
  });
}

function unknown(sentence: string): CapwatchError {
  return new CapwatchError('not_found', sentence, { example: '/capwatch list' });
}

function placeWords(channelName: string): string {
  return channelName === DIRECT ? 'this direct message' : placeText(channelName);
}
