/** Bench of the small-cap views on the whole history, without charts: p50, p95, and the ratio to the obvious slow way. */
import { existsSync } from 'node:fs';
import { afterView } from '../../src/metrics/after-view.ts';
import { divergenceView } from '../../src/metrics/divergence-view.ts';
import { highsView } from '../../src/metrics/highs-view.ts';
import { ratioView } from '../../src/metrics/ratio-view.ts';
import { recoveryView } from '../../src/metrics/recovery-view.ts';
import { seasonalityView } from '../../src/metrics/seasonality-view.ts';
import type { PriceSeries } from '../../src/metrics/series.ts';
import { streakView } from '../../src/metrics/streak-view.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { DATA_DIR } from '../support/data-folder.ts';
import {
  slowDivergence,
  slowDrawdown,
  slowForward,
  slowGapShares,
  slowMedian,
  slowPercentile,
  slowRecoveries,
  slowRuns,
  slowSplitYears,
} from '../support/slow-metrics.ts';
import { inputsOn } from '../support/views.ts';

const RUNS = 40;
const WARM_UP = 5;
const BUDGET_MS = 20;
const LAST_DAY = '2026-08-21';

interface Case {
  readonly name: string;
  readonly view: (inputs: ViewInputs) => unknown;
  /** The core of the view in the obvious way; run once. */
  readonly slow: (columns: Columns) => unknown;
}

interface Columns {
  readonly series: PriceSeries;
  readonly dates: readonly string[];
  readonly own: readonly number[];
  readonly other: readonly number[];
}

const CASES: readonly Case[] = [
  { name: 'highs', view: highsView, slow: ({ own, other }) => [slowDrawdown(own), slowDrawdown(other)] },
  {
    name: 'recovery',
    view: recoveryView,
    slow: ({ series }) => [slowRecoveries(series, 'close'), slowRecoveries(series, 'intraday')],
  },
  {
    name: 'ratio',
    view: ratioView,
    slow: ({ own, other }) => slowPercentile(own.map((close, at) => close / Number(other[at]))),
  },
  {
    name: 'divergence',
    view: divergenceView,
    slow: ({ own, other }) => slowDivergence(own, other, 0.1),
  },
  {
    name: 'after',
    view: (inputs) => afterView(inputs),
    slow: ({ own, other }) => [slowGapShares(own, other), slowStudy(own), slowStudy(other)],
  },
  { name: 'streak', view: streakView, slow: ({ own, other }) => slowRuns(own, other) },
  {
    name: 'seasonality',
    view: seasonalityView,
    slow: ({ dates, own, other }) => slowSplitYears(dates, own, other, '08'),
  },
];

function slowStudy(closes: readonly number[]): number[] {
  const every = closes.map((_, index) => index);
  return [5, 21, 63, 126, 252].map((sessions) => slowMedian(slowForward(closes, every, sessions)));
}

/** Report lines, one a view; a line that says why when the desk's data folder is absent. */
export async function benchViews(): Promise<string[]> {
  if (!existsSync(DATA_DIR)) return ['small-cap views: skipped, ../shared/data is absent'];
  const inputs = await inputsOn(LAST_DAY);
  const columns = columnsOf(inputs);
  const sessions = inputs.subject.dates.length;
  const head = `small-cap views, ${sessions} sessions, without chart (budget p95 ${BUDGET_MS} ms)`;
  return [head, ...CASES.map((one) => line(one, inputs, columns))];
}

function columnsOf({ subject, benchmark }: ViewInputs): Columns {
  const from = benchmark.dates.indexOf(subject.dates[0] ?? '');
  return {
    series: subject,
    dates: subject.dates,
    own: [...subject.close],
    other: [...benchmark.close.subarray(from)],
  };
}

function line({ name, view, slow }: Case, inputs: ViewInputs, columns: Columns): string {
  for (let run = 0; run < WARM_UP; run++) view(inputs);
  const times = Array.from({ length: RUNS }, () => timed(() => view(inputs))).sort((a, b) => a - b);
  const [p50, p95] = [times[Math.floor(RUNS * 0.5)] ?? 0, times[Math.floor(RUNS * 0.95)] ?? 0];
  const slowMs = timed(() => slow(columns));
  const verdict = p95 <= BUDGET_MS ? '' : ', OVER BUDGET';
  return `  ${name.padEnd(12)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${verdict}; its core the slow way ${slowMs.toFixed(0)} ms, ${(slowMs / p50).toFixed(1)}×`;
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
