/** Open questions as whoever looks after Capwatch reads them, and what a person hears who said that an answer missed. Pure. */
import { newYorkTime } from '../calendar/day.ts';
import { actions, button, context, section } from './blocks.ts';
import { escapeText, weekdayDate } from './format.ts';
import type { Message } from './message.ts';

/** An open question. */
export interface OpenQuestion {
  readonly at: Temporal.Instant;
  readonly channel: string;
  /** Empty where the workspace keeps no words. */
  readonly text: string;
  readonly why: 'unknown' | 'missed';
  readonly voters: number;
}

const LONGEST = 90;

function words(text: string, blocks: Message['blocks']): Message {
  return { text, blocks, charts: [], numbers: [], asOf: '' };
}

/** What the person hears: counted once, whatever is pressed how often. */
export function missNotedMessage(first: boolean): Message {
  const said = first
    ? 'Noted, once for you. Ask again in other words here; `/capwatch help` in the channel shows what there is.'
    : 'You have told me already; it counts once. Ask again in other words here.';
  return words(said.replaceAll('`', ''), [section(said)]);
}

/** The newest open questions; `keeps` says whether the workspace keeps their words. */
export function unansweredMessage(questions: readonly OpenQuestion[], keeps: boolean): Message {
  const setting = keeps
    ? 'Words are kept for 90 days. `/capwatch unanswered words off` keeps none, and forgets these.'
    : 'This workspace keeps no words. `/capwatch unanswered words on` keeps them for 90 days.';
  if (questions.length === 0) {
    const none = 'No open questions: everything asked was understood, and nobody said that an answer missed.';
    return words(none, [section(none), context(setting)]);
  }
  const count = questions.length === 1 ? '1 open question' : `${questions.length} open questions`;
  const lines = questions.map(line);
  return words(`${count}, the newest first.`, [
    section(`*${count}*, the newest first`),
    section(...(lines as [string, ...string[]])),
    context(setting),
    actions(button('methods', 'Definitions', { label: 'Show what each number means', value: '/capwatch methods' })),
  ]);
}

function line({ at, channel, text, why, voters }: OpenQuestion): string {
  const { day, time } = newYorkTime(at);
  const when = `${weekdayDate(day)}, ${time} ET`;
  const said = text === '' ? '(words not kept)' : `“${escapeText(shortened(text))}”`;
  const people = voters === 1 ? '1 person' : `${voters} people`;
  const reason = why === 'missed' ? `${people}: not what I asked` : 'not understood';
  const also = why === 'unknown' && voters > 0 ? `, ${people}: not what I asked` : '';
  const where = channel.startsWith('D') ? 'direct message' : `<#${channel}>`;
  return `${said}  ${when} · ${where} · ${reason}${also}`;
}

function shortened(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length <= LONGEST ? flat : `${flat.slice(0, LONGEST - 1)}…`;
}

/** What changes when words are kept or not. */
export function keepsWordsMessage(keeps: boolean): Message {
  const said = keeps
    ? 'Words of open questions are kept for 90 days from now on, for this workspace alone.'
    : 'Words of questions are no longer kept, and those there were are forgotten.';
  return words(said, [section(said)]);
}
