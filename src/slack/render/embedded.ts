/** Renders charts in one worker thread of this process, one at a time, and replaces the thread when it hangs or dies. */
import { Worker } from 'node:worker_threads';
import type { ChartRenderer, CompiledChart } from '../../charts/renderer.ts';
import { CapwatchError } from '../../errors.ts';
import type { WorkerReply } from './worker.ts';

/** A chart takes a tenth of a second; one that takes this long will not come. */
const RENDER_TIMEOUT_MS = 5_000;
/** Loading the canvas and the fonts on a busy machine. */
const START_TIMEOUT_MS = 20_000;
/** Small, so that pixels are collected soon; pixels themselves live outside the heap. */
const HEAP = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 96 };
const SOURCE = 'chart renderer';

export interface EmbeddedRenderer extends ChartRenderer {
  /** Starts the thread before the first chart asks for it. Costs about 100 MB. */
  warmUp(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Default 5 s a chart. */
  readonly timeoutMs?: number;
  /** The thread's program; a test brings one that hangs or dies. */
  readonly program?: URL;
}

/** The default renderer. Its thread starts with the first chart and never keeps the process alive while idle. */
export function createEmbeddedRenderer(options: EmbeddedOptions = {}): EmbeddedRenderer {
  return new WorkerRenderer(options);
}

class WorkerRenderer implements EmbeddedRenderer {
  readonly name = 'embedded';
  readonly #program: URL;
  readonly #timeoutMs: number;
  #worker: Worker | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor({ timeoutMs = RENDER_TIMEOUT_MS, program = new URL('./worker.ts', import.meta.url) }: EmbeddedOptions) {
    this.#timeoutMs = timeoutMs;
    this.#program = program;
  }

  render(chart: CompiledChart): Promise<Uint8Array> {
    return this.#inTurn(async () => {
      const worker = await this.#started();
      const answer = replyOf(worker, this.#timeoutMs);
      worker.postMessage(chart);
      const reply = await answer.catch((failure: unknown) => this.#abandon(worker, failure));
      if ('png' in reply) return reply.png;
      throw notDrawn('bad_response', 'error' in reply ? reply.error : 'no picture');
    });
  }

  async warmUp(): Promise<void> {
    await this.#inTurn(() => this.#started());
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  /** Waits for the charts before it, whatever became of them. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #started(): Promise<Worker> {
    if (this.#closed) throw notDrawn('unreachable', 'the renderer is closed');
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(this.#program, { execArgv: [], resourceLimits: HEAP });
    this.#worker = worker;
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    await replyOf(worker, START_TIMEOUT_MS).catch((failure: unknown) => this.#abandon(worker, failure));
    return worker;
  }

  async #abandon(worker: Worker, failure: unknown): Promise<never> {
    if (this.#worker === worker) this.#worker = undefined;
    await worker.terminate();
    throw failure;
  }
}

/** The thread's next message; rejects when the time is over or the thread is gone. Keeps the process alive meanwhile. */
function replyOf(worker: Worker, timeoutMs: number): Promise<WorkerReply> {
  const { promise, resolve, reject } = Promise.withResolvers<WorkerReply>();
  const onExit = () => reject(notDrawn('unreachable', 'the drawing thread ended'));
  const onError = (cause: unknown) => reject(notDrawn('unreachable', 'the drawing thread failed', cause));
  const timer = setTimeout(() => reject(notDrawn('unreachable', `no picture after ${timeoutMs} ms`)), timeoutMs);
  worker.once('message', resolve);
  worker.once('error', onError);
  worker.once('exit', onExit);
  worker.ref();
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', resolve);
    worker.off('error', onError);
    worker.off('exit', onExit);
    worker.unref();
  });
}

function notDrawn(kind: 'unreachable' | 'bad_response', reason: string, cause?: unknown): CapwatchError {
  const details = { source: SOURCE, cause: cause ?? new Error(reason) };
  return new CapwatchError(kind, 'The chart could not be drawn.', details);
}
