/** From the fields a person filled in (form or one line) to a call's facts, or what is wrong with each field. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { quotedWord } from '../messages/format.ts';
import { valueWords } from '../messages/targets-words.ts';
import { type CallBasis, type CallFacts, type CallVersion, callIdentity, firmKey } from '../metrics/calls.ts';
import { defaultBaseDate, horizonDay } from '../metrics/calls-horizon.ts';
import { callValueFrom, horizonFrom, linkFrom, noteDateFrom, oneLine } from '../metrics/calls-words.ts';
import { parseDay } from './dates.ts';
import { symbolOf } from './symbols.ts';

/** The fields of the form, by their block ids; empty where nothing was filled in. */
export const ENTRY_FIELDS = ['firm', 'person', 'index', 'value', 'horizon', 'note_date', 'source', 'quote'] as const;
type EntryField = (typeof ENTRY_FIELDS)[number];
/** What a line may add to the form's fields. */
type ExtraField = 'basis' | 'variant' | 'view';
export type TypedCall = Readonly<Record<EntryField, string>> & Partial<Readonly<Record<ExtraField, string>>>;

/** One sentence a field; the form shows it there, a line is refused with the first. */
type EntryErrors = Readonly<Partial<Record<EntryField, string>>>;

export type Entry = { readonly facts: CallFacts } | { readonly errors: EntryErrors };

interface EntryContext {
  readonly today: Day;
  /** Calls of the ledger, for the usual spelling of a firm. */
  readonly known: readonly Pick<CallVersion, 'firm'>[];
  /** The version that is edited: what the form does not show stays as it is. */
  readonly edited?: CallVersion | undefined;
}

/** The facts of a typed call, or an error for each field that cannot be read. */
export function callFactsFrom(typed: TypedCall, context: EntryContext): Entry {
  const firm = firmName(typed.firm, context.known);
  const index = indexOf(typed.index);
  const { edited } = context;
  const value = edited && typed.value === valueWords(edited.value) ? edited.value : callValueFrom(typed.value);
  const note = noteDate(typed.note_date, context);
  const horizon = typeof note === 'object' ? horizonFrom(horizonWords(typed.horizon), note.day) : undefined;
  const link = linkFrom(typed.source);
  const quote = oneLine(typed.quote);
  const errors: Partial<Record<EntryField, string>> = {
    ...(firm === undefined && { firm: 'Write the firm’s name.' }),
    ...(index === undefined && {
      index: `I do not keep calls on ${shown(typed.index)}; known: Russell 2000, S&P 500.`,
    }),
    ...(value === undefined && {
      value: `I cannot read ${shown(typed.value)}; write a level (2400) or a return (+15%).`,
    }),
    ...(typeof note === 'string' && { note_date: note }),
    ...(typeof note === 'object' && horizonError(typed.horizon, horizon, note.day)),
    ...(link === undefined && { source: linkError(typed.source) }),
  };
  if (Object.keys(errors).length > 0 || !firm || !index || !value || !horizon || !link || typeof note === 'string') {
    return { errors };
  }
  const read = { firm, index, value, horizon, noteDate: note.day, noteDateApproximate: note.approximate };
  const source = { link, publisher: `${firm} note`, ...(quote !== '' && { quote }) };
  return { facts: withRest({ ...read, source }, typed, context.edited) };
}

type Read = Pick<CallFacts, 'firm' | 'index' | 'value' | 'horizon' | 'noteDate' | 'noteDateApproximate' | 'source'>;

/** What no field shows: people split, basis by kind of figure, the base by rule; an edit keeps what it does not touch. */
function withRest(read: Read, typed: TypedCall, edited: CallVersion | undefined): CallFacts {
  const people =
    edited && typed.person === edited.people.join(', ')
      ? edited.people
      : typed.person
          .split(/[;,|]/)
          .map((name) => oneLine(name, 60))
          .filter((name) => name !== '');
  const sameBase = edited && callIdentity(edited) === callIdentity({ ...read, variant: edited.variant });
  const kept = edited && {
    basis: edited.basis,
    view: edited.view,
    ...(edited.supersedes !== undefined && { supersedes: edited.supersedes }),
    ...(edited.remark !== undefined && { remark: edited.remark }),
  };
  return {
    basis: basisOf(typed.basis, read.value.kind),
    view: typed.view === 'bottom-up' ? 'bottom-up' : 'strategist',
    ...kept,
    ...read,
    ...(edited?.source.link === read.source.link && { source: { ...read.source, publisher: edited.source.publisher } }),
    people,
    variant: oneLine(typed.variant ?? edited?.variant ?? '', 40),
    baseDate: sameBase ? edited.baseDate : defaultBaseDate(read),
    ...(sameBase && edited.baseClose !== undefined && { baseClose: edited.baseClose }),
  };
}

