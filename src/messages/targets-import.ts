/** The modals of an import: the form for a file or pasted rows, what was read line by line, and what was written. Pure. */
import type { ModalView } from '@slack/types';
import { context, section } from './blocks.ts';
import { counted, escapeText } from './format.ts';
import { doneView, input, plain, select } from './targets-form.ts';
import { cut } from './targets-words.ts';

/** A row nothing was read from; `why` continues "line 12 …". */
export interface LineProblem {
  readonly line: number;
  readonly why: string;
}

const INDEXES = { file: 'As the file says', RUT: 'Russell 2000', GSPC: 'S&P 500' } as const;
/** Rows a modal names; the whole list goes to the person as a file. */
export const LISTED = 15;

/** The form: a file, or up to 3,000 characters pasted. */
export function importForm(): ModalView {
  return {
    type: 'modal',
    callback_id: 'target_import',
    title: plain('Import calls'),
    submit: plain('Read'),
    close: plain('Cancel'),
    blocks: [
      {
        ...input('file', 'CSV file', {
          action_id: 'v',
          type: 'file_input' as const,
          filetypes: ['csv', 'tsv', 'txt'],
          max_files: 1,
        }),
        optional: true,
      },
      {
        ...input('pasted', 'Or paste rows, header first', {
          action_id: 'v',
          type: 'plain_text_input' as const,
          multiline: true,
          max_length: 3000,
        }),
        hint: plain('Columns: firm, as_of, target or expected_return_pct, horizon or target_year, source_url.'),
        optional: true,
      },
      input('index', 'Index', select(INDEXES, 'file')),
      context('Up to 10,000 rows and 5 MB. Nothing is written until you confirm the next step.'),
    ],
  };
}

export interface FileRead {
  readonly draft: string;
  readonly good: number;
  readonly rejected: readonly LineProblem[];
  /** Columns nothing was read from. */
  readonly ignored: readonly string[];
  /** The index taken for rows that name none. */
  readonly assumedIndex?: string | undefined;
}

/** What was read, and whether the good rows may be written without the bad ones. */
export function importReview({ draft, good, rejected, ignored, assumedIndex }: FileRead): ModalView {
  const assumed =
    assumedIndex === undefined
      ? ''
      : ` Rows without an index: taken as ${assumedIndex === 'RUT' ? 'Russell 2000' : 'S&P 500'}.`;
  const unread = ignored.length === 0 ? '' : ` Columns not read: ${ignored.slice(0, 8).join(', ')}.`;
  return {
    type: 'modal',
    callback_id: 'target_import_confirm',
    private_metadata: JSON.stringify({ draft, rejected: rejected.length }),
    title: plain('Nothing written yet'),
    submit: plain('Import'),
    close: plain('Cancel'),
    blocks: [
      section(`*${counted(good, 'row')} can be imported, ${rejected.length} cannot.* Nothing is written yet.`),
      ...groups(problemLines(rejected), 4).map((lines) => section(...lines)),
      input('mode', 'What to write', select(MODES, 'keep-the-good')),
      context(escapeText(cut(`Notes the ledger already holds are never written twice.${assumed}${unread}`, 300))),
    ],
  };
}

const MODES = { 'keep-the-good': 'Keep the good rows', 'all-or-nothing': 'All rows or nothing' } as const;

/** Lines by sections: four of the longest, all of it escaped, still fit in one. */
function groups(lines: readonly string[], size: number): (readonly string[])[] {
  return lines.length === 0 ? [] : [lines.slice(0, size), ...groups(lines.slice(size), size)];
}

function problemLines(problems: readonly LineProblem[]): string[] {
  const shown = problems.slice(0, LISTED).map(({ line, why }) => escapeText(cut(`line ${line} ${why}`, 140)));
  const more = problems.length - shown.length;
  return more > 0
    ? [...shown, `and ${counted(more, 'more row')}: the whole list is in your messages with Capwatch`]
    : shown;
}

/** Shown while a file is fetched and read. */
export function readingView(): ModalView {
  return doneView('Import calls', ['Reading the file; nothing is written yet.']);
}

export type ImportOutcome =
  | { readonly kind: 'written'; readonly from: number; readonly to: number; readonly held: readonly HeldRow[] }
  | { readonly kind: 'nothing'; readonly held: readonly HeldRow[]; readonly rejected: number }
  | { readonly kind: 'forbidden'; readonly words: string }
  | { readonly kind: 'gone' };

interface HeldRow {
  readonly line: number;
  readonly call: number;
}

/** What became of the import. */
export function importDone(outcome: ImportOutcome): ModalView {
  switch (outcome.kind) {
    case 'written': {
      const { from, to, held } = outcome;
      const first = `*Imported: ${counted(to - from + 1, 'call')}*, ${from === to ? `number ${from}` : `numbers ${from} to ${to}`}.`;
      return doneView('Imported', [
        first,
        ...heldLines(held),
        '`/targets log` keeps the import; `/targets withdraw` takes a call back.',
      ]);
    }
    case 'nothing': {
      const { held, rejected } = outcome;
      const why =
        rejected > 0
          ? `${counted(rejected, 'row')} cannot be read, and you asked for all rows or nothing.`
          : 'there is nothing new in it.';
      return doneView('Nothing written', [`*Nothing was imported:* ${why}`, ...heldLines(held)]);
    }
    case 'forbidden':
      return doneView('Nothing written', [
        '*Not written:* you are not on this workspace’s list of writers.',
        outcome.words,
      ]);
    case 'gone':
      return doneView('Nothing written', [
        '*Nothing was written:* this draft was used already, or is older than an hour.',
        'Start again with `/targets import`.',
      ]);
  }
}

function heldLines(held: readonly HeldRow[]): string[] {
  if (held.length === 0) return [];
  const shown = held.slice(0, LISTED).map(({ line, call }) => `line ${line} is call ${call}`);
  const more = held.length > LISTED ? ` and ${held.length - LISTED} more` : '';
  return [`Already in the ledger: ${shown.join(', ')}${more}.`];
}
