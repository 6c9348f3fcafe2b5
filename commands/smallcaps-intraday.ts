/** The running session under a `/smallcaps` answer: read → measure → write; nothing outside trading hours or when no source has it. */
import { newYorkTime } from '../src/calendar/day.ts';
import { closeTime, isSession } from '../src/calendar/nyse.ts';
import { printFreshness } from '../src/market/freshness.ts';
import { type Market, SYMBOLS } from '../src/market/market.ts';
import { intradayWords } from '../src/messages/intraday.ts';
import { intradayItem } from '../src/metrics/intraday.ts';
import type { Receipt } from '../src/metrics/receipt.ts';
import type { PriceSeries } from '../src/metrics/series.ts';

const OPEN = '09:30';

export interface Glance {
  readonly notes: readonly string[];
  readonly numbers: readonly Receipt[];
}

const NOTHING: Glance = { notes: [], numbers: [] };

/** The last prints of these series, as old as the oldest of them; all of them or none, so that nothing is compared across times. */
export async function glance(market: Market, series: readonly PriceSeries[], now: Temporal.Instant): Promise<Glance> {
  const { day, time } = newYorkTime(now);
  const isOpen = isSession(day) && time >= OPEN && time < closeTime(day);
  if (!isOpen || market.quote === undefined) return NOTHING;
  const read = market.quote;
  const items = await Promise.all(
    series.map(async (one) => {
      const symbol = Object.keys(SYMBOLS).find((name): name is keyof typeof SYMBOLS => name === one.symbol);
      const print = symbol && (await read(symbol));
      return print && intradayItem(print, one);
    }),
  );
  const known = items.filter((item) => item !== undefined);
  const oldest = known.map(({ print }) => print.at).sort(Temporal.Instant.compare)[0];
  if (known.length < series.length || oldest === undefined) return NOTHING;
  const age = printFreshness(oldest, now);
  if (age.kind !== 'live' && age.kind !== 'delayed') return NOTHING;
  return { notes: [intradayWords(known, age)], numbers: known.flatMap(({ price, change }) => [price, change]) };
}
