/** Renders charts on a QuickChart host: the same config by POST, the picture back. No link ever carries the data. */
import type { ChartRenderer, CompiledChart } from '../../charts/renderer.ts';
import { CapwatchError, type ErrorKind } from '../../errors.ts';

type QuickChartClient = InstanceType<typeof import('quickchart-js').default>;

const TIMEOUT_MS = 15_000;
const SOURCE = 'QuickChart';
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47];

export interface QuickChartOptions {
  /** Default 15 s a chart; the client has no limit of its own. */
  readonly timeoutMs?: number;
}

/** A renderer on the QuickChart host at `address` (scheme, host, optional path before `/chart`). */
export function createQuickChartRenderer(address: string, options: QuickChartOptions = {}): ChartRenderer {
  const { protocol, host, pathname } = new URL(address);
  const place = { scheme: protocol.replace(':', ''), host: `${host}${pathname.replace(/\/+$/, '')}` };
  return {
    name: 'quickchart',
    render: (chart) => rendered(chart, place, options.timeoutMs ?? TIMEOUT_MS),
    close: async () => undefined,
  };
}

async function rendered(
  chart: CompiledChart,
  place: { readonly scheme: string; readonly host: string },
  timeoutMs: number,
): Promise<Uint8Array> {
  const QuickChart = await loadClient();
  const client = new QuickChart()
    .setScheme(place.scheme)
    .setHost(place.host)
    // Both defaults (2.9.4, and a ratio the server chooses) would draw another picture.
    .setVersion('4')
    .setDevicePixelRatio(chart.devicePixelRatio)
    .setWidth(chart.width)
    .setHeight(chart.height)
    .setBackgroundColor(chart.background)
    .setFormat('png')
    .setConfig(JSON.stringify(chart.config));
  const bytes = await withinTime(client.toBinary(), timeoutMs).catch(explain);
  if (PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte)) throw refused('bad_response', 'not a PNG');
  return new Uint8Array(bytes);
}

/** Loaded with the first chart, because loading it prints a deprecation warning that only its users should see. */
async function loadClient(): Promise<new () => QuickChartClient> {
  const loaded: { readonly default: unknown } = await import('quickchart-js');
  if (typeof loaded.default !== 'function') throw new Error('quickchart-js has no class to construct');
  // Its types describe the CommonJS build, in which the class stands one level deeper.
  return loaded.default as new () => QuickChartClient;
}

async function withinTime<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer after ${timeoutMs} ms`)), timeoutMs);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** The client only throws sentences; the status is read back from its own. */
function explain(cause: unknown): never {
  const message = cause instanceof Error ? cause.message : String(cause);
  const status = Number(/status code (\d{3})/.exec(message)?.[1] ?? Number.NaN);
  if (status === 429) throw refused('rate_limited', cause);
  throw refused(status >= 400 && status < 500 ? 'bad_response' : 'unreachable', cause);
}

function refused(kind: ErrorKind, cause: unknown): CapwatchError {
  const sentence = kind === 'unreachable' ? 'QuickChart is not answering.' : 'QuickChart did not draw the chart.';
  return new CapwatchError(kind, sentence, {
    source: SOURCE,
    cause: cause instanceof Error ? cause : new Error(String(cause)),
  });
}
