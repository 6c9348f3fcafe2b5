/** A file of calls: known columns, one call a row; every row that cannot be read is named with its line and its reason. */
import type { Day } from '../../calendar/day.ts';
import { type CallFacts, callIdentity } from '../../metrics/calls.ts';
import type { ImportedCall } from '../call-import.ts';
import { CELL_NAMES, type CellName, type Cells, callFrom } from './call-row.ts';
import { type ImportRow, importRows } from './rows.ts';
import { fileText, refused } from './text.ts';

interface RejectedRow {
  readonly line: number;
  /** Continues "line 12: …". */
  readonly why: string;
}

export interface CallFile {
  readonly calls: readonly ImportedCall[];
  readonly rejected: readonly RejectedRow[];
  /** Columns nothing was read from. */
  readonly ignored: readonly string[];
  /** The index taken for rows that name none. */
  readonly assumedIndex?: string;
}

export interface FileContext {
  /** No note may be dated later. */
  readonly today: Day;
  /** The index of a file without an `index` column; by its headers when not given. */
  readonly index?: string;
}

/** What a column may be called, by what it holds. */
const COLUMNS = {
  call: ['call'],
  firm: ['firm', 'bank', 'house'],
  people: ['people', 'person', 'strategist', 'analyst'],
  index: ['index', 'symbol'],
  level: ['target_level', 'target', 'level'],
  returnPct: ['expected_return_pct', 'return_pct'],
  basis: ['basis'],
  baseDate: ['base_date'],
  baseClose: ['base_close'],
  year: ['target_year'],
  horizon: ['horizon'],
  noteDate: ['note_date', 'as_of', 'date'],
  approximate: ['note_date_approximate'],
  variant: ['variant'],
  view: ['view'],
  supersedes: ['supersedes'],
  withdrawnOn: ['withdrawn_on'],
  publisher: ['publisher'],
  link: ['source_url', 'source', 'link', 'url'],
  quote: ['quote'],
  remark: ['remark', 'note', 'notes'],
} as const satisfies Record<CellName, readonly string[]>;

/**
 * The calls of a file (bytes as uploaded, or pasted text). Throws `invalid_input` for a file that is too large, no text,
 * or lacks a column; a bad row never does.
 */
export function parseCallFile(file: Uint8Array | string, context: FileContext): CallFile {
  const text = typeof file === 'string' ? fileText(Buffer.from(file)) : fileText(file);
  const { header, rows } = importRows(text);
  const places = placesOf(header);
  const assumedIndex = places.index === undefined ? (context.index ?? indexOfHeader(header)) : undefined;
  const settings = { today: context.today, ...(assumedIndex !== undefined && { index: assumedIndex }) };
  const calls: ImportedCall[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const facts = rowFacts(row, { header, places, settings });
    const why = typeof facts === 'string' ? facts : repeated(facts, row.line, seen);
    if (why !== undefined) rejected.push({ line: row.line, why });
    else if (typeof facts !== 'string') calls.push({ line: row.line, ...facts });
  }
  const read = new Set(Object.values(places));
  const ignored = header.filter((name, index) => name !== '' && !read.has(index));
  return { calls, rejected, ignored, ...(assumedIndex !== undefined && { assumedIndex }) };
}

type Places = Partial<Record<CellName, number>>;

function placesOf(header: readonly string[]): Places {
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (twice !== undefined) throw refused(`names the column ${quoted(twice)} twice`);
  const found: Places = {};
  for (const part of CELL_NAMES) {
    const names: readonly string[] = COLUMNS[part];
    const place = header.findIndex((name) => names.includes(name));
    if (place >= 0) found[part] = place;
  }
  const missing = [
    found.firm === undefined && 'firm',
    found.noteDate === undefined && 'as_of',
    found.level === undefined && found.returnPct === undefined && 'target',
    found.horizon === undefined && found.year === undefined && 'horizon or target_year',
    found.link === undefined && 'source_url',
  ].filter((name) => name !== false);
  if (missing.length > 0) {
    throw refused(
      `lacks the column ${missing.join(', ')}; its first line has ${header.slice(0, 12).map(quoted).join(', ')}`,
    );
  }
  return found;
}

/** Lists of year-end targets speak of the S&P 500; without that column the Russell 2000 is meant, as in the form. */
function indexOfHeader(header: readonly string[]): string {
  return header.includes('target_year') ? 'GSPC' : 'RUT';
}

interface Reading {
  readonly header: readonly string[];
  readonly places: Places;
  readonly settings: FileContext;
}

function rowFacts(row: ImportRow, { header, places, settings }: Reading): Omit<ImportedCall, 'line'> | string {
  if (row.unclosed) return 'a quotation begins here and is never closed; the rest of the file is inside it';
  if (row.cells.length !== header.length) {
    return `has ${row.cells.length} cells where the header names ${header.length}`;
  }
  const cells = Object.fromEntries(CELL_NAMES.map((part) => [part, row.cells[places[part] ?? -1] ?? '']));
  return callFrom(cells as Cells, settings);
}

function repeated(
  { facts }: { readonly facts: CallFacts },
  line: number,
  seen: Map<string, number>,
): string | undefined {
  const identity = callIdentity(facts);
  const first = seen.get(identity);
  if (first !== undefined) return `is the same note as line ${first}`;
  seen.set(identity, line);
  return undefined;
}

function quoted(word: string): string {
  return word === '' ? 'an empty name' : `\`${word.replaceAll('`', ' ').slice(0, 24)}\``;
}
