/** Reads a settlement file a person brings: the exchange's own JSON, or CSV with month, settle and openInterest. It fetches nothing. */
import Papa from 'papaparse';
import { z } from 'zod';
import type { Day } from '../../calendar/day.ts';
import { type Month, monthOf } from '../../calendar/month.ts';
import { isSession } from '../../calendar/nyse.ts';
import { CapwatchError } from '../../errors.ts';
import { isFuturesPrice } from '../futures.ts';

interface Settlement {
  readonly month: Month;
  readonly price: number;
  readonly openInterest?: number;
}

export interface Settlements {
  readonly tradeDate: Day;
  /** By month, ascending, each once. */
  readonly rows: readonly Settlement[];
}

const Exchange = z.object({
  tradeDate: z.string(),
  settlements: z.array(z.object({ month: z.string(), settle: z.string(), openInterest: z.string().optional() })),
});

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const EXAMPLE = 'month,settle,openInterest, then DEC 26,95.9950,602118';

/**
 * Settlements in `text`. A CSV file does not say its day, so `tradeDate` must; the exchange's own file does.
 * @throws CapwatchError `invalid_input` naming the row that is wrong.
 */
export function parseSettlements(text: string, tradeDate?: Day): Settlements {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .trim();
  return plain.startsWith('{') ? fromExchange(plain) : fromCsv(plain, tradeDate);
}

function fromExchange(text: string): Settlements {
  const parsed = Exchange.safeParse(jsonValue(text));
  if (!parsed.success) throw refused('is not in the shape of the exchange’s settlement file');
  const { tradeDate, settlements } = parsed.data;
  if (settlements.length === 0) throw refused('holds no settlements: the exchange keeps about five days');
  const [, month, date, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(tradeDate) ?? [];
  return checked(`${year}-${month}-${date}`, settlements);
}

function fromCsv(text: string, tradeDate: Day | undefined): Settlements {
  if (tradeDate === undefined) throw refused('is CSV, which does not say its trade date; give it');
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ',',
    newline: '\n',
    skipEmptyLines: true,
  });
  const lacking = ['month', 'settle'].filter((name) => !meta.fields?.includes(name));
  if (lacking.length > 0) throw refused(`lacks the column ${lacking.join(', ')}`);
  const rows = data.map(({ month = '', settle = '', openInterest }) => ({ month, settle, openInterest }));
  if (rows.length === 0) throw refused('holds no settlements');
  return checked(tradeDate, rows);
}

interface TextRow {
  readonly month: string;
  readonly settle: string;
  readonly openInterest?: string | undefined;
}

function checked(tradeDate: string, rows: readonly TextRow[]): Settlements {
  if (!/^20\d\d-\d\d-\d\d$/.test(tradeDate) || !isDay(tradeDate) || !isSession(tradeDate)) {
    throw refused('has a trade date that is no session');
  }
  const read = rows.filter(({ month }) => month.trim().toUpperCase() !== 'TOTAL').map(settlement);
  const ascending = read.sort((one, other) => one.month - other.month);
  const twice = ascending.find(({ month }, index) => month === ascending[index - 1]?.month);
  if (twice) throw refused('names a month twice');
  if (ascending.some(({ month }) => month < monthOf(tradeDate))) throw refused('prices a month before its trade date');
  return { tradeDate, rows: ascending };
}

function settlement({ month, settle, openInterest }: TextRow): Settlement {
  const price = Number(settle.trim() === '' ? Number.NaN : settle);
  if (!isFuturesPrice(price)) throw refused(`has \`${settle.slice(0, 12)}\` as settlement of ${month.slice(0, 12)}`);
  const interest = Number((openInterest ?? '').replaceAll(',', '') || Number.NaN);
  return { month: monthNamed(month), price, ...(Number.isFinite(interest) && { openInterest: interest }) };
}

/** "DEC 26"; the exchange writes July as JLY. */
function monthNamed(text: string): Month {
  const [, name = '', year = ''] = /^([A-Z]{3}) (\d{2})$/.exec(text.trim().toUpperCase()) ?? [];
  const index = MONTHS.indexOf(name === 'JLY' ? 'JUL' : name);
  if (index < 0) throw refused(`has \`${text.slice(0, 12)}\` as month`);
  return (2000 + Number(year)) * 12 + index;
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused('is broken JSON');
  }
}

/** `problem` continues "The settlement file …". */
function refused(problem: string): CapwatchError {
  return new CapwatchError('invalid_input', `The settlement file ${problem}.`, { example: EXAMPLE });
}
