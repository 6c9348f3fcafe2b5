/** Replies in a thread that state no figure: a kind word, how to stop or fetch something, what is not held here. Pure. */
import { type Choice, MISS, offerMessage } from './answer.ts';
import { actions, BUTTONS, section } from './blocks.ts';
import { escapeText } from './format.ts';
import type { Message } from './message.ts';

/** To thanks and small talk: one short sentence, nothing to press. */
export function chatterMessage(mood: 'thanks' | 'other'): Message {
  const said = mood === 'thanks' ? 'Glad it helps.' : 'Here when there is a number to check.';
  return { text: said, blocks: [section(said)], charts: [], numbers: [], asOf: '' };
}

/** What is not held or not done here, and what can be asked instead. `text` is the asker's own words. */
export function unheldMessage(text: string, said: string, choices: readonly Choice[]): Message {
  return offerMessage(text, choices, { said, hint: ' Nearest that I can answer:' });
}

/** The figures of a command as a file, sent by its button. */
export function csvMessage(command: string): Message {
  const said = 'The file goes to you alone, with every figure, its day and its receipt.';
  return {
    text: said,
    blocks: [section(`*CSV:* ${said}`, `Figures of \`${escapeText(command)}\``), actions(BUTTONS.csv(command), MISS)],
    charts: [],
    numbers: [],
    asOf: '',
  };
}
