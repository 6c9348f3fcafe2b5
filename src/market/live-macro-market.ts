/** The economy of a day from live sources: FRED's vintages for what is revised, the Treasury for yields. It carries nothing forward. */
import { type Day, daysBetween, monthsBefore } from '../calendar/day.ts';
import { lastCompletedSession } from '../calendar/nyse.ts';
import { lastReleaseOn } from '../calendar/releases.ts';
import { CapwatchError } from '../errors.ts';
import {
  MACRO_IDS,
  type MacroId,
  type MacroKnown,
  type MacroPoint,
  type MacroPrint,
  type MacroRevision,
} from '../metrics/backdrop.ts';
import { createCache } from './cached.ts';
import { keptMoneyWeeks, moneyPrint } from './ici/weeks.ts';
import type { KeyValueStore } from './key-value.ts';
import type { MacroMarket } from './macro-market.ts';
import { eveningOf, withSchedule } from './macro-schedule.ts';
import type { ObservationProvider, Observations } from './observations.ts';
import { ofrMoneyFunds } from './ofr/money-funds.ts';
import type { Requester } from './requester.ts';
import { treasuryYields } from './treasury/yields.ts';

export interface LiveMacroParts {
  readonly requester: Requester;
  /** Holds the weekly totals a person brought. */
  readonly store: KeyValueStore;
  readonly clock: () => Temporal.Instant;
  readonly series: { readonly latest: ObservationProvider; readonly vintage: ObservationProvider };
  /** A desk's own files: first choice for every day they know. */
  readonly folder?: MacroMarket;
}

const SERIES = ['ICSA', 'IC4WSA', 'PERMIT', 'RSAFS', 'PCEC96', 'GDPC1', 'GDPNOW', 'UNRATE'] as const;
type Series = (typeof SERIES)[number];
/** A nowcast is estimated anew, not revised, and the quarter before is nothing to compare it with. */
const ESTIMATE = 'GDPNOW';
const YIELDS = ['DGS2', 'DGS10'] as const;

const MONEY_FUNDS = 'MMF-MMF_TOT-M';
const MONTH_OUT_AFTER_DAYS = 45;
const RELEASE_NAMES: Readonly<Partial<Record<MacroId, string>>> = {
  ICSA: 'jobless claims',
  IC4WSA: 'jobless claims',
  RSAFS: 'retail sales',
  UNRATE: 'jobs report',
};

const HISTORY_MONTHS = 14;
const YIELD_MONTHS = 3;
const AGES = { softMinutes: 6 * 60, hardMinutes: 3 * 24 * 60 };
/** "Lowest since" is worth saying when the last lower week is a quarter ago. */
const NOTABLE_DAYS = 91;

/** The reads behind a day, each held for a while. */
function macroReads(parts: LiveMacroParts) {
  const { requester, series } = parts;
  const cache = createCache(parts);
  const latest = (id: Series, asOf: Day) => {
    const query = { id, from: monthsBefore(asOf, HISTORY_MONTHS) };
    return cache.read(`${id} ${asOf}`, AGES, () => requester.read(series.latest, query));
  };
  const vintage = (id: Series, asOf: Day) => {
    const query = { id, from: monthsBefore(asOf, HISTORY_MONTHS), vintage: asOf };
    return cache.read(`${id} ${asOf} then`, AGES, () => requester.read(series.vintage, query));
  };
  const yields = async (asOf: Day): Promise<MacroPrint[]> => {
    const query = { from: monthsBefore(asOf, YIELD_MONTHS), to: asOf };
    const { value } = await cache.read(`yields ${asOf}`, AGES, () => requester.read(treasuryYields, query));
    return YIELDS.flatMap((id) => prints(id, value[id], asOf));
  };
  const money = async (asOf: Day): Promise<MacroPrint[]> => {
    const weekly = moneyPrint(await keptMoneyWeeks(parts.store), asOf);
    if (weekly.length > 0) return weekly;
    const query = { id: MONEY_FUNDS, from: monthsBefore(asOf, HISTORY_MONTHS) } as const;
    const { value } = await cache.read(`money ${asOf}`, AGES, () => requester.read(ofrMoneyFunds, query));
    return moneyPrints(value, asOf);
  };
  return { latest, vintage, yields, money };
}

/**
 * A macro market of live sources. A past day is read in the vintage of that day, and what the same periods are now
 * beside it; a series that no source gives is left out.
 */
