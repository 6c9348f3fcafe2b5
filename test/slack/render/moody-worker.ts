/** A drawing thread for tests: the width of the chart says whether it answers, hangs, dies or throws. */
import { parentPort } from 'node:worker_threads';
import type { CompiledChart } from '../../../src/charts/renderer.ts';

export const WIDTHS = { dies: 1, throws: 2, hangs: 3, refuses: 4 } as const;

parentPort?.on('message', ({ width, height }: CompiledChart) => {
  if (width === WIDTHS.dies) process.exit(3);
  if (width === WIDTHS.throws) throw new Error('out of memory');
  if (width === WIDTHS.hangs) return;
  if (width === WIDTHS.refuses) parentPort?.postMessage({ error: 'no such scale' });
  else setTimeout(() => parentPort?.postMessage({ png: Uint8Array.of(width) }), height);
});
parentPort?.postMessage({ ready: true });
