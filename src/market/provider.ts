/** The contract of every live source: what it is, how politely it may be asked, and one read. It keeps nothing. */
import type { Day } from '../calendar/day.ts';
import type { ReceiptSource } from '../metrics/receipt.ts';
import type { MarketSymbol } from './market.ts';

export const SOURCE_IDS = [
  'yahoo',
  'cboe',
  'fred',
  'fredgraph',
  'alfred',
  'nyfed',
  'treasury',
  'fed-calendar',
  'ofr',
  'eodhd',
  'fmp',
  'tiingo',
] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

export interface SourceCard {
  readonly id: SourceId;
  /** Who publishes the data, as receipts and messages name it. */
  readonly publisher: string;
  readonly standing: 'official' | 'exchange' | 'unofficial' | 'keyed';
  /** The only address it is asked at: `https://…`, no path. */
  readonly origin: string;
  /** Its terms in a sentence, for `/capwatch sources`. */
  readonly licence: string;
  /** Requests allowed in any run of so many hours: the publisher's own limit, or our own where it states none. */
  readonly limit: { readonly requests: number; readonly hours: number };
  /** Least time between two requests, and how many may be open at once. */
  readonly spacingMs: number;
  readonly concurrency: number;
  readonly timeoutMs: number;
  /** The setting that holds its key, where it needs one. */
  readonly keySetting?: string;
}

export interface SourceRequest {
  /** Path below the source's origin, already spelled for an address. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Keys in the address or the headers, blanked wherever a failure is told. */
  readonly secrets?: readonly string[];
  /** A web page instead of data is refused, but from a source that reads one. */
  readonly accepts: 'json' | 'csv' | 'html';
  /** Default 20 MB. */
  readonly maxBytes?: number;
}

/** What a source gets to work with; one read may ask for several pages. */
export interface Asking {
  readonly now: Temporal.Instant;
  /** The body, paced, bounded and checked to be no web page. Throws what `requestOk` throws. */
  get(request: SourceRequest): Promise<string>;
}

export interface Provider<Query, Answer> {
  readonly card: SourceCard;
  /**
   * What the publisher says, validated.
   * @throws CapwatchError `bad_response` for anything but the agreed shape, an empty answer included; else what `get` throws.
   */
  fetchAnswer(query: Query, asking: Asking): Promise<Answer>;
}

/** Closes as quoted (an ETF's split-adjusted), or an ETF's dividend-adjusted ones. */
type CloseBasis = 'price' | 'total return';

export interface BarQuery {
  readonly symbol: MarketSymbol;
  readonly from: Day;
  readonly to: Day;
  readonly basis: CloseBasis;
}

export interface DailyBar {
  readonly date: Day;
  readonly close: number;
  readonly high?: number;
  readonly low?: number;
  /** False until 20 minutes after the session's end: the closing auction may still move it. */
  readonly final: boolean;
}

/** A row that did not become a bar, and why; it is counted, never mended. */
export interface DroppedRow {
  readonly date: Day;
  readonly reason: 'no close' | 'closed day' | 'not yet closed' | 'earlier print of the session' | 'outside the span';
}

export interface DailyBars {
  readonly symbol: MarketSymbol;
  /** Ascending, one a session, only sessions the exchange held and ended. */
  readonly bars: readonly DailyBar[];
  readonly dropped: readonly DroppedRow[];
  readonly source: ReceiptSource;
}

export interface BarProvider extends Provider<BarQuery, DailyBars> {
  /** Whether the source has this instrument on this basis; it is never asked for anything else. */
  covers(symbol: MarketSymbol, basis: CloseBasis): boolean;
}
