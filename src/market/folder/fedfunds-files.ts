/** Turns the files of `fedfunds/` into futures, meetings, ranges and rates, or names what is wrong; it mends nothing. */
import type { FomcMeeting, MeetingKind } from '../../calendar/fomc.ts';
import { contractMonth, monthOf } from '../../calendar/month.ts';
import { CapwatchError } from '../../errors.ts';
import { type FedFutures, fedFutures, type PriceKindName, type QuotedContract } from '../../metrics/fed-futures.ts';
import type { TargetRange } from '../../metrics/fed-range.ts';
import type { RateSeries } from '../../metrics/fed-rates.ts';
import { badFile, badRow, type CsvRow, type CsvTable, columns, parseDay, parseNumber, quoted } from './csv.ts';

/** Fed funds futures have traded between 83 and 100.1; outside this a price is a slip, not a rate. */
const PRICE_BOUNDS = { low: 75, high: 105 };

const KINDS: Readonly<Record<string, PriceKindName>> = {
  settle: 'settlement',
  last: 'last trade',
  ibkr_close: 'broker close',
};

export interface FilesOrigin {
  readonly publisher: string;
  readonly sample: boolean;
}

/** `ZQ.csv`: contract, date, close, kind. Throws `bad_response` naming line, contract and date. */
export function parseFutures(table: CsvTable, { publisher, sample }: FilesOrigin): FedFutures {
  const column = columns(table, ['contract', 'date', 'close', 'kind']);
  const activity = ['volume', 'open_interest'].map((name) => table.header.indexOf(name)).filter((index) => index >= 0);
  const quotes = table.rows.map((row): QuotedContract => {
    const cell = (name: keyof typeof column) => row.cells[column[name]] ?? '';
    const month = contractMonth('ZQ', cell('contract'));
    const date = parseDay(cell('date'));
    if (month === undefined) throw badRow(table.file, row.line, `has ${quoted(cell('contract'))} as contract`);
    if (date === undefined) throw badRow(table.file, row.line, `has ${quoted(cell('date'))} as date`);
    const price = parseNumber(cell('close'));
    const kind = KINDS[cell('kind')];
    const which = `${cell('contract')} on ${date}`;
    if (price === undefined || !(price > PRICE_BOUNDS.low && price < PRICE_BOUNDS.high)) {
      throw badRow(table.file, row.line, `has ${quoted(cell('close'))} as price of ${which}`);
    }
    if (kind === undefined) throw badRow(table.file, row.line, `has ${quoted(cell('kind'))} as kind of ${which}`);
    if (monthOf(date) > month) throw badRow(table.file, row.line, `prices ${which}, after the contract’s month`);
    const traded = wasTraded(row, activity);
    return { month, date, price, kind, ...(traded !== undefined && { traded }) };
  });
  if (quotes.length === 0) throw badFile(table.file, 'holds no prices');
  return fedFutures(quotes, {
    publisher,
    series: '30-day fed funds futures (ZQ)',
    fetchedAt: table.modifiedAt,
    sample,
  });
}

/** Whether a row has volume or open interest; undefined where its file leaves both empty. */
function wasTraded({ cells }: CsvRow, columns: readonly number[]): boolean | undefined {
  const told = columns.map((column) => cells[column] ?? '').filter((cell) => cell !== '');
  return told.length === 0 ? undefined : told.some((cell) => Number(cell) > 0);
}

const MEETING_KINDS: readonly MeetingKind[] = ['scheduled', 'unscheduled', 'notation_vote', 'cancelled'];

/** `fomc_meetings.csv`: date (the decision day), type. */
export function parseMeetings(table: CsvTable): FomcMeeting[] {
  const column = columns(table, ['date', 'type']);
  const meetings = table.rows.map((row): FomcMeeting => {
    const type = row.cells[column.type] ?? '';
    const kind = MEETING_KINDS.find((name) => name === type);
    if (kind === undefined) throw badRow(table.file, row.line, `has ${quoted(type)} as type of meeting`);
    return { date: dayCell(table, row, column.date), kind };
  });
  return meetings.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** `target_range.csv`: effective_from, lower, upper in per cent. */
export function parseRanges(table: CsvTable): TargetRange[] {
  const column = columns(table, ['effective_from', 'lower', 'upper']);
  const ranges = table.rows.map((row): TargetRange => {
    const bound = (name: 'lower' | 'upper') => {
      const percent = parseNumber(row.cells[column[name]] ?? '');
      if (percent === undefined) throw badRow(table.file, row.line, `has no ${name} bound`);
      return Math.round(percent * 100);
    };
    return { from: dayCell(table, row, column.effective_from), lowerBp: bound('lower'), upperBp: bound('upper') };
  });
  return ranges.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** `effr.csv` and its like: date and one column of rates; empty cells are days without a rate. */
export function parseRates(table: CsvTable, symbol: string, { publisher, sample }: FilesOrigin): RateSeries {
  const rate = table.header.findIndex((name) => name !== 'date');
  const column = columns(table, ['date']);
  const kept = table.rows.filter(({ cells }) => (cells[rate] ?? '') !== '' && cells[rate] !== '.');
  const values = kept.map((row) => {
    const value = parseNumber(row.cells[rate] ?? '');
    if (value === undefined) throw badRow(table.file, row.line, `has ${quoted(row.cells[rate] ?? '')} as rate`);
    return value;
  });
  const dates = kept.map((row) => dayCell(table, row, column.date));
  const unordered = dates.findIndex((day, index) => index > 0 && day <= (dates[index - 1] ?? ''));
  if (unordered > 0) throw badRow(table.file, kept[unordered]?.line ?? 1, 'is out of order or repeated');
  const source = { publisher, series: symbol, fetchedAt: table.modifiedAt, sample };
  return { symbol, dates, ratePct: Float64Array.from(values), source };
}

function dayCell(table: CsvTable, row: CsvRow, column: number): string {
  const day = parseDay(row.cells[column] ?? '');
  if (day === undefined) throw badRow(table.file, row.line, `has ${quoted(row.cells[column] ?? '')} as date`);
  return day;
}

/** The value, or undefined where the file does not exist; any other fault stays a fault. */
export async function unlessAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: unknown) => {
    if (error instanceof CapwatchError && error.kind === 'not_found') return undefined;
    throw error;
  });
}
