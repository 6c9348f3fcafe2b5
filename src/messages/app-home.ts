/** The home tab of one person: the market in six lines, what is sent to them, their alerts, the sources. Pure. */
import type { HomeView, KnownBlock } from '@slack/types';
import type { Day } from '../calendar/day.ts';
import { actions, button, context, header, LIMITS, section } from './blocks.ts';
import { counted, escapeText, weekdayDate } from './format.ts';
import { type Place, placeMarkup, placeText } from './places.ts';
import { kindName, type SubscriptionLine, zonedTime, zoneName } from './subscriptions.ts';

/** The market and its sources, written where their numbers are made. */
export interface HomeMarket {
  /** The session the six lines speak of. */
  readonly session: Day;
  /** At most six lines of mrkdwn, number first. */
  readonly lines: readonly string[];
  /** "*Close* 16:00 ET · all sources answering". */
  readonly freshness: string;
  /** One line per group of sources, mrkdwn. */
  readonly sources: readonly string[];
}

export interface HomeSubscription extends SubscriptionLine {
  /** The channel's id: how it is named where only that is known. */
  readonly channel?: string;
  readonly lastSent?: Temporal.Instant;
}

export interface HomeAlert {
  readonly id: string;
  readonly title: string;
  readonly status: 'active' | 'paused' | 'ended';
  readonly snoozedUntil?: Temporal.Instant;
  /** "armed", "on", "waits until above −19%". */
  readonly armed?: string;
  /** Where it stands now, in words: "−3.85 pp now". */
  readonly standing?: string;
  /** "divergence": what a screen reader calls it. */
  readonly kind?: string;
  /** Named where the reader has alerts in more than one place. */
  readonly place?: Place;
  readonly firedOn?: Day;
  readonly clearedOn?: Day;
}

export interface HomeFacts {
  /** Absent while no source answers. */
  readonly market?: HomeMarket;
  readonly subscriptions: readonly HomeSubscription[];
  readonly alerts: readonly HomeAlert[];
  /** The reader's own zone. */
  readonly zone: string;
}

const MOST_ROWS = 6;

/** Golden 12-app-home. */
export function homeView({ market, subscriptions, alerts, zone }: HomeFacts): HomeView {
  return {
    type: 'home',
    blocks: [
      ...marketBlocks(market, zone),
      { type: 'divider' },
      header('My subscriptions'),
      ...rows(
        subscriptions.map((one) => subscriptionRow(one, zone)),
        { none: 'Nothing is sent to you yet.', all: '/capwatch list mine' },
      ),
      actions(button('sub_add', 'Add summary', { label: 'Add a scheduled summary' })),
      { type: 'divider' },
      header('My alerts'),
      ...rows(
        alerts.map((one) => alertRow(one, zone)),
        { none: 'No alert of yours is set.', all: '/capwatch alert list mine' },
      ),
      actions(button('alert_add', 'Add alert', { label: 'Add an alert' })),
      { type: 'divider' },
      header('Sources'),
      section(...(market?.sources ?? [':warning: No source answers now; commands say what is missing.'])),
      actions(
        button('sources', 'All sources', { label: 'Show every source' }),
        button('help', 'Help', { label: 'Show what Capwatch understands' }),
        button('methods', 'Definitions', { label: 'Show what each number means' }),
      ),
    ],
  };
}

function marketBlocks(market: HomeMarket | undefined, zone: string): KnownBlock[] {
  const times = `times below are yours (${escapeText(zoneName(zone))})`;
  if (!market) return [header('Market'), section(':warning: The market cannot be read now.'), context(times)];
  return [
    header(`Market, ${weekdayDate(market.session)} ${market.session.slice(0, 4)} close`),
    section(...market.lines.slice(0, 6)),
    context(`${market.freshness} · ${times}`.slice(0, LIMITS.contextElement)),
  ];
}

function rows(
  sections: readonly KnownBlock[],
  { none, all }: { readonly none: string; readonly all: string },
): KnownBlock[] {
  if (sections.length === 0) return [section(none)];
  const more = sections.length - MOST_ROWS;
  return [...sections.slice(0, MOST_ROWS), ...(more > 0 ? [context(`${counted(more, 'more')} in \`${all}\``)] : [])];
}

function subscriptionRow(one: HomeSubscription, zone: string): KnownBlock {
  const { id, channelName, kind, status, reason, lastSent, next } = one;
  const where = channelName === 'Direct message' ? '' : ` in ${placeText(channelName).replace(/^#/, '')}`;
  const standing =
    status === 'paused'
      ? `paused${reason === '' ? '' : `: ${reason}`}`
      : lastSent
        ? `last sent ${zonedTime(lastSent, zone)}`
        : next && `next ${kind === 'fed' ? zonedTime(next.due, zone).slice(0, -6) : zonedTime(next.due, zone)}`;
  const words = `${scheduled(one)}${standing ? ` · ${standing}` : ''}`;
  return {
    ...section(`*${placeMarkup(one)}*  ${escapeText(words)}`),
    accessory: button('sub_edit', 'Edit', { label: `Edit the ${kindName(kind)}${where}`.slice(0, 75), value: id }),
  };
}

/** "morning summary, weekdays 07:00"; a zone that is not the reader's is named. */
function scheduled({ kind, time }: Pick<SubscriptionLine, 'kind' | 'time'>): string {
  if (kind === 'morning') return `morning summary, weekdays ${time}`;
  return kind === 'weekly' ? `weekly wrap, ${time} after the last close` : 'Fed day, before and after the decision';
}

function alertRow(alert: HomeAlert, zone: string): KnownBlock {
  const { id, title, standing, firedOn, clearedOn, place, kind = spokenTitle(title) } = alert;
  const history =
    firedOn === undefined
      ? 'never fired'
      : `last fired ${weekdayDate(firedOn)}${clearedOn !== undefined && clearedOn >= firedOn ? `, cleared ${weekdayDate(clearedOn)}` : ''}`;
  const state = `${alertState(alert, zone)}${standing === undefined ? '' : `, ${standing}`}`;
  return {
    ...section(
      `*${escapeText(title)}*  ${escapeText(`${state} · ${history}`)}${place ? ` · ${placeMarkup(place)}` : ''}`,
    ),
    accessory: button('alert_edit', 'Edit', { label: `Edit the ${kind} alert`, value: id }),
  };
}

function alertState({ status, snoozedUntil, firedOn, clearedOn, armed }: HomeAlert, zone: string): string {
  if (status === 'paused') return 'paused';
  if (snoozedUntil) return `silent until ${zonedTime(snoozedUntil, zone)}`;
  return armed ?? (firedOn !== undefined && (clearedOn === undefined || clearedOn < firedOn) ? 'on' : 'armed');
}

/** "divergence" for "Divergence, −20% tier": the kind of alert as a screen reader says it. */
function spokenTitle(title: string): string {
  return (/^\p{L}+/u.exec(title)?.[0] ?? 'this').toLowerCase().slice(0, 40);
}
