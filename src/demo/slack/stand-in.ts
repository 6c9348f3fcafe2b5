/** A Slack stand-in on 127.0.0.1: Web API, Socket Mode, uploads, and the page. It talks to nobody else. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createPage, type Page } from '../web/page.ts';
import { allowResponses, type Backstage, type Fault, type ResponseUrl } from './backstage.ts';
import { receiveUpload } from './file-methods.ts';
import { type Answer, isLocal, readBody, send } from './http.ts';
import { fields, parseJson } from './json.ts';
import type { Manifest } from './manifest.ts';
import { type AddedFile, type Adding, addFile, privateFile } from './modal-files.ts';
import { submitView } from './modals.ts';
import { createPerson, type Outcome, type Person, type Press } from './person.ts';
import { answerResponseUrl } from './response-url.ts';
import { createSocketMode, type SocketMode } from './socket-mode.ts';
import { answerCall, callArguments } from './web-api.ts';
import {
  type Call,
  createWorkspace,
  findChannel,
  messagesIn,
  type OpenView,
  type StoredMessage,
  type Workspace,
} from './workspace.ts';

export interface StandInOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** The clock messages are stamped with and the page shows. */
  readonly now: () => Temporal.Instant;
  /** Without one every command, method and event is allowed. */
  readonly manifest?: Manifest;
  /** True: the clock is a replayed day, and the page says so. */
  readonly replay?: boolean;
  /** From the end of an upload until a block may name the file. Default 300. */
  readonly fileReadyMs?: number;
  /** How long Slack waits for an acknowledgement. Default 3000. */
  readonly ackMs?: number;
}

export interface StandIn {
  /** The page, `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** What SLACK_API_URL must be. */
  readonly apiUrl: string;
  readonly tokens: { readonly bot: string; readonly app: string };
  readonly workspace: Workspace;
  readonly person: Person;
  readonly socket: SocketMode;
  /** Every request of the bot so far. */
  readonly calls: readonly Call[];
  /** The messages of a channel, by id or name, oldest first, ephemeral ones among them. */
  messages(channel: string): readonly StoredMessage[];
  /** Open modals, the top one last. */
  views(): readonly OpenView[];
  /** Types a line into a channel: `typeCommand('/smallcaps ytd')`. */
  typeCommand(text: string, channel?: string): Promise<Outcome>;
  postUserMessage(channel: string, text: string, thread_ts?: string): Promise<Outcome>;
  /** Presses the button `press` in the newest message of the channel that has one. */
  pressButton(channel: string, press: string | Press): Promise<Outcome>;
  /** Adds a file to an input of the top modal; its id then stands among the choices of the submission. */
  addFile(file: Omit<AddedFile, 'view'>): Adding;
  submitView(choices?: Parameters<typeof submitView>[2]['choices']): Promise<Outcome>;
  /** Lets answers through `/response/SECRET`, for payloads that a test makes itself. */
  allowResponses(secret: string, about: Pick<ResponseUrl, 'channel' | 'thread_ts' | 'original'>): void;
  failNext(method: string, fault: Fault): void;
  /** Lets every call fail, until it is called with undefined. */
  failAll(fault: Fault | undefined): void;
  /** Resolves once `holds`, checked after every change. Rejects after `withinMs` (default 5000), naming `what`. */
  until(what: string, holds: () => boolean, withinMs?: number): Promise<void>;
  close(): Promise<void>;
}

const TOKENS = { bot: 'xoxb-local', app: 'xapp-local' };
const LARGEST_CALL = 1_000_000;
const LARGEST_UPLOAD = 20_000_000;

/** Starts the stand-in. @throws when the port is taken (`EADDRINUSE`). */
export async function startSlackStandIn(options: StandInOptions): Promise<StandIn> {
  const server = createServer();
  const port = await listen(server, options.port);
  const stage = createStage(options, `http://127.0.0.1:${port}`);
  const socket = createSocketMode(stage);
  const person = createPerson(stage, socket);
  const page = createPage({ stage, person, socket, replay: options.replay ?? false });
  server.on('request', async (request, response) => {
    if (!isLocal(request, port))
      return send(response, { status: 403, body: 'This address is for this machine only.\n' });
    send(response, await answer(stage, page, request).catch(broken));
  });
  server.on('upgrade', (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
    const path = request.url?.split('?')[0];
    duplex.on('error', () => duplex.destroy());
    if (!isLocal(request, port)) duplex.destroy();
    else if (path === '/socket-mode') socket.upgrade(request, duplex, head);
    else if (path === '/page/socket') page.upgrade(request, duplex, head);
    else duplex.destroy();
  });
  return controls({ stage, socket, person, close: () => close(server, socket, page) });
}

