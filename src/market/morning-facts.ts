/** Reads what a morning summary is made of, every source on its own: a dead one becomes a section that says so. */
import { addDays, type Day } from '../calendar/day.ts';
import { nextSession, sessionsBetween } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import type { Log } from '../log.ts';
import { futuresDayAt } from '../metrics/fed-futures.ts';
import { fedOdds } from '../metrics/fed-odds.ts';
import { ratesUpTo } from '../metrics/fed-rates.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { MorningFacts, Section } from '../metrics/morning.ts';
import { decisionsIn, isDoubtful } from '../metrics/morning-decision.ts';
import type { MorningPrices } from '../metrics/morning-prices.ts';
import { lastSession, upTo } from '../metrics/series.ts';
import type { FedData, FedMarket } from './fed-market.ts';
import type { YieldMarket } from './folder/yields.ts';
import type { Market } from './market.ts';
import { readSmallCaps } from './small-caps.ts';

/** Where content reads; all of it is read side by side. */
export interface ContentSources {
  readonly market: Market;
  readonly fedMarket: FedMarket;
  /** Absent: no yield line. */
  readonly yields?: YieldMarket;
  /** Changes of calls and surveys known by `asOf`; absent: no ledger is kept. */
  readonly calls?: (asOf: Day) => Promise<NonNullable<MorningFacts['calls']>>;
  readonly log: Log;
}

/** The facts of the summary that speaks of `session`, read on `today`. */
export async function readMorning(
  sources: ContentSources,
  { session, today }: { readonly session: Day; readonly today: Day },
): Promise<MorningFacts> {
  const [prices, fed, twoYear, calls] = await Promise.all([
    readPrices(sources, session),
    readFed(sources, { session, today }),
    settled(sources.log, 'Treasury yields', () => readYields(sources, session)),
    settled(sources.log, 'Calls and surveys', async () => sources.calls?.(session)),
  ]);
  return {
    today,
    session,
    prices,
    ...fed,
    twoYear: twoYear.ok && twoYear.value ? { ok: true, value: twoYear.value } : { ok: false, why: 'no yields kept' },
    ...callsOf(calls),
  };
}

async function readYields({ yields }: ContentSources, session: Day) {
  return yields?.twoYear(session);
}

function callsOf(read: Section<MorningFacts['calls']>): Pick<MorningFacts, 'calls'> {
  if (!read.ok) return { calls: () => ({ ok: false, why: read.why }) };
  return read.value ? { calls: read.value } : {};
}

/** Closes of the session; where one index lacks it the section is dead and the last common session is the last good. */
async function readPrices({ market, log }: ContentSources, session: Day): Promise<Section<MorningPrices>> {
  const read = await settled(log, 'Index closes', () => readSmallCaps(market, 'GSPC', session));
  if (!read.ok) return { ok: false, why: read.why };
  const { subject, benchmark, third, stale, session: common } = read.value;
  const prices = { subject, benchmark, ...(third && { third }) };
  if (stale.length === 0) return { ok: true, value: prices };
  const names = stale.map(({ series }) => series.name).join(' and ');
  return { ok: false, why: `no ${names} close after ${dayWords(common)}`, lastGood: prices };
}

/** So far back a decision can be new to a channel that missed summaries. */
const NEW_FOR_DAYS = 7;

interface Days {
  readonly session: Day;
  readonly today: Day;
}

type FedFacts = Pick<MorningFacts, 'fed' | 'decisions' | 'pending'>;

/** Odds of the session's evening; prices that end earlier are the last good ones. Beside them the decisions of the last days. */
async function readFed({ fedMarket, log }: ContentSources, { session, today }: Days): Promise<FedFacts> {
  const read = await settled(log, 'Fed funds futures', async () => {
    const data = await fedMarket.fedFunds(session);
    return { day: fedDayAt(data, session), known: await knownBy(fedMarket, data, { session, today }) };
  });
  if (!read.ok) return { fed: { ok: false, why: read.why } };
  const { day, known } = read.value;
  return { fed: fedSection(day, session), ...decisionsOf(known, day, { session, today }) };
}

