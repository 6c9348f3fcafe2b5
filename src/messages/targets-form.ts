/** The modals of a call: the form (golden 13-add-target-modal), the question before writing, and what became of it. Pure. */
import type { ModalView, Option } from '@slack/types';
import type { Day } from '../calendar/day.ts';
import { type CallFacts, horizonKey } from '../metrics/calls.ts';
import { actions, button, context, section } from './blocks.ts';
import { escapeText } from './format.ts';
import { confirmLabel, type Review, reviewBlocks } from './targets-confirm.ts';
import { horizonKind, valueWords } from './targets-words.ts';

/** What the fields hold when the form opens, by block id. */
export type FormValues = Readonly<
  Record<'firm' | 'person' | 'index' | 'value' | 'horizon' | 'note_date' | 'source' | 'quote', string>
>;

export interface TargetForm {
  readonly today: Day;
  readonly values?: FormValues | undefined;
  /** The version that is edited. */
  readonly edited?: { readonly call: number; readonly version: number } | undefined;
}

const INDEXES = { RUT: 'Russell 2000', GSPC: 'S&P 500' } as const;
const HORIZONS: Readonly<Record<string, string>> = {
  year_end: 'Year end',
  '12m': '12 months from the note',
  '6m': '6 months from the note',
  h2: 'Second half',
};

/** The fields of a call, as the form shows them. */
export function formValues(call: CallFacts): FormValues {
  return {
    firm: call.firm,
    person: call.people.join(', '),
    index: call.index,
    value: valueWords(call.value),
    horizon: horizonKey(call.horizon),
    note_date: call.noteDate,
    source: call.source.link,
    quote: call.source.quote ?? '',
  };
}

/** The form, empty or with values; its fields' ids are those of `EntryErrors`. */
export function targetForm({ today, values, edited }: TargetForm): ModalView {
  const note = values?.note_date ?? '';
  return {
    type: 'modal',
    callback_id: 'target_add',
    ...(edited && { private_metadata: JSON.stringify(edited) }),
    title: plain(edited ? `Edit call ${edited.call}` : 'Add target'),
    submit: plain('Review'),
    close: plain('Cancel'),
    blocks: [
      input('firm', 'Firm', textInput({ max_length: 60, placeholder: 'Jefferies', initial: values?.firm })),
      {
        ...input(
          'person',
          'Person',
          textInput({ max_length: 60, placeholder: 'Name on the note', initial: values?.person }),
        ),
        optional: true,
      },
      input('index', 'Index', select(INDEXES, values?.index ?? 'RUT')),
      {
        ...input('value', 'Target', textInput({ max_length: 20, placeholder: '2400 or +15%', initial: values?.value })),
        hint: plain('A level (2400) or a return (+15%). A return becomes a derived level.'),
      },
      input('horizon', 'Horizon', horizonSelect(values?.horizon)),
      {
        ...input('note_date', 'Date of the note', {
          action_id: 'v',
          type: 'datepicker' as const,
          initial_date: /^\d{4}-\d\d-\d\d$/.test(note) ? note : today,
        }),
        hint: plain('The day it was published, not today.'),
      },
      ...sourceFields(values),
      context('Nothing is written until you confirm the next step. Corrections become new versions.'),
    ],
  };
}

/** Where it was said, and one line of it. */
function sourceFields(values: FormValues | undefined) {
  return [
    {
      ...input('source', 'Link to the source', {
        action_id: 'v',
        type: 'url_text_input' as const,
        placeholder: plain('https://'),
        ...(values?.source && { initial_value: values.source }),
      }),
      hint: plain('Without a source a call cannot be scored.'),
    },
    {
      ...input('quote', 'One line quoted', textInput({ max_length: 200, initial: values?.quote })),
      hint: plain('At most 200 characters.'),
      optional: true,
    },
  ];
}

/** The question in the form's place; its submit button writes, Edit leads back. */
export function confirmView(review: Review, draft: string): ModalView {
  const edit = button('confirm_edit', 'Edit', { label: 'Edit before writing', value: draft });
  const blocks = reviewBlocks(review).filter((block) => block.type !== 'chart');
  return {
    type: 'modal',
    callback_id: 'target_confirm',
    private_metadata: JSON.stringify({ draft }),
    title: plain('Nothing written yet'),
    submit: plain(confirmLabel(review.write)),
    close: plain('Cancel'),
    blocks: [...blocks, ...(review.write.kind === 'withdraw' ? [] : [actions(edit)])],
  };
}

/** The last modal of a flow: what was written, or why nothing was. Lines are mrkdwn. */
export function doneView(title: string, lines: readonly string[]): ModalView {
  return { type: 'modal', title: plain(title), close: plain('Close'), blocks: [section(...lines)] };
}

export function plain(text: string) {
  return { type: 'plain_text' as const, text, emoji: false };
}

export function input<E>(block_id: string, label: string, element: E) {
  return { type: 'input' as const, block_id, label: plain(label), element };
}

interface TextOptions {
  readonly max_length: number;
  readonly placeholder?: string;
  readonly initial?: string | undefined;
}

function textInput({ max_length, placeholder, initial }: TextOptions) {
  return {
    action_id: 'v',
    type: 'plain_text_input' as const,
    max_length,
    ...(placeholder !== undefined && { placeholder: plain(placeholder) }),
    ...(initial && { initial_value: initial.slice(0, max_length) }),
  };
}

/** A menu of `options` (value → words) with one of them chosen. */
export function select(options: Readonly<Record<string, string>>, chosen: string) {
  const all = Object.entries(options).map(([value, words]): Option => ({ text: plain(words), value }));
  const initial = all.find(({ value }) => value === chosen) ?? all[0];
  return { action_id: 'v', type: 'static_select' as const, options: all, ...(initial && { initial_option: initial }) };
}

/** The four usual horizons, and the call's own where it is another one. */
function horizonSelect(chosen: string | undefined) {
  if (chosen === undefined || chosen === '' || Object.hasOwn(HORIZONS, chosen))
    return select(HORIZONS, chosen ?? 'year_end');
  return select({ ...HORIZONS, [chosen]: ownHorizon(chosen) }, chosen);
}

function ownHorizon(key: string): string {
  if (/^\d{4}$/.test(key)) return `Year end ${key}`;
  const months = /^(\d+)m$/.exec(key)?.[1];
  if (months !== undefined) return horizonKind({ horizon: { kind: 'months', months: Number(months) } });
  return /^h2-/.test(key) ? `Second half of ${key.slice(3)}` : `End of ${escapeText(key)}`;
}
