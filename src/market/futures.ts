/** What a source of fed funds futures gives: prices of one contract by day. The contract only; nothing is asked here. */
import type { Day } from '../calendar/day.ts';
import type { Month } from '../calendar/month.ts';
import type { Provider } from './provider.ts';

export interface ContractQuery {
  readonly month: Month;
  readonly from: Day;
  readonly to: Day;
}

export interface ContractBar {
  readonly date: Day;
  /** 100 − average rate in per cent. */
  readonly price: number;
  /** Contracts traded; undefined where the source does not say. */
  readonly volume?: number;
}

export interface ContractBars {
  readonly month: Month;
  /** Ascending, one a day. */
  readonly bars: readonly ContractBar[];
}

export type ContractProvider = Provider<ContractQuery, ContractBars>;

/** Fed funds futures trade between these; outside is a slip. */
const PRICE = { low: 80, high: 100.5 };

/** Whether a futures price can be one: 80 to 100.5. */
export function isFuturesPrice(value: number | null | undefined): value is number {
  return typeof value === 'number' && value >= PRICE.low && value <= PRICE.high;
}