/** A decision on the session itself, or since, sets a range that is in force only by the morning after. */
async function knownBy(fedMarket: FedMarket, data: FedData, { session, today }: Days): Promise<FedData> {
  const recent = data.calendar.meetings.some(({ date }) => date >= session && date < today);
  return recent ? fedMarket.fedFunds(today) : data;
}

function decisionsOf({ calendar, pendingDecision }: FedData, day: FedDay | undefined, { session, today }: Days) {
  const all = decisionsIn(calendar, addDays(session, -NEW_FOR_DAYS), today);
  const open = all.find((one) => one.day === pendingDecision || (day && isDoubtful(one, day)))?.day;
  const decisions = all.filter((one) => one.day !== open);
  return { ...(decisions.length > 0 && { decisions }), ...(open !== undefined && { pending: open }) };
}

function fedSection(value: FedDay | undefined, session: Day): Section<FedDay> {
  if (!value) return { ok: false, why: 'no target range is known for that day' };
  if (sessionsBetween(value.odds.asOf, session) <= 0) return { ok: true, value };
  return { ok: false, why: `no futures prices after ${dayWords(value.odds.asOf)}`, lastGood: value };
}

function fedDayAt(data: Omit<FedDay, 'odds'>, day: Day): FedDay | undefined {
  const futures = futuresDayAt(data.futures, day);
  const odds = futures && fedOdds(data.calendar, futures);
  return odds && { ...data, odds };
}

/** One of the three places that catch: a failed read is a section without data that says why, its cause logged. */
export async function settled<T>(log: Log, what: string, read: () => Promise<T>): Promise<Section<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    log.warn('section without data', { what, error });
    return { ok: false, why: whyWords(what, error) };
  }
}

function whyWords(what: string, error: unknown): string {
  if (!(error instanceof CapwatchError)) return `${what.toLowerCase()} failed on our side`;
  const source = error.details.source ?? what;
  const why: Record<CapwatchError['kind'], string> = {
    unreachable: `${source} not answering`,
    rate_limited: `${source} refuses for now`,
    bad_response: `${source} sent something unexpected`,
    not_found: `${what.toLowerCase()} not kept for that day`,
    not_configured: `${what.toLowerCase()} not set up`,
    invalid_input: `${what.toLowerCase()} do not reach back to that day`,
  };
  return why[error.kind];
}

/** The same facts as they stood after an earlier session, for what the last summary said. */
export function factsAt(facts: MorningFacts, session: Day): MorningFacts | undefined {
  if (session >= facts.session) return undefined;
  const today = nextSession(session);
  const decisions = facts.decisions?.filter(({ day }) => day < today);
  const pending = facts.pending !== undefined && facts.pending < today ? facts.pending : undefined;
  return {
    today,
    session,
    ...(decisions && { decisions }),
    ...(pending !== undefined && { pending }),
    prices: pricesAt(facts.prices, session),
    fed: fedAt(facts.fed, session),
    twoYear: facts.twoYear.ok ? { ok: true, value: ratesUpTo(facts.twoYear.value, session) } : facts.twoYear,
  };
}

function pricesAt(section: Section<MorningPrices>, session: Day): Section<MorningPrices> {
  const held = section.ok ? section.value : section.lastGood;
  if (!held) return section;
  const { third } = held;
  const [subject, benchmark] = [upTo(held.subject, session), upTo(held.benchmark, session)];
  if (lastSession(subject) !== session || lastSession(benchmark) !== session) {
    return { ok: false, why: `no close for ${dayWords(session)}` };
  }
  const cut = third && upTo(third, session);
  return { ok: true, value: { subject, benchmark, ...(cut && cut.dates.length > 0 && { third: cut }) } };
}

function fedAt(section: Section<FedDay>, session: Day): Section<FedDay> {
  const held = section.ok ? section.value : section.lastGood;
  const day = held && fedDayAt(held, session);
  return day ? { ok: true, value: day } : { ok: false, why: 'no odds for that day' };
}

/** "Fri 19 Jan". */
function dayWords(day: Day): string {
  const date = Temporal.PlainDate.from(day);
  const part = (options: Intl.DateTimeFormatOptions) => date.toLocaleString('en-US', options);
  return `${part({ weekday: 'short' })} ${date.day} ${part({ month: 'short' })}`;
}
