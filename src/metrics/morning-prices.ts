/** What the closes say this morning beside what was last seen: the gap, the records, the two-year yield. Pure. */
import { addDays, type Day, yearOf } from '../calendar/day.ts';
import { sharesOfRecord } from './divergence.ts';
import type { RateSeries } from './fed-rates.ts';
import { drawdown, recordFlag, sessionsSinceRecord } from './highs.ts';
import { onItsDay } from './morning-outcomes.ts';
import { isMeasured, type Measured, type Receipt } from './receipt.ts';
import { type Comparison, comparison } from './returns.ts';
import { at, indexAt, type PriceSeries, upTo } from './series.ts';

/** Two series to the session spoken of, and a third that may end earlier. */
export interface MorningPrices {
  readonly subject: PriceSeries;
  readonly benchmark: PriceSeries;
  readonly third?: PriceSeries;
}

export interface GapItem {
  readonly now: Comparison;
  /** Year to date as it was on the day last seen; absent when that lies in another year. */
  readonly before?: Measured;
  /** Now minus before, a fraction; 0 without a before. */
  readonly change: number;
  /** A lead became a lag, or a lag a lead. */
  readonly turned: boolean;
}

/** A gap within this of zero is neither lead nor lag. */
const LEVEL = 0.0005;

/** The year-to-date gap on the last session and on `since`. */
export function gapItem({ subject, benchmark }: MorningPrices, since: Day, session: Day): GapItem {
  const now = comparison(subject, benchmark, 'ytd');
  if (yearOf(since) !== yearOf(session) || since >= session) return { now, change: 0, turned: false };
  const then = comparison(upTo(subject, since), upTo(benchmark, since), 'ytd').gap;
  const before = isMeasured(then) ? onItsDay(then) : then;
  if (!isMeasured(now.gap) || !isMeasured(before)) return { now, before, change: 0, turned: false };
  const [a, b] = [now.gap.value, before.value];
  const turned = Math.abs(a) >= LEVEL && Math.abs(b) >= LEVEL && Math.sign(a) !== Math.sign(b);
  return { now, before, change: a - b, turned };
}

/** Where one index stands: at a record or below one. */
export interface RecordStanding {
  readonly series: PriceSeries;
  readonly record: Measured<boolean>;
  /** Sessions from the previous record. */
  readonly sinceRecord: Measured;
  readonly fromRecord: Measured;
  /** Record closes on consecutive sessions, the last one included. */
  readonly inARow: number;
}

export interface RecordItem {
  readonly subject: RecordStanding;
  readonly benchmark: RecordStanding;
}

/** Both indexes against their record closes. */
export function recordItem({ subject, benchmark }: MorningPrices): RecordItem {
  return { subject: standing(subject), benchmark: standing(benchmark) };
}

function standing(series: PriceSeries): RecordStanding {
  return {
    series,
    record: recordFlag(series, 'close'),
    sinceRecord: sessionsSinceRecord(series, 'close'),
    fromRecord: drawdown(series, 'record'),
    inARow: recordsInARow(series),
  };
}

/** Consecutive records at the end; a tie ends the row. */
function recordsInARow({ close }: PriceSeries): number {
  const share = sharesOfRecord(close);
  let count = 0;
  for (let index = close.length - 1; index > 0; index--) {
    if (at(share, index) < 1 || at(close, index) <= at(close, index - 1)) break;
    count += 1;
  }
  return count;
}

/** True when the standing's last close is a record. */
export function isAtRecord({ record }: RecordStanding): boolean {
  return isMeasured(record) && record.value;
}

export interface YieldItem {
  /** Per cent per annum, on the session itself. */
  readonly level: Receipt<number>;
  /** Against `from`, bp. */
  readonly changeBp: Receipt<number>;
  /** The day last seen, or the last one before it that has a yield: bonds have holidays of their own. */
  readonly from: Day;
  /** True when no day with a yield lies between the two. */
  readonly isNextDay: boolean;
  /** The latest earlier day with a one-day move at least as large the same way, over a year back; none: since the data begin. */
  readonly largestSince?: { readonly day?: Day; readonly dataFrom: Day };
}

/** A record of one-day moves is told when the last such move is this many days back. */
const WORTH_A_CLAIM_DAYS = 365;
const LONG_HISTORY_DAYS = 3650;

/** The two-year yield of `session`; undefined when it has none (a bond holiday, or not published yet). */
export function yieldItem(series: RateSeries, since: Day, session: Day): YieldItem | undefined {
  const last = indexAt(series.dates, session);
  const base = indexAt(series.dates, since);
  const [date, from] = [series.dates[last], series.dates[base]];
  if (date !== session || from === undefined || base >= last) return undefined;
  const [now, before] = [at(series.ratePct, last), at(series.ratePct, base)];
  const common = { asOf: session, basis: 'par yield', sources: [series.source] };
  const input = (name: string, day: Day, value: number) => ({ name, series: series.symbol, date: day, value });
  const changeBp: Receipt<number> = {
    ...common,
    id: `macro.${series.symbol}.change_bp`,
    value: 100 * (now - before),
    unit: 'bp',
    formula: '100 × (yield − yield(before))',
    inputs: [input('yield', date, now), input('yield(before)', from, before)],
  };
  const level: Receipt<number> = {
    ...common,
    id: `macro.${series.symbol}.latest`,
    value: now,
    unit: 'percent',
    formula: 'yield',
    inputs: [input('yield', date, now)],
  };
  const claim = base === last - 1 ? largestMove(series, last) : undefined;
  return { level, changeBp, from, isNextDay: base === last - 1, ...(claim && { largestSince: claim }) };
}

/** Since when no one-day move the same way was as large; undefined when that is no news. */
function largestMove(series: RateSeries, last: number): YieldItem['largestSince'] {
  const wanted = moveBp(series, last);
  const dataFrom = series.dates[0] ?? '';
  for (let index = last - 1; index > 0; index--) {
    const move = moveBp(series, index);
    if (Math.sign(move) !== Math.sign(wanted) || Math.abs(move) < Math.abs(wanted)) continue;
    const day = series.dates[index] ?? '';
    return day <= addDays(series.dates[last] ?? '', -WORTH_A_CLAIM_DAYS) ? { day, dataFrom } : undefined;
  }
  // A short history proves nothing about the past.
  const isLong = dataFrom <= addDays(series.dates[last] ?? '', -LONG_HISTORY_DAYS);
  return wanted === 0 || !isLong ? undefined : { dataFrom };
}

/** Whole basis points, as the Treasury prints them. */
function moveBp({ ratePct }: RateSeries, index: number): number {
  return Math.round(100 * (at(ratePct, index) - at(ratePct, index - 1)));
}
