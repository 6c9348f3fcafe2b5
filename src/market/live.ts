/** Puts the live sources together: markets over one requester and one store, and what is known of each source. It asks nobody by itself. */
import type { Log } from '../log.ts';
import { CBOE, cboeBars } from './cboe/bars.ts';
import { waitsUntil } from './circuit.ts';
import { createEodhd, EODHD } from './eodhd/bars.ts';
import { FED_CALENDAR } from './fed-calendar/meetings.ts';
import type { FedMarket } from './fed-market.ts';
import { createFmp, FMP } from './fmp/bars.ts';
import { createFredApi, FRED } from './fred/api.ts';
import { ALFRED, alfredGraph, FRED_GRAPH, fredGraph } from './fred/graph.ts';
import type { KeyValueStore } from './key-value.ts';
import { createLiveFedMarket, type LiveFedMarket } from './live-fed-market.ts';
import { createLiveMacroMarket } from './live-macro-market.ts';
import { createLiveMarket } from './live-market.ts';
import type { MacroMarket } from './macro-market.ts';
import type { Market } from './market.ts';
import { NY_FED } from './nyfed/rates.ts';
import { OFR } from './ofr/money-funds.ts';
import type { Time } from './pacing.ts';
import type { BarProvider, SourceCard, SourceId } from './provider.ts';
import { createRequester, type Requester } from './requester.ts';
import { createTiingo, TIINGO } from './tiingo/bars.ts';
import { TREASURY } from './treasury/yields.ts';
import { yahooBars } from './yahoo/bars.ts';
import { yahooFutures } from './yahoo/futures.ts';
import { yahooQuote } from './yahoo/quote.ts';
import { YAHOO } from './yahoo/request.ts';

/** Keys a desk has; a source without its key is not asked. */
export interface SourceKeys {
  readonly fred?: string;
  readonly eodhd?: string;
  readonly fmp?: string;
  readonly tiingo?: string;
}

export interface LiveParts extends Time {
  readonly store: KeyValueStore;
  readonly log: Log;
  readonly keys: SourceKeys;
  /** Sources a desk switched off. */
  readonly off: ReadonlySet<SourceId>;
  /** A desk's own files come first. */
  readonly folder?: { readonly market: Market; readonly fedMarket: FedMarket; readonly macroMarket?: MacroMarket };
}

/** One source as `/capwatch sources` and doctor tell it. */
interface SourceStatus {
  readonly card: SourceCard;
  readonly key: 'not needed' | 'set' | 'not set';
  readonly off: boolean;
  /** ISO instants; absent when it never happened. */
  readonly lastSuccessAt?: string;
  readonly lastFailure?: { readonly at: string; readonly kind: string; readonly message: string };
  /** Left alone until then. */
  readonly openUntil?: string;
  /** Requests in the running window of its limit. */
  readonly asked: number;
}

export interface LiveSources {
  readonly market: Market;
  readonly fedMarket: LiveFedMarket;
  readonly macroMarket: MacroMarket;
  readonly requester: Requester;
  statuses(): Promise<readonly SourceStatus[]>;
}

const CARDS = [YAHOO, CBOE, NY_FED, TREASURY, FED_CALENDAR, FRED, FRED_GRAPH, ALFRED, OFR, EODHD, FMP, TIINGO] as const;

/** Everything live, wired once for the process. */
export function createLiveSources(parts: LiveParts): LiveSources {
  const { folder, ...own } = parts;
  const { keys, clock } = own;
  const requester = createRequester(own);
  const fred = keys.fred === undefined ? undefined : createFredApi(keys.fred);
  // With the desk's key where it has one.
  const series = { latest: fred ?? fredGraph, vintage: fred ?? alfredGraph };
  const market = createLiveMarket({
    ...own,
    requester,
    sources: barSources(keys),
    quotes: yahooQuote,
    ...(folder && { folder: folder.market }),
  });
  const fedMarket = createLiveFedMarket({
    ...own,
    requester,
    futures: yahooFutures,
    series: series.latest,
    ...(folder && { folder: folder.fedMarket }),
  });
  const ownSeries = folder?.macroMarket;
  const macroMarket = createLiveMacroMarket({
    requester,
    clock,
    store: own.store,
    series,
    ...(ownSeries && { folder: ownSeries }),
  });
  return {
    market,
    fedMarket,
    macroMarket,
    requester,
    statuses: () => Promise.all(CARDS.map((card) => status(card, { keys, requester, now: clock() }))),
  };
}

/** A desk's own subscriptions first, then Yahoo; the exchange's file is the second opinion. */
function barSources({ eodhd, fmp, tiingo }: SourceKeys): readonly BarProvider[] {
  return [
    ...(eodhd === undefined ? [] : [createEodhd(eodhd)]),
    ...(tiingo === undefined ? [] : [createTiingo(tiingo)]),
    ...(fmp === undefined ? [] : [createFmp(fmp)]),
    yahooBars,
    cboeBars,
  ];
}

interface StatusParts {
  readonly keys: SourceKeys;
  readonly requester: Requester;
  readonly now: Temporal.Instant;
}

async function status(card: SourceCard, { keys, requester, now }: StatusParts): Promise<SourceStatus> {
  const { lastSuccessAt, lastFailure, asked, ...state } = await requester.state(card);
  const openUntil = waitsUntil({ ...state, asked }, now)?.toString();
  const since = now.subtract({ hours: card.limit.hours });
  return {
    card,
    key: keyState(card, keys),
    off: requester.isOff(card),
    ...(lastSuccessAt !== undefined && { lastSuccessAt }),
    ...(lastFailure && { lastFailure }),
    ...(openUntil !== undefined && { openUntil }),
    asked: asked.filter((at) => Temporal.Instant.compare(Temporal.Instant.from(at), since) > 0).length,
  };
}

function keyState({ id, keySetting }: SourceCard, keys: SourceKeys): SourceStatus['key'] {
  if (keySetting === undefined) return 'not needed';
  return new Map<string, string | undefined>(Object.entries(keys)).get(id) === undefined ? 'not set' : 'set';
}
