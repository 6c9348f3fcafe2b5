/** Where this year's gap stands among all years at the same session of the year. Pure. */
import { yearOf } from '../calendar/day.ts';
import type { Absent, Receipt, ReceiptInput } from './receipt.ts';
import { at, dateAt, indexOf, lastSession, type PriceSeries } from './series.ts';

interface YearGap {
  readonly year: number;
  /** Difference of the two year-to-date returns at that session of the year, a fraction. */
  readonly gap: number;
}

export interface GapRank {
  /** 1 = the widest on the side of this year's gap (widest lag, or widest lead). */
  readonly rank: Receipt<number>;
  readonly years: number;
  /** Sessions of the year so far. */
  readonly sessions: number;
  /** The year next to this one in the order: the second when this year is first, else the first. */
  readonly next: YearGap;
}

/** The rank, or why there is none: too few complete years, or a session lost. Id `RUT-GSPC.gap.ytd.rank`. */
export function gapRank(subject: PriceSeries, benchmark: PriceSeries): GapRank | Absent {
  const id = `${subject.symbol}-${benchmark.symbol}.gap.ytd.rank`;
  const asOf = lastSession(subject);
  if (subject.missing.length + benchmark.missing.length > 0) return { id, absent: 'sessions are missing' };
  const starts = yearStarts(subject);
  const start = starts.get(yearOf(asOf));
  if (start === undefined) return { id, absent: `${subject.name} data begin this year` };
  const sessions = subject.dates.length - start;
  const gaps: ReceiptInput[] = [];
  for (const [year, first] of starts) {
    const end = first + sessions - 1;
    if (end >= subject.dates.length || yearOf(dateAt(subject, end)) !== year) continue;
    const gap = gapBetween(subject, benchmark, first - 1, end);
    if (gap !== undefined)
      gaps.push({
        name: 'gaps',
        series: `${subject.symbol}-${benchmark.symbol}`,
        date: dateAt(subject, end),
        value: gap,
      });
  }
  const own = gaps.at(-1);
  if (!own || own.date !== asOf || gaps.length < 2) return { id, absent: 'too few years to compare' };
  return ranked({ id, own, gaps, sessions, sources: [subject.source, benchmark.source] });
}

interface Ranking {
  readonly id: string;
  readonly own: ReceiptInput;
  readonly gaps: readonly ReceiptInput[];
  readonly sessions: number;
  readonly sources: Receipt['sources'];
}

function ranked({ id, own, gaps, sessions, sources }: Ranking): GapRank | Absent {
  const side = own.value < 0 ? -1 : 1;
  const order = [...gaps].sort((a, b) => side * (b.value - a.value));
  const rank = order.indexOf(own) + 1;
  const next = order[rank === 1 ? 1 : 0];
  if (!next) return { id, absent: 'too few years to compare' };
  return {
    rank: {
      id,
      value: rank,
      unit: 'rank',
      asOf: own.date,
      basis: 'price return, same session of the year',
      formula: `rank(gap in gaps, ${side < 0 ? 'lowest' : 'highest'} first)`,
      inputs: [{ ...own, name: 'gap' }, ...gaps, { ...own, name: 'sessions of the year', value: sessions }],
      sources,
    },
    years: gaps.length,
    sessions,
    next: { year: yearOf(next.date), gap: next.value },
  };
}

/** Index of the first session of each year that has an earlier session to count from. */
function yearStarts(series: PriceSeries): Map<number, number> {
  const starts = new Map<number, number>();
  for (let index = 1; index < series.dates.length; index++) {
    const year = yearOf(dateAt(series, index));
    if (year !== yearOf(dateAt(series, index - 1))) starts.set(year, index);
  }
  return starts;
}

function gapBetween(subject: PriceSeries, benchmark: PriceSeries, from: number, to: number): number | undefined {
  const first = indexOf(benchmark.dates, dateAt(subject, from));
  const last = indexOf(benchmark.dates, dateAt(subject, to));
  if (first < 0 || last < 0) return undefined;
  return at(subject.close, to) / at(subject.close, from) - at(benchmark.close, last) / at(benchmark.close, first);
}
