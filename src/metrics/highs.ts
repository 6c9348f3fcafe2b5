/** Records, drawdowns and what lies between them, on closes and on intraday highs and lows. Pure. */
import { type Day, monthsBefore } from '../calendar/day.ts';
import type { Measured, Receipt, ReceiptInput } from './receipt.ts';
import { at, closeInput, dateAt, indexAt, lastSession, type PriceSeries } from './series.ts';

export type Basis = 'close' | 'intraday';
/** Peaks are looked for in the whole history, or in the year (calendar, to the day) before the as-of session. */
export type Span = 'record' | '52w';

/** The column a basis looks for peaks in; undefined where the source holds no intraday values. */
function peaks(series: PriceSeries, basis: Basis): Float64Array | undefined {
  return basis === 'close' ? series.close : series.high;
}

function troughs(series: PriceSeries, basis: Basis): Float64Array | undefined {
  return basis === 'close' ? series.close : series.low;
}

/** Index of the first highest value of `column` in [from, to]. */
export function highestIndex(column: Float64Array, from: number, to: number): number {
  let best = from;
  for (let index = from + 1; index <= to; index++) if (at(column, index) > at(column, best)) best = index;
  return best;
}

/** Index of the first lowest value of `column` in [from, to]. */
export function lowestIndex(column: Float64Array, from: number, to: number): number {
  let best = from;
  for (let index = from + 1; index <= to; index++) if (at(column, index) < at(column, best)) best = index;
  return best;
}

/** Index of the first session inside the year that ends on `asOf`. */
function yearStart(dates: readonly Day[], asOf: Day): number {
  const target = monthsBefore(asOf, 12);
  const index = indexAt(dates, target);
  return dates[index] === target ? index : index + 1;
}

/** A session lost inside the span could itself hold the peak, so nothing is said about that span. */
function lost(series: PriceSeries, span: Span, id: string): { id: string; absent: string } | undefined {
  const from = span === 'record' ? dateAt(series, 0) : monthsBefore(lastSession(series), 12);
  const day = series.missing.findLast((missed) => missed >= from);
  return day === undefined ? undefined : { id, absent: `no ${series.name} close for ${day}` };
}

function noIntraday(series: PriceSeries, id: string): { id: string; absent: string } {
  return { id, absent: `no intraday highs and lows for ${series.name}` };
}

function input(series: PriceSeries, column: Float64Array, named: { name: string; index: number }): ReceiptInput {
  return {
    name: named.name,
    series: series.symbol,
    date: dateAt(series, named.index),
    value: at(column, named.index),
  };
}

/** Was the last session a record: strictly above every earlier close (or high)? Ties are not records. */
export function recordFlag(series: PriceSeries, basis: Basis): Measured<boolean> {
  const id = `${series.symbol}.record.${basis}`;
  const column = peaks(series, basis);
  if (!column) return noIntraday(series, id);
  const last = series.dates.length - 1;
  if (last < 1) return { id, absent: `${series.name} has one session only` };
  const gap = lost(series, 'record', id);
  if (gap) return gap;
  const best = highestIndex(column, 0, last - 1);
  const word = basis === 'close' ? 'close' : 'high';
  return {
    id,
    value: at(column, last) > at(column, best),
    unit: 'flag',
    asOf: lastSession(series),
    basis,
    formula: `${word}(as-of) > highest earlier ${word}`,
    inputs: [
      input(series, column, { name: `${word}(as-of)`, index: last }),
      input(series, column, { name: `highest earlier ${word}`, index: best }),
    ],
    sources: [series.source],
  };
}

/** Sessions from the previous record (the one before, when the last session is itself a record) to the as-of session. */
export function sessionsSinceRecord(series: PriceSeries, basis: Basis): Measured {
  const id = `${series.symbol}.record.${basis}.sessions_since`;
  const column = peaks(series, basis);
  if (!column) return noIntraday(series, id);
  const last = series.dates.length - 1;
  if (last < 1) return { id, absent: `${series.name} has one session only` };
  const gap = lost(series, 'record', id);
  if (gap) return gap;
  const previous = highestIndex(column, 0, last - 1);
  return {
    id,
    value: last - previous,
    unit: 'sessions',
    asOf: lastSession(series),
    basis,
    formula: 'sessions(previous record, as-of)',
    inputs: [
      input(series, column, { name: 'previous record', index: previous }),
      input(series, column, { name: 'as-of', index: last }),
    ],
    sources: [series.source],
  };
}

