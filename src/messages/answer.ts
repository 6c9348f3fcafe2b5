/** A thread answer in its one shape: bold lead, then Basis, As of, Source and Caveat, in this order. Computes nothing. Pure. */
import type { Button } from '@slack/types';
import type { Day } from '../calendar/day.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { unprovenFigures } from './answer-guard.ts';
import { actions, BUTTONS, button, context, LIMITS, section, table } from './blocks.ts';
import { escapeText, quotedWord } from './format.ts';
import type { Message } from './message.ts';

/** A post an answer speaks of; `link` opens it in Slack. */
export interface PostLink {
  readonly words: string;
  readonly link?: string;
}

/** What an answer says, unescaped; `*bold*` marks are ours. */
export interface AnswerDraft {
  /** First sentence, printed bold; ends with its own full stop. */
  readonly lead: string;
  /** What follows the lead on its line. */
  readonly rest?: string;
  /** The notification, where it is more than the lead and its lines. */
  readonly text?: string;
  /** At most five lines under it, number first. */
  readonly lines: readonly string[];
  /** The posts it holds against each other. */
  readonly posts?: readonly PostLink[];
  readonly basis: string;
  readonly asOf: string;
  /** Publishers, or a citation. */
  readonly source: string;
  /** Address of the citation, exactly as stored. */
  readonly link?: string;
  readonly caveat: string;
  readonly rows?: readonly (readonly string[])[];
  readonly chart?: ChartSpec;
  /** Another command line that draws it, for the button. */
  readonly chartCommand?: string;
  readonly numbers: readonly Receipt[];
  /** The session it speaks of. */
  readonly session: string;
  /** Words with digits that state no figure of ours: what the asker typed, a rule's own thresholds. */
  readonly settings: readonly string[];
  /** The command line that shows the same figures. */
  readonly command: string;
  /** The call it turned out to be about, for the thread's next question ("his target", "when is it due"). Not printed. */
  readonly found?: { readonly firm: string; readonly call: number; readonly index: 'RUT' | 'GSPC' };
  /** What the thread's next words may pick from. Not printed. */
  readonly told?: Told;
}

/** What an answer told, to be measured again when it is picked: days and names, never a figure. */
export interface Told {
  /** The day its first line names. */
  readonly day?: Day;
  /** The side of zero its first figure is on. */
  readonly side?: 'low' | 'high';
  /** Ledger keys of the firms in its list, in their order. */
  readonly firms?: readonly string[];
}

/** For an answer that was not what was asked. */
export const MISS = button('answer_miss', 'Not what I asked', {
  label: 'Tell Capwatch this did not answer the question',
});

/**
 * The answer as a message.
 * @throws Error when a printed figure has no receipt: such an answer must not be sent.
 */
export function answerMessage(draft: AnswerDraft): Message {
  const unproven = unprovenFigures(draft);
  if (unproven.length > 0) throw new Error(`answer without receipt for: ${unproven.join(' ')} in “${draft.lead}”`);
  const sample = draft.numbers.some(({ sources }) => sources.some((one) => one.sample));
  const first = `*${draft.lead}*${draft.rest === undefined ? '' : ` ${draft.rest}`}`;
  const body = [...[first, ...draft.lines].map(escapeText), ...postsLine(draft)].join('\n');
  const words =
    draft.text ?? [draft.lead, draft.rest ?? '', ...draft.lines.slice(0, 2)].filter((part) => part !== '').join(' ');
  return {
    text: notification(`${sample ? 'Sample data: ' : ''}${words}`),
    blocks: [
      section(body),
      ...(draft.rows ? [table(draft.rows)] : []),
      ...(draft.chart ? [{ type: 'chart', chart: 0 } as const] : []),
      context(labels(draft, sample)),
      actions(...buttons(draft)),
    ],
    charts: draft.chart ? [draft.chart] : [],
    numbers: draft.numbers,
    asOf: draft.session,
  };
}

/** "Posts: the survey alert of …; the odds alert of …", each opening what it names. */
function postsLine({ posts = [] }: AnswerDraft): string[] {
  const names = posts.map(({ words, link }) =>
    link === undefined ? escapeText(words) : `<${escapeText(link)}|${escapeText(words)}>`,
  );
  return names.length === 0 ? [] : [`Posts: ${names.join('; ')}`];
}

function labels({ basis, asOf, source, link, caveat }: AnswerDraft, sample: boolean): string {
  const cited = link === undefined ? escapeText(source) : `${escapeText(source)}, ${escapeText(link)}`;
  return [
    `*Basis*  ${escapeText(basis)}`,
    `*As of*  ${sample ? '*SAMPLE DATA* ' : ''}${escapeText(asOf)}`,
    `*Source*  ${cited}`,
    `*Caveat*  ${escapeText(caveat)}`,
  ].join('\n');
}

function buttons({ numbers, chart, chartCommand, command }: AnswerDraft): Button[] {
  return [
    ...(numbers.length > 0 ? [BUTTONS.receipts(command)] : []),
    ...(chart === undefined && chartCommand !== undefined
      ? [button('answer_chart', 'Chart it', { label: 'Draw this as a chart', value: chartCommand })]
      : []),
    MISS,
  ];
}

/** Plain words, escaped, cut before the last whole word that fits. */
function notification(words: string): string {
  const plain = escapeText(words.replaceAll('*', '').replaceAll('\n', ' '));
  if (plain.length <= LIMITS.fallback) return plain;
  return plain.slice(0, LIMITS.fallback).replace(/\s\S*$/, '');
}

/** One thing that can be answered instead: what the button says and the question it asks. */
export interface Choice {
  readonly label: string;
  readonly question: string;
}

/** Two readings, or none: what can be answered, as two or three buttons. `text` is the asker's own words. */
export function choiceMessage(text: string, choices: readonly Choice[], kind: 'ambiguous' | 'unknown'): Message {
  const said = kind === 'ambiguous' ? 'That can mean two things. Which one?' : 'I cannot answer that.';
  return offerMessage(text, choices, { said, hint: kind === 'ambiguous' ? '' : ' Nearest that I can answer:' });
}

/** A sentence, the asker's own words, and what can be asked instead as buttons. */
export function offerMessage(
  text: string,
  choices: readonly Choice[],
  { said, hint }: { readonly said: string; readonly hint: string },
): Message {
  const list = choices.map(({ label }) => label).join('; ');
  return {
    text: notification(`${said}${hint} ${list}.`),
    blocks: [
      section(`*${escapeText(said)}*${hint}`, `Asked: \`${escapeText(quotedWord(text))}\``),
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
