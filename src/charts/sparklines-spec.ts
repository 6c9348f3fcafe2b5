/** What a panel of small lines shows: plain JSON, like every other spec. Pure. */
import type { Day } from '../calendar/day.ts';
import type { ChartHead } from './spec.ts';

interface Sparkline {
  /** At the left, e.g. "Claims". */
  readonly name: string;
  /** The periods of the values, ascending. */
  readonly dates: readonly Day[];
  /** One a period, all finite. */
  readonly values: readonly number[];
  /** At the right: the last value and its change, e.g. "187,000" and "−16,000". */
  readonly endLabel: string;
  readonly changeLabel: string;
}

/** Small lines one above the other, each on its own scale: several series at a glance. */
export interface SparklinesSpec extends ChartHead {
  readonly kind: 'sparklines';
  /** Ends of the time axis that all lines share; every date lies between them. */
  readonly from: Day;
  readonly to: Day;
  /** One to eight, from the top. */
  readonly panels: readonly Sparkline[];
}
