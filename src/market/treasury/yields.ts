/** Two- and ten-year par yields from the Treasury, the afternoon of the day: one file a year. */
import { addDays, yearOf } from '../../calendar/day.ts';
import { cellNumber, parseCsvRows, slashedDay } from '../body.ts';
import { type Cell, type Observations, observations } from '../observations.ts';
import type { Asking, Provider, SourceCard } from '../provider.ts';

export const TREASURY: SourceCard = {
  id: 'treasury',
  publisher: 'Treasury',
  standing: 'official',
  origin: 'https://home.treasury.gov',
  licence: 'Public domain; cited as Treasury.',
  limit: { requests: 30, hours: 1 },
  spacingMs: 2_000,
  concurrency: 1,
  timeoutMs: 15_000,
};

const COLUMNS = { DGS2: '2 Yr', DGS10: '10 Yr' } as const;

export interface Yields {
  readonly DGS2: Observations;
  readonly DGS10: Observations;
}

/** Yields from `from` on, at most from the year before the last day; both years' files are read in early January. */
export const treasuryYields: Provider<{ readonly from: string; readonly to: string }, Yields> = {
  card: TREASURY,
  async fetchAnswer({ from, to }, asking) {
    const years = new Set([yearOf(from), yearOf(addDays(to, -7)), yearOf(to)]);
    const files = await Promise.all([...years].map((year) => yearFile(year, asking)));
    const rows = files.flat();
    const series = (id: keyof typeof COLUMNS) => {
      const cells = rows.map(
        (row): Cell => ({
          period: slashedDay(row.Date, TREASURY),
          value: cellNumber(row[COLUMNS[id]], TREASURY),
        }),
      );
      return observations(cells, { id, from }, { card: TREASURY, now: asking.now });
    };
    return { DGS2: series('DGS2'), DGS10: series('DGS10') };
  },
};

/** Columns come and go with the years; only the two that are read must be there. A year without days yet is no error. */
async function yearFile(year: number, { get }: Asking) {
  const text = await get({
    path: `/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv/${year}/all`,
    query: { type: 'daily_treasury_yield_curve', field_tdr_date_value: String(year), page: '', _format: 'csv' },
    accepts: 'csv',
  });
  return parseCsvRows(text, ['Date', '2 Yr', '10 Yr'], TREASURY);
}
