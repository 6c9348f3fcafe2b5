/** Puts the parts of a `/fedodds` answer into their one order: headline, numbers, table, picture, context, buttons. Pure. */
import type { Button } from '@slack/types';
import type { ChartSpec } from '../charts/spec.ts';
import type { FedOdds } from '../metrics/fed-odds.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { actions, BUTTONS, context, header, section, table } from './blocks.ts';
import { type FedContext, leadWords, packed, staleLine } from './fedodds-parts.ts';
import { escapeText } from './format.ts';
import type { Message } from './message.ts';

export interface FedAnswer {
  readonly odds: FedOdds;
  readonly title: string;
  /** The fallback text without "Sample data:" and "Stale:". */
  readonly text: string;
  /** Number lines, one section; or paragraphs, a section each. Unescaped, like everything here. */
  readonly lines?: readonly string[];
  readonly paragraphs?: readonly string[];
  /** Rows, header first. */
  readonly grid?: readonly (readonly string[])[];
  readonly chart?: ChartSpec | undefined;
  /** Context elements, the receipt line first. */
  readonly context: readonly string[];
  /** Sentences packed into further elements; nothing shown when there are none. */
  readonly notes: readonly string[];
  /** Share, Receipts and CSV by default. */
  readonly buttons?: readonly Button[];
  readonly numbers: readonly Receipt[];
  /** The odds' day by default. */
  readonly asOf?: string;
}

/** The message; a warning about missing prices comes before the numbers. */
export function framed(answer: FedAnswer, call: FedContext): Message {
  const { odds, title, text, lines = [], paragraphs = [], grid, chart, notes, numbers } = answer;
  const warning = staleLine(odds, call);
  const { command } = call;
  const buttons = answer.buttons ?? [BUTTONS.share(command), BUTTONS.receipts(command), BUTTONS.csv(command)];
  const sections = lines.length > 0 ? [[...warning, ...lines]] : [...warning, ...paragraphs].map((one) => [one]);
  return {
    text: escapeText(`${leadWords(odds, call)}${text}`),
    blocks: [
      header(title),
      ...sections.map((one) => section(...one.map(escapeText))),
      ...(grid ? [table(grid)] : []),
      ...(chart ? [{ type: 'chart', chart: 0 } as const] : []),
      context(...[...answer.context, ...packed(notes)].map(escapeText)),
      actions(...buttons),
    ],
    charts: chart ? [chart] : [],
    numbers,
    asOf: answer.asOf ?? odds.asOf,
  };
}
