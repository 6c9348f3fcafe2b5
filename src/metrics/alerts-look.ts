/** What a look of an alert at a session's figures is: the shapes and the one comparison. Pure. */
import type { Day } from '../calendar/day.ts';
import type { Side } from './alerts.ts';
import type { FedDay } from './fed-views.ts';
import type { CallChange, LedgerSpan, Section } from './morning.ts';
import type { MorningPrices } from './morning-prices.ts';
import type { Receipt } from './receipt.ts';

/** What alerts look at: read once for all of them. */
export interface AlertData {
  readonly session: Day;
  readonly prices: Section<MorningPrices>;
  readonly fed: Section<FedDay>;
  readonly calls?: (since: Day, span?: LedgerSpan) => Section<readonly CallChange[]>;
  /** ISO instant of the look; absent in a replay, which knows days alone. */
  readonly now?: string;
}

/** The look before: its session, and its instant where that is known. */
export interface Look {
  readonly session: Day;
  readonly at?: string;
}

/** A figure of the reading that matters, in the order it is told. */
export interface Reading {
  readonly asOf: Day;
  /** The watched figure; for a record its close, for changes of calls their count. */
  readonly figure: Receipt<number>;
  readonly past: boolean;
  /** Beyond the re-arm line: the alert may fire again. */
  readonly clear: boolean;
  readonly details: readonly Receipt[];
  /** Lines ready to print: changes of calls. */
  readonly lines?: readonly string[];
  readonly prices?: MorningPrices;
  readonly fed?: FedDay;
}

/** Why there is no reading: a dead source, a provisional close, a meeting that is over. */
export interface NoReading {
  readonly why: string;
}

/** Strictly past, so that a figure exactly at the line has not passed it. */
export function isPast(value: number, side: Side, threshold: number): boolean {
  return side === 'below' ? value < threshold : value > threshold;
}
