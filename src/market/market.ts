/** What Capwatch knows of the market: the interface the upper floors read, whatever source stands behind it. */
import type { Day } from '../calendar/day.ts';
import type { ReceiptSource } from '../metrics/receipt.ts';
import type { PriceSeries } from '../metrics/series.ts';

/** Symbols Capwatch speaks of. RSP and IJR exist as dividend-adjusted closes only. */
export const SYMBOLS = {
  RUT: { name: 'Russell 2000', kind: 'index' },
  GSPC: { name: 'S&P 500', kind: 'index' },
  XLK: { name: 'XLK', kind: 'etf' },
  IWM: { name: 'IWM', kind: 'etf' },
  SPY: { name: 'SPY', kind: 'etf' },
  QQQ: { name: 'QQQ', kind: 'etf' },
  IXIC: { name: 'Nasdaq Composite', kind: 'index' },
  RSP: { name: 'RSP', kind: 'etf' },
  IJR: { name: 'IJR', kind: 'etf' },
} as const satisfies Record<string, { name: string; kind: 'index' | 'etf' }>;

export type MarketSymbol = keyof typeof SYMBOLS;

/** A print of a running session: a glance, never a close. */
export interface Quote {
  readonly symbol: MarketSymbol;
  readonly name: string;
  readonly price: number;
  /** When it was traded, not when it was read. */
  readonly at: Temporal.Instant;
  readonly source: ReceiptSource;
}

export interface Market {
  /** True when everything comes from the bundled, generated sample. */
  readonly sample: boolean;
  /**
   * Closes of `symbol` as known after the close of `asOf`: later sessions are cut off.
   * @throws CapwatchError `not_found` without such a series, `bad_response` naming file and line for a bad file.
   */
  prices(symbol: MarketSymbol, asOf: Day): Promise<PriceSeries>;
  /** The ETF's dividend-adjusted (total return) closes, under the same rule; ratios only. */
  totalReturn(symbol: MarketSymbol, asOf: Day): Promise<PriceSeries>;
  /** The last print of the running session, where a source has one; undefined when it does not answer. */
  quote?(symbol: MarketSymbol): Promise<Quote | undefined>;
}
