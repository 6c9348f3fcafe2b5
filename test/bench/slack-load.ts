/** Child process of the ack benches: a Slack that fires commands and questions and times what comes back, on its own processor. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { slashEnvelope, startSlackStub, until } from '../support/socket-server.ts';

/** `sockets` are indices in the order they connected. `perSecond` 0 sends the next when the last is acknowledged. */
export interface Fire {
  readonly sockets: readonly number[];
  readonly count: number;
  readonly perSecond: number;
  /** The command line typed; `/smallcaps ytd` where none is named. */
  readonly line?: string;
  /** Questions by mention beside the commands, each in a channel and thread of its own. */
  readonly asks?: {
    readonly words: readonly string[];
    readonly perSecond: number;
    /** Whether answers are waited for. */
    readonly answered: boolean;
  };
}

export interface Fired {
  /** From each command's sending to its acknowledgement. */
  readonly latenciesMs: readonly number[];
  /** The same of the questions. */
  readonly askedMs: readonly number[];
  /** From a question to the post of its answer; of those that came. */
  readonly answeredMs: readonly number[];
  /** Answers posted when the last question was acknowledged. */
  readonly inTime: number;
}

export type ToLoad = { readonly kind: 'fire'; readonly fire: Fire } | { readonly kind: 'close' };
export type FromLoad = { readonly kind: 'ready'; readonly apiUrl: string } | ({ readonly kind: 'fired' } & Fired);

/** How long answers are waited for after the last question. */
const PATIENCE_MS = 90_000;

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

/** Milliseconds from an envelope's sending to its acknowledgement. */
async function roundTrip(socket: WebSocket, envelope: (id: string) => string): Promise<number> {
  next += 1;
  const id = `load-${next}`;
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting.set(id, resolve);
  const started = performance.now();
  socket.send(envelope(id));
  await promise;
  waiting.delete(id);
  return performance.now() - started;
}

function commandEnvelope(id: string, line = '/smallcaps ytd'): string {
  const envelope = JSON.parse(slashEnvelope(id, '', stub.origin));
  const [command, ...words] = line.split(' ');
  return JSON.stringify({ ...envelope, payload: { ...envelope.payload, command, text: words.join(' ') } });
}

/** A mention outside threads; its answer is a reply to `ts`. */
function questionEnvelope(id: string, words: string, { ts, channel }: { ts: string; channel: string }): string {
  const text = `<@U00000001> ${words}`;
  const event = { type: 'app_mention', user: 'U00000002', text, ts, event_ts: ts, channel };
  const payload = {
    type: 'event_callback',
    team_id: 'T00000001',
    event_id: `Ev${id}`,
    event_time: 1_700_000_000,
    event,
  };
  return JSON.stringify({ type: 'events_api', envelope_id: id, accepts_response_payload: false, payload });
}

const asked = new Map<string, number>();
const answered = new Map<string, number>();
stub.scripts.set('chat.postMessage', ({ body }) => {
  const text = String(body);
  const ts = new URLSearchParams(text).get('thread_ts') ?? /"thread_ts":"([\d.]+)"/.exec(text)?.[1] ?? '';
  const since = asked.get(ts);
  if (since !== undefined && !answered.has(ts)) answered.set(ts, performance.now() - since);
  return { body: { ok: true, channel: 'C00000001', ts: `${1_800_000_000 + answered.size}.000100` } };
});

async function paced(count: number, perSecond: number, send: (shot: number) => Promise<number>): Promise<number[]> {
  const trips: Promise<number>[] = [];
  const begun = performance.now();
  for (let shot = 0; shot < count; shot += 1) {
    const trip = send(shot);
    trips.push(trip);
    if (perSecond === 0) await trip;
    else await sleep(Math.max(0, begun + ((shot + 1) * 1000) / perSecond - performance.now()));
  }
  return Promise.all(trips);
}

async function fired({ sockets, count, perSecond, line, asks }: Fire): Promise<Fired> {
  await until(() => sockets.every((index) => stub.sockets[index] !== undefined));
  asked.clear();
  answered.clear();
  const socketOf = (shot: number) => socketAt(sockets[shot % sockets.length] ?? 0);
  const commands = paced(count, perSecond, (shot) => roundTrip(socketOf(shot), (id) => commandEnvelope(id, line)));
  const questions = asks ? askedAll(asks, { count: (count / perSecond) * asks.perSecond, socketOf }) : [];
  const [latenciesMs, askedMs] = [await commands, await questions];
  const inTime = answered.size;
  if (asks?.answered) await until(() => answered.size === askedMs.length, PATIENCE_MS).catch(() => {});
  return { latenciesMs, askedMs, answeredMs: [...answered.values()], inTime };
}

function askedAll(
  { words, perSecond }: NonNullable<Fire['asks']>,
  { count, socketOf }: { readonly count: number; readonly socketOf: (shot: number) => WebSocket },
): Promise<number[]> {
  return paced(count, perSecond, (shot) => {
    const place = {
      ts: `17${String(next).padStart(8, '0')}.${String(shot).padStart(6, '0')}`,
      channel: `C${1000 + shot}`,
    };
    asked.set(place.ts, performance.now());
    return roundTrip(socketOf(shot), (id) => questionEnvelope(id, words[shot % words.length] ?? '', place));
  });
}

process.on('message', async (message: ToLoad) => {
  if (message.kind === 'close') process.exit(0);
  process.send?.({ kind: 'fired', ...(await fired(message.fire)) } satisfies FromLoad);
});
process.send?.({ kind: 'ready', apiUrl: stub.apiUrl } satisfies FromLoad);
