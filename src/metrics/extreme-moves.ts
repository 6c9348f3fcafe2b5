/** The largest day, month or year of the gap or of one index, and when the gap was last as wide. Pure. */
import { type Day, monthsBefore, yearOf } from '../calendar/day.ts';
import { closesBasis, type Pair } from './pair.ts';
import type { Receipt, ReceiptInput } from './receipt.ts';
import { monthReturns } from './seasonality.ts';
import { at, indexAt } from './series.ts';
import type { NamedWindow } from './windows.ts';

export type Length = 'day' | 'month' | 'year';

export interface MoveQuery {
  readonly length: Length;
  readonly side: 'low' | 'high';
  /** Of the gap, or of one leg alone. */
  readonly of: 'gap' | 'subject' | 'benchmark';
  /** Stretches that end on or before this day are left out; all of them without it. */
  readonly since?: Day;
}

/** One stretch between two closes. */
export interface Move {
  readonly from: Day;
  readonly to: Day;
  /** Difference of the two returns, or the one return: a fraction. */
  readonly value: Receipt<number>;
  readonly own: Receipt<number>;
  readonly other: Receipt<number>;
}

export interface ExtremeMoves {
  readonly first: Move;
  readonly second?: Move;
  /** Stretches looked at. */
  readonly among: Receipt<number>;
  /** The last stretch of all, and the latest earlier one at least as extreme; absent when none is. */
  readonly current: Move;
  readonly asExtreme?: Move;
  /** Day the first stretch looked at begins. */
  readonly begins: Day;
}

interface Span {
  readonly base: number;
  readonly end: number;
}

/** The most extreme stretch of its length; undefined with fewer than two. Whole months and years only. */
export function extremeMoves(pair: Pair, query: MoveQuery): ExtremeMoves | undefined {
  const { since, side } = query;
  const all = spansOf(pair, query.length);
  const spans = all.filter(({ end }) => since === undefined || (pair.dates[end] ?? '') > since);
  const sign = side === 'low' ? -1 : 1;
  const size = (span: Span) => sign * changeOf(pair, span, query.of);
  const best = leading(spans, size);
  const now = all.at(-1);
  if (!best || !now || spans.length < 2) return undefined;
  const next = leading(
    spans.filter((span) => span !== best),
    size,
  );
  const before = all.slice(0, -1).findLast((span) => size(span) >= size(now));
  return {
    first: moveOf(pair, best, query),
    ...(next && { second: moveOf(pair, next, query) }),
    among: amongOf(pair, spans, query),
    current: moveOf(pair, now, query),
    ...(before && { asExtreme: moveOf(pair, before, query) }),
    begins: pair.dates[spans[0]?.base ?? 0] ?? '',
  };
}

function leading(spans: readonly Span[], size: (span: Span) => number): Span | undefined {
  let best = spans[0];
  for (const span of spans) if (best && size(span) > size(best)) best = span;
  return best;
}

function spansOf(pair: Pair, length: Length): Span[] {
  const lost = (base: number, end: number) =>
    pair.missing.some((day) => day > (pair.dates[base] ?? '') && day < (pair.dates[end] ?? ''));
  const spans =
    length === 'day'
      ? Array.from({ length: pair.dates.length - 1 }, (_, base) => ({ base, end: base + 1 }))
      : length === 'month'
        ? wholeMonths(pair)
        : wholeYears(pair);
  return pair.missing.length === 0 ? spans : spans.filter(({ base, end }) => !lost(base, end));
}

/** The month under way is left out: it has not ended. */
function wholeMonths(pair: Pair): Span[] {
  return monthReturns(pair)
    .slice(0, -1)
    .map(({ base, end }) => ({ base, end }));
}

function wholeYears({ dates }: Pair): Span[] {
  const ends = dates.flatMap((day, index) => {
    const next = dates[index + 1];
    return next !== undefined && yearOf(next) !== yearOf(day) ? [index] : [];
  });
  return ends.slice(1).map((end, place) => ({ base: ends[place] ?? 0, end }));
}

function legOf(closes: Float64Array, { base, end }: Span): number {
  return at(closes, end) / at(closes, base) - 1;
}

function changeOf(pair: Pair, span: Span, of: MoveQuery['of']): number {
  if (of === 'subject') return legOf(pair.own, span);
  const other = legOf(pair.other, span);
  return of === 'benchmark' ? other : legOf(pair.own, span) - other;
}

