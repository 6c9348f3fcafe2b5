/** Reads the ledger of calls and surveys for what changed since a day: the calls section of summaries, and alerts on calls. */
import type { Day } from '../src/calendar/day.ts';
import type { Market } from '../src/market/market.ts';
import type { ContentSources } from '../src/market/morning-facts.ts';
import { callLines, surveyLine } from '../src/messages/morning-calls.ts';
import { callChanges } from '../src/metrics/call-changes.ts';
import { callStates } from '../src/metrics/call-status.ts';
import type { CallChange } from '../src/metrics/morning.ts';
import { upTo } from '../src/metrics/series.ts';
import { knownReadings } from '../src/metrics/surveys.ts';
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
    const states = (day: Day) =>
      callStates(versions, day, (index) => {
        const one = bySymbol.get(index);
        return one && upTo(one, day);
      }).filter(({ call }) => bySymbol.has(call.index));
    const after = states(asOf);
    return (since) => {
      const calls = callLines(callChanges({ since, asOf }, states(since), after));
      const surveys = series.map((one) => surveyLine(one, knownReadings(readings, one, asOf), since));
      return { ok: true, value: [...calls, ...surveys.filter((line): line is CallChange => line !== undefined)] };
    };
  };
}