/** A level counts the price index; what a stated return counts is not known unless it is said. */
function basisOf(typed: string | undefined, kind: 'level' | 'return'): CallBasis {
  if (typed === 'price' || typed === 'total') return typed;
  return kind === 'level' ? 'price' : 'unknown';
}

/** The firm as the ledger spells it, or as typed; a name typed without capitals gets them. */
function firmName(typed: string, known: EntryContext['known']): string | undefined {
  const name = oneLine(typed, 60);
  if (!/[\p{L}\p{N}]/u.test(name)) return undefined;
  const held = known.find(({ firm }) => firmKey(firm) === firmKey(name));
  if (held) return held.firm;
  if (name !== name.toLowerCase()) return name;
  return FULL_NAMES[firmKey(name)] ?? name.replaceAll(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Firms whose usual short name, typed in small letters, is no name to store. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  'goldman-sachs': 'Goldman Sachs',
  'bank-of-america': 'Bank of America',
  jpmorgan: 'JPMorgan',
  'morgan-stanley': 'Morgan Stanley',
  'societe-generale': 'Société Générale',
  ubs: 'UBS',
  rbc: 'RBC',
  bmo: 'BMO',
  hsbc: 'HSBC',
  citi: 'Citi',
};

function indexOf(typed: string): 'RUT' | 'GSPC' | undefined {
  const symbol = symbolOf(typed.trim().toLowerCase());
  return symbol === 'RUT' || symbol === 'GSPC' ? symbol : undefined;
}

/** The values of the form's menu beside what people type. */
const HORIZON_WORDS: Readonly<Record<string, string>> = { year_end: 'year-end', h2: 'h2' };

function horizonWords(typed: string): string {
  const words = typed.trim().toLowerCase().replaceAll('\u2011', '-');
  const half = /^h2-(\d{4})$/.exec(words);
  return half ? `h2 ${half[1]}` : (HORIZON_WORDS[words] ?? words);
}

function horizonError(typed: string, horizon: CallFacts['horizon'] | undefined, note: Day): EntryErrors {
  if (!horizon) {
    const said = typed.trim() === '' ? 'A horizon is missing' : `I cannot read the horizon ${shown(typed)}`;
    return { horizon: `${said}; write year-end 2026, 12m, h2 or 2026-06.` };
  }
  const due = horizonDay({ horizon, noteDate: note });
  return due <= note ? { horizon: `That horizon, ${due}, is over when the note was written.` } : {};
}

function noteDate(
  typed: string,
  { today, edited }: EntryContext,
): { readonly day: Day; readonly approximate: boolean } | string {
  if (edited && typed === edited.noteDate) return { day: typed, approximate: edited.noteDateApproximate };
  const words = typed.trim().toLowerCase();
  const day = /^\d{4}-\d{2}$/.test(words) ? words : dayOf(words, today);
  const note = day === undefined ? undefined : noteDateFrom(day, today);
  if (note === 'after-today') return 'That day is still to come; a call counts from the day it was published.';
  return note ?? `I cannot read the day ${shown(typed)}; write 2024-01-12, or 2024-01 where only the month is known.`;
}

function dayOf(words: string, today: Day): Day | undefined {
  if (words === '') return today;
  try {
    return parseDay(words, today);
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}

function linkError(typed: string): string {
  if (typed.trim() === '') return 'Without a source a call cannot be scored: give the link of the note or the page.';
  return 'That is no link: it begins with http:// or https://, has no spaces and at most 500 characters.';
}

function shown(typed: string): string {
  return `\`${quotedWord(typed)}\``;
}