function moveOf(pair: Pair, span: Span, { of, length }: MoveQuery): Move {
  const [own, other] = [legReceipt(pair, span, 'subject'), legReceipt(pair, span, 'benchmark')];
  const [from, to] = [pair.dates[span.base] ?? '', pair.dates[span.end] ?? ''];
  const input = (name: string, { id, value }: Receipt<number>): ReceiptInput => ({ name, series: id, date: to, value });
  const gap: Receipt<number> = {
    ...own,
    id: `${pair.subject.symbol}-${pair.benchmark.symbol}.gap.${length}.${to}`,
    value: own.value - other.value,
    basis: closesBasis(pair),
    formula: 'own return − benchmark return',
    inputs: [input('own return', own), input('benchmark return', other)],
    sources: pair.sources,
  };
  return { from, to, own, other, value: of === 'gap' ? gap : of === 'subject' ? own : other };
}

function legReceipt(pair: Pair, { base, end }: Span, which: 'subject' | 'benchmark'): Receipt<number> {
  const series = pair[which];
  const closes = which === 'subject' ? pair.own : pair.other;
  const input = (name: string, index: number): ReceiptInput => ({
    name,
    series: series.symbol,
    date: pair.dates[index] ?? '',
    value: at(closes, index),
  });
  const to = pair.dates[end] ?? '';
  return {
    id: `${series.symbol}.return.${pair.dates[base]}.${to}`,
    value: legOf(closes, { base, end }),
    unit: 'fraction',
    asOf: to,
    basis: closesBasis(pair),
    formula: 'close(end) / close(base) − 1',
    inputs: [input('close(end)', end), input('close(base)', base)],
    sources: [series.source],
  };
}

function amongOf(pair: Pair, spans: readonly Span[], { length, of }: MoveQuery): Receipt<number> {
  const series = `${pair.subject.symbol}-${pair.benchmark.symbol}`;
  const one = (name: string, span: Span, date: Day): ReceiptInput => ({
    name,
    series,
    date,
    value: changeOf(pair, span, of),
  });
  const [first, last] = [spans[0], spans.at(-1)];
  const days = length === 'day' && pair.missing.length === 0;
  const inputs = days
    ? [
        ...(first ? [one('first', first, pair.dates[first.base] ?? '')] : []),
        ...(last ? [one('last', last, pair.dates[last.end] ?? '')] : []),
      ]
    : spans.map((span) => one('moves', span, pair.dates[span.end] ?? ''));
  return {
    id: `${series}.${of}.${length}s`,
    value: spans.length,
    unit: 'count',
    asOf: pair.dates.at(-1) ?? '',
    basis: closesBasis(pair),
    formula: days ? 'sessions(first, last)' : 'count(moves)',
    inputs,
    sources: pair.sources,
  };
}

/** Windows whose gap can be looked back for, with their length in months; the year to date has none. */
const LOOKED_BACK: Partial<Record<NamedWindow, number>> = { ytd: 0, '1m': 1, '3m': 3, '6m': 6, '1y': 12 };

export interface LastWide {
  /** The latest session before the last one on which the gap was at least as far on that side. */
  readonly day?: Day;
  /** The same in an earlier year. */
  readonly earlierYear?: Day;
}

/**
 * When the gap over `window` was last on `side` of `bound` (a fraction), the last session left out; undefined for
 * windows that are not looked back for.
 */
export function lastBeyond(
  pair: Pair,
  { window, side, bound }: { readonly window: NamedWindow; readonly side: 'low' | 'high'; readonly bound: number },
): LastWide | undefined {
  const months = LOOKED_BACK[window];
  if (months === undefined) return undefined;
  const year = yearOf(pair.dates.at(-1) ?? '');
  const beyond = (index: number) => {
    const gap = gapAt(pair, index, months);
    return gap !== undefined && (side === 'low' ? gap <= bound : gap >= bound);
  };
  let day: Day | undefined;
  for (let index = pair.dates.length - 2; index > 0; index--) {
    const found = pair.dates[index] ?? '';
    if (day !== undefined && yearOf(found) === year) continue;
    if (!beyond(index)) continue;
    day ??= found;
    if (yearOf(found) < year) return { day, earlierYear: found };
  }
  return day === undefined ? {} : { day };
}

function gapAt(pair: Pair, index: number, months: number): number | undefined {
  const day = pair.dates[index] ?? '';
  const target = months === 0 ? `${yearOf(day) - 1}-12-31` : monthsBefore(day, months);
  const base = indexAt(pair.dates, target);
  return base < 0 ? undefined : changeOf(pair, { base, end: index }, 'gap');
}
