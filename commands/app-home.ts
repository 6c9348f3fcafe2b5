/** The home tab and its form: shows what is one person's, writes what they send. Posts into no channel. */
import type { Day } from '../src/calendar/day.ts';
import { NEW_YORK, newYorkTime } from '../src/calendar/day.ts';
import { nextSlot } from '../src/calendar/slots.ts';
import { CapwatchError } from '../src/errors.ts';
import { alertStanding } from '../src/messages/alert-standing.ts';
import { type HomeAlert, type HomeMarket, type HomeSubscription, homeView } from '../src/messages/app-home.ts';
import { PICKED_CHANNEL } from '../src/messages/places.ts';
import { newSubscriptionView, subscriptionView } from '../src/messages/subscription-form.ts';
import { parseSubscribeRequest, type SubscribeRequest, zoneOf } from '../src/questions/subscribe-request.ts';
import type { SlackClients } from '../src/slack/clients.ts';
import { openView } from '../src/slack/post.ts';
import type { KeptAlert } from '../src/store/alert-state.ts';
import type { Writing } from '../src/store/call-ledger.ts';
import type { ClockStore } from '../src/store/clock-store.ts';
import type { LoggedSlot } from '../src/store/slots.ts';
import type { AlertDesk } from './capwatch-alerts.ts';
import type { SubscriptionDesk } from './capwatch-subscriptions.ts';
import { DIRECT } from './here.ts';

/** What the home tab reads besides subscriptions. */
export interface HomeDesk extends SubscriptionDesk {
  readonly store: SubscriptionDesk['store'] & Pick<ClockStore, 'listAlerts'>;
  /** The market in six lines and its sources; absent where nothing measures them. */
  readonly market?: (now: Temporal.Instant) => Promise<HomeMarket | undefined>;
  /** Alerts with the drafts of one person, for the form of an alert; absent: none can be set here. */
  readonly alertsOf?: (by: Writing) => AlertDesk;
}

/** Whose home tab, and when. */
export interface HomeCall {
  readonly slack: SlackClients;
  readonly desk: HomeDesk;
  readonly team: string;
  readonly user: string;
  readonly now: Temporal.Instant;
}

/** Publishes the home tab of one person. @throws CapwatchError when Slack refuses it. */
export async function showHome({ slack, desk, team, user, now }: HomeCall): Promise<void> {
  const [subscriptions, alerts, slots, market] = await Promise.all([
    desk.store.listSubscriptions(team),
    desk.store.listAlerts(team),
    desk.store.listSlots(team, { limit: 200 }),
    desk.market?.(now).catch(() => undefined),
  ]);
  const mine = subscriptions.filter(({ by }) => by === user);
  const own = alerts.filter(({ by }) => by === user);
  const places = new Set(own.map(({ channel, channelName }) => (channelName === DIRECT ? DIRECT : channel)));
  const view = homeView({
    zone: mine[0]?.zone ?? NEW_YORK,
    subscriptions: mine.map((one): HomeSubscription => ({ ...one, ...lastSent(slots, one.id) })),
    alerts: own.map((alert) => ({ ...homeAlert(alert, now), ...(places.size > 1 && { place: alert }) })),
    ...(market && { market }),
  });
  await slack.interactive.views.publish({ user_id: user, view });
}

function lastSent(slots: readonly LoggedSlot[], id: string): { lastSent?: Temporal.Instant } {
  const sent = slots.find(({ job, state }) => job === id && state === 'sent');
  return sent ? { lastSent: sent.due } : {};
}

function homeAlert(alert: KeptAlert, now: Temporal.Instant): HomeAlert {
  const { id, title, status, snoozedUntil, firedAt, clearedAt } = alert;
  const dayOf = (at: Temporal.Instant): Day => newYorkTime(at).day;
  const silent = snoozedUntil !== undefined && Temporal.Instant.compare(now, snoozedUntil) < 0;
  return {
    id,
    title,
    status,
    ...alertStanding(alert),
    ...(silent && { snoozedUntil }),
    ...(firedAt && { firedOn: dayOf(firedAt) }),
    ...(clearedAt && { clearedOn: dayOf(clearedAt) }),
  };
}

