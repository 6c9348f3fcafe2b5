/** Fed funds futures from Yahoo, one listed month at a time; its daily close is the exchange's settlement. */
import { type Day, newYorkTime } from '../../calendar/day.ts';
import { isSession } from '../../calendar/nyse.ts';
import { fedContract } from '../../metrics/fed-futures.ts';
import { rounded } from '../bars.ts';
import { empty } from '../body.ts';
import { type ContractBar, type ContractProvider, isFuturesPrice } from '../futures.ts';
import { fetchChart, YAHOO } from './request.ts';

/** Settled at 14:00 in Chicago; Yahoo's close is that price from about here on. */
const SETTLED_FROM = '16:30';

/**
 * Settlements of one contract month. An expired or unlisted month is `not_found`. The continuous ticker is never used:
 * it is whichever month traded most.
 */
export const yahooFutures: ContractProvider = {
  card: YAHOO,
  async fetchAnswer({ month, from, to }, asking) {
    const rows = await fetchChart({ ticker: `${fedContract(month)}.CBT`, from, to }, asking);
    const bars = new Map<Day, ContractBar>();
    for (const { date, close, volume } of rows) {
      if (date < from || date > to || !isSession(date) || !isSettled(date, asking.now) || !isFuturesPrice(close))
        continue;
      const traded = typeof volume === 'number' ? { volume } : {};
      bars.set(date, { date, price: rounded(close, 4), ...traded });
    }
    if (bars.size === 0) throw empty(YAHOO);
    return { month, bars: [...bars.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) };
  },
};

function isSettled(day: Day, now: Temporal.Instant): boolean {
  const local = newYorkTime(now);
  return day < local.day || (day === local.day && local.time >= SETTLED_FROM);
}
