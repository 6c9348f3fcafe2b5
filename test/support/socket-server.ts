/** A Slack on 127.0.0.1 for tests: Web API answers, Socket Mode sockets, response_url and upload addresses. Scripted. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

interface StubCall {
  /** "chat.postMessage", or the path of another address. */
  readonly method: string;
  readonly body: Buffer;
  readonly headers: IncomingMessage['headers'];
}

interface StubAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Returning undefined never answers. */
type Script = (call: StubCall) => StubAnswer | undefined;

export interface SlackStub {
  readonly origin: string;
  readonly apiUrl: string;
  readonly calls: StubCall[];
  /** Scripts by method; without one a method answers `{ok: true}`. */
  readonly scripts: Map<string, Script>;
  /** Sockets open now, oldest first. */
  readonly sockets: WebSocket[];
  /** Envelope ids in the order they were acknowledged. */
  readonly acks: string[];
  /** Whether new sockets are greeted. */
  hello: boolean;
  /** Resolves with the socket that is greeted next. */
  nextSocket(): Promise<WebSocket>;
  close(): Promise<void>;
}

const DEFAULTS: Readonly<Record<string, object>> = {
  'auth.test': { ok: true, bot_id: 'B00000001', user_id: 'U00000001', team_id: 'T00000001', team: 'Desk' },
  'chat.postMessage': { ok: true, channel: 'C00000001', ts: '1700000000.000100' },
};

export async function startSlackStub(): Promise<SlackStub> {
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  const webSockets = new WebSocketServer({ server });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const waiting: ((socket: WebSocket) => void)[] = [];
  const stub: SlackStub = {
    origin: `http://127.0.0.1:${address.port}`,
    apiUrl: `http://127.0.0.1:${address.port}/api/`,
    calls: [],
    scripts: new Map(),
    sockets: [],
    acks: [],
    hello: true,
    nextSocket: () => new Promise((resolve) => waiting.push(resolve)),
    async close() {
      for (const socket of webSockets.clients) socket.terminate();
      webSockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const method = (incoming.url ?? '').replace('/api/', '');
    const call = { method, body: Buffer.concat(chunks), headers: incoming.headers };
    stub.calls.push(call);
    const script = stub.scripts.get(method) ?? (() => ({ body: defaultAnswer(method, stub.origin) }));
    const given: StubAnswer | undefined = script(call);
    if (given === undefined) return;
    const text = typeof given.body === 'string' ? given.body : JSON.stringify(given.body);
    outgoing.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers });
    outgoing.end(text);
  }

  webSockets.on('connection', (socket) => {
    stub.sockets.push(socket);
    socket.on('error', () => {});
    socket.on('close', () => stub.sockets.splice(stub.sockets.indexOf(socket), 1));
    socket.on('message', (data) => stub.acks.push(String(JSON.parse(String(data)).envelope_id)));
    if (!stub.hello) return;
    socket.send(JSON.stringify({ type: 'hello', num_connections: stub.sockets.length }));
    for (const resolve of waiting.splice(0)) resolve(socket);
  });
  return stub;
}

function defaultAnswer(method: string, origin: string): object {
  if (method === 'apps.connections.open') return { ok: true, url: `${origin.replace('http', 'ws')}/link` };
  return DEFAULTS[method] ?? { ok: true };
}

/** A slash command as Slack sends it over a socket; `id` is its envelope id. */
export function slashEnvelope(id: string, text: string, origin: string): string {
  const payload = {
    command: '/smallcaps',
    text,
    team_id: 'T00000001',
    channel_id: 'C00000001',
    user_id: 'U00000002',
    response_url: `${origin}/response/${id}`,
    trigger_id: `trigger.${id}`,
    is_enterprise_install: 'false',
  };
  return JSON.stringify({ type: 'slash_commands', envelope_id: id, accepts_response_payload: true, payload });
}

/** Resolves when `condition` holds, looking every few milliseconds; fails after `ms`. */
export async function until(condition: () => boolean, ms = 5000): Promise<void> {
  const tries = Math.ceil(ms / 5);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`not so within ${ms} ms: ${condition.toString()}`);
}
