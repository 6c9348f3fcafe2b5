/** Today's fed funds market without a paid key: the kept strips, completed month by month; rates and meetings from their publishers. */
import { addDays, type Day, newYorkTime } from '../calendar/day.ts';
import type { FomcMeeting } from '../calendar/fomc.ts';
import { BUNDLED_MEETINGS } from '../calendar/fomc-seed.ts';
import { monthOf } from '../calendar/month.ts';
import { isSession, previousSession } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type FedFutures, fedContract, fedFutures } from '../metrics/fed-futures.ts';
import { fedCalendar } from '../metrics/fed-odds.ts';
import type { TargetRange } from '../metrics/fed-range.ts';
import { ratesUpTo } from '../metrics/fed-rates.ts';
import type { Attempt } from '../metrics/receipt.ts';
import { createCache } from './cached.ts';
import { waitsUntil } from './circuit.ts';
import { fedMeetings, refreshedMeetings } from './fed-calendar/meetings.ts';
import { fedMeetingPage } from './fed-calendar/page.ts';
import type { FedData, FedMarket, Outage } from './fed-market.ts';
import type { ContractProvider } from './futures.ts';
import type { KeyValueStore } from './key-value.ts';
import { type FundsRates, nyFedRates } from './nyfed/rates.ts';
import { type PendingParts, pendingDecision, rangeAfter } from './pending-range.ts';
import type { Requester } from './requester.ts';
import type { Settlements } from './settlements/import.ts';
import { createStripArchive, type DatedPrice, type StripArchive, stripPrices } from './strip.ts';

export interface LiveFedParts extends PendingParts {
  readonly futures: ContractProvider;
  readonly clock: () => Temporal.Instant;
  readonly store: KeyValueStore;
  readonly log: Log;
  /** A desk's own files: first choice for every day they hold. */
  readonly folder?: FedMarket;
}

export interface LiveFedMarket extends FedMarket {
  /** Takes a settlement file a person brought into the archive; the exchange's own prices replace others of that day. */
  addSettlements(settlements: Settlements): Promise<void>;
}

/** Settlements are read from here on; the exchange settles at 15:00 New York time. */
const SETTLED_FROM = '16:30';
/** The exchange lists about seventeen months; asking stops at the second month the source does not know. */
const LISTED_MONTHS = 18;
const UNKNOWN_TO_STOP = 2;
/** Enough for the one-month look-back the first time. */
const FIRST_DAYS = 70;
const STRIP_AGES = { softMinutes: 10, hardMinutes: 60 * 24 };
const RATE_AGES = { softMinutes: 60, hardMinutes: 60 * 24 * 5 };
const MEETING_AGES = { softMinutes: 60 * 24 * 7, hardMinutes: 60 * 24 * 365 };
const RATE_DAYS = 400;

/** Fed funds from live sources. The New York Fed tells the range in force; without it there are no odds. */
export function createLiveFedMarket(parts: LiveFedParts): LiveFedMarket {
  const archive = createStripArchive(parts.store);
  const cache = createCache(parts);
  const { requester, clock, log } = parts;
  const strip = () => cache.read('strip', STRIP_AGES, () => refreshedStrip(archive, parts));
  const rates = () => cache.read('rates', RATE_AGES, () => requester.read(nyFedRates, { days: RATE_DAYS }));
  const rangeNow = (decision: Day) => cache.read(`range ${decision}`, RATE_AGES, () => rangeAfter(decision, parts));
  const meetings = () => cache.read('meetings', MEETING_AGES, () => currentMeetings(requester, clock(), log));
  return {
    async addSettlements({ tradeDate, rows }) {
      const prices = rows.map(({ month, price }) => ({ date: tradeDate, month, price, publisher: 'CME' }));
      await archive.add(prices, true);
    },
    async fedFunds(asOf) {
      const wanted = earlier(asOf, lastSettledSession(clock()));
      const own = await ifThere(parts.folder?.fedFunds(asOf));
      if (own && (own.futures.dates.at(-1) ?? '') >= wanted) return own;
      const kept = (await archive.lastDay()) ?? '';
      const tried = kept >= wanted ? [] : (await strip()).value;
      const [known, listed] = await Promise.all([rates(), meetings()]);
      const ranges = rangesUpTo(known.value, asOf);
      const effr = ratesUpTo(known.value.effr, asOf);
      const decision = pendingDecision(listed.value, effr, asOf);
      const stepped = decision === undefined ? undefined : (await rangeNow(decision)).value;
      const outage = ((await archive.lastDay()) ?? '') >= wanted ? undefined : await outageOf(parts);
      return {
        sample: false,
        futures: await keptFutures(archive, { asOf, tried, at: clock() }),
        calendar: fedCalendar(listed.value, withStep(ranges, stepped)),
        effr,
        ...(decision !== undefined && stepped === undefined && { pendingDecision: decision }),
        ...(outage && { outage }),
      };
    },
  };
}

