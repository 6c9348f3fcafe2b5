/**
 * Generates the bundled sample's fed funds files (`npm run sample` calls it): futures through published odds, seeded, the
 * same on every machine. It reads no data and no clock.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, daysBetween } from '../../calendar/day.ts';
import { BUNDLED_MEETINGS } from '../../calendar/fomc-seed.ts';
import { contractCode, dayOfMonth, daysInMonth, type Month, monthOf } from '../../calendar/month.ts';
import { sessionsIn } from '../../calendar/nyse.ts';
import { SAMPLE_DIR } from '../../market/sample/sample.ts';
import { normal } from './random.ts';

const START: Day = '2023-08-01';
const END: Day = '2024-01-22';
/** The effective rate of these months, per cent; the target range was 5.25 to 5.50. */
const RATE_PCT = 5.33;
/** Contracts a day: enough for the last meeting CME listed. */
const MONTHS_AHEAD = 15;
/** Size of a day's own move in each meeting's step, bp, away from the published days. */
const NOISE_BP = 0.5;

const MEETINGS = BUNDLED_MEETINGS.filter(({ kind, date }) => kind === 'scheduled' && date >= START).map(
  ({ date }) => date,
);

/**
 * Steps in bp at the nine meetings from 31 January 2024 to 29 January 2025. The March odds they make are the published
 * ones: 88.0% on 22 December, 90.2% on the 27th, 65.1%, 47.1% and 43.2% on 16, 19 and 22 January; the path of 22 January
 * is CME's of that day. The other days and meetings are invented between them.
 * @see https://www.cmegroup.com/markets/interest-rates/cme-fedwatch-tool.html
 */
const ANCHORS: readonly (readonly [day: Day, stepsBp: readonly number[]])[] = [
  ['2023-08-01', [1, -2, -6, -9, -12, -14, -15, -15, -15]],
  ['2023-10-31', [2, -2, -6, -11, -14, -15, -15, -16, -16]],
  ['2023-12-12', [-0.5, -10.5, -15, -19, -20, -20, -18, -18, -16]],
  ['2023-12-14', [-3.5, -18.5, -21, -24, -23, -22, -19, -19, -17]],
  ['2023-12-22', [-3.5, -21.5, -24, -25, -24, -23, -20, -20, -18]],
  ['2023-12-27', [-4, -22.1, -24, -25, -24, -24, -20, -20, -18]],
  ['2024-01-16', [-1, -15.9, -22, -25, -24, -23, -18, -18, -17]],
  ['2024-01-19', [-0.5, -11.5, -18.5, -24.5, -22.5, -22.5, -16.5, -18, -16]],
  ['2024-01-22', [-0.5, -10.5, -18, -25.3, -22.7, -23, -16.3, -18.2, -16]],
];
const FIRST_PRICED: Day = '2024-01-31';

/** The files by their path in the data folder, each the whole text of a CSV file. */
export function sampleFedFiles(): Record<string, string> {
  return {
    'fedfunds/ZQ.csv': csv('contract,date,close,kind,volume,open_interest,source', futuresRows()),
    'fedfunds/target_range.csv': csv('effective_from,effective_to,lower,upper,midpoint,kind', [
      '2023-05-04,2023-07-26,5,5.25,5.125,range',
      `2023-07-27,${END},5.25,5.5,5.375,range`,
    ]),
    'fedfunds/effr.csv': csv('date,effr', effrRows()),
  };
}

function futuresRows(): string[] {
  const next = normal('fed funds');
  return sessionsIn(START, END).flatMap((day) => {
    const steps = stepsOn(day, next);
    return Array.from({ length: MONTHS_AHEAD }, (_, ahead) => {
      const month = monthOf(day) + ahead;
      const price = toTick(100 - averagePct(month, steps), ahead === 0 ? 0.0025 : 0.005);
      return `${contractCode('ZQ', month)},${day},${price},settle,,,generated sample`;
    });
  });
}

/** The steps of a day: straight between two published days, with noise that vanishes on them. */
function stepsOn(day: Day, next: () => number): ReadonlyMap<Day, number> {
  const index = ANCHORS.findLastIndex(([anchor]) => anchor <= day);
  const [from, before = []] = ANCHORS[index] ?? [];
  const [to, after = before] = ANCHORS[index + 1] ?? ANCHORS[index] ?? [];
  const span = Math.max(1, daysBetween(from ?? day, to ?? day));
  const share = daysBetween(from ?? day, day) / span;
  const size = 2 * NOISE_BP * Math.sqrt(share * (1 - share));
  const priced = MEETINGS.filter((meeting) => meeting >= FIRST_PRICED);
  return new Map(
    before.map((step, meeting) => {
      const straight = step + share * ((after[meeting] ?? step) - step);
      return [priced[meeting] ?? '', (straight + size * next()) / 100];
    }),
  );
}

/** The month's average when the rate changes on each decision day. */
function averagePct(month: Month, steps: ReadonlyMap<Day, number>): number {
  let average = RATE_PCT;
  for (const [meeting, step] of steps) {
    const ahead = month - monthOf(meeting);
    if (ahead > 0) average += step;
    if (ahead === 0) average += (step * (daysInMonth(month) - dayOfMonth(meeting) + 1)) / daysInMonth(month);
  }
  return average;
}

function toTick(price: number, tick: number): number {
  return Number((Math.round(price / tick) * tick).toFixed(4));
}

function effrRows(): string[] {
  return Array.from({ length: daysBetween(START, END) }, (_, index) => `${addDays(START, index)},${RATE_PCT}`);
}

function csv(header: string, rows: readonly string[]): string {
  return `${[header, ...rows].join('\n')}\n`;
}

/** Writes the files into the sample's folder. */
export function writeSampleFedFiles(): void {
  mkdirSync(join(SAMPLE_DIR, 'fedfunds'), { recursive: true });
  for (const [file, text] of Object.entries(sampleFedFiles())) writeFileSync(join(SAMPLE_DIR, file), text);
}

if (import.meta.main) writeSampleFedFiles();
