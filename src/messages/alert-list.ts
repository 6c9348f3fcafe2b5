/** A channel's alerts, and the one line after one was set, stopped or snoozed. Pure. */
import { newYorkTime } from '../calendar/day.ts';
import { context, section } from './blocks.ts';
import { escapeText, weekdayDate } from './format.ts';
import type { Message } from './message.ts';

/** An alert as a list shows it. */
export interface ListedAlert {
  /** "al-2". */
  readonly id: string;
  readonly title: string;
  readonly status: 'active' | 'paused' | 'ended';
  /** Why it did or did not fire when it was last looked at. */
  readonly because: string;
  readonly snoozedUntil?: Temporal.Instant;
  readonly firedAt?: Temporal.Instant;
  readonly clearedAt?: Temporal.Instant;
}

const MOST_SHOWN = 15;

/** One line an alert: its name, its state, when it last fired. */
export function alertListMessage(alerts: readonly ListedAlert[], where: string, now: Temporal.Instant): Message {
  if (alerts.length === 0) {
    return words(`No alerts in ${where}.`, 'Set one: `/capwatch alert when gap ytd past -8`');
  }
  const shown = alerts.slice(0, MOST_SHOWN);
  const lines = shown.map((alert) => `\`${numberOf(alert.id)}\` *${alert.title}*  ${stateWords(alert, now)}`);
  const more = alerts.length > shown.length ? ` ${alerts.length - shown.length} more are not shown.` : '';
  return {
    text: escapeText(
      `${alerts.length} ${alerts.length === 1 ? 'alert' : 'alerts'} in ${where}: ${shown.map(({ title }) => title).join('; ')}`,
    ).slice(0, 300),
    blocks: [
      section(`*Alerts in ${escapeText(where)}*`, ...lines.map(escapeText)),
      context(`\`/capwatch alert why 7\` · \`alert snooze 7 2d\` · \`alert stop 7\`, with its number.${more}`),
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

/** "armed · fired Fri 19 Jan, cleared Mon 22 Jan". */
function stateWords({ status, snoozedUntil, firedAt, clearedAt }: ListedAlert, now: Temporal.Instant): string {
  const fired = firedAt ? `fired ${dayOf(firedAt)}` : 'never fired';
  const isClear = firedAt && clearedAt && Temporal.Instant.compare(clearedAt, firedAt) >= 0;
  const history = isClear ? `last ${fired}, cleared ${dayOf(clearedAt)}` : firedAt ? `last ${fired}` : fired;
  if (status !== 'active') return `${status} · ${history}`;
  const snoozed = snoozedUntil && Temporal.Instant.compare(now, snoozedUntil) < 0;
  const on = firedAt && !isClear ? 'on' : 'armed';
  return `${snoozed ? `snoozed to ${dayOf(snoozedUntil)}` : on} · ${history}`;
}

function dayOf(instant: Temporal.Instant): string {
  return weekdayDate(newYorkTime(instant).day);
}

/** "Alert 7 is set: Gap year to date past −8.00 pp." and the like: one bold line, and what to do next. */
export function alertChangedMessage(
  id: string,
  title: string,
  change: 'set' | 'stopped' | { readonly until: Temporal.Instant },
): Message {
  const number = numberOf(id);
  if (change === 'set') {
    return words(
      `Alert ${number} is set: ${title}.`,
      `Its first look is silent. \`/capwatch alert stop ${number}\` stops it.`,
    );
  }
  if (change === 'stopped') return words(`Alert ${number} is stopped: ${title}.`, 'Its posts and their history stay.');
  const { day, time } = newYorkTime(change.until);
  return words(
    `Alert ${number} is silent until ${weekdayDate(day)}, ${time} ET: ${title}.`,
    'It is still looked at; edits of its old posts go on.',
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
