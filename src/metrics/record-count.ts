/** How often a series closed above everything before it within a stretch of sessions. Pure. */
import type { Day } from '../calendar/day.ts';
import type { Receipt } from './receipt.ts';
import { at, closeInput, dateAt, indexAt, type PriceSeries } from './series.ts';

export interface RecordCloses {
  /** Days of the record closes, ascending. */
  readonly days: readonly Day[];
  /** How many; absent where there is none. */
  readonly count?: Receipt<number>;
  /** The highest close of the stretch. */
  readonly highest: Receipt<number>;
  /** The highest close before the stretch; absent where the data begin with it. */
  readonly before?: Receipt<number>;
}

/** Record closes after `since` up to the last session; undefined without a session in between. A tie is no record. */
export function recordCloses(series: PriceSeries, since: Day): RecordCloses | undefined {
  const from = indexAt(series.dates, since) + 1;
  const last = series.dates.length - 1;
  if (from > last) return undefined;
  let top = 0;
  const records: number[] = [];
  for (let index = 1; index < from; index++) if (at(series.close, index) > at(series.close, top)) top = index;
  const before = from === 0 ? undefined : top;
  for (let index = Math.max(1, from); index <= last; index++) {
    if (at(series.close, index) <= at(series.close, top)) continue;
    top = index;
    records.push(index);
  }
  let highest = from;
  for (let index = from; index <= last; index++)
    if (at(series.close, index) > at(series.close, highest)) highest = index;
  return {
    days: records.map((index) => dateAt(series, index)),
    ...(records.length > 0 && { count: countOf(series, records, since) }),
    highest: closeOf(series, highest, 'highest_close'),
    ...(before !== undefined && { before: closeOf(series, before, 'record_before') }),
  };
}

function countOf(series: PriceSeries, records: readonly number[], since: Day): Receipt<number> {
  return {
    id: `${series.symbol}.record_closes.since.${since}`,
    value: records.length,
    unit: 'count',
    asOf: dateAt(series, series.dates.length - 1),
    basis: 'close',
    formula: 'count(record close)',
    inputs: records.map((index) => closeInput(series, index, 'record close')),
    sources: [series.source],
  };
}

function closeOf(series: PriceSeries, index: number, name: string): Receipt<number> {
  return {
    id: `${series.symbol}.${name}.${dateAt(series, index)}`,
    value: at(series.close, index),
    unit: 'index',
    asOf: dateAt(series, index),
    basis: 'close',
    formula: 'close',
    inputs: [closeInput(series, index, 'close')],
    sources: [series.source],
  };
}
