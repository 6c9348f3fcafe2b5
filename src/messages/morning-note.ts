/** A reply that is one line without numbers: a section that did not change, or has no data. Pure. */
import type { Day } from '../calendar/day.ts';
import { section } from './blocks.ts';
import { escapeText } from './format.ts';
import type { Message } from './message.ts';

/** One line without numbers. */
export function noteMessage(line: string, asOf: Day): Message {
  return {
    text: escapeText(line.replaceAll(/:warning: |[*`]/g, '')),
    blocks: [section(escapeText(line))],
    charts: [],
    numbers: [],
    asOf,
  };
}
