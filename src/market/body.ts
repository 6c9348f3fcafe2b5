/** Turns the text a source sent into checked values, or refuses it naming the field; it repairs nothing but a byte order mark. */
import Papa from 'papaparse';
import type { z } from 'zod';
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import type { SourceCard } from './provider.ts';

/** JSON in the agreed shape. Throws `bad_response` naming the first field that is not as agreed. */
export function parseJson<T>(text: string, shape: z.ZodType<T>, card: SourceCard): T {
  const parsed = shape.safeParse(jsonValue(text, card));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'the answer';
  throw unexpected(card, `${where}: ${issue?.message ?? 'not as agreed'}`);
}

function jsonValue(text: string, card: SourceCard): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw unexpected(card, 'no JSON');
  }
}

/** Rows of a CSV answer by column name. Throws `bad_response` when it lacks one of `columns` or a row is cut short. */
export function parseCsvRows(
  text: string,
  columns: readonly string[],
  card: SourceCard,
): readonly Readonly<Record<string, string>>[] {
  const trimmed = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .trim();
  const { data, meta, errors } = Papa.parse<Record<string, string>>(trimmed, {
    header: true,
    delimiter: ',',
    newline: '\n',
    skipEmptyLines: true,
    transformHeader: (name) => name.trim(),
    transform: (cell) => cell.trim(),
  });
  const lacking = columns.filter((name) => !meta.fields?.includes(name));
  if (lacking.length > 0) throw unexpected(card, `no column ${lacking.join(', ')}`);
  const [broken] = errors.filter(({ code }) => code !== 'TooManyFields');
  if (broken) throw unexpected(card, `row ${(broken.row ?? 0) + 1} is broken (${broken.code})`);
  return data;
}

/** The number a cell holds; undefined for an empty cell or `.`, which are missing and never 0. Throws on anything else. */
export function cellNumber(cell: string | undefined, card: SourceCard): number | undefined {
  if (cell === undefined || cell === '' || cell === '.') return undefined;
  if (/^[+-]?\d+(?:\.\d+)?$/.test(cell)) return Number(cell);
  throw unexpected(card, 'a cell is no number');
}

/** `YYYY-MM-DD`, or undefined for anything that is no day between 1885 and 2100. */
function dayOf(text: string): Day | undefined {
  if (!/^(?:18[89]|19\d|20\d)\d-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** A cell that must be a day. Throws `bad_response`. */
export function cellDay(cell: string | undefined, card: SourceCard): Day {
  const day = dayOf(cell ?? '');
  if (day === undefined) throw unexpected(card, 'a date is none');
  return day;
}

/** MM/DD/YYYY as a day. Throws `bad_response`. */
export function slashedDay(cell: string | undefined, card: SourceCard): Day {
  return cellDay(cell?.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$1-$2'), card);
}

/** The answer is not what was agreed; the reason is for the log, a person reads the sentence. */
export function unexpected(card: SourceCard, reason: string): CapwatchError {
  const cause = new Error(reason.slice(0, 200));
  return new CapwatchError('bad_response', `${card.publisher} sent something unexpected.`, {
    source: card.publisher,
    code: 'shape',
    cause,
  });
}

/** The answer is well formed and holds nothing; that is never passed on as an empty list. */
export function empty(card: SourceCard): CapwatchError {
  return new CapwatchError('bad_response', `${card.publisher} sent no data.`, {
    source: card.publisher,
    code: 'empty',
  });
}
