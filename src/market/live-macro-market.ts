/** The economy of a day from live sources: FRED's vintages for what is revised, the Treasury for yields. It carries nothing forward. */
import { type Day, daysBetween, monthsBefore } from '../calendar/day.ts';
import { lastCompletedSession } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import type { MacroPoint, MacroPrint, MacroRevision } from '../metrics/backdrop.ts';
import { createCache } from './cached.ts';
import type { MacroMarket } from './macro-market.ts';
import type { ObservationProvider, Observations } from './observations.ts';
import type { Requester } from './requester.ts';
import { treasuryYields } from './treasury/yields.ts';

export interface LiveMacroParts {
  readonly requester: Requester;
  readonly clock: () => Temporal.Instant;
  readonly series: { readonly latest: ObservationProvider; readonly vintage: ObservationProvider };
  /** A desk's own files: first choice for every day they know. */
  readonly folder?: MacroMarket;
}

const SERIES = ['ICSA', 'PERMIT', 'RSAFS', 'GDPNOW', 'UNRATE'] as const;
type Series = (typeof SERIES)[number];
/** A nowcast is estimated anew, not revised, and the quarter before is nothing to compare it with. */
const ESTIMATE = 'GDPNOW';
const YIELDS = ['DGS2', 'DGS10'] as const;

const HISTORY_MONTHS = 14;
const YIELD_MONTHS = 3;
const AGES = { softMinutes: 6 * 60, hardMinutes: 3 * 24 * 60 };
/** "Lowest since" is worth saying when the last lower week is a quarter ago. */
const NOTABLE_DAYS = 91;

/**
 * A macro market of live sources. A past day is read in the vintage of that day, and what the same periods are now
 * beside it; a series that no source gives is left out.
 */
export function createLiveMacroMarket(parts: LiveMacroParts): MacroMarket {
  const { requester, clock, series, folder } = parts;
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
  return {
    async macro(asOf) {
      const own = folder && (await ifThere(folder.macro(asOf)));
      if (own !== undefined) return own;
      const isPast = asOf < lastCompletedSession(clock());
      const read = async (id: Series) => prints(id, (await (isPast ? vintage : latest)(id, asOf)).value, asOf);
      const asked = await Promise.allSettled([...SERIES.map(read), yields(asOf)]);
      const known = answered(asked).flat();
      if (known.length === 0) throw firstFailure(asked, asOf);
      const now = isPast
        ? revisedSeries(known).map(async (one) => revision(one, (await latest(one.id, asOf)).value))
        : [];
      const revisions = answered(await Promise.allSettled(now)).flat();
      return { asOf, prints: known, revisions, lacking: 'no source has it for that day' };
    },
  };
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
  const isYield = id === 'DGS2' || id === 'DGS10';
  const lower = id === 'ICSA' ? lastLower(history, last) : undefined;
  return [
    {
      ...last,
      id,
      ...(isYield && { released: last.period }),
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