function createStage(options: StandInOptions, baseUrl: string): Backstage {
  return {
    workspace: createWorkspace(options.now),
    manifest: options.manifest,
    tokens: TOKENS,
    baseUrl,
    now: options.now,
    elapsedMs: () => performance.now(),
    fileReadyMs: options.fileReadyMs ?? 300,
    ackMs: options.ackMs ?? 3000,
    triggers: new Map(),
    responseUrls: new Map(),
    uploads: new Map(),
    socketTickets: new Set(),
    faults: new Map(),
    outage: undefined,
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function answer(stage: Backstage, page: Page, request: IncomingMessage): Promise<Answer> {
  const [, area = '', rest = ''] = /^\/(api|upload|response|files-pri)\/([^?]*)/.exec(request.url ?? '') ?? [];
  if (area === '') return page.answer(request);
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (area === 'files-pri') return privateFile(stage, `/${area}/${rest}`, bearer);
  if (request.method !== 'POST' && request.method !== 'GET') return { status: 405 };
  const body = await readBody(request, area === 'upload' ? LARGEST_UPLOAD : LARGEST_CALL);
  if (!body) return { status: 413, body: 'too large' };
  const type = request.headers['content-type'] ?? '';
  if (area === 'upload') {
    const sent = new Response(new Uint8Array(body), { headers: { 'content-type': type } });
    return (await receiveUpload(stage, rest, sent)) ? { status: 200, body: 'OK' } : { status: 404 };
  }
  if (area === 'response') return answerResponseUrl(stage, rest, fields(parseJson(body.toString())));
  return answerCall(stage, rest, {
    args: callArguments(type, body.toString()),
    bearer,
  });
}

function broken(cause: unknown): Answer {
  console.error('The Slack stand-in failed on its own:', cause);
  return { status: 500, json: { ok: false, error: 'internal_error' } };
}

function close(server: Server, socket: SocketMode, page: Page): Promise<void> {
  socket.close();
  page.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

interface Parts {
  readonly stage: Backstage;
  readonly socket: SocketMode;
  readonly person: Person;
  readonly close: () => Promise<void>;
}

function controls({ stage, socket, person, close: stop }: Parts): StandIn {
  const { workspace } = stage;
  const messages = (channel: string) => messagesIn(workspace, findChannel(workspace, channel)?.id ?? channel);
  return {
    url: stage.baseUrl,
    apiUrl: `${stage.baseUrl}/api/`,
    tokens: TOKENS,
    workspace,
    person,
    socket,
    calls: workspace.calls,
    messages,
    views: () => workspace.views,
    typeCommand: (text, channel = 'desk-us') => person.say({ channel, text }),
    postUserMessage: (channel, text, thread_ts) =>
      person.say({ channel, text, ...(thread_ts !== undefined && { thread_ts }) }),
    async pressButton(channel, press) {
      const wanted = typeof press === 'string' ? { action_id: press } : press;
      const message = messages(channel).findLast(({ blocks }) =>
        JSON.stringify(blocks)?.includes(`"action_id":"${wanted.action_id}"`),
      );
      return message ? person.act(message, wanted) : 'not_found';
    },
    addFile: (file) => addFile(stage, { ...file, view: workspace.views.at(-1)?.id ?? '' }),
    submitView: async (choices = {}) => submitView(stage, socket, { id: workspace.views.at(-1)?.id ?? '', choices }),
    allowResponses: (secret, about) => allowResponses(stage, secret, about),
    failAll(fault) {
      stage.outage = fault;
    },
    failNext: (method, fault) => void stage.faults.set(method, [...(stage.faults.get(method) ?? []), fault]),
    until: (what, holds, withinMs = 5000) => until(workspace, what, { holds, withinMs }),
    close: stop,
  };
}

function until(
  workspace: Workspace,
  what: string,
  { holds, withinMs }: { holds: () => boolean; withinMs: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (!holds()) return;
      done();
      resolve();
    };
    const late = setTimeout(() => {
      done();
      reject(new Error(`still waiting for ${what} after ${withinMs} ms`));
    }, withinMs);
    const done = () => {
      clearTimeout(late);
      workspace.listeners.delete(check);
    };
    workspace.listeners.add(check);
    check();
  });
}
