/** The drawing thread: a compiled chart in, PNG bytes out, one after another. It reads no settings and touches no network. */
import { parentPort } from 'node:worker_threads';
import type { CompiledChart } from '../../charts/renderer.ts';
import { chartPng, prepareDrawing } from './draw.ts';

/** What the drawing thread says: once that it is ready, then one reply a chart. */
export type WorkerReply = { readonly ready: true } | { readonly png: Uint8Array } | { readonly error: string };

async function reply(chart: CompiledChart): Promise<void> {
  try {
    const png = await chartPng(chart);
    parentPort?.postMessage({ png } satisfies WorkerReply, [png.buffer]);
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies WorkerReply);
  }
}

prepareDrawing();
parentPort?.on('message', reply);
parentPort?.postMessage({ ready: true } satisfies WorkerReply);
