/** Block constructors and Slack's limits: the one place that knows how a block is spelled. Pure. */
import type { ActionsBlock, Button, ContextBlock, HeaderBlock, SectionBlock, TableBlock } from '@slack/types';

/** Slack's limits, and our own tighter ones from MESSAGES.md section 9. */
export const LIMITS = {
  /** Slack, undocumented above 40,000; 4,000 is what it advises. */
  text: 4000,
  fallback: 300,
  header: 150,
  headline: 72,
  section: 3000,
  contextElement: 170,
  contextElements: 10,
  blocks: 50,
  tableRows: 100,
  tableColumns: 20,
  alt: 2000,
  buttonText: 75,
  buttonValue: 2000,
} as const;

/** A headline; its spaces are plain ones, since a large line on a phone must be free to wrap anywhere. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: text.replaceAll('\u00a0', ' '), emoji: false } };
}

/** A section of mrkdwn lines. Whatever is not ours must already be escaped (`escapeText`). */
export function section(...lines: readonly string[]): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: lines.join('\n'), verbatim: true } };
}

export function context(...elements: readonly string[]): ContextBlock {
  return { type: 'context', elements: elements.map((text) => ({ type: 'mrkdwn', text, verbatim: true })) };
}

/** First column left, the others right; cells pre-formatted. `rows[0]` is the header. */
export function table(rows: readonly (readonly string[])[]): TableBlock {
  const width = rows[0]?.length ?? 0;
  return {
    type: 'table',
    column_settings: Array.from({ length: width }, (_, column) => ({
      align: column === 0 ? 'left' : 'right',
      is_wrapped: false,
    })),
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
  };
}

export interface ButtonOptions {
  /** What a screen reader says; a sentence. */
  readonly label: string;
  /** What the button acts on: the command line it belongs to. */
  readonly value?: string;
}

export function button(action_id: string, text: string, { label, value }: ButtonOptions): Button {
  return {
    type: 'button',
    action_id,
    text: { type: 'plain_text', text, emoji: false },
    accessibility_label: label,
    ...(value !== undefined && { value: value.slice(0, LIMITS.buttonValue) }),
  };
}

export function actions(...elements: readonly Button[]): ActionsBlock {
  return { type: 'actions', elements: [...elements] };
}

/** The three buttons nearly every answer has. `command` is the whole line that makes the answer again, day included. */
export const BUTTONS = {
  share: (command: string) =>
    button('share', 'Share to channel', { label: 'Share this answer to the channel', value: command }),
  receipts: (command: string) =>
    button('receipts', 'Receipts', { label: 'Show formula, inputs and sources of every number', value: command }),
  csv: (command: string) => button('csv', 'CSV', { label: 'Send these figures as a CSV file', value: command }),
  retry: (command: string) => button('retry', 'Try again', { label: 'Ask the sources again now', value: command }),
} as const;
