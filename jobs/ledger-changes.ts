/** Reads the ledger of calls and surveys for what changed since a day: the calls section of summaries, and alerts on calls. */
import { type Day, newYorkTime } from '../src/calendar/day.ts';
import type { Market } from '../src/market/market.ts';
import type { ContentSources } from '../src/market/morning-facts.ts';
import { callLines, surveyLine } from '../src/messages/morning-calls.ts';
import { callChanges } from '../src/metrics/call-changes.ts';
import { type CallState, callStates } from '../src/metrics/call-status.ts';
import type { CallVersion } from '../src/metrics/calls.ts';
import type { CallChange } from '../src/metrics/morning.ts';
import { upTo } from '../src/metrics/series.ts';
import { knownReadings, type SurveySeries, type SurveyVersion } from '../src/metrics/surveys.ts';
import type { StoreReader } from '../src/store/store.ts';

/** One workspace's ledger. */
export interface LedgerOf {
  readonly reader: Pick<StoreReader, 'listCallVersions' | 'listSurveySeries' | 'listSurveyReadings'>;
  readonly team: string;
  readonly market: Market;
}

const INDEXES = ['RUT', 'GSPC'] as const;

/** The reader of changes that content asks once a slot. */
export function ledgerChanges({ reader, team, market }: LedgerOf): NonNullable<ContentSources['calls']> {
  return async (asOf: Day) => {
    const [versions, series, readings, ...prices] = await Promise.all([
      reader.listCallVersions(team),
      reader.listSurveySeries(team),
      reader.listSurveyReadings(team),
      ...INDEXES.map((symbol) => market.prices(symbol, asOf)),
    ]);
    const bySymbol = new Map(prices.map((one) => [one.symbol, one] as const));
    const upToDay = (day: Day) => (index: string) => {
      const one = bySymbol.get(index);
      return one && upTo(one, day);
    };
    const states = (known: readonly CallVersion[], day: Day, priced = day) =>
      callStates(known, day, upToDay(priced)).filter(({ call }) => bySymbol.has(call.index));
    return (since, span) => {
      const seen = span && seenBy(span.last, { since, versions, readings });
      const before = seen ? seen.states((known, day) => states(known, day, since)) : states(versions, since);
      const after = states(span ? entered(versions, span.now) : versions, asOf);
      const told = span ? entered(readings, span.now) : readings;
      const calls = callLines(callChanges({ since, asOf }, before, after));
      const surveys = series.map((one) => {
        const known = knownReadings(told, one, asOf);
        return surveyLine(one, known, seen ? seen.isNew(one, known) : isPublishedAfter(known, since));
      });
      return { ok: true, value: [...calls, ...surveys.filter((line): line is CallChange => line !== undefined)] };
    };
  };
}

/** What stood in the ledger by an instant. */
function entered<T extends { readonly enteredAt: string }>(rows: readonly T[], by: string): T[] {
  return rows.filter(({ enteredAt }) => Temporal.Instant.compare(enteredAt, by) <= 0);
}

function isPublishedAfter(known: readonly SurveyVersion[], since: Day): boolean {
  return (known.at(-1)?.published ?? '') > since;
}

interface Ledger {
  readonly since: Day;
  readonly versions: readonly CallVersion[];
  readonly readings: readonly SurveyVersion[];
}

/** The ledger as a look at an instant saw it: entries made since are news even when they bear an earlier day. */
function seenBy(last: string, { since, versions, readings }: Ledger) {
  const { day } = newYorkTime(Temporal.Instant.from(last));
  const [calls, surveys] = [entered(versions, last), entered(readings, last)];
  return {
    /** Notes count up to the day of the look, prices and horizons only up to its session. */
    states: (statesOf: (known: readonly CallVersion[], day: Day) => CallState[]) =>
      statesOf(calls, day).map(
        (state): CallState =>
          state.status === 'expired' && state.due > since ? { ...state, status: 'active' } : state,
      ),
    isNew(one: SurveySeries, known: readonly SurveyVersion[]): boolean {
      const latest = known.at(-1);
      const before = knownReadings(surveys, one, day).find(({ period }) => period === latest?.period);
      return latest !== undefined && before?.direction !== latest.direction;
    },
  };
}
