/** The few words around a file: what comes with it, and where it went. Pure. */
import { context, section } from './blocks.ts';
import { escapeText, sessionDate } from './format.ts';
import type { Message } from './message.ts';

function words(text: string, blocks: Message['blocks']): Message {
  return { text, blocks, charts: [], numbers: [], asOf: '' };
}

/** Stands above the CSV in the person's messages with Capwatch. */
export function csvCoverMessage(command: string, asOf: string): Message {
  const title = `Figures behind ${command}, session of ${sessionDate(asOf)}`;
  return words(escapeText(title), [
    section(`*Figures behind* \`${escapeText(command)}\``),
    context(`Session of ${sessionDate(asOf)} · every figure with its formula, inputs and source · CSV, full precision`),
  ]);
}

/** Told below the answer whose figures were sent. */
export function csvSentMessage(): Message {
  return words('The CSV is in your messages with Capwatch.', [section('The CSV is in your messages with Capwatch.')]);
}
