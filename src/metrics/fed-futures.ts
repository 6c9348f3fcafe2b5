/** Fed funds futures as compact columns: every contract's price on every futures day. Pure; nothing is carried forward. */
import type { Day } from '../calendar/day.ts';
import { contractCode, type Month, monthOf } from '../calendar/month.ts';
import { CapwatchError } from '../errors.ts';
import type { ReceiptSource } from './receipt.ts';
import { indexAt } from './series.ts';

/** What kind of price a row holds: the exchange's settlement, the day's last trade, or a broker's daily close. */
const PRICE_KINDS = ['settlement', 'last trade', 'broker close'] as const;
export type PriceKindName = (typeof PRICE_KINDS)[number];

export interface ContractPrice {
  readonly date: Day;
  readonly price: number;
  readonly kind: PriceKindName;
}

export interface FedFutures {
  /** Days with futures prices, ascending: the futures' own calendar, whatever the stock exchange does. */
  readonly dates: readonly Day[];
  /** For each date the first contract month it prices, and where its prices begin in `price`; one entry more than dates. */
  readonly firstMonth: Int32Array;
  readonly offset: Int32Array;
  /** 100 − price is the month's average rate in per cent; NaN where a day has no price for a month inside its span. */
  readonly price: Float64Array;
  /** Index into PRICE_KINDS, one a price. */
  readonly kind: Uint8Array;
  /** Each contract's last price ever: what a month already over keeps. */
  readonly last: ReadonlyMap<Month, ContractPrice>;
  readonly source: ReceiptSource;
}

/** One futures day, ready for the solver. `row` is its index in `futures.dates`. */
export interface FuturesDay {
  readonly futures: FedFutures;
  readonly row: number;
  readonly date: Day;
  readonly month: Month;
}

/** The futures day on or before `day`, or undefined when there is none. */
export function futuresDayAt(futures: FedFutures, day: Day): FuturesDay | undefined {
  return futuresDay(futures, indexAt(futures.dates, day));
}

/** The futures day at `row`, or undefined outside the data. */
export function futuresDay(futures: FedFutures, row: number): FuturesDay | undefined {
  const date = futures.dates[row];
  return date === undefined ? undefined : { futures, row, date, month: monthOf(date) };
}

/** Average rate of `month` in per cent as that day prices it; NaN without a price. A month already over keeps its last. */
export function averagePct(day: FuturesDay, month: Month): number {
  const price = month < day.month ? (day.futures.last.get(month)?.price ?? Number.NaN) : priceThatDay(day, month);
  return 100 - price;
}

function cell({ futures, row }: FuturesDay, month: Month): number {
  const begin = futures.offset[row] ?? 0;
  const index = begin + month - (futures.firstMonth[row] ?? 0);
  return index >= begin && index < (futures.offset[row + 1] ?? 0) ? index : -1;
}

function priceThatDay(day: FuturesDay, month: Month): number {
  return day.futures.price[cell(day, month)] ?? Number.NaN;
}

/** The price behind {@link averagePct}, with its date and kind; undefined without one. */
export function contractPrice(day: FuturesDay, month: Month): ContractPrice | undefined {
  if (month < day.month) return day.futures.last.get(month);
  const index = cell(day, month);
  const price = day.futures.price[index];
  if (price === undefined || Number.isNaN(price)) return undefined;
  return { date: day.date, price, kind: PRICE_KINDS[day.futures.kind[index] ?? 0] ?? 'settlement' };
}

/** Code of the fed funds contract of `month`: `ZQF24`. */
export function fedContract(month: Month): string {
  return contractCode('ZQ', month);
}

/** The last month that day prices (inclusive). */
export function lastPricedMonth({ futures, row }: FuturesDay): Month {
  const count = (futures.offset[row + 1] ?? 0) - (futures.offset[row] ?? 0);
  return (futures.firstMonth[row] ?? 0) + count - 1;
}

/** The futures as known after `day`. Columns are shared; a contract's last price is only read once its month is over. */
export function futuresUpTo(futures: FedFutures, day: Day): FedFutures {
  const end = indexAt(futures.dates, day) + 1;
  return end === futures.dates.length ? futures : { ...futures, dates: futures.dates.slice(0, end) };
}

export interface QuotedContract {
  readonly month: Month;
  readonly date: Day;
  readonly price: number;
  readonly kind: PriceKindName;
}

/** Columns from single quotes in any order. Throws `bad_response` when one contract has two prices on a day. */
export function fedFutures(quotes: Iterable<QuotedContract>, source: ReceiptSource): FedFutures {
  const days = new Map<Day, QuotedContract[]>();
  const last = new Map<Month, ContractPrice>();
  for (const quote of quotes) {
    const sameDay = days.get(quote.date);
    if (sameDay) sameDay.push(quote);
    else days.set(quote.date, [quote]);
    const known = last.get(quote.month);
    if (!known || known.date <= quote.date) last.set(quote.month, quote);
  }
  return { ...columns(days), last, source };
}

function columns(days: ReadonlyMap<Day, readonly QuotedContract[]>): Omit<FedFutures, 'last' | 'source'> {
  const dates = [...days.keys()].sort();
  const firstMonth = new Int32Array(dates.length);
  const offset = new Int32Array(dates.length + 1);
  dates.forEach((date, row) => {
    const months = (days.get(date) ?? []).map(({ month }) => month);
    firstMonth[row] = months.reduce((least, month) => Math.min(least, month), Number.MAX_SAFE_INTEGER);
    const span = months.reduce((most, month) => Math.max(most, month), 0) - (firstMonth[row] ?? 0) + 1;
    offset[row + 1] = (offset[row] ?? 0) + span;
  });
  const price = new Float64Array(offset[dates.length] ?? 0).fill(Number.NaN);
  const kind = new Uint8Array(price.length);
  dates.forEach((date, row) => {
    for (const quote of days.get(date) ?? []) {
      const index = (offset[row] ?? 0) + quote.month - (firstMonth[row] ?? 0);
      if (!Number.isNaN(price[index])) throw twice(quote);
      price[index] = quote.price;
      kind[index] = PRICE_KINDS.indexOf(quote.kind);
    }
  });
  return { dates, firstMonth, offset, price, kind };
}

function twice({ month, date }: QuotedContract): CapwatchError {
  return new CapwatchError('bad_response', `${fedContract(month)} has two prices on ${date}.`, { source: 'CME' });
}
