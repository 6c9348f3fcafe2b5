/** Bench of the picture path: our chart to PNG against the canvas' own encoder, side by side, and memory after 100 charts. */
import { setImmediate } from 'node:timers/promises';
import { compile } from '../../src/charts/compile.ts';
import type { CompiledChart } from '../../src/charts/renderer.ts';
import { chartPng, prepareDrawing, withDrawnChart } from '../../src/slack/render/draw.ts';
import { createEmbeddedRenderer } from '../../src/slack/render/embedded.ts';
import { EXAMPLES } from '../charts/examples.ts';

const ROUNDS = 4;
const MEGABYTE = 1_000_000;

/** Report lines: p50 and p95 of both paths over every kind of chart, their ratio, the worker thread, and memory. */
export async function benchCharts(): Promise<string[]> {
  const charts = Object.values(EXAMPLES).flatMap((spec) => [compile(spec, 'light'), compile(spec, 'dark')]);
  const memory = await workerMemory(charts);
  prepareDrawing();
  for (const chart of charts.slice(0, 4)) await chartPng(chart);
  const ours: number[] = [];
  const stock: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const chart of charts) {
      ours.push(await timed(() => chartPng(chart)));
      stock.push(await timed(() => stockPng(chart)));
    }
  }
  return [
    `chart, 1600×900 PNG, ${ours.length} charts a path`,
    `  ours   ${spread(ours)}`,
    `  stock  ${spread(stock)}`,
    `  ratio  p50 ${(quantile(ours, 0.5) / quantile(stock, 0.5)).toFixed(2)}, p95 ${(quantile(ours, 0.95) / quantile(stock, 0.95)).toFixed(2)} (budget 0.50)`,
    ...memory,
  ];
}

async function stockPng(chart: CompiledChart): Promise<Uint8Array> {
  const png = withDrawnChart(chart, (canvas) => canvas.encodeSync('png'));
  await setImmediate();
  return png;
}

async function workerMemory(charts: readonly CompiledChart[]): Promise<string[]> {
  const renderer = createEmbeddedRenderer();
  const before = process.memoryUsage.rss();
  const times: number[] = [];
  for (let count = 0; count < 100; count++) {
    const chart = charts[count % charts.length];
    if (chart !== undefined) times.push(await timed(() => renderer.render(chart)));
  }
  const after = process.memoryUsage.rss();
  await renderer.close();
  return [
    `  worker ${spread(times.slice(1))}, first ${(times[0] ?? 0).toFixed(0)} ms`,
    `  memory ${(before / MEGABYTE).toFixed(0)} MB before the first chart, ${(after / MEGABYTE).toFixed(0)} MB after 100`,
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function spread(times: readonly number[]): string {
  return `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
