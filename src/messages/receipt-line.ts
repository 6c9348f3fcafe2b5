/** The receipt line under every answer: freshness, as-of, basis, base and publisher, always in that order. Pure. */
import type { Day } from '../calendar/day.ts';
import { closeTime } from '../calendar/nyse.ts';
import type { ReceiptSource } from '../metrics/receipt.ts';
import type { PriceSeries } from '../metrics/series.ts';
import { sessionDate } from './format.ts';
import { triedWords } from './source-notes.ts';

export interface ReceiptLine {
  readonly session: Day;
  /** What kind of figures: from {@link basisWords}, or "30-day fed funds futures, FedWatch method". */
  readonly basis: string;
  /** "base close 29 Dec 2023 for YTD and MTD", "range in force 525–550 bp", "1988 to today". */
  readonly base?: string;
  readonly sources: readonly ReceiptSource[];
  /** Sessions behind; above zero the chip says Stale. */
  readonly staleSessions?: number;
  /** The kind of price where it is final; "Close" by default. */
  readonly chip?: 'Close' | 'Provisional' | 'Settlement' | 'Last trade';
}

/** One context element: "*Close* Mon 22 Jan 2024, 16:00 ET · price return · … · Yahoo Finance". */
export function receiptLine({ session, basis, base, sources, staleSessions = 0, chip = 'Close' }: ReceiptLine): string {
  const parts = [
    `${freshness({ session, sources, staleSessions, chip })}`,
    basis,
    ...(base === undefined ? [] : [base]),
    (staleSessions > 0 ? triedWords(sources) : undefined) ?? publishers(sources).join(', '),
  ];
  return parts.join(' · ');
}

function freshness({
  session,
  sources,
  staleSessions,
  chip,
}: Required<Pick<ReceiptLine, 'session' | 'sources' | 'staleSessions' | 'chip'>>): string {
  const time = chip === 'Close' || chip === 'Provisional' ? `, ${closeTime(session)} ET` : '';
  const sample = isSample(sources) ? '*SAMPLE DATA* ' : '';
  if (staleSessions > 0) {
    const sessions = `Stale ${staleSessions} ${staleSessions === 1 ? 'session' : 'sessions'}`;
    return `${sample}*${sessions}* ${sessionDate(session)} ${chip.toLowerCase()}`;
  }
  return `${sample || `*${chip}* `}${sessionDate(session)}${time}`;
}

/** Publishers, each once, in the order of first use. */
export function publishers(sources: readonly ReceiptSource[]): string[] {
  // A live series may rest on two: "Yahoo Finance, Cboe".
  return [...new Set(sources.flatMap(({ publisher }) => publisher.split(', ')))];
}

export function isSample(sources: readonly ReceiptSource[]): boolean {
  return sources.some(({ sample }) => sample);
}

/** "price return, XLK as ETF price", "total return": what the returns of these series are. */
export function basisWords(series: readonly PriceSeries[]): string {
  if (series.some(({ totalReturn }) => totalReturn)) return 'total return (dividends included)';
  const funds = series.filter(({ kind }) => kind === 'etf').map(({ symbol }) => symbol);
  if (funds.length === series.length) return 'ETF price';
  return funds.length === 0 ? 'price return' : `price return, ${funds.join(' and ')} as ETF price`;
}
