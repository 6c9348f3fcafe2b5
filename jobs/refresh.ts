/** Reads everything once after the close, after the settlement and in the evening, so that answers need not wait for a source. */
import { newYorkTime } from '../src/calendar/day.ts';
import { isSession, lastCompletedSession } from '../src/calendar/nyse.ts';
import { CapwatchError } from '../src/errors.ts';
import type { Log } from '../src/log.ts';
import type { FedMarket } from '../src/market/fed-market.ts';
import type { MacroMarket } from '../src/market/macro-market.ts';
import { type Market, type MarketSymbol, SYMBOLS } from '../src/market/market.ts';

export interface RefreshParts {
  readonly market: Market;
  readonly fedMarket: FedMarket;
  readonly macroMarket: MacroMarket;
  readonly clock: () => Temporal.Instant;
  readonly log: Log;
}

/**
 * When it runs, New York time, Monday to Friday: closes final on half days and full ones, futures settled, the
 * exchange's own file out, the next morning's releases and rates.
 */
export const REFRESH_CRON = [
  '22 13 * * 1-5',
  '22 16 * * 1-5',
  '35 16 * * 1-5',
  '5 18 * * 1-5',
  '5 11 * * 1-5',
] as const;
export const REFRESH_ZONE = 'America/New_York';

/** What one run brought: how many series are up to date, and what failed, by name. */
export interface Refreshed {
  readonly current: readonly string[];
  readonly behind: readonly string[];
}

/** Reads every symbol, one after the other, and the fed funds market; nothing is read on a day without a session. */
export async function refresh({ market, fedMarket, macroMarket, clock, log }: RefreshParts): Promise<Refreshed> {
  const now = clock();
  const session = lastCompletedSession(now);
  if (!isSession(newYorkTime(now).day)) return { current: [], behind: [] };
  const current: string[] = [];
  const behind: string[] = [];
  const note = (name: string, last: string | undefined) => (last === session ? current : behind).push(name);
  for (const symbol of symbols()) {
    note(symbol, await orNothing(async () => (await market.prices(symbol, session)).dates.at(-1)));
  }
  note('ZQ', await orNothing(async () => (await fedMarket.fedFunds(session)).futures.dates.at(-1)));
  note('macro', await orNothing(async () => (await macroMarket.macro(session)).asOf));
  log.info('refreshed', { session, current: current.length, behind });
  return { current, behind };
}

/** A series no source has is behind, whatever the reason; the requester has logged it. */
async function orNothing(read: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}

function symbols(): MarketSymbol[] {
  return Object.keys(SYMBOLS).filter((name): name is MarketSymbol => Object.hasOwn(SYMBOLS, name));
}
