/** The answer to `/smallcaps`: one plain object of figures, every one with its receipt. Pure. */
import type { Day } from '../calendar/day.ts';
import type { Lag } from './alignment.ts';
import { drawdown, recordFlag, sessionsSinceRecord } from './highs.ts';
import type { Measured, Receipt } from './receipt.ts';
import { type Comparison, comparison, measured, windowReturn } from './returns.ts';
import { lastSession, type PriceSeries } from './series.ts';
import { mostUnusual, type Unusual } from './unusual.ts';
import type { Window } from './windows.ts';

export interface SmallCapInputs {
  /** The session asked for; later than `session` when a series is stale. */
  readonly asked: Day;
  readonly session: Day;
  readonly window: Window;
  /** All cut at `session`. */
  readonly subject: PriceSeries;
  readonly benchmark: PriceSeries;
  /** A third series beside the two; may end earlier than `session` and is then not shown. */
  readonly third?: PriceSeries;
  readonly stale: readonly Lag[];
}

export interface LagRow {
  readonly window: Window;
  readonly gap: Measured;
  readonly subject: Measured;
  readonly benchmark: Measured;
  readonly third?: Measured;
}

/** Where one series stands against its own past. */
export interface Standing {
  readonly series: PriceSeries;
  readonly record: Measured<boolean>;
  readonly sinceRecord: Measured;
  readonly fromRecord: Measured;
  readonly fromYearHigh: Measured;
}

export interface SmallCapLag {
  readonly inputs: SmallCapInputs;
  readonly headline: Comparison;
  readonly rows: readonly LagRow[];
  readonly subject: Standing;
  readonly benchmark: Standing;
  /** Silent when nothing is unusual, or when the data are stale. */
  readonly unusual?: Unusual;
  /** Stale data only: what the series that is not stale did to its own last session. */
  readonly alone?: { readonly series: PriceSeries; readonly change: Measured };
  readonly numbers: readonly Receipt[];
}

const TABLE_WINDOWS: readonly Window[] = ['1d', '1w', 'mtd', '1m', 'ytd', '1y'];
/** A stale answer leaves out what the lost closes would change most, and is shorter. */
const STALE_WINDOWS: readonly Window[] = ['1w', 'mtd', 'ytd', '1y'];

/** Every figure of the answer. `fresh` are the series as they were before being cut at the common session. */
export function smallCapLag(inputs: SmallCapInputs, fresh: readonly PriceSeries[]): SmallCapLag {
  const { subject, benchmark, window } = inputs;
  const stale = inputs.stale.length > 0;
  const headline = comparison(subject, benchmark, window);
  const rows = tableWindows(inputs).map((one) => lagRow(inputs, one));
  const unusual = stale ? undefined : mostUnusual(subject, benchmark, headline);
  const newest = fresh.find((series) => lastSession(series) > inputs.session);
  const alone = newest && { series: newest, change: windowReturn(newest, window) };
  const lag = { inputs, headline, rows, subject: standing(subject), benchmark: standing(benchmark) };
  const whole = { ...lag, ...(unusual && { unusual }), ...(alone && { alone }) };
  return { ...whole, numbers: numbersOf(whole) };
}

/** The table's windows: the usual ones and the asked one; month to date only where its base is not the year's. */
function tableWindows({ subject, window, stale }: SmallCapInputs): Window[] {
  const usual = stale.length > 0 ? STALE_WINDOWS : TABLE_WINDOWS;
  const january = lastSession(subject).slice(5, 7) === '01';
  const shown = usual.filter((one) => one !== 'mtd' || !january || window === 'mtd');
  return shown.includes(window) ? shown : [...shown, window];
}

function lagRow({ subject, benchmark, third }: SmallCapInputs, window: Window): LagRow {
  const { gap, subject: own, benchmark: other } = comparison(subject, benchmark, window);
  if (!third) return { window, gap, subject: own, benchmark: other };
  return { window, gap, subject: own, benchmark: other, third: thirdReturn(third, subject, window) };
}

/** The third series' return on the same two sessions, or why there is none: it may have ended earlier. */
function thirdReturn(third: PriceSeries, subject: PriceSeries, window: Window): Measured {
  const figure = windowReturn(third, window);
  if (lastSession(third) === lastSession(subject)) return figure;
  return { id: figure.id, absent: `no ${third.name} close after ${lastSession(third)}` };
}

function standing(series: PriceSeries): Standing {
  return {
    series,
    record: recordFlag(series, 'close'),
    sinceRecord: sessionsSinceRecord(series, 'close'),
    fromRecord: drawdown(series, 'record'),
    fromYearHigh: drawdown(series, '52w'),
  };
}

function numbersOf(lag: Omit<SmallCapLag, 'numbers'>): Receipt[] {
  const standings = [lag.subject, lag.benchmark].flatMap((one) => [
    one.fromRecord,
    one.fromYearHigh,
    one.record,
    one.sinceRecord,
  ]);
  const figures: Measured<number | boolean>[] = [
    lag.headline.gap,
    lag.headline.subject,
    lag.headline.benchmark,
    ...lag.rows.flatMap((row) => [row.gap, row.subject, row.benchmark, ...(row.third ? [row.third] : [])]),
    ...standings,
    ...(lag.alone ? [lag.alone.change] : []),
    ...unusualNumbers(lag.unusual),
  ];
  return unique(measured(figures));
}

function unusualNumbers(fact: Unusual | undefined): Measured[] {
  switch (fact?.kind) {
    case undefined:
      return [];
    case 'rank':
      return [fact.rank.rank];
    case 'streak':
      return [fact.streak.length, fact.streak.share];
    case 'span':
      return [fact.portion];
    case 'record':
      return [fact.wait];
  }
}

/** Each id once, in the order of first mention. */
function unique(receipts: readonly Receipt[]): Receipt[] {
  const seen = new Set<string>();
  return receipts.filter(({ id }) => !seen.has(id) && seen.add(id));
}