/** Opens the form: of the subscription `id` if it is the person's own, else of a new one. @throws CapwatchError */
export async function openSubscriptionForm(
  { slack, desk, team, user }: HomeCall,
  { id, trigger_id }: { readonly id: string | undefined; readonly trigger_id: string },
): Promise<void> {
  const found = id === undefined ? undefined : await desk.store.findSubscription(team, id);
  const own = found?.by === user && found.status !== 'ended' ? found : undefined;
  await openView(slack, trigger_id, own ? subscriptionView(own) : newSubscriptionView());
}

/** What Slack says was filled in: block → action → state. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, FormValue>>>>;
interface FormValue {
  readonly value?: string | null;
  readonly selected_time?: string | null;
  readonly selected_conversation?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
}

/** Problems by block, for the form; empty when it was written. */
export type FormErrors = Readonly<Record<string, string>>;

/** Writes a filled-in form; the person's own subscription, or a new one in the channel they picked. */
export async function saveSubscriptionForm(
  { desk, team, user, now }: Omit<HomeCall, 'slack'>,
  { metadata, values }: { readonly metadata: string; readonly values: FormValues },
): Promise<FormErrors> {
  const id = subscriptionOf(metadata);
  const held = id === undefined ? undefined : await desk.store.findSubscription(team, id);
  if (id !== undefined && held?.by !== user) return { time: 'This subscription is not yours any more.' };
  const channel = held?.channel ?? values.channel?.channel?.selected_conversation ?? '';
  if (channel === '') return { channel: 'Pick a channel.' };
  const zone = zoneOf((values.zone?.zone?.value ?? '').trim().toLowerCase());
  if (zone === undefined) return { zone: 'I do not know that city or zone. Try London or America/New_York.' };
  const request = requestOf(values, held?.kind ?? chosen(values, 'kind'));
  if ('problem' in request) return { parts: request.problem };
  const channelName = held?.channelName ?? (await nameOf(channel, { desk, team }));
  const facts = { ...request, zone, channel, channelName };
  const next = nextSlot(facts, now, desk.meetings);
  await desk.store.recordSubscription({ team, by: { user, at: now } }, { facts, next });
  return {};
}

/** The picked channel's name where Capwatch has heard it; it may ask Slack for none. */
async function nameOf(channel: string, { desk, team }: Pick<HomeCall, 'desk' | 'team'>): Promise<string> {
  if (channel.startsWith('D')) return 'Direct message';
  const [subscriptions, alerts] = await Promise.all([desk.store.listSubscriptions(team), desk.store.listAlerts(team)]);
  const heard = [...subscriptions, ...alerts].find((one) => one.channel === channel && one.channelName.startsWith('#'));
  return heard?.channelName ?? PICKED_CHANNEL;
}

/** The form's choices in the words of the command, so that one parser checks both. */
function requestOf(values: FormValues, kind: string): SubscribeRequest | { readonly problem: string } {
  const parts = (values.parts?.parts?.selected_options ?? []).map(({ value }) => value).join(',');
  const time = values.time?.time?.selected_time ?? '';
  const words = [kind, 'at', time, 'parts', parts, chosen(values, 'placement'), chosen(values, 'theme')];
  try {
    return parseSubscribeRequest(words.join(' '));
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    return { problem: error.userMessage.replaceAll('`', '') };
  }
}

function chosen(values: FormValues, name: string): string {
  return values[name]?.[name]?.selected_option?.value ?? '';
}

function subscriptionOf(metadata: string): string | undefined {
  try {
    const value: unknown = JSON.parse(metadata);
    if (typeof value !== 'object' || value === null || !('subscription' in value)) return undefined;
    return typeof value.subscription === 'string' ? value.subscription : undefined;
  } catch {
    return undefined;
  }
}
