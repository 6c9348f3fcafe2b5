/** Return windows: their names, and the base session each one counts from (METRICS.md section 1). Pure. */
import { addDays, type Day, monthsBefore, yearOf } from '../calendar/day.ts';
import type { Absent } from './receipt.ts';
import { dateAt, indexAt, lastSession, type PriceSeries } from './series.ts';

export const NAMED_WINDOWS = [
  '1d',
  '1w',
  'mtd',
  '1m',
  'qtd',
  '3m',
  '6m',
  'ytd',
  '1y',
  '3y',
  '5y',
  '10y',
  'max',
] as const;
export type NamedWindow = (typeof NAMED_WINDOWS)[number];

/** A named window, or the time since the close of a given day. */
export type Window = NamedWindow | { readonly since: Day };

/** Windows beyond twelve months compare by the change of the ratio, not by a difference of returns. */
const RATIO_WINDOWS: ReadonlySet<Window> = new Set<Window>(['3y', '5y', '10y', 'max']);

export function usesRatio(window: Window, asOf: Day): boolean {
  if (typeof window === 'string') return RATIO_WINDOWS.has(window);
  return window.since < monthsBefore(asOf, 12);
}

/** The window's part of a receipt id: `ytd`, `since.2023-10-27`. */
export function windowId(window: Window): string {
  return typeof window === 'string' ? window : `since.${window.since}`;
}

const MONTHS_BACK: Partial<Record<NamedWindow, number>> = {
  '1m': 1,
  '3m': 3,
  '6m': 6,
  '1y': 12,
  '3y': 36,
  '5y': 60,
  '10y': 120,
};

/** The calendar day a window counts from; its base is the last session on or before it. `asOf` is a session. */
function targetDay(window: Window, asOf: Day, first: Day): Day {
  if (typeof window !== 'string') return window.since;
  const months = MONTHS_BACK[window];
  if (months !== undefined) return monthsBefore(asOf, months);
  switch (window) {
    case '1d':
      return addDays(asOf, -1);
    case '1w':
      return addDays(asOf, -7);
    case 'mtd':
      return addDays(`${asOf.slice(0, 7)}-01`, -1);
    case 'qtd':
      return addDays(quarterStart(asOf), -1);
    case 'ytd':
      return `${yearOf(asOf) - 1}-12-31`;
    default:
      return first;
  }
}

function quarterStart(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/**
 * Index of the base session of `window`, counted back from the series' last session; or why there is none: the
 * series starts later, or the exchange held a session there that the source does not have (never interpolated).
 */
export function baseIndex(series: PriceSeries, window: Window, id: string): number | Absent {
  const asOf = lastSession(series);
  const target = targetDay(window, asOf, dateAt(series, 0));
  const index = indexAt(series.dates, target);
  if (index < 0) return { id, absent: `${series.name} data begin on ${dateAt(series, 0)}` };
  const base = dateAt(series, index);
  const gap = series.missing.findLast((day) => day > base && day <= target);
  if (gap !== undefined) return { id, absent: `no ${series.name} close for ${gap}` };
  if (index === series.dates.length - 1) return { id, absent: `${base} is the as-of session itself` };
  return index;
}
