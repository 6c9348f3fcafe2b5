/** The two-year Treasury yield of a data folder, cut off after the day asked for. It fetches nothing. */
import type { Day } from '../../calendar/day.ts';
import { type RateSeries, ratesUpTo } from '../../metrics/fed-rates.ts';
import { fileReader } from './csv.ts';
import { parseRates } from './fedfunds-files.ts';

/** Treasury yields as the upper floors read them. */
export interface YieldMarket {
  /**
   * Two-year par yield as known on the evening of `asOf`, per cent.
   * @throws CapwatchError `not_found` without the series, `bad_response` naming file and line.
   */
  twoYear(asOf: Day): Promise<RateSeries>;
}

/** Yields from `macro/DGS2.csv`. */
export function createFolderYields({ dir, sample }: { readonly dir: string; readonly sample: boolean }): YieldMarket {
  const origin = { publisher: sample ? 'generated sample' : 'Treasury', sample };
  const read = fileReader({ dir, file: 'macro/DGS2.csv' }, (table) => parseRates(table, 'DGS2', origin));
  return { twoYear: async (asOf) => ratesUpTo(await read(), asOf) };
}
