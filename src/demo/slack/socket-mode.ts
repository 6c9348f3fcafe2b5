/** Socket Mode: hands envelopes to one of the bot's connections and waits for the acknowledgement. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Backstage } from './backstage.ts';
import { newId, newSecret } from './ids.ts';
import { type Fields, fields, parseJson, text } from './json.ts';
import { announce } from './workspace.ts';

type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

/** The bot's acknowledgement, or why there is none. */
type Ack =
  | { readonly acked: true; readonly payload: unknown }
  | { readonly acked: false; readonly why: 'no_connection' | 'timeout' };

export interface SocketMode {
  /** Takes over a connection whose ticket is good; closes any other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** `retry` counts the deliveries of an event before this one. */
  deliver(type: EnvelopeType, payload: Fields, retry?: number): Promise<Ack>;
  connections(): number;
  /** Tells every connection to go and come back, as Slack does every few hours. */
  disconnect(reason: 'refresh_requested' | 'warning' | 'link_disabled'): void;
  /** Sends a text frame as it is, for fault tests. */
  sendRaw(frame: string): void;
  close(): void;
}

const PING_MS = 10_000;
/** A peer that does not say goodbye in return is cut off. */
const GOODBYE_MS = 300;
const LARGEST_FRAME = 1_000_000;

/** Who is connected, and which envelopes wait for their acknowledgement. */
interface Line {
  readonly stage: Backstage;
  readonly open: Set<WebSocket>;
  readonly waiting: Map<string, (payload: unknown) => void>;
  /** Whose turn it is when there are several connections. */
  turn: number;
}

export function createSocketMode(stage: Backstage): SocketMode {
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });
  const line: Line = { stage, open: new Set(), waiting: new Map(), turn: 0 };
  const ping = setInterval(() => {
    for (const socket of line.open) socket.ping();
  }, PING_MS).unref();
  const sendAll = (frame: string) => {
    for (const socket of line.open) socket.send(frame);
  };
  return {
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '', stage.baseUrl).searchParams.get('ticket') ?? '';
      if (!stage.socketTickets.delete(ticket)) socket.destroy();
      else server.handleUpgrade(request, socket, head, (opened) => accept(line, opened));
    },
    deliver: (type, payload, retry = 0) => deliver(line, type, { payload, retry }),
    connections: () => line.open.size,
    disconnect: (reason) => sendAll(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } })),
    sendRaw: sendAll,
    close() {
      clearInterval(ping);
      for (const socket of line.open) {
        socket.close(1001);
        setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
      }
      server.close();
    },
  };
}

function accept({ stage, open, waiting }: Line, socket: WebSocket): void {
  open.add(socket);
  socket.on('message', (data) => settle(waiting, String(data)));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    open.delete(socket);
    announce(stage.workspace, { kind: 'connection' });
  });
  socket.send(JSON.stringify(hello(stage, open.size)));
  announce(stage.workspace, { kind: 'connection' });
}

interface Delivery {
  readonly payload: Fields;
  readonly retry: number;
}

async function deliver(line: Line, type: EnvelopeType, delivery: Delivery): Promise<Ack> {
  const connections = [...line.open];
  const socket = connections[line.turn++ % connections.length];
  if (!socket) return { acked: false, why: 'no_connection' };
  const envelope_id = newSecret();
  const answer = acknowledgement(line.waiting, envelope_id, line.stage.ackMs);
  socket.send(JSON.stringify(envelope(type, envelope_id, delivery)));
  return answer;
}

function hello({ workspace }: Backstage, connections: number): Fields {
  const debug_info = { host: 'local', build_number: 1, approximate_connection_time: 18_060 };
  return { type: 'hello', num_connections: connections, debug_info, connection_info: { app_id: workspace.bot.appId } };
}

function envelope(type: EnvelopeType, envelope_id: string, { payload, retry }: Delivery): Fields {
  if (type !== 'events_api') return { type, envelope_id, payload, accepts_response_payload: true };
  const again = { retry_attempt: retry, retry_reason: retry === 0 ? '' : 'timeout' };
  return { type, envelope_id, payload, accepts_response_payload: false, ...again };
}

function acknowledgement(waiting: Map<string, (payload: unknown) => void>, id: string, ackMs: number): Promise<Ack> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      waiting.delete(id);
      resolve({ acked: false, why: 'timeout' });
    }, ackMs);
    waiting.set(id, (payload) => {
      clearTimeout(late);
      resolve({ acked: true, payload });
    });
  });
}

function settle(waiting: Map<string, (payload: unknown) => void>, frame: string): void {
  const answer = fields(parseJson(frame));
  const id = text(answer.envelope_id) ?? '';
  waiting.get(id)?.(answer.payload);
  waiting.delete(id);
}

/** A fresh event id as Slack spells it. */
export function newEventId(): string {
  return newId('Ev');
}
