/** What a source of economic series gives: values by period, as published on a day. The contract and its checks; nothing is asked here. */
import type { Day } from '../calendar/day.ts';
import type { ReceiptSource } from '../metrics/receipt.ts';
import { empty, unexpected } from './body.ts';
import type { Provider, SourceCard } from './provider.ts';

/**
 * Series Capwatch reads, with the unit and the span a value can lie in: a publisher that changes from thousands to
 * millions is noticed, not printed.
 */
const SERIES = {
  PERMIT: { unit: 'thousand units, annual rate', low: 300, high: 4_000 },
  ICSA: { unit: 'claims', low: 100_000, high: 10_000_000 },
  IC4WSA: { unit: 'claims', low: 100_000, high: 10_000_000 },
  RSAFS: { unit: 'million USD', low: 100_000, high: 2_000_000 },
  PCEC96: { unit: 'billion 2017 USD', low: 1_000, high: 50_000 },
  GDPC1: { unit: 'billion 2017 USD', low: 1_000, high: 60_000 },
  GDPNOW: { unit: 'percent, annual rate', low: -60, high: 60 },
  UNRATE: { unit: 'percent', low: 0, high: 40 },
  DGS2: { unit: 'percent', low: -5, high: 25 },
  DGS10: { unit: 'percent', low: -5, high: 25 },
  DFEDTARU: { unit: 'percent', low: 0, high: 25 },
  DFEDTARL: { unit: 'percent', low: 0, high: 25 },
  EFFR: { unit: 'percent', low: -1, high: 25 },
  MMMFFAQ027S: { unit: 'million USD', low: 1_000, high: 50_000_000 },
  'MMF-MMF_TOT-M': { unit: 'USD', low: 1e11, high: 5e13 },
} as const satisfies Record<string, { unit: string; low: number; high: number }>;
export type SeriesId = keyof typeof SERIES;

export interface SeriesQuery {
  readonly id: SeriesId;
  readonly from: Day;
  /** As known on this day; the latest revision without it. */
  readonly vintage?: Day;
}

export interface Observation {
  /** The day that names the period, as the publisher dates it: first of a month or quarter, a week's Saturday, the day. */
  readonly period: Day;
  readonly value: number;
}

export interface Observations {
  readonly id: SeriesId;
  /** Ascending, one a period. */
  readonly points: readonly Observation[];
  /** Periods the publisher lists without a value. */
  readonly missing: readonly Day[];
  readonly vintage?: Day;
  readonly source: ReceiptSource;
}

export type ObservationProvider = Provider<SeriesQuery, Observations>;

export interface Cell {
  readonly period: Day;
  readonly value: number | undefined;
}

/** Observations of checked cells in any order. Throws `bad_response` when nothing is left, or a value cannot be one. */
export function observations(
  cells: readonly Cell[],
  { id, from, vintage }: SeriesQuery,
  { card, now }: { readonly card: SourceCard; readonly now: Temporal.Instant },
): Observations {
  const { low, high } = SERIES[id];
  const inSpan = cells.filter(({ period }) => period >= from).sort((a, b) => (a.period < b.period ? -1 : 1));
  const points = inSpan.flatMap(({ period, value }) => (value === undefined ? [] : [{ period, value }]));
  if (points.length === 0) throw empty(card);
  for (const [index, { period, value }] of points.entries()) {
    if (!(value >= low && value <= high)) throw unexpected(card, `${id} ${period} is outside ${low} to ${high}`);
    if (period === points[index - 1]?.period) throw unexpected(card, `${id} ${period} is there twice`);
  }
  return {
    id,
    points,
    missing: inSpan.filter(({ value }) => value === undefined).map(({ period }) => period),
    ...(vintage !== undefined && { vintage }),
    source: {
      publisher: card.publisher,
      series: id,
      fetchedAt: now.toString({ smallestUnit: 'second' }),
      sample: false,
    },
  };
}
