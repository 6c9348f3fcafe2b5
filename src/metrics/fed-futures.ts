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
  /** For each date the first quoted month beyond which nothing traded or was held that day; 0 for none. Left out of `price`. */
  readonly thinFrom: Int32Array;
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

/** The first month left out that day because neither it nor any later one traded or was held; undefined for none. */
export function thinFrom({ futures, row }: FuturesDay): Month | undefined {
  return futures.thinFrom[row] || undefined;
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
  /** Whether it traded or was held that day; undefined where nobody recorded it. */
  readonly traded?: boolean;
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
  const rows = dates.map((date) => liveQuotes(days.get(date) ?? []));
  const offset = new Int32Array(dates.length + 1);
  rows.forEach(({ first, last }, row) => {
    offset[row + 1] = (offset[row] ?? 0) + last - first + 1;
  });
  const price = new Float64Array(offset[dates.length] ?? 0).fill(Number.NaN);
  const kind = new Uint8Array(price.length);
  rows.forEach(({ quotes, first }, row) => {
    for (const quote of quotes) {
      const index = (offset[row] ?? 0) + quote.month - first;
      if (!Number.isNaN(price[index])) throw twice(quote);
      price[index] = quote.price;
      kind[index] = PRICE_KINDS.indexOf(quote.kind);
    }
  });
  const firstMonth = Int32Array.from(rows, ({ first }) => first);
  return { dates, firstMonth, offset, price, kind, thinFrom: Int32Array.from(rows, ({ thin }) => thin) };
}

interface LiveQuotes {
  readonly quotes: readonly QuotedContract[];
  readonly first: Month;
  readonly last: Month;
  readonly thin: Month | 0;
}

/** So many months are kept however quiet they were: volumes of the first years have gaps, and the exchange marks them daily. */
const NEAR_MONTHS = 6;

/** A day's quotes up to the last month that traded or was held; all of them on a day for which nobody recorded that. */
function liveQuotes(quotes: readonly QuotedContract[]): LiveQuotes {
  let [first, last, live, thin] = [Number.MAX_SAFE_INTEGER, 0, 0, Number.MAX_SAFE_INTEGER];
  let recorded = false;
  for (const { month, traded } of quotes) {
    first = Math.min(first, month);
    last = Math.max(last, month);
    if (traded === true) recorded = true;
    if (traded !== false) live = Math.max(live, month);
  }
  live = Math.max(live, first + NEAR_MONTHS - 1);
  if (!recorded || live >= last) return { quotes, first, last, thin: 0 };
  for (const { month } of quotes) if (month > live) thin = Math.min(thin, month);
  return { quotes: quotes.filter(({ month }) => month <= live), first, last: live, thin };
}

function twice({ month, date }: QuotedContract): CapwatchError {
  return new CapwatchError('bad_response', `${fedContract(month)} has two prices on ${date}.`, { source: 'CME' });
}
