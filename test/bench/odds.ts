/** Bench of Fed odds: nine meetings of one date beside the slow version in test/support, and the whole history. */
import { existsSync } from 'node:fs';
import { monthOf, monthText } from '../../src/calendar/month.ts';
import { createFolderFedMarket } from '../../src/market/folder/fedfunds.ts';
import { futuresDay } from '../../src/metrics/fed-futures.ts';
import { fedOdds } from '../../src/metrics/fed-odds.ts';
import { DATA_DIR } from '../support/data-folder.ts';
import { calendarWith, dayOf, futuresOf, monthAverage, SCHEDULED } from '../support/fed.ts';
import { slowDistribution, slowSteps } from '../support/slow-odds.ts';

const DAY = '2021-09-15';
const LAST = '2022-09-21';
const MEETINGS = 9;
const FAST_RUNS = 20_000;
const SLOW_RUNS = 50;

/** Report lines: microseconds a date, ours and the slow version's, and milliseconds for 1990 to 2026. */
export async function benchOdds(): Promise<string[]> {
  const [fast, slow] = [fastMicroseconds(), slowMicroseconds()];
  return [
    `odds for one date, ${MEETINGS} meetings, prices in memory`,
    `  ours   ${fast.toFixed(1)} µs (budget 100 µs)`,
    `  slow   ${slow.toFixed(1)} µs (plain dictionaries, every path walked)`,
    `  ratio  1 : ${(slow / fast).toFixed(0)}`,
    ...(await history()),
  ];
}

/** Averages of a path of uneven steps, by month, from the month before the day on. */
function averages(): Map<string, number> {
  const ahead = SCHEDULED.filter((meeting) => meeting >= DAY && meeting <= LAST);
  const rateOn = (day: string) =>
    0.08 + ahead.reduce((rate, meeting, index) => rate + (day >= meeting ? 0.06 + 0.031 * index : 0), 0);
  const months = Array.from({ length: 15 }, (_, index) => monthOf(DAY) - 1 + index);
  return new Map(months.map((month) => [monthText(month), monthAverage(month, rateOn)]));
}

function fastMicroseconds(): number {
  const prices = Object.fromEntries([...averages()].map(([month, average]) => [month, 100 - average]));
  const { '2021-08': before = 0, ...later } = prices;
  const day = dayOf(futuresOf({ '2021-08-31': { '2021-08': before }, [DAY]: later }), DAY);
  const calendar = calendarWith(0, 25);
  const meetings = fedOdds(calendar, day)?.meetings.length;
  if (meetings !== MEETINGS) throw new Error(`${meetings} meetings instead of ${MEETINGS}`);
  return perRun(FAST_RUNS, () => fedOdds(calendar, day));
}

function slowMicroseconds(): number {
  const known = averages();
  const meetings = SCHEDULED.filter((meeting) => meeting >= '2021-07-01' && meeting <= LAST);
  return perRun(SLOW_RUNS, () => {
    const steps = [...slowSteps({ averages: known, meetings, asOf: DAY, decisionDayIsNew: true }).values()];
    return steps.map((_, index) => slowDistribution(steps.slice(0, index + 1)));
  });
}

/** Microseconds a run, after a tenth of the runs to warm up. */
function perRun(runs: number, run: () => unknown): number {
  for (let index = 0; index < runs / 10; index++) run();
  const started = performance.now();
  for (let index = 0; index < runs; index++) run();
  return ((performance.now() - started) * 1000) / runs;
}

async function history(): Promise<string[]> {
  if (!existsSync(DATA_DIR)) return ['odds 1989 to 2026: not run, ../shared/data is absent'];
  const loading = performance.now();
  const { futures, calendar } = await createFolderFedMarket({ dir: DATA_DIR, sample: false }).fedFunds('2026-12-31');
  const started = performance.now();
  let meetings = 0;
  for (let row = 0; row < futures.dates.length; row++) {
    const day = futuresDay(futures, row);
    meetings += (day && fedOdds(calendar, day)?.meetings.length) ?? 0;
  }
  const took = performance.now() - started;
  return [
    `odds of every day 1989 to 2026: ${futures.dates.length} dates, ${meetings} meetings`,
    `  ours   ${took.toFixed(0)} ms, ${((took * 1000) / futures.dates.length).toFixed(1)} µs a date (budget 2000 ms)`,
    `  file   ${(started - loading).toFixed(0)} ms to read 10 MB of prices`,
  ];
}

if (import.meta.main) process.stdout.write(`${(await benchOdds()).join('\n')}\n`);