export function createLiveMacroMarket(parts: LiveMacroParts): MacroMarket {
  const { clock, folder } = parts;
  const { latest, vintage, yields, money } = macroReads(parts);
  return {
    async macro(asOf) {
      const own = folder && (await ifThere(folder.macro(asOf)));
      const wanted = wantedBeside(own);
      if (own !== undefined && wanted.size === 0) return own;
      const isPast = asOf < lastCompletedSession(clock());
      const read = async (id: Series) => prints(id, (await (isPast ? vintage : latest)(id, asOf)).value, asOf);
      const asked = await Promise.allSettled([
        ...SERIES.filter((id) => wanted.has(id)).map(read),
        ...(YIELDS.some((id) => wanted.has(id)) ? [yields(asOf)] : []),
        ...(wanted.has('MMF') ? [money(asOf)] : []),
      ]);
      const moment = { asOf, at: isPast ? eveningOf(asOf) : clock() };
      const known = answered(asked)
        .flat()
        .filter(({ id }) => wanted.has(id) || id === 'MMF_MONTH')
        .map((print) => withSchedule(print, moment));
      if (known.length === 0 && own !== undefined) return own;
      if (known.length === 0) throw firstFailure(asked, asOf);
      const now = isPast
        ? revisedSeries(known).map(async (one) => revision(one, (await latest(one.id, asOf)).value))
        : [];
      const revisions = answered(await Promise.allSettled(now)).flat();
      return {
        asOf,
        prints: [...(own?.prints ?? []), ...known],
        revisions: [...(own?.revisions ?? []), ...revisions],
        ...(own?.revisedOnly && { revisedOnly: own.revisedOnly }),
        lacking: 'no source has it for that day',
        ...(own?.marketValue && { marketValue: own.marketValue }),
      };
    },
  };
}

/** What a desk's own files leave to live sources: every series they have no print of. */
function wantedBeside(own: MacroKnown | undefined): ReadonlySet<MacroId> {
  const held = new Set(own?.prints.map(({ id }) => id));
  return new Set(MACRO_IDS.filter((id) => !held.has(id) && id !== 'MMF_MONTH'));
}

/** Month-end totals, which are out about six weeks later; in billions of dollars. */
function moneyPrints({ points, source }: Observations, asOf: Day): MacroPrint[] {
  const known = points.filter(({ period }) => daysBetween(period, asOf) >= MONTH_OUT_AFTER_DAYS);
  const history = known.map(({ period, value }) => ({ period, value: value / 1e9 }));
  const last = history.at(-1);
  const previous = history.at(-2);
  return last === undefined ? [] : [{ ...last, id: 'MMF_MONTH', ...(previous && { previous }), history, source }];
}

/** The day the latest period came out, where a calendar lists it and it fits the period. */
function releasedOn(id: MacroId, period: Day, asOf: Day): Day | undefined {
  if (id === 'DGS2' || id === 'DGS10') return period;
  const name = RELEASE_NAMES[id];
  const day = name === undefined ? undefined : lastReleaseOn(name, asOf);
  if (day === undefined) return undefined;
  const isWeek = id === 'ICSA' || id === 'IC4WSA';
  const fits = isWeek ? daysBetween(period, day) <= 7 : day.slice(0, 7) === monthAfter(period);
  return fits ? day : undefined;
}

/** "2024-01" for any day of December 2023. */
function monthAfter(period: Day): string {
  return Temporal.PlainDate.from(period).toPlainYearMonth().add({ months: 1 }).toString();
}

type RevisedPrint = MacroPrint & { readonly id: Series };

function revisedSeries(known: readonly MacroPrint[]): RevisedPrint[] {
  return known.filter((one): one is RevisedPrint => one.id !== ESTIMATE && SERIES.some((id) => id === one.id));
}

/** The last value known that day, with the one before it; nothing where the vintage holds none. */
function prints(id: MacroPrint['id'], { points, source }: Observations, asOf: Day): MacroPrint[] {
  const history = points.filter(({ period }) => period <= asOf);
  const last = history.at(-1);
  const previous = id === ESTIMATE ? undefined : history.at(-2);
  if (last === undefined) return [];
  const released = releasedOn(id, last.period, asOf);
  const lower = id === 'ICSA' ? lastLower(history, last) : undefined;
  return [
    {
      ...last,
      id,
      ...(released !== undefined && { released }),
      ...(previous && { previous }),
      ...(lower && { lowestSince: lower }),
      history,
      source,
    },
  ];
}

/** The last week before with fewer, if it is long enough ago to be worth a word. */
function lastLower(history: readonly MacroPoint[], last: MacroPoint): MacroPoint | undefined {
  const lower = history.findLast(({ value, period }) => period < last.period && value < last.value);
  return lower && daysBetween(lower.period, last.period) >= NOTABLE_DAYS ? lower : undefined;
}

/** What the print's period is in the latest vintage. */
function revision({ id, period }: RevisedPrint, { points, source }: Observations): MacroRevision[] {
  const index = points.findIndex((point) => point.period === period);
  const now = points[index];
  const previous = points[index - 1];
  return now === undefined ? [] : [{ ...now, id, ...(previous && { previous }), source }];
}

/** What came; a series whose source failed is left out, a fault of the program is not. */
function answered<T>(settled: readonly PromiseSettledResult<T>[]): T[] {
  return settled.flatMap((one) => {
    if (one.status === 'fulfilled') return [one.value];
    if (one.reason instanceof CapwatchError) return [];
    throw one.reason;
  });
}

function firstFailure(settled: readonly PromiseSettledResult<unknown>[], asOf: Day): CapwatchError {
  const failed = settled.find((one) => one.status === 'rejected' && one.reason instanceof CapwatchError);
  const cause: unknown = failed?.status === 'rejected' ? failed.reason : undefined;
  const kind = cause instanceof CapwatchError ? cause.kind : 'not_found';
  return new CapwatchError(kind, `No source has an economic series for ${asOf}.`, { cause });
}

async function ifThere<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof CapwatchError && error.kind === 'not_found') return undefined;
    throw error;
  }
}
