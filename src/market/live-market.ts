/** Today's market without a paid key: archived closes, completed by live sources when a session is missing. It decides nothing about a close. */
import { addDays, type Day } from '../calendar/day.ts';
import { lastCompletedSession } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type PriceSeries, upTo } from '../metrics/series.ts';
import { type Archive, createArchive, type Shelf } from './archive.ts';
import { createCache } from './cached.ts';
import { type ChainParts, type Chosen, chooseBars } from './chain.ts';
import type { KeyValueStore } from './key-value.ts';
import { liveSeries } from './live-series.ts';
import { type Market, type MarketSymbol, type Quote, SYMBOLS } from './market.ts';
import type { BarQuery, Provider } from './provider.ts';
import { exchangeFileDue } from './session-time.ts';

export interface LiveMarketParts extends ChainParts {
  readonly store: KeyValueStore;
  readonly log: Log;
  /** A desk's own files: first choice for every session they hold, completed after their last one. */
  readonly folder?: Market;
  /** Who has prints of the running session. */
  readonly quotes?: Provider<{ readonly symbol: MarketSymbol }, Quote>;
}

/** Closes before this are not asked for. */
const HISTORY_FROM: Day = '1950-01-01';
/** Days asked for again with every refresh, so that a filled hole or a restated close is seen. */
const OVERLAP_DAYS = 14;
/** A session that is there is asked for again no sooner than this; total return moves with every dividend. */
const AGES = { softMinutes: 5, hardMinutes: 60 * 24 * 14 };
/** Prints are read at most every two minutes, and an old one is not kept for the next question. */
const QUOTE_AGES = { softMinutes: 2, hardMinutes: 2 };

/** A market of live sources; with a folder the folder's closes come first. */
export function createLiveMarket(parts: LiveMarketParts): Market {
  const archive = createArchive(parts.store);
  const cache = createCache(parts);
  const refresh = (symbol: MarketSymbol) => cache.read(`bars/${symbol}`, AGES, () => refreshed(symbol, archive, parts));
  const wantedBy = (asOf: Day) => earlier(asOf, lastCompletedSession(parts.clock()));
  const { quotes, requester } = parts;
  return {
    sample: false,
    ...(quotes && {
      quote: async (symbol: MarketSymbol) => {
        const read = () => requester.read(quotes, { symbol });
        return (await ifAnswered(cache.read(`quote/${symbol}`, QUOTE_AGES, read)))?.value;
      },
    }),
    async prices(symbol, asOf) {
      if (!Object.hasOwn(SYMBOLS, symbol)) throw new CapwatchError('not_found', `No such symbol: ${symbol}`);
      const own = await ifThere(parts.folder?.prices(symbol, asOf));
      const wanted = wantedBy(asOf);
      if (own && lastOf(own.dates) >= wanted) return own;
      const before = await archive.read(symbol);
      const isKept = lastOf(before?.bars.map(({ date }) => date) ?? []) >= wanted;
      const { value: live, fetchedAt } = isKept ? nothingNew(before) : await refresh(symbol);
      const kept = await archive.read(symbol);
      const series = liveSeries(symbol, { own, kept, live, fetchedAt: fetchedAt.toString({ smallestUnit: 'second' }) });
      if (series.dates.length === 0 && live.failure) throw live.failure;
      return known(series, asOf);
    },
    async totalReturn(symbol, asOf) {
      const own = await ifThere(parts.folder?.totalReturn(symbol, asOf));
      if (own && lastOf(own.dates) >= wantedBy(asOf)) return own;
      if (SYMBOLS[symbol].kind === 'index') throw priceOnly(symbol);
      const { value: live, fetchedAt } = await cache.read(`total/${symbol}`, AGES, () => totalReturns(symbol, parts));
      const at = fetchedAt.toString({ smallestUnit: 'second' });
      return known(liveSeries(symbol, { live, totalReturn: true, fetchedAt: at }), asOf);
    },
  };
}

function nothingNew(kept: Shelf | undefined): { readonly value: Chosen; readonly fetchedAt: Temporal.Instant } {
  return {
    value: { bars: [], notes: [], tried: [] },
    fetchedAt: Temporal.Instant.from(kept?.fetchedAt ?? '1970-01-01T00:00Z'),
  };
}

/** Asks for the last two weeks, or for all of history the first time; what nobody will correct goes to the archive. */
async function refreshed(symbol: MarketSymbol, archive: Archive, parts: LiveMarketParts): Promise<Chosen> {
  const kept = await archive.read(symbol);
  const last = kept?.bars.at(-1)?.date;
  const from = last === undefined ? HISTORY_FROM : addDays(last, -OVERLAP_DAYS);
  const chosen = await chooseBars(query(symbol, from, parts), parts);
  if (chosen.bars.length === 0) return chosen;
  const at = parts.clock().toString({ smallestUnit: 'second' });
  const isSplit = await archive.add(symbol, settled(chosen, parts.clock()), at);
  if (!isSplit) return chosen;
  parts.log.warn('closes restated by one factor; history is read again', { symbol });
  const whole = await chooseBars(query(symbol, HISTORY_FROM, parts), parts);
  if (whole.bars.length > 0) await archive.replace(symbol, settled(whole, parts.clock()), at);
  return whole;
}

/** Only sessions whose exchange file is due: until then a second source may still have the last word. */
function settled(chosen: Chosen, now: Temporal.Instant): Chosen {
  const isDue = ({ date }: { readonly date: Day }) => exchangeFileDue(date, now);
  return { ...chosen, bars: chosen.bars.filter(isDue), notes: chosen.notes.filter(isDue) };
}

async function totalReturns(symbol: MarketSymbol, parts: ChainParts): Promise<Chosen> {
  const chosen = await chooseBars({ ...query(symbol, HISTORY_FROM, parts), basis: 'total return' }, parts);
  if (chosen.failure) throw chosen.failure;
  return chosen;
}

function query(symbol: MarketSymbol, from: Day, { clock }: Pick<ChainParts, 'clock'>): BarQuery {
  return { symbol, from, to: lastCompletedSession(clock()), basis: 'price' };
}

/** A folder without the file leaves the symbol to the live sources; a file that is wrong is told. */
async function ifThere(series: Promise<PriceSeries> | undefined): Promise<PriceSeries | undefined> {
  try {
    return await series;
  } catch (error) {
    if (error instanceof CapwatchError && error.kind === 'not_found') return undefined;
    throw error;
  }
}

/** A glance is worth no error. */
async function ifAnswered<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}

function known(series: PriceSeries, asOf: Day): PriceSeries {
  const cut = upTo(series, asOf);
  if (cut.dates.length > 0) return cut;
  const { name, dates } = series;
  const start = dates[0] === undefined ? 'are not to be had' : `start on ${dates[0]}`;
  throw new CapwatchError('not_found', `${name} closes ${start}; there is none for ${asOf}.`);
}

function priceOnly(symbol: MarketSymbol): CapwatchError {
  const say = `${SYMBOLS[symbol].name} is held as price return only; there are no dividend-adjusted closes.`;
  return new CapwatchError('not_found', say);
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

function lastOf(dates: readonly Day[]): Day {
  return dates.at(-1) ?? '';
}
