/** Turns a publisher's daily rows into bars the calendar vouches for; rows that cannot be are dropped and counted, never mended. Pure. */
import type { Day } from '../calendar/day.ts';
import { isSession } from '../calendar/nyse.ts';
import { type MarketSymbol, SYMBOLS } from './market.ts';
import type { BarQuery, DailyBar, DroppedRow } from './provider.ts';
import { closeState } from './session-time.ts';

/** A row as a publisher sends it: null and absent are the same, no value. */
export interface RawRow {
  readonly date: Day;
  readonly close?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly low?: number | null | undefined;
}

export interface CleanBars {
  readonly bars: readonly DailyBar[];
  readonly dropped: readonly DroppedRow[];
}

/** Prices arrive as 32-bit floats; an index is published to a cent, a split-adjusted ETF close to a hundredth of one. */
const DECIMALS = { index: 2, etf: 4 } as const;
/** Highs, lows and closes are each rounded, so a close may lie this far outside its day's range. */
const ROUNDING = 0.0101;

/** Bars of `rows` (in time order) inside the query's span, ascending; of two rows of one session the later counts. */
export function cleanBars(rows: readonly RawRow[], query: BarQuery, now: Temporal.Instant): CleanBars {
  const bars = new Map<Day, DailyBar>();
  const dropped: DroppedRow[] = [];
  for (const row of rows) {
    const { date } = row;
    const reason = dropReason(row, query, now);
    if (reason !== undefined) {
      dropped.push({ date, reason });
      continue;
    }
    if (bars.has(date)) dropped.push({ date, reason: 'earlier print of the session' });
    bars.set(date, bar(row, query.symbol, now));
  }
  return { bars: [...bars.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), dropped };
}

function dropReason(row: RawRow, query: BarQuery, now: Temporal.Instant): DroppedRow['reason'] | undefined {
  const { date } = row;
  if (date < query.from || date > query.to) return 'outside the span';
  if (!isSession(date)) return 'closed day';
  if (closeState(date, now) === 'before') return 'not yet closed';
  return isPrice(row.close) ? undefined : 'no close';
}

function bar(row: RawRow, symbol: MarketSymbol, now: Temporal.Instant): DailyBar {
  const decimals = DECIMALS[SYMBOLS[symbol].kind];
  const close = rounded(Number(row.close), decimals);
  const final = closeState(row.date, now) === 'final';
  const { high, low } = row;
  if (!isPrice(high) || !isPrice(low) || !holds(close, high, low)) return { date: row.date, close, final };
  return { date: row.date, close, high: rounded(high, decimals), low: rounded(low, decimals), final };
}

/** Whether a day's range holds its close; a range that does not is no range, and is left out. */
function holds(close: number, high: number, low: number): boolean {
  return high >= low && close <= high + ROUNDING && close >= low - ROUNDING;
}

function isPrice(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

/** Without the noise of 32-bit floats: 95.98500061 → 95.985. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
