/** Child process of the ack bench: a Slack that fires commands and times the acknowledgements, on its own processor. */
import type { WebSocket } from 'ws';
import { slashEnvelope, startSlackStub, until } from '../support/socket-server.ts';

/** `sockets` are indices in the order they connected. `perSecond` 0 sends the next when the last is acknowledged. */
export interface Fire {
  readonly sockets: readonly number[];
  readonly count: number;
  readonly perSecond: number;
}

export type ToLoad = { readonly kind: 'fire'; readonly fire: Fire } | { readonly kind: 'close' };
export type FromLoad =
  | { readonly kind: 'ready'; readonly apiUrl: string }
  | { readonly kind: 'fired'; readonly latenciesMs: readonly number[] };

const stub = await startSlackStub();
const waiting = new Map<string, () => void>();
const listening = new WeakSet<WebSocket>();
let next = 0;

function socketAt(index: number): WebSocket {
  const socket = stub.sockets[index];
  if (socket === undefined) throw new Error(`no socket ${index}`);
  if (!listening.has(socket)) {
    listening.add(socket);
    socket.on('message', (data) => waiting.get(String(JSON.parse(String(data)).envelope_id))?.());
  }
  return socket;
}

/** Milliseconds from a command's sending to its acknowledgement. */
async function roundTrip(socket: WebSocket): Promise<number> {
  next += 1;
  const id = `load-${next}`;
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting.set(id, resolve);
  const started = performance.now();
  socket.send(slashEnvelope(id, 'ytd', stub.origin));
  await promise;
  waiting.delete(id);
  return performance.now() - started;
}

async function fired({ sockets, count, perSecond }: Fire): Promise<number[]> {
  await until(() => sockets.every((index) => stub.sockets[index] !== undefined));
  const trips: Promise<number>[] = [];
  for (let shot = 0; shot < count; shot += 1) {
    const trip = roundTrip(socketAt(sockets[shot % sockets.length] ?? 0));
    trips.push(trip);
    if (perSecond === 0) await trip;
    else await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
  return Promise.all(trips);
}

process.on('message', async (message: ToLoad) => {
  if (message.kind === 'close') process.exit(0);
  process.send?.({ kind: 'fired', latenciesMs: await fired(message.fire) } satisfies FromLoad);
});
process.send?.({ kind: 'ready', apiUrl: stub.apiUrl } satisfies FromLoad);
