/** What `/targets` needs of Capwatch: prices, the ledger, and who asks; without a store the shipped ledger answers. */
import type { Day } from '../src/calendar/day.ts';
import { newYorkTime } from '../src/calendar/day.ts';
import { sessionsBetween } from '../src/calendar/nyse.ts';
import type { Market } from '../src/market/market.ts';
import type { TargetsContext } from '../src/messages/targets-words.ts';
import { lastSession, type PriceSeries } from '../src/metrics/series.ts';
import { askedSession } from '../src/questions/as-of.ts';
import type { IndexSymbol } from '../src/questions/targets-request.ts';
import type { Writing } from '../src/store/call-ledger.ts';
import type { Ledger } from '../src/store/ledger.ts';
import { seedReader } from '../src/store/seed/seed-reader.ts';
import type { Store, StoreReader } from '../src/store/store.ts';
import { mayWrite, type Writers } from '../src/store/writers.ts';

/** Who asks, in Slack's ids. */
export interface Asker {
  readonly team: string;
  readonly user: string;
}

/** One request; `asker` is absent on a terminal. */
export interface TargetsCall {
  readonly now: Temporal.Instant;
  readonly capwatch: { readonly market: Market; readonly ledger?: Ledger };
  readonly asker?: Asker;
}

/** The ledger of the asker's workspace, or the shipped one. */
export function readerOf({ capwatch, asker }: TargetsCall): { readonly reader: StoreReader; readonly team: string } {
  const { ledger } = capwatch;
  const team = asker?.team ?? ledger?.team;
  return ledger && team !== undefined ? { reader: ledger.reader, team } : { reader: seedReader(), team: 'seed' };
}

export interface Desk {
  readonly store: Store;
  readonly writing: Writing;
}

/** Where and as whom a write is made; undefined where the ledger may only be read. */
export function writingDesk({ capwatch, asker, now }: TargetsCall): Desk | undefined {
  const store = capwatch.ledger?.store;
  if (!store || !asker) return undefined;
  return { store, writing: { team: asker.team, by: { user: asker.user, at: now } } };
}

/** The list that keeps this person from writing; undefined when nothing does. */
export async function barredBy({ store, writing }: Desk): Promise<Writers | undefined> {
  const writers = await store.findWriters(writing.team);
  return mayWrite(writers, writing.by.user) ? undefined : writers;
}

/** The days of a request: what is known by then, and the session whose close is used. */
export interface Days {
  readonly today: Day;
  /** Notes published up to this day are known. */
  readonly known: Day;
  readonly session: Day;
  readonly notes: readonly string[];
}

/** @throws CapwatchError `invalid_input` for a day still to come. */
export function daysOf(asOf: Day | undefined, now: Temporal.Instant): Days {
  const { day: today } = newYorkTime(now);
  const { session, notes } = askedSession(asOf, now, '/targets russell');
  return { today, known: asOf ?? today, session, notes };
}

/** Closes of an index up to the session asked for. */
export function pricesOf({ capwatch }: TargetsCall, index: IndexSymbol, { session }: Days): Promise<PriceSeries> {
  return capwatch.market.prices(index, session);
}

/** What a message says about the request itself. */
export function contextOf(command: string, { session, notes }: Days, series?: PriceSeries): TargetsContext {
  const last = series ? lastSession(series) : session;
  return { command, notes, asked: session, staleSessions: last < session ? sessionsBetween(last, session) : 0 };
}
