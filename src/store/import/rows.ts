/** CSV text as rows that know their line; stops reading as soon as there are too many. Knows nothing of calls. */
import Papa from 'papaparse';
import { refused } from './text.ts';

const MAX_ROWS = 10_000;
const MAX_COLUMNS = 60;

export interface ImportRow {
  /** Line in the file on which the row starts, the first being 1. */
  readonly line: number;
  /** Cells trimmed, as many as the row has. */
  readonly cells: readonly string[];
  /** True when a quotation in this row is never closed: the rest of the file is inside it. */
  readonly unclosed: boolean;
}

/** Header (lower case) and rows; blank rows are skipped. Commas, semicolons or tabs. Throws `invalid_input`. */
export function importRows(text: string): { readonly header: readonly string[]; readonly rows: readonly ImportRow[] } {
  const rows: ImportRow[] = [];
  let line = 1;
  Papa.parse<string[]>(text.replaceAll(/\r\n?/g, '\n'), {
    delimiter: delimiterOf(text),
    newline: '\n',
    step: ({ data, errors }, parser) => {
      if (data.length > MAX_COLUMNS) throw refused(`has ${data.length} columns in line ${line}`);
      if (data.some((cell) => cell.trim() !== '')) {
        const unclosed = errors.some(({ code }) => code === 'MissingQuotes');
        rows.push({ line, cells: data.map(plainCell), unclosed });
      }
      line += data.reduce((count, cell) => count + cell.split('\n').length - 1, 1);
      if (rows.length > MAX_ROWS + 1) parser.abort();
    },
  });
  if (rows.length > MAX_ROWS + 1) throw refused(`has more than ${MAX_ROWS.toLocaleString('en-US')} rows; split it`);
  const [header, ...body] = rows;
  if (!header) throw refused('is empty');
  return { header: header.cells.map((name) => name.toLowerCase()), rows: body };
}

/** The separator that the first line has most of. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((one) => ({ one, count: first.split(one).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).one;
}

/** Trimmed; the apostrophe that an export puts before a formula is taken off again. */
function plainCell(cell: string): string {
  const trimmed = cell.trim();
  return /^'[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed;
}
