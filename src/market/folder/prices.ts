/** Turns a price file of the data folder into series, or names the file and line that is wrong; it never mends a row. */
import type { Day } from '../../calendar/day.ts';
import { closedReason, isSession, sessionsIn } from '../../calendar/nyse.ts';
import { at, type PriceSeries } from '../../metrics/series.ts';
import { type MarketSymbol, SYMBOLS } from '../market.ts';
import { badFile, badRow, type CsvTable, columns, parseDay, parseNumber, quoted } from './csv.ts';

/** What one file holds: closes, dividend-adjusted closes, or both. */
export interface PriceFile {
  /**
   * The close: index level, or an ETF's split-adjusted close; with highs and lows where the file has them (those of the
   * S&P 500 before 1962 are copies of its close, as published).
   */
  readonly prices?: PriceSeries;
  /** `adj_close`, split- and dividend-adjusted: ratios only. */
  readonly totalReturn?: PriceSeries;
}

interface PriceOrigin {
  readonly symbol: MarketSymbol;
  /** Who publishes the closes, as the desk says. */
  readonly publisher: string;
  /** ISO instant. */
  readonly fetchedAt: string;
  readonly sample: boolean;
}

/** Sessions are checked against the calendar from here on: the data folder's own promise starts here. */
const CALENDAR_FROM: Day = '1990-01-01';
/** Highs, lows and closes are each rounded to a cent, so a close may lie this far outside its day's range. */
const ROUNDING = 0.0101;
/** An ETF close this far from the session before is a split that was not applied, or a slipped decimal point. */
const SPLIT = 0.3;

/**
 * The series in a price file with the columns `date` and `close` or `adj_close` (and `high` with `low`); others are not
 * read. Sessions the file lacks since 1990 are listed in `missing`. Throws `bad_response` naming file and line.
 */
export function parsePriceFile(table: CsvTable, origin: PriceOrigin): PriceFile {
  const has = (name: string) => table.header.includes(name);
  if (!has('close') && !has('adj_close')) columns(table, ['date', 'close']);
  const dates = sessions(table);
  const series = seriesMaker(table, origin, dates);
  return {
    ...(has('close') && { prices: series(checkedPrices(table, dates), seriesName(origin.symbol)) }),
    ...(has('adj_close') && {
      totalReturn: {
        ...series({ close: closes(table, 'adj_close') }, `${seriesName(origin.symbol)} (dividend-adjusted)`),
        totalReturn: true,
      },
    }),
  };
}

type Columns = Pick<PriceSeries, 'close' | 'high' | 'low'>;

function seriesMaker(table: CsvTable, origin: PriceOrigin, dates: readonly Day[]) {
  const { symbol, publisher, fetchedAt, sample } = origin;
  const missing = missingSessions(dates);
  return (values: Columns, name: string): PriceSeries => {
    if (SYMBOLS[symbol].kind === 'etf') refuseJumps(table, dates, values.close);
    const source = { publisher, series: name, fetchedAt, sample };
    return { symbol, ...SYMBOLS[symbol], dates, ...values, source, missing };
  };
}

/** The publisher's name for the series: indexes carry a caret. */
function seriesName(symbol: MarketSymbol): string {
  return SYMBOLS[symbol].kind === 'index' ? `^${symbol}` : symbol;
}

function sessions(table: CsvTable): Day[] {
  const { date } = columns(table, ['date']);
  if (table.rows.length === 0) throw badFile(table.file, 'has a header but no rows');
  let before: Day = '';
  return table.rows.map(({ cells, line }) => {
    const cell = cells[date] ?? '';
    const day = parseDay(cell);
    if (day === undefined) throw badRow(table.file, line, `has no date: ${quoted(cell)}`);
    if (day === before) throw badRow(table.file, line, `repeats the date ${day}`);
    if (day < before) throw badRow(table.file, line, `has ${day} after ${before}`);
    if (day >= CALENDAR_FROM && !isSession(day)) {
      throw badRow(table.file, line, `has ${day}, which is no session (${closedReason(day)})`);
    }
    before = day;
    return day;
  });
}

/** Sessions between the first and the last row that the file lacks, since 1990. */
function missingSessions(dates: readonly Day[]): Day[] {
  const held = new Set(dates);
  const last = dates.at(-1) ?? CALENDAR_FROM;
  const first = dates[0] ?? last;
  return sessionsIn(first > CALENDAR_FROM ? first : CALENDAR_FROM, last).filter((day) => !held.has(day));
}

function checkedPrices(table: CsvTable, dates: readonly Day[]): Columns {
  const close = closes(table, 'close');
  if (!table.header.includes('high') && !table.header.includes('low')) return { close };
  const high = closes(table, 'high');
  const low = closes(table, 'low');
  close.forEach((last, index) => {
    const [top, bottom] = [at(high, index), at(low, index)];
    const bad = (problem: string) => badRow(table.file, lineOf(table, index), `${problem} on ${dates[index]}`);
    if (top < bottom) throw bad(`has high ${top} below low ${bottom}`);
    if (last > top + ROUNDING || last < bottom - ROUNDING) throw bad(`has close ${last} outside ${bottom} to ${top}`);
  });
  return { close, high, low };
}

function closes(table: CsvTable, name: string): Float64Array {
  const column = columns(table, [name])[name] ?? -1;
  return Float64Array.from(table.rows, ({ cells, line }) => {
    const cell = cells[column] ?? '';
    const value = parseNumber(cell);
    if (value !== undefined && value > 0) return value;
    throw badRow(table.file, line, `has ${quoted(cell)} as ${name}, which is no positive number`);
  });
}

function refuseJumps(table: CsvTable, dates: readonly Day[], close: Float64Array): void {
  close.forEach((value, index) => {
    const before = close[index - 1] ?? value;
    if (Math.abs(value / before - 1) <= SPLIT) return;
    const jump = `jumps from ${before} to ${value} on ${dates[index]}: a split that was not applied`;
    throw badRow(table.file, lineOf(table, index), jump);
  });
}

function lineOf(table: CsvTable, row: number): number {
  return table.rows[row]?.line ?? 0;
}
