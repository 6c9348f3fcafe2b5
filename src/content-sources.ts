/** Where summaries and alerts read: this Capwatch's markets, its yields, its ledger of calls and surveys. It reads nothing yet. */
import { ledgerChanges } from '../jobs/ledger-changes.ts';
import type { Capwatch } from './capwatch.ts';
import { createFolderYields, type YieldMarket } from './market/folder/yields.ts';
import type { MacroMarket } from './market/macro-market.ts';
import type { ContentSources } from './market/morning-facts.ts';
import type { RateSeries } from './metrics/fed-rates.ts';
import { seedReader } from './store/seed/seed-reader.ts';

/** The sources of content; `teamOf` names the workspace whose ledger is told, the shipped ledger without one. */
export function contentSources(capwatch: Capwatch, teamOf: () => string | undefined = () => undefined): ContentSources {
  const { market, fedMarket, macroMarket, ledger, config, log } = capwatch;
  const { dataDir: dir } = config;
  const yields = dir === undefined ? yieldsOf(macroMarket) : createFolderYields({ dir, sample: false });
  return {
    market,
    fedMarket,
    yields,
    log,
    calls: (asOf) => {
      const team = teamOf() ?? ledger?.team;
      const of =
        ledger && team !== undefined ? { reader: ledger.reader, team } : { reader: seedReader(), team: 'seed' };
      return ledgerChanges({ ...of, market })(asOf);
    },
  };
}

/** The two-year yield out of the backdrop's prints. */
function yieldsOf(macro: MacroMarket): YieldMarket {
  return {
    async twoYear(asOf) {
      const { prints } = await macro.macro(asOf);
      const print = prints.find(({ id }) => id === 'DGS2');
      const history = print?.history ?? [];
      const source = print?.source ?? { publisher: 'Treasury', series: 'DGS2', fetchedAt: '', sample: false };
      return {
        symbol: 'DGS2',
        dates: history.map(({ period }) => period),
        ratePct: Float64Array.from(history.map(({ value }) => value)),
        source,
      } satisfies RateSeries;
    },
  };
}
