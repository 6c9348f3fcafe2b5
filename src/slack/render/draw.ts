/** Draws a compiled chart with Chart.js on a native canvas. Blocks while it draws: run it in the worker, never beside acks. */
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { Chart, type ChartConfiguration, type ChartItem, type Plugin, registerables } from 'chart.js';
import type { CompiledChart } from '../../charts/renderer.ts';
import { encodePng } from './png.ts';

const WEIGHTS = [400, 600, 700];

/** Registers the bundled font and every part of Chart.js that a config may name. Once a thread, before the first chart. */
export function prepareDrawing(): void {
  for (const weight of WEIGHTS) {
    const file = fileURLToPath(import.meta.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`));
    if (GlobalFonts.registerFromPath(file, 'Inter') === null) throw new Error(`font not readable: ${file}`);
  }
  Chart.register(...registerables);
  Chart.defaults.font.family = 'Inter';
}

/** Draws `chart` on its solid background and returns what `use` makes of the canvas, which is wiped afterwards. */
export function withDrawnChart<T>(chart: CompiledChart, use: (canvas: Canvas) => T): T {
  const canvas = createCanvas(chart.width, chart.height);
  // Chart.js writes into what it is given.
  const config = structuredClone(chart.config) as unknown as ChartConfiguration;
  config.options = { ...config.options, devicePixelRatio: chart.devicePixelRatio };
  config.plugins = [backgroundOf(chart)];
  const drawn = new Chart(canvas as unknown as ChartItem, config);
  try {
    return use(canvas);
  } finally {
    drawn.destroy();
  }
}

/** Painted first, which is cheaper than blending it under a finished picture. */
function backgroundOf({ background, width, height }: CompiledChart): Plugin {
  return {
    id: 'background',
    beforeDraw({ ctx }) {
      ctx.fillStyle = background;
      ctx.fillRect(0, 0, width, height);
    },
  };
}

/** PNG bytes of `chart`. */
export async function chartPng(chart: CompiledChart): Promise<Uint8Array<ArrayBuffer>> {
  const png = withDrawnChart(chart, (canvas) => encodePng(canvas.data(), canvas.width, canvas.height));
  // Native surfaces are only released on a turn of the event loop.
  await setImmediate();
  return png;
}
