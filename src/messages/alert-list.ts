/** A channel's alerts, and the one line after one was set, stopped or snoozed. Pure. */
import { newYorkTime } from '../calendar/day.ts';
import { context, section } from './blocks.ts';
import { escapeText, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { type Place, placeMarkup, placeText } from './places.ts';

/** An alert as a list shows it. */
export interface ListedAlert {
  /** "al-2". */
  readonly id: string;
  readonly title: string;
  readonly status: 'active' | 'paused' | 'ended';
  /** Why it is paused. */
  readonly reason?: string;
  /** Why it did or did not fire when it was last looked at. */
  readonly because: string;
  readonly snoozedUntil?: Temporal.Instant;
  readonly firedAt?: Temporal.Instant;
  readonly clearedAt?: Temporal.Instant;
  /** "armed", "on", "waits until above −19%". */
  readonly armed?: string;
  /** "−3.85 pp now". */
  readonly standing?: string;
  /** Named where a list holds alerts of more than one place. */
  readonly place?: Place;
}

const MOST_SHOWN = 15;

/** One line an alert: its name, its state, when it last fired. */
export function alertListMessage(alerts: readonly ListedAlert[], where: string, now: Temporal.Instant): Message {
  if (alerts.length === 0) {
    return words(`No alerts in ${placeText(where)}.`, 'Set one: `/capwatch alert when gap ytd past -8`');
  }
  const shown = alerts.slice(0, MOST_SHOWN);
  const lines = shown.map((alert) => {
    const place = alert.place ? ` · ${placeMarkup(alert.place)}` : '';
    return `\`${numberOf(alert.id)}\` *${escapeText(alert.title)}*  ${escapeText(stateWords(alert, now))}${place}`;
  });
  const more = alerts.length > shown.length ? ` ${alerts.length - shown.length} more are not shown.` : '';
  return {
    text: escapeText(
      `${alerts.length} ${alerts.length === 1 ? 'alert' : 'alerts'} in ${placeText(where)}: ${shown.map(({ title }) => title).join('; ')}`,
    ).slice(0, 300),
    blocks: [
      section(`*Alerts in ${placeMarkup({ channelName: where })}*`, ...lines),
      context(
        `\`/capwatch alert why 7\` · \`alert snooze 7 2d\` · \`alert edit 7\` · \`alert stop 7\`, with its number.${more}`,
      ),
    ],
    charts: [],
    numbers: [],
    asOf: '',
  };
}

/** "7" of "al-7": what a person types. */
function numberOf(id: string): string {
  return id.replace(/^al-/, '');
}

/** "armed, −3.85 pp now · last fired Fri 19 Jan, cleared Mon 22 Jan". */
function stateWords(alert: ListedAlert, now: Temporal.Instant): string {
  const { status, reason, snoozedUntil, firedAt, clearedAt, armed = 'armed', standing } = alert;
  const fired = firedAt ? `fired ${dayOf(firedAt)}` : 'never fired';
  const isClear = firedAt && clearedAt && Temporal.Instant.compare(clearedAt, firedAt) >= 0;
  const history = isClear ? `last ${fired}, cleared ${dayOf(clearedAt)}` : firedAt ? `last ${fired}` : fired;
  if (status !== 'active') return `${status}${reason ? `: ${reason}` : ''} · ${history}`;
  const snoozed = snoozedUntil && Temporal.Instant.compare(now, snoozedUntil) < 0;
  const state = snoozed ? `snoozed until ${timeOf(snoozedUntil)}` : armed;
  return `${state}${standing === undefined ? '' : `, ${standing}`} · ${history}`;
}

/** "Wed 24 Jan 17:00 ET". */
function timeOf(instant: Temporal.Instant): string {
  return `${dayOf(instant)} ${newYorkTime(instant).time} ET`;
}

function dayOf(instant: Temporal.Instant): string {
  return weekdayDate(newYorkTime(instant).day);
}

/** What was done to an alert; `set` tells where its first look found it, empty where that is still to come. */
export type AlertChange =
  | 'stopped'
  | 'paused'
  | 'resumed'
  | { readonly set: string }
  | { readonly until: Temporal.Instant };

/** "Alert 7 is set: Gap year to date past −8 pp." and the like: one bold line, and what to do next. */
export function alertChangedMessage(id: string, title: string, change: AlertChange): Message {
  const number = numberOf(id);
  if (change === 'stopped') return words(`Alert ${number} is stopped: ${title}.`, 'Its posts and their history stay.');
  if (change === 'paused') {
    const back = `\`/capwatch alert resume ${number}\` wakes it.`;
    return words(`Alert ${number} is paused: ${title}.`, `It is not looked at meanwhile. ${back}`);
  }
  if (change === 'resumed') {
    return words(`Alert ${number} goes on: ${title}.`, 'It is looked at after each close, and may fire.');
  }
  if ('set' in change) {
    const look = change.set === '' ? 'Its first look is silent.' : change.set;
    return words(`Alert ${number} is set: ${title}.`, `${look} \`/capwatch alert stop ${number}\` stops it.`);
  }
  return words(
    `Alert ${number} is silent until ${timeOf(change.until)}: ${title}.`,
    `It is still looked at; edits of its old posts go on. \`/capwatch alert resume ${number}\` ends the silence.`,
  );
}

function words(said: string, next: string): Message {
  return {
    text: escapeText(said),
    blocks: [section(`*${escapeText(said)}*`), context(escapeText(next))],
    charts: [],
    numbers: [],
    asOf: '',
  };
}