/** What the source of futures has been failing at since when; nothing while its last answer was one. */
async function outageOf({ futures, requester, clock }: LiveFedParts): Promise<Outage | undefined> {
  const state = await requester.state(futures.card);
  if (state.failingSince === undefined) return undefined;
  const nextTry = waitsUntil(state, clock());
  return { since: Temporal.Instant.from(state.failingSince), tries: state.failures, ...(nextTry && { nextTry }) };
}

/** A folder that does not reach the day leaves it to the live sources; a file that is wrong is told. */
async function ifThere(data: Promise<FedData> | undefined): Promise<FedData | undefined> {
  try {
    return await data;
  } catch (error) {
    if (error instanceof CapwatchError && error.kind === 'not_found') return undefined;
    throw error;
  }
}

/** Reads every listed month since the last kept strip; what came of it is the result, never an exception of a source. */
async function refreshedStrip(archive: StripArchive, parts: LiveFedParts): Promise<readonly Attempt[]> {
  const { futures, requester, clock } = parts;
  const to = lastSettledSession(clock());
  const from = (await archive.lastDay()) ?? addDays(to, -FIRST_DAYS);
  const { publisher } = futures.card;
  const prices: DatedPrice[] = [];
  let unknown = 0;
  for (let month = monthOf(to); month < monthOf(to) + LISTED_MONTHS && unknown < UNKNOWN_TO_STOP; month += 1) {
    try {
      prices.push(...stripPrices(await requester.read(futures, { month, from, to }), publisher));
    } catch (error) {
      if (!(error instanceof CapwatchError) || error.kind === 'invalid_input') throw error;
      // A month that is not listed or never traded ends the strip; after any other failure it would have a hole.
      const isUnlisted = error.kind === 'not_found' || error.details.code === 'empty';
      if (!isUnlisted) return [attempt(publisher, clock(), error.kind)];
      parts.log.debug('contract not listed', { contract: fedContract(month) });
      unknown += 1;
    }
  }
  await archive.add(prices, false);
  return [attempt(publisher, clock(), prices.some(({ date }) => date === to) ? 'used' : 'not_found')];
}

function attempt(publisher: string, at: Temporal.Instant, outcome: Attempt['outcome']): Attempt {
  return { publisher, at: at.toString({ smallestUnit: 'second' }), outcome };
}

interface KeptFutures {
  readonly asOf: Day;
  readonly tried: readonly Attempt[];
  readonly at: Temporal.Instant;
}

async function keptFutures(archive: StripArchive, { asOf, tried, at }: KeptFutures): Promise<FedFutures> {
  const quotes = await archive.quotes(asOf);
  if (quotes.length === 0) {
    const outcome = tried.at(-1)?.outcome;
    const kind = outcome === undefined || outcome === 'used' || outcome === 'checked' ? 'not_found' : outcome;
    throw new CapwatchError(kind, `There is no fed funds futures price on or before ${asOf}.`, {
      source: 'CME prices',
    });
  }
  return fedFutures(quotes, {
    publisher: 'CME prices',
    series: '30-day fed funds futures (ZQ)',
    fetchedAt: at.toString({ smallestUnit: 'second' }),
    sample: false,
    ...(tried.length > 0 && { tried }),
  });
}

/** Ranges up to the day; after a decision the first rate under the new range is published two mornings later. */
function rangesUpTo({ ranges }: FundsRates, asOf: Day) {
  return ranges.filter(({ from }) => from <= asOf);
}

/** A decision that changed nothing adds no range. */
function withStep(ranges: readonly TargetRange[], stepped: TargetRange | undefined): readonly TargetRange[] {
  const last = ranges.at(-1);
  const isSame = last?.lowerBp === stepped?.lowerBp && last?.upperBp === stepped?.upperBp;
  return stepped === undefined || isSame ? ranges : [...ranges, stepped];
}

/** The bundled meetings, with what the Fed's calendar adds; without an answer the bundled ones stand. */
async function currentMeetings(requester: Requester, now: Temporal.Instant, log: Log): Promise<readonly FomcMeeting[]> {
  try {
    const listed = await listedMeetings(requester);
    const { meetings, kept } = refreshedMeetings(BUNDLED_MEETINGS, listed, newYorkTime(now).day);
    if (kept !== undefined) log.warn('meeting dates not taken over', { reason: kept });
    return meetings;
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    return BUNDLED_MEETINGS;
  }
}

/** The Fed's calendar file, or, when it cannot be read, the page made for people. */
async function listedMeetings(requester: Requester): Promise<readonly Day[]> {
  try {
    return await requester.read(fedMeetings, {});
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    return requester.read(fedMeetingPage, {});
  }
}

function lastSettledSession(now: Temporal.Instant): Day {
  const { day, time } = newYorkTime(now);
  return isSession(day) && time >= SETTLED_FROM ? day : previousSession(day);
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
