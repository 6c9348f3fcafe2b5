/** Jobless claims against themselves: the four-week average, where it stood before, and the range of a year. Pure. */
import { addDays } from '../calendar/day.ts';
import type { MacroPoint, MacroPrint } from './backdrop.ts';
import type { Receipt, ReceiptInput } from './receipt.ts';

export interface ClaimsTrend {
  /** Mean of the last four weeks. */
  readonly average: Receipt<number>;
  /** Mean of the four weeks before those. */
  readonly before: Receipt<number>;
  /** The average less the one before, in claims. */
  readonly change: Receipt<number>;
  readonly low: Receipt<number>;
  readonly high: Receipt<number>;
  /** Weeks in the range. */
  readonly weeks: Receipt<number>;
}

const WEEKS = 4;
const YEAR_DAYS = 364;

/** What a trend is computed from. */
interface Weekly extends Pick<MacroPrint, 'id' | 'period' | 'source'> {
  readonly released?: string;
  readonly history: readonly MacroPoint[];
  /** "weekly, latest vintage". */
  readonly basis: string;
}

/** The trend, or undefined with fewer than eight weeks. */
export function claimsTrend(print: Weekly): ClaimsTrend | undefined {
  const { history } = print;
  if (history.length < 2 * WEEKS) return undefined;
  const last = history.slice(-WEEKS);
  const earlier = history.slice(-2 * WEEKS, -WEEKS);
  const year = history.filter(({ period }) => period > addDays(print.period, -YEAR_DAYS));
  const inputs = (name: string, points: readonly MacroPoint[]): ReceiptInput[] =>
    points.map(({ period, value }) => ({ name, series: print.id, date: period, value }));
  const figure = (part: string, value: number, how: Pick<Receipt, 'formula' | 'inputs'>): Receipt<number> => ({
    id: `macro.${print.id}.${part}`,
    value,
    unit: 'count',
    asOf: print.released ?? print.period,
    basis: print.basis,
    ...how,
    sources: [print.source],
  });
  const [now, then] = [meanOf(last), meanOf(earlier)];
  const values = year.map(({ value }) => value);
  const yearInputs = inputs('weeks', year);
  return {
    average: figure('average_4w', now, { formula: 'mean(last)', inputs: inputs('last', last) }),
    before: figure('average_4w.before', then, { formula: 'mean(before)', inputs: inputs('before', earlier) }),
    change: figure('average_4w.change', now - then, {
      formula: 'mean(last) − mean(before)',
      inputs: [...inputs('last', last), ...inputs('before', earlier)],
    }),
    low: figure('low_52w', Math.min(...values), { formula: 'min(weeks)', inputs: yearInputs }),
    high: figure('high_52w', Math.max(...values), { formula: 'max(weeks)', inputs: yearInputs }),
    weeks: figure('weeks', values.length, { formula: 'count(weeks)', inputs: yearInputs }),
  };
}

function meanOf(points: readonly MacroPoint[]): number {
  return points.reduce((sum, { value }) => sum + value, 0) / points.length;
}
