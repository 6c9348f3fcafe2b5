/** Reads one CSV file of the data folder into rows that know their line; says what is wrong with the file, never what its values mean. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Day } from '../../calendar/day.ts';
import { CapwatchError } from '../../errors.ts';

export interface CsvRow {
  /** Line in the file, the header being 1. */
  readonly line: number;
  /** As many as the header has columns, trimmed. */
  readonly cells: readonly string[];
}

export interface CsvTable {
  /** Path inside the data folder: `prices/RUT.csv`. */
  readonly file: string;
  /** When the file was last written (ISO instant). */
  readonly modifiedAt: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** A file in the data folder; both parts are the program's own words, never a person's. */
interface FolderFile {
  readonly dir: string;
  /** `prices/RUT.csv`. */
  readonly file: string;
}

const MAX_BYTES = 32 * 1024 * 1024;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A function that gives what `parse` makes of the file: parsed once, again after the file changed; callers at the same
 * time share one parse. It throws `not_found` without the file and `bad_response` naming file and line.
 */
export function fileReader<T>(at: FolderFile, parse: (table: CsvTable) => T): () => Promise<T> {
  let held: { readonly stamp: string; readonly value: Promise<T> } | undefined;
  return async () => {
    const { stamp } = await fileState(at);
    if (held?.stamp !== stamp) {
      const fresh = { stamp, value: readCsv(at).then(parse) };
      held = fresh;
      fresh.value.catch(() => {
        if (held === fresh) held = undefined;
      });
    }
    return held.value;
  };
}

/** The rows of a CSV file. Throws `not_found` without the file, `bad_response` when it is no CSV file. */
export async function readCsv(at: FolderFile): Promise<CsvTable> {
  const { size, modifiedAt } = await fileState(at);
  const bytes = await readFile(join(at.dir, at.file));
  if (bytes.length !== size) throw badFile(at.file, 'changed while it was read; try again');
  return { modifiedAt, ...parseCsv(decoded(bytes, at.file), at.file) };
}

/** Header and rows of CSV text; blank lines are skipped, CRLF and quotes understood. Throws `bad_response`. */
export function parseCsv(text: string, file: string): Omit<CsvTable, 'modifiedAt'> {
  const parsed = Papa.parse<string[]>(text.replaceAll(/\r\n?/g, '\n'), { delimiter: ',', newline: '\n' });
  const lines = numbered(parsed.data, text);
  const [error] = parsed.errors;
  if (error) throw badRow(file, lines[error.row ?? 0]?.line ?? 1, `has a broken quotation (${error.code})`);
  const [first, ...rows] = lines.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  if (!first) throw badFile(file, 'is empty');
  const header = first.cells;
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  if (repeated !== undefined) throw badRow(file, first.line, `names the column ${quoted(repeated)} twice`);
  for (const { line, cells } of rows) {
    if (cells.length === header.length) continue;
    throw badRow(file, line, `has ${cells.length} cells where the header names ${header.length}`);
  }
  return { file, header, rows };
}

/** The positions of `names` in the header. Throws `bad_response` naming every missing column. */
export function columns<Name extends string>(table: CsvTable, names: readonly Name[]): Record<Name, number> {
  const missing = names.filter((name) => !table.header.includes(name));
  if (missing.length > 0) {
    const found = table.header.map(quoted).slice(0, 12).join(', ');
    throw badRow(table.file, 1, `lacks the column ${missing.join(', ')}; the header has ${found}`);
  }
  const positions = names.map((name) => [name, table.header.indexOf(name)] as const);
  return Object.fromEntries(positions) as Record<Name, number>;
}

/** The number a cell holds, or undefined for anything else: empty, `NaN`, `1e309`, `1,234`, `0x1F`. */
export function parseNumber(cell: string): number | undefined {
  const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The day a cell holds (`YYYY-MM-DD`, 1885–2100), or undefined for anything else, 2023-02-29 included. */
export function parseDay(cell: string): Day | undefined {
  const match = DAY.exec(cell);
  const [year, month, date] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (!(year >= 1885 && year <= 2100 && month >= 1 && month <= 12 && date >= 1)) return undefined;
  return date <= 28 || date <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth ? cell : undefined;
}

/** `bad_response`: what is wrong in one line of a file. `problem` continues "prices/RUT.csv line 12 …". */
export function badRow(file: string, line: number, problem: string): CapwatchError {
  return new CapwatchError('bad_response', `The data file ${file} line ${line} ${problem}.`, { source: file });
}

/** `bad_response`: what is wrong with a whole file. `problem` continues "The data file prices/RUT.csv …". */
export function badFile(file: string, problem: string, cause?: unknown): CapwatchError {
  return new CapwatchError('bad_response', `The data file ${file} ${problem}.`, { source: file, cause });
}

/** A cell as it may stand in an error: short, on one line, between backticks. */
export function quoted(cell: string): string {
  const plain = cell.replaceAll(/[\p{Cc}`]/gu, ' ').trim();
  if (plain === '') return 'an empty cell';
  return `\`${plain.length > 24 ? `${plain.slice(0, 24)}…` : plain}\``;
}

/** Cells trimmed, each row with its line; a line break inside quotes moves the lines after it. */
function numbered(rows: readonly string[][], text: string): CsvRow[] {
  const quotes = text.includes('"');
  const spaces = quotes || /[ \t]/.test(text);
  let line = 1;
  return rows.map((raw) => {
    const row = { line, cells: spaces ? raw.map((cell) => cell.trim()) : raw };
    line += quotes ? raw.reduce((count, cell) => count + cell.split('\n').length - 1, 1) : 1;
    return row;
  });
}

interface FileState {
  readonly size: number;
  readonly modifiedAt: string;
  /** Changes whenever the file does. */
  readonly stamp: string;
}

async function fileState({ dir, file }: FolderFile): Promise<FileState> {
  const found = await stat(join(dir, file), { bigint: true }).catch((cause: unknown) => {
    if (isAbsent(cause))
      throw new CapwatchError('not_found', `There is no data file ${file}.`, { source: file, cause });
    throw badFile(file, 'cannot be read', cause);
  });
  if (!found.isFile()) throw badFile(file, 'is not a file');
  const size = Number(found.size);
  if (size > MAX_BYTES) throw badFile(file, `is larger than ${MAX_BYTES / 1024 / 1024} MB`);
  return {
    size,
    modifiedAt: Temporal.Instant.fromEpochNanoseconds(found.mtimeNs).toString({ smallestUnit: 'second' }),
    stamp: `${found.ino}:${found.size}:${found.mtimeNs}`,
  };
}

function isAbsent(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');
}

function decoded(bytes: Uint8Array, file: string): string {
  const text = utf8(bytes, file);
  if (text.trim() === '') throw badFile(file, 'is empty');
  if (text.includes('\0')) throw badFile(file, 'is not text');
  if (text.trimStart().startsWith('<')) throw badFile(file, 'is a web page, not CSV');
  return text;
}

/** The text without its byte order mark. */
function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw badFile(file, 'is not UTF-8 text', cause);
  }
}
