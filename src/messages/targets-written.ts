/** What became of a write to the ledger, as one line and what to do next; roles and the log. Pure. */
import { newYorkTime } from '../calendar/day.ts';
import type { CallVersion } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { context, section } from './blocks.ts';
import { counted, escapeText, fullDate, shortDate } from './format.ts';
import type { Message } from './message.ts';
import { cut, valueWords } from './targets-words.ts';

/** `everyone`, or Slack's ids. */
type WriterList = 'everyone' | readonly string[];

export type WriteOutcome =
  | { readonly kind: 'written'; readonly did: 'Added' | 'Changed' | 'Withdrawn'; readonly version: CallVersion }
  | { readonly kind: 'exists'; readonly version: CallVersion }
  | { readonly kind: 'changed'; readonly version: CallVersion }
  | { readonly kind: 'forbidden'; readonly writers: WriterList }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'discarded' };

/** Bold first sentence and what follows, both mrkdwn. */
export function outcomeLines(outcome: WriteOutcome): [string, string] {
  switch (outcome.kind) {
    case 'written':
      return [`*${outcome.did}: ${callWords(outcome.version)}*`, nextStep(outcome.did, outcome.version.call)];
    case 'exists':
      return [
        `*Not added:* the same note is already in the ledger, ${callWords(outcome.version)}.`,
        `Correct it with \`/targets edit ${outcome.version.call}\`.`,
      ];
    case 'changed':
      return [
        `*Not written:* ${changedBy(outcome.version)}`,
        `Look at it with \`/targets edit ${outcome.version.call}\`, then write again.`,
      ];
    case 'forbidden':
      return ['*Not written:* you are not on this workspace’s list of writers.', writersWords(outcome.writers)];
    case 'unknown':
      return [
        '*Not written:* there is no such call in this workspace’s ledger.',
        '`/targets who FIRM` shows the numbers.',
      ];
    case 'gone':
      return [
        '*Nothing was written:* this draft was used already, or is older than an hour.',
        'Start again with `/targets add`.',
      ];
    case 'discarded':
      return ['*Discarded.* Nothing was written.', '`/targets add` starts again.'];
  }
}

/** The outcome in the place of the question. */
export function outcomeMessage(outcome: WriteOutcome): Message {
  const [first, second] = outcomeLines(outcome);
  return said(`${first} ${second}`, [section(first), context(second)]);
}

/** A message of plain words: no figures. `text` may hold mrkdwn, which is taken out for the notification. */
export function said(text: string, blocks: Message['blocks']): Message {
  return { text: cut(text.replaceAll(/[*`]/g, ''), 300), blocks, charts: [], numbers: [], asOf: '' };
}

function nextStep(did: 'Added' | 'Changed' | 'Withdrawn', call: number): string {
  if (did === 'Withdrawn') return `\`/targets edit ${call}\` brings it back; \`/targets log\` keeps both.`;
  return `\`/targets withdraw ${call}\` takes it back; \`/targets log\` keeps both.`;
}

/** "call 31, version 1, Jefferies 2,400 by 31 Dec 2026". */
function callWords(version: CallVersion): string {
  const what = `${cut(version.firm, 40)} ${valueWords(version.value)} by ${fullDate(horizonDay(version))}`;
  return `call ${version.call}, version ${version.version}, ${escapeText(what)}`;
}

function changedBy({ call, version, enteredBy }: CallVersion): string {
  return `call ${call} was changed to version ${version} by ${person(enteredBy)} in between.`;
}

/** A member as a mention; an ephemeral answer notifies nobody. */
function person(user: string): string {
  return /^[UW][A-Z0-9]{2,20}$/.test(user) ? `<@${user}>` : escapeText(cut(user, 20));
}

export function writersWords(writers: WriterList): string {
  if (writers === 'everyone') return 'Everyone in this workspace may write.';
  if (writers.length === 0) return 'Nobody may write here: this ledger can only be read.';
  return `${counted(writers.length, 'person', 'people')} may write: ${writers.slice(0, 20).map(person).join(', ')}.`;
}

/** `/targets writers`: who may write, and how to change it. */
export function writersMessage(writers: WriterList, changed: boolean): Message {
  const words = `${changed ? '*Changed.* ' : ''}${writersWords(writers)}`;
  return said(words, [
    section(words),
    context(
      'Change it with `/targets writers everyone` or `/targets writers U012ABCDEF` (member ids; you stay on the list) · `/targets log` keeps every change',
    ),
  ]);
}

/** An entry of the log as the store keeps it. */
export interface LogEntry {
  readonly entry: number;
  /** ISO instant. */
  readonly at: string;
  readonly user: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

const SHOWN = 10;

/** `/targets log`: the newest writes, who and when. */
export function logMessage(entries: readonly LogEntry[]): Message {
  const shown = entries.slice(0, SHOWN);
  if (shown.length === 0)
    return said('*The log is empty:* nothing was written yet.', [
      section('*The log is empty:* nothing was written yet.'),
    ]);
  const more = entries.length > SHOWN ? ` · ${entries.length - SHOWN} older entries read, not shown` : '';
  const lead = `*${counted(shown.length, 'newest entry', 'newest entries')} of the log*, newest first`;
  return said(`${lead}: ${logText(shown)}`, [
    section(lead),
    section(...shown.map(logLine)),
    context(`Every write is kept: who, when, what${more} · nothing is ever overwritten`),
  ]);
}

function logLine({ entry, at, user, action, subject, detail }: LogEntry): string {
  const { day, time } = newYorkTime(Temporal.Instant.from(at));
  const what = escapeText(cut(`${action}: ${subject}; ${detail}`, 170));
  return `${entry} · ${shortDate(day)} ${day.slice(0, 4)} ${time} ET · ${person(user)} · ${what}`;
}

function logText(entries: readonly LogEntry[]): string {
  return escapeText(entries.map(({ action, subject }) => `${action} ${subject}`).join('; '));
}