interface Peak {
  readonly index: number;
  readonly column: Float64Array;
}

function peakOf(series: PriceSeries, span: Span, basis: Basis): Peak | undefined {
  const column = peaks(series, basis);
  if (!column) return undefined;
  const last = series.dates.length - 1;
  const from = span === 'record' ? 0 : yearStart(series.dates, lastSession(series));
  return { index: highestIndex(column, from, last), column };
}

/**
 * Distance of the last close from the highest close of the span (≤ 0); on the intraday basis of the last low from
 * the highest high. Ids `RUT.drawdown.record`, `RUT.drawdown.52w.intraday`.
 */
export function drawdown(series: PriceSeries, span: Span, basis: Basis = 'close'): Measured {
  const id = `${series.symbol}.drawdown.${span}${basis === 'intraday' ? '.intraday' : ''}`;
  const peak = peakOf(series, span, basis);
  const lows = troughs(series, basis);
  if (!peak || !lows) return noIntraday(series, id);
  const gap = lost(series, span, id);
  if (gap) return gap;
  return fromPeak(series, { id, peak, basis, index: series.dates.length - 1, lows });
}

/** Distance of the last close from the highest intraday high: what the press often quotes. Id `….close_v_high`. */
export function closeFromHigh(series: PriceSeries, span: Span): Measured {
  const id = `${series.symbol}.drawdown.${span}.close_v_high`;
  const peak = peakOf(series, span, 'intraday');
  if (!peak) return noIntraday(series, id);
  const gap = lost(series, span, id);
  if (gap) return gap;
  return fromPeak(series, { id, peak, basis: 'intraday', index: series.dates.length - 1, lows: series.close });
}

/** The deepest the series has been since the high of its span, not only where it stands now. Id `RUT.maxdrawdown.52w`. */
export function maxDrawdown(series: PriceSeries, span: Span, basis: Basis = 'close'): Measured {
  const id = `${series.symbol}.maxdrawdown.${span}${basis === 'intraday' ? '.intraday' : ''}`;
  const peak = peakOf(series, span, basis);
  const lows = troughs(series, basis);
  if (!peak || !lows) return noIntraday(series, id);
  const gap = lost(series, span, id);
  if (gap) return gap;
  return fromPeak(series, { id, peak, basis, index: lowestIndex(lows, peak.index, series.dates.length - 1), lows });
}

interface FromPeak {
  readonly id: string;
  readonly peak: Peak;
  readonly basis: Basis;
  readonly index: number;
  readonly lows: Float64Array;
}

function fromPeak(series: PriceSeries, { id, peak, basis, index, lows }: FromPeak): Receipt<number> {
  const low = lows === series.close ? 'close' : 'low';
  const high = basis === 'close' ? 'highest close' : 'highest high';
  return {
    id,
    value: at(lows, index) / at(peak.column, peak.index) - 1,
    unit: 'fraction',
    asOf: lastSession(series),
    basis,
    formula: `${low} / ${high} − 1`,
    inputs: [
      { ...closeInput(series, index, low), value: at(lows, index) },
      input(series, peak.column, { name: high, index: peak.index }),
    ],
    sources: [series.source],
  };
}

/** The day of the lowest or highest close of a month (`YYYY-MM`); undefined when the series has no session in it. */
export function monthExtreme(series: PriceSeries, month: string, extreme: 'low' | 'high'): Day | undefined {
  const from = indexAt(series.dates, `${month}-00`) + 1;
  const to = indexAt(series.dates, `${month}-31`);
  if (to < from) return undefined;
  return dateAt(series, extreme === 'low' ? lowestIndex(series.close, from, to) : highestIndex(series.close, from, to));
}
