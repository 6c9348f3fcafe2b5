/** A morning lead whose numbers proved wrong: the old ones struck, the new ones bold, and why. Pure. */
import type { KnownBlock } from '@slack/types';
import type { Day } from '../calendar/day.ts';
import { struck } from './alert-strike.ts';
import { actions, BUTTONS, context, header, LIMITS, section } from './blocks.ts';
import { escapeText, level, sessionDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';

/** A close that the publisher changed after the summary. */
interface ChangedClose {
  readonly name: string;
  readonly session: Day;
  readonly publisher: string;
  readonly was: number;
  readonly now: number;
}

export interface MorningCorrection {
  /** Header and lines as they were posted. */
  readonly before: { readonly header: string; readonly lines: readonly string[] };
  /** The lead written again from today's data. */
  readonly after: Message;
  readonly changes: readonly ChangedClose[];
  /** "Tue 23 Jan 2024, 07:00 ET". */
  readonly at: string;
  readonly command: string;
}

/** The edited lead and the one note for its thread. */
export function correctedMorning(correction: MorningCorrection): { readonly lead: Message; readonly note: Message } {
  const { after, before, at, command } = correction;
  const now = linesOf(after.blocks);
  const lines = now.lines.map((line, index) => struck(before.lines[index] ?? '', line));
  const title = titleWords(correction);
  const why = whyWords(correction);
  const lead: Message = {
    text: escapeText(`${title}. ${why}`).slice(0, LIMITS.fallback),
    blocks: [
      header(title),
      section(...lines),
      section(`*Why:* ${escapeText(why)}`),
      context(`*Corrected* ${escapeText(at)} · the summary of ${escapeText(sessionDate(after.asOf))}`),
      actions(BUTTONS.receipts(command)),
    ],
    charts: [],
    numbers: after.numbers,
    asOf: after.asOf,
  };
  const note: Message = {
    text: escapeText(`Correction: ${why}`).slice(0, LIMITS.fallback),
    blocks: [section(`*Correction.* ${escapeText(why)} The summary above is edited; old figures are struck.`)],
    charts: [],
    numbers: [],
    asOf: after.asOf,
  };
  return { lead, note };
}

/** "Corrected: Russell 2000 1,944.39 on Fri 19 Jan, not 1,939.30". */
function titleWords({ changes, after }: MorningCorrection): string {
  const [first] = changes;
  if (!first) return `Corrected: the summary of ${weekdayDate(after.asOf)}`;
  const full = `Corrected: ${first.name} ${level(first.now)} on ${weekdayDate(first.session)}, not ${level(first.was)}`;
  return full.length <= LIMITS.headline
    ? full
    : `Corrected: ${first.name} ${level(first.now)}, not ${level(first.was)}`;
}

function whyWords({ changes }: MorningCorrection): string {
  if (changes.length === 0) return 'the prices behind the figures were changed by their publisher.';
  const told = changes.map(
    ({ name, publisher, session, was, now }) =>
      `${publisher} changed the ${name} close of ${weekdayDate(session)} from ${level(was)} to ${level(now)}`,
  );
  return `${told.join('; ')}.`;
}

/** Header and section lines of a lead; the sections still escaped. */
export function linesOf(blocks: Message['blocks']): { readonly header: string; readonly lines: string[] } {
  const plain = blocks.filter((block): block is KnownBlock => block.type !== 'chart');
  const title = plain.find((block) => block.type === 'header');
  const lines = plain.flatMap((block) => (block.type === 'section' ? (block.text?.text ?? '').split('\n') : []));
  return { header: title?.type === 'header' ? title.text.text : '', lines };
}
