/** Reads a file of first prints: what was published on a day, with the publisher's own comparison. It looks up no revision. */
import { addDays, type Day } from '../../calendar/day.ts';
import { MACRO_IDS, type MacroId, type MacroPoint } from '../../metrics/backdrop.ts';
import { badRow, type CsvRow, type CsvTable, columns, parseDay, parseNumber, quoted } from './csv.ts';

/** A row of the file: one release of one series. */
export interface FirstPrint extends MacroPoint {
  readonly id: MacroId;
  readonly released: Day;
  readonly previous?: MacroPoint;
  readonly statedChange?: number;
  readonly lowestSince?: MacroPoint;
}

/** Columns series, period, released, first_print, change_text; series nobody reads are left out. Throws `bad_response`. */
export function parseFirstPrints(table: CsvTable): FirstPrint[] {
  const column = columns(table, ['series', 'period', 'released', 'first_print', 'change_text']);
  return table.rows.flatMap((row) => {
    const cell = (name: keyof typeof column) => row.cells[column[name]] ?? '';
    const id = MACRO_IDS.find((one) => one === cell('series'));
    if (id === undefined) return [];
    const value = parseNumber(cell('first_print'));
    const released = parseDay(cell('released'));
    if (value === undefined) throw badRow(table.file, row.line, `has ${quoted(cell('first_print'))} as first_print`);
    if (released === undefined) throw badRow(table.file, row.line, `has ${quoted(cell('released'))} as released`);
    const period = periodDay(table, row, cell('period'));
    return [{ id, period, released, value, ...comparison(id, period, cell('change_text')) }];
  });
}

/** 2023-12 and 2023Q4 as the first day of the period, a day as it is. */
function periodDay(table: CsvTable, row: CsvRow, cell: string): Day {
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(cell) ?? [];
  const text = quarter === undefined ? cell : `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}`;
  const day = parseDay(text.length === 7 ? `${text}-01` : text);
  if (day === undefined) throw badRow(table.file, row.line, `has ${quoted(cell)} as period`);
  return day;
}

/** What the publisher compared with: "+1.9% from revised 1467", "+0.6% m/m", "+4.9% SAAR", "lowest since 2022-09-24 (182000)". */
function comparison(id: MacroId, period: Day, text: string): Partial<FirstPrint> {
  const [, before] = / from revised (\d+(?:\.\d+)?)/.exec(text) ?? [];
  const [, stated] = /^([+-]\d+(?:\.\d+)?)% (?:m\/m|SAAR)/.exec(text) ?? [];
  const [, since, low] = /lowest since (\d{4}-\d{2}-\d{2}) \((\d+)\)/.exec(text) ?? [];
  return {
    ...(before !== undefined && { previous: { period: periodBefore(id, period), value: Number(before) } }),
    ...(stated !== undefined && before === undefined && { statedChange: Number((Number(stated) / 100).toFixed(6)) }),
    ...(since !== undefined && { lowestSince: { period: since, value: Number(low) } }),
  };
}

function periodBefore(id: MacroId, period: Day): Day {
  if (id === 'ICSA' || id === 'IC4WSA') return addDays(period, -7);
  return Temporal.PlainDate.from(period)
    .subtract({ months: id === 'GDPC1' ? 3 : 1 })
    .toString();
}
