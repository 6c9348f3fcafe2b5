/** The words for windows, directions and series that every message shares; direction-neutral by construction. Pure. */
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import type { PriceSeries } from '../metrics/series.ts';
import type { Window } from '../metrics/windows.ts';
import { fullDate, percent, points, pointsSize } from './format.ts';

const PHRASES: Record<Extract<Window, string>, string> = {
  '1d': 'on the day',
  '1w': 'in a week',
  mtd: 'month to date',
  '1m': 'in a month',
  qtd: 'quarter to date',
  '3m': 'in 3 months',
  '6m': 'in 6 months',
  ytd: 'year to date',
  '1y': 'in a year',
  '3y': 'in 3 years',
  '5y': 'in 5 years',
  '10y': 'in 10 years',
  max: 'since the data begin',
};

/** "year to date", "since 27 Oct 2023". */
export function windowPhrase(window: Window): string {
  return typeof window === 'string' ? PHRASES[window] : `since ${fullDate(window.since)}`;
}

/** Column or row label: "YTD", "27 Oct 2023". */
export function windowLabel(window: Window): string {
  return typeof window === 'string' ? window.toUpperCase() : fullDate(window.since);
}

/** Gaps smaller than this, in either direction, are "level with". */
const LEVEL = 0.0005;

/** "−3.85 pp", or "−12.30%" where the window compares by the ratio; a dash when it could not be computed. */
export function gapWords(gap: Measured): string {
  if (!isMeasured(gap)) return '–';
  return isRatio(gap) ? percent(gap.value) : points(gap.value);
}

/** The same without a sign, for a sentence with a direction word: "3.85 pp", "12.30% (ratio)". */
export function gapSize(gap: Measured): string {
  if (!isMeasured(gap)) return '–';
  return isRatio(gap) ? `${percent(Math.abs(gap.value)).replace('+', '')} (ratio)` : pointsSize(gap.value);
}

export function isRatio({ id }: Measured): boolean {
  return id.includes('.ratio.');
}

export interface Grammar {
  readonly tense?: 'present' | 'past';
  /** Small caps lag, XLK lags. */
  readonly plural?: boolean;
}

/** "lag by 3.85 pp", "led by 9.60 pp", "are level". */
export function leadOrLag(gap: Receipt<number>, { tense = 'present', plural = true }: Grammar = {}): string {
  if (isLevel(gap.value)) return tense === 'past' ? 'were level' : plural ? 'are level' : 'is level';
  return `${directionWord(gap.value, { tense, plural })} by ${gapSize(gap)}`;
}

/** The verb alone: "lag", "lead", "lagged", "led". */
export function directionWord(gap: number, { tense = 'present', plural = true }: Grammar = {}): string {
  if (tense === 'past') return gap < 0 ? 'lagged' : 'led';
  return `${gap < 0 ? 'lag' : 'lead'}${plural ? '' : 's'}`;
}

/** True when the gap is too small for a direction word. */
export function isLevel(gap: number): boolean {
  return Math.abs(gap) < LEVEL;
}

/** How a subject is called in a sentence: the Russell 2000 is "small caps"; anything else goes by its name. */
export function subjectWords(series: PriceSeries): { readonly text: string; readonly plural: boolean } {
  return series.symbol === 'RUT' ? { text: 'Small caps', plural: true } : { text: seriesName(series), plural: false };
}

/** A series by the name a reader knows; a fund with dividends says so. */
export function seriesName(series: PriceSeries): string {
  return series.totalReturn ? `${series.name} TR` : series.name;
}

/** Column header: S&P 500 as SPX, everything else by its symbol. */
export function columnName(series: PriceSeries): string {
  return series.symbol === 'GSPC' ? 'SPX' : series.symbol;
}
