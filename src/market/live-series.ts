/** Puts a live series together: a desk's own closes first, then archived ones, then tonight's. Pure; nothing fills a gap. */
import type { Day } from '../calendar/day.ts';
import { sessionsIn } from '../calendar/nyse.ts';
import type { ReceiptSource } from '../metrics/receipt.ts';
import type { PriceSeries, SessionNote } from '../metrics/series.ts';
import type { Shelf } from './archive.ts';
import type { Chosen } from './chain.ts';
import { type MarketSymbol, SYMBOLS } from './market.ts';

export interface SeriesParts {
  /** A desk's own series. */
  readonly own?: PriceSeries | undefined;
  readonly kept?: Shelf | undefined;
  /** The latest refresh. */
  readonly live: Chosen;
  readonly fetchedAt: string;
  readonly totalReturn?: boolean;
}

interface Row {
  readonly date: Day;
  readonly close: number;
  readonly high?: number | undefined;
  readonly low?: number | undefined;
  readonly publisher: string;
}

/** Own and live closes of one session further apart than this are of different scale: the own file knows no split since. */
const SCALE = 0.05;

/** The series, which may be empty; sessions between its first and last that nobody holds are `missing`. */
export function liveSeries(symbol: MarketSymbol, parts: SeriesParts): PriceSeries {
  const { kept, live, fetchedAt, totalReturn } = parts;
  const rows = new Map<Day, Row>();
  for (const bar of live.bars) rows.set(bar.date, bar);
  for (const bar of kept?.bars ?? []) rows.set(bar.date, bar);
  for (const row of ownRows(parts.own, rows)) rows.set(row.date, row);
  const ascending = [...rows.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
  const dates = ascending.map(({ date }) => date);
  const notes = [...(kept?.notes ?? []), ...restatedNotes(kept), ...live.notes.filter(isNew(kept))];
  return {
    symbol,
    name: SYMBOLS[symbol].name,
    kind: SYMBOLS[symbol].kind,
    ...(totalReturn && { totalReturn }),
    dates,
    close: Float64Array.from(ascending, ({ close }) => close),
    ...ranges(ascending),
    source: receiptSource(symbol, ascending, {
      tried: live.tried.length > 0 ? live.tried : (kept?.tried ?? []),
      fetchedAt,
    }),
    missing: sessionsIn(dates[0] ?? '2000-01-01', dates.at(-1) ?? '1999-12-31').filter((day) => !rows.has(day)),
    ...(notes.length > 0 && { notes }),
  };
}

/** Rows of a desk's own series, or none where the last session they share says that the scale has changed since. */
function ownRows(own: PriceSeries | undefined, live: ReadonlyMap<Day, Row>): Row[] {
  if (own === undefined) return [];
  const shared = own.dates.findLastIndex((day) => live.has(day));
  const other = live.get(own.dates[shared] ?? '');
  if (other && Math.abs((own.close[shared] ?? 0) / other.close - 1) > SCALE) return [];
  return own.dates.map((date, index) => ({
    date,
    close: own.close[index] ?? Number.NaN,
    high: own.high?.[index],
    low: own.low?.[index],
    publisher: own.source.publisher,
  }));
}

/** Highs and lows only where every session has them: a record high over a series with holes would be a guess. */
function ranges(rows: readonly Row[]): Pick<PriceSeries, 'high' | 'low'> {
  if (rows.some(({ high, low }) => high === undefined || low === undefined)) return {};
  return {
    high: Float64Array.from(rows, ({ high }) => high ?? Number.NaN),
    low: Float64Array.from(rows, ({ low }) => low ?? Number.NaN),
  };
}

function receiptSource(
  symbol: MarketSymbol,
  rows: readonly Row[],
  { tried, fetchedAt }: { readonly tried: Chosen['tried']; readonly fetchedAt: string },
): ReceiptSource {
  const counts = Map.groupBy(rows, ({ publisher }) => publisher);
  const publishers = [...counts].sort(([, one], [, other]) => other.length - one.length).map(([name]) => name);
  return {
    publisher: publishers.join(', '),
    series: SYMBOLS[symbol].kind === 'index' ? `^${symbol}` : symbol,
    fetchedAt,
    sample: false,
    ...(tried.length > 0 && { tried }),
  };
}

function restatedNotes(kept: Shelf | undefined): SessionNote[] {
  const applied = (kept?.restated ?? []).filter((one) => one.applied);
  return applied.map(({ date, was, now }) => ({ date, kind: 'restated', ...now, other: was }));
}

/** What the archive already says is not said twice. */
function isNew(kept: Shelf | undefined): (note: SessionNote) => boolean {
  return ({ date, kind }) => !kept?.notes.some((note) => note.date === date && note.kind === kind);
}
