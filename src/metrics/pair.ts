/** Two series on the sessions they share, column beside column. Pure; nothing is filled in between. */
import type { Day } from '../calendar/day.ts';
import type { Absent, ReceiptSource } from './receipt.ts';
import { at, type PriceSeries } from './series.ts';

export interface Pair {
  readonly subject: PriceSeries;
  readonly benchmark: PriceSeries;
  /** Sessions both series have. */
  readonly dates: readonly Day[];
  /** Closes, one a date. */
  readonly own: Float64Array;
  readonly other: Float64Array;
  /** Sessions between the first and the last common one that either series lost. */
  readonly missing: readonly Day[];
  readonly sources: readonly ReceiptSource[];
}

/** The common sessions of two series. */
export function pairOf(subject: PriceSeries, benchmark: PriceSeries): Pair {
  const dates: Day[] = [];
  const own: number[] = [];
  const other: number[] = [];
  let j = 0;
  for (let i = 0; i < subject.dates.length; i++) {
    const day = subject.dates[i] ?? '';
    while (j < benchmark.dates.length && (benchmark.dates[j] ?? '') < day) j += 1;
    if (benchmark.dates[j] !== day) continue;
    dates.push(day);
    own.push(at(subject.close, i));
    other.push(at(benchmark.close, j));
  }
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  const lost = new Set([...subject.missing, ...benchmark.missing].filter((day) => day > first && day < last));
  return {
    subject,
    benchmark,
    dates,
    own: Float64Array.from(own),
    other: Float64Array.from(other),
    missing: [...lost].sort(),
    sources: [subject.source, benchmark.source],
  };
}

/** The values of one of the pair's series, computed over its own whole history, on the pair's sessions. */
export function onSessions<T extends Float64Array | Int32Array>(pair: Pair, series: PriceSeries, column: T): T {
  const picked = column.slice(0, pair.dates.length) as T;
  let place = 0;
  for (const [index, day] of pair.dates.entries()) {
    while ((series.dates[place] ?? day) < day) place += 1;
    picked[index] = column[place] ?? Number.NaN;
  }
  return picked;
}

/** What the closes of a pair are: price indexes, an ETF's price among them, or with dividends. */
export function closesBasis({ subject, benchmark }: Pair): string {
  if (subject.totalReturn || benchmark.totalReturn) return 'closes with dividends';
  const funds = [subject, benchmark].filter(({ kind }) => kind === 'etf').map(({ symbol }) => symbol);
  return funds.length === 0 ? 'closes, price indexes' : `closes, ${funds.join(' and ')} as ETF price`;
}

/** Why a figure over the pair's sessions from `from` on is refused, naming the series that lost a session. */
export function pairRefusal(pair: Pair, id: string, from: Day = pair.dates[0] ?? ''): Absent | undefined {
  const lost = pair.missing.find((day) => day >= from);
  if (lost === undefined) return undefined;
  const { name } = pair.subject.missing.includes(lost) ? pair.subject : pair.benchmark;
  return { id, absent: `no ${name} close for ${lost}` };
}
