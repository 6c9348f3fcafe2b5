/** The inputs of the small-cap views for tests: the desk's data folder cut at a day, or two hand-made series. */
import { createLog } from '../../src/log.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import { lastSession, type PriceSeries } from '../../src/metrics/series.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { DATA_DIR } from './data-folder.ts';
import { seriesFrom } from './series.ts';

const folder = createFolderMarket({
  dir: DATA_DIR,
  publisher: 'Yahoo Finance',
  sample: false,
  writtenAt: '2026-08-21T21:00:00Z',
  log: createLog('error', () => {}),
});

/** Russell 2000 and S&P 500 of the data folder as known after the close of `day`. */
export async function inputsOn(day: string): Promise<ViewInputs> {
  const [subject, benchmark] = await Promise.all([folder.prices('RUT', day), folder.prices('GSPC', day)]);
  return { asked: day, session: day, subject, benchmark };
}

/** Both series end on the same session. */
export function inputsOf(subject: PriceSeries, benchmark: PriceSeries): ViewInputs {
  const session = lastSession(subject);
  return { asked: session, session, subject, benchmark };
}

/** Closes of the subject and of the benchmark on the sessions from 2 January 2020 on. */
export function pairFrom(own: readonly number[], other: readonly number[]): ViewInputs {
  return inputsOf(seriesFrom('2020-01-02', own), seriesFrom('2020-01-02', other, { symbol: 'GSPC', name: 'S&P 500' }));
}

/** A walk of closes that is the same in every run; highs and lows around it. */
export function walkOf(length: number, { seed, drift = 0 }: { seed: number; drift?: number }): number[] {
  let state = seed;
  let close = 100;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    close *= Math.exp((state / 2 ** 32 - 0.5) * 0.03 + drift);
    return close;
  });
}

/** Days of every kind: the first year of data, crashes, records, leads and lags, year ends, half days, the last one. */
export const DAYS = [
  '1988-06-01',
  '1989-01-24',
  '1990-12-31',
  '1995-03-30',
  '2000-03-10',
  '2009-03-09',
  '2016-08-05',
  '2020-03-18',
  '2021-11-08',
  '2022-12-30',
  '2023-11-24',
  '2024-01-19',
  '2024-07-16',
  '2024-11-25',
  '2025-09-18',
  '2026-08-21',
] as const;
