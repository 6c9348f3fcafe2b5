/** What Capwatch knows of fed funds: the interface the upper floors read, whatever source stands behind it. */
import type { Day } from '../calendar/day.ts';
import type { FedFutures } from '../metrics/fed-futures.ts';
import type { FedCalendar } from '../metrics/fed-odds.ts';
import type { RateSeries } from '../metrics/fed-rates.ts';

/** Everything the odds of a day rest on, cut off after it. */
export interface FedData {
  /** True when everything comes from the bundled, generated sample. */
  readonly sample: boolean;
  readonly futures: FedFutures;
  /** Meetings (future ones included, as the schedule is public) and the target ranges in force up to the day. */
  readonly calendar: FedCalendar;
  /** The effective federal funds rate, every calendar day; absent where a folder has no file of it. */
  readonly effr?: RateSeries;
  /** The source of prices fails while a settlement is due; absent while all is well. */
  readonly outage?: Outage;
  /** A decision whose range nobody has published yet: odds are counted from the range before it, and say so. */
  readonly pendingDecision?: Day;
}

/** How long a source has failed, how often it was tried since, and when it is tried next. */
export interface Outage {
  readonly since: Temporal.Instant;
  readonly tries: number;
  readonly nextTry?: Temporal.Instant;
}

export interface FedMarket {
  /**
   * Futures, meetings and rates as known on the evening of `asOf`.
   * @throws CapwatchError `not_found` without futures on or before that day, `bad_response` naming file, contract and date.
   */
  fedFunds(asOf: Day): Promise<FedData>;
}
