/** `add FIRM INDEX TARGET HORIZON [note DATE] [person NAME] source LINK [quote "…"]`: one line to the form's fields. Pure. */
import { CapwatchError } from '../errors.ts';
import { callValueFrom } from '../metrics/calls-words.ts';
import { symbolOf } from './symbols.ts';
import type { TypedCall } from './targets-entry.ts';
import { typedWords } from './targets-words.ts';

export const ADD_EXAMPLE = '/targets add jefferies r2k 2400 year-end 2026 source https://example.com/note';

/** Words that open a part of their own, and the field it fills. */
const PARTS = {
  source: 'source',
  link: 'source',
  note: 'note_date',
  dated: 'note_date',
  noted: 'note_date',
  person: 'person',
  analyst: 'person',
  quote: 'quote',
  variant: 'variant',
  firm: 'firm',
  target: 'value',
  index: 'index',
  horizon: 'horizon',
} as const;
type Field = (typeof PARTS)[keyof typeof PARTS];
type Fields = Partial<Record<Field | 'basis' | 'view', string>>;

/** The fields of a typed call. @throws CapwatchError `invalid_input` when firm, index or target cannot be told apart. */
export function typedCall(text: string): TypedCall {
  const words = typedWords(text, ADD_EXAMPLE);
  const { head, fields } = partsOf(words);
  const stated = { ...headFields(head), ...fields };
  const [firm, index, value] = [stated.firm, stated.index, stated.value];
  if (firm === undefined || index === undefined || value === undefined) throw unclear(stated);
  return { person: '', horizon: '', note_date: '', source: '', quote: '', ...stated, firm, index, value };
}

/** The fields a correction names: `edit 12 target 2500 source https://…`. */
export function typedChanges(text: string): Partial<TypedCall> {
  const { head, fields } = partsOf(typedWords(text, '/targets edit 12 target 2500'));
  if (head.length === 0) return fields;
  const [first = '', ...rest] = head;
  if (callValueFrom(first) && rest.length === 0) return { value: first, ...fields };
  throw new CapwatchError('invalid_input', 'A correction names its field.', {
    example: '/targets edit 12 target 2500',
    hint: 'fields: firm person index target horizon note source quote',
  });
}

interface Parts {
  /** Words before the first part, and those of no part. */
  readonly head: readonly string[];
  readonly fields: Fields;
}

function partsOf(words: readonly string[]): Parts {
  const head: string[] = [];
  const fields: Fields = {};
  let open: Field | undefined;
  for (const word of words) {
    const part = partOf(word, open);
    if (part) open = part;
    else if (/^https?:\/\//.test(word) && open !== 'quote') fields.source = word;
    else if (open === undefined) head.push(word);
    else fields[open] = fields[open] === undefined ? word : `${fields[open]} ${word}`;
  }
  return { head, fields };
}

/** A quotation may hold any word; everything else ends where the next part begins. */
function partOf(word: string, open: Field | undefined): Field | undefined {
  const lower = word.toLowerCase().replace(/:$/, '');
  if (open === 'quote' && lower !== 'source' && lower !== 'link') return undefined;
  return Object.hasOwn(PARTS, lower) ? PARTS[lower as keyof typeof PARTS] : undefined;
}

/** Firm before the index, target and horizon after it. */
function headFields(head: readonly string[]): Fields {
  for (let place = 1; place < head.length; place++) {
    const length = [3, 2, 1].find((count) => isIndex(head.slice(place, place + count), count));
    if (length === undefined) continue;
    const index = head.slice(place, place + length).join(' ');
    return { firm: head.slice(0, place).join(' '), index, ...valueAndHorizon(head.slice(place + length)) };
  }
  return head.length === 0 ? {} : { firm: head.join(' ') };
}

function isIndex(words: readonly string[], count: number): boolean {
  const symbol = words.length === count ? symbolOf(words.join(' ').toLowerCase()) : undefined;
  return symbol === 'RUT' || symbol === 'GSPC';
}

function valueAndHorizon(words: readonly string[]): Fields {
  const [first, second] = words;
  if (first === undefined) return {};
  const spaced = second === '%' ? `${first}%` : undefined;
  const rest = words.slice(spaced === undefined ? 1 : 2);
  const marks = rest.map((word) => word.toLowerCase());
  const basis = marks.find((word) => word === 'price' || word === 'total');
  const view = marks.includes('bottom-up') ? 'bottom-up' : undefined;
  const horizon = rest.filter((_, place) => !/^(price|total|return|bottom-up)$/.test(marks[place] ?? '')).join(' ');
  return { value: spaced ?? first, horizon, ...(basis && { basis }), ...(view && { view }) };
}

function unclear({ firm, index }: Fields): CapwatchError {
  const missing = firm === undefined ? 'the firm' : index === undefined ? 'the index' : 'the target';
  return new CapwatchError('invalid_input', `I cannot find ${missing} in that line.`, {
    example: ADD_EXAMPLE,
    hint: 'order: firm, index, target, horizon, source',
  });
}
