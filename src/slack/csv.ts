/** Rows as the text of a CSV file that a spreadsheet opens as data, never as formulas. Pure. */

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const FORMULA = /^[=+\-@\t\r\n]/;

/** CRLF lines; a cell that a spreadsheet would run gets an apostrophe in front, plain numbers do not. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
