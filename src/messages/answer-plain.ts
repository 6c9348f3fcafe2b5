/** Replies in a thread that state no figure: a kind word, how to stop or fetch something, what is not held here. Pure. */
import type { Choice } from './answer.ts';
import { actions, BUTTONS, button, section } from './blocks.ts';
import { escapeText, quotedWord } from './format.ts';
import type { Message } from './message.ts';

const MISS = button('answer_miss', 'Not what I asked', {
  label: 'Tell Capwatch this did not answer the question',
});

/** To thanks and small talk: one short sentence, nothing to press. */
export function chatterMessage(mood: 'thanks' | 'other'): Message {
  const said = mood === 'thanks' ? 'Glad it helps.' : 'Here when there is a number to check.';
  return { text: said, blocks: [section(said)], charts: [], numbers: [], asOf: '' };
}

/** What is not held or not done here, and what can be asked instead. `text` is the asker's own words. */
export function unheldMessage(text: string, said: string, choices: readonly Choice[]): Message {
  const list = choices.map(({ label }) => label).join('; ');
  return {
    text: escapeText(`${said} Nearest that I can answer: ${list}.`),
    blocks: [
      section(`*${escapeText(said)}* Nearest that I can answer:`, `Asked: \`${escapeText(quotedWord(text))}\``),
      actions(
        ...choices
          .slice(0, 3)
          .map(({ label, question }, index) =>
            button(`ask_${index + 1}`, label, { label: `Answer: ${question}`.slice(0, 75), value: question }),
          ),
        MISS,
      ),
    ],
    charts: [],
    numbers: [],
    asOf: '',
  };
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
