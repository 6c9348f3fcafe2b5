/** The page's side of the stand-in: its files, uploaded files, and the one socket through which it lives. */
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Backstage } from '../slack/backstage.ts';
import { pictureType } from '../slack/file-methods.ts';
import type { Answer } from '../slack/http.ts';
import { type Fields, fields, parseJson } from '../slack/json.ts';
import { LARGEST_FILE } from '../slack/modal-files.ts';
import type { Person } from '../slack/person.ts';
import type { SocketMode } from '../slack/socket-mode.ts';
import type { Change } from '../slack/workspace.ts';
import { findMessage } from '../slack/workspace.ts';
import { obey } from './orders.ts';
import { channelViews, clockFields, messageView, viewFields, welcome } from './snapshot.ts';

export interface PageParts {
  readonly stage: Backstage;
  readonly person: Person;
  readonly socket: SocketMode;
  readonly replay: boolean;
}

export interface Page {
  answer(request: IncomingMessage): Promise<Answer>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

const FOLDER = new URL('../page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const CLOCK_MS = 5000;
const LARGEST_ORDER = 100_000;
/** The one order that carries a file: its bytes in base64, and the words around them. */
const LARGEST_FILE_ORDER = Math.ceil(LARGEST_FILE / 3) * 4 + 10_000;
/** RFC 6455: a message that is too big. */
const TOO_BIG = 1009;

export function createPage(parts: PageParts): Page {
  const { stage, replay } = parts;
  const assets = pageAssets();
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FILE_ORDER });
  const tell = (frame: Fields) => {
    for (const client of server.clients) client.send(JSON.stringify(frame));
  };
  const listener = (change: Change) => {
    for (const frame of framesFor(parts, change)) tell(frame);
  };
  stage.workspace.listeners.add(listener);
  const clock = setInterval(() => tell({ kind: 'clock', clock: clockFields(stage, replay) }), CLOCK_MS).unref();
  return {
    answer: async (request) =>
      assets.get(pathOf(request))?.() ?? uploadedFile(stage, pathOf(request)) ?? { status: 404, body: 'Not found.\n' },
    upgrade: (request, duplex, head) => server.handleUpgrade(request, duplex, head, (client) => serve(parts, client)),
    close() {
      clearInterval(clock);
      stage.workspace.listeners.delete(listener);
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

function pathOf(request: IncomingMessage): string {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  // The address of a post, as Slack writes it: the page opens it.
  return /^\/archives\/\w+\/p\d+$/.test(path) ? '/' : path;
}

/** Path → answer for the page's own files: the list is made once, so no request can name another file. */
function pageAssets(): ReadonlyMap<string, () => Answer> {
  const asset = (name: string): [string, () => Answer] => [
    name === 'index.html' ? '/' : `/page/${name}`,
    () => ({
      status: 200,
      body: readFileSync(new URL(name, FOLDER)),
      headers: {
        'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain',
        'content-security-policy': POLICY,
      },
    }),
  ];
  const names = readdirSync(FOLDER).filter((name) => /\.(html|css|js)$/.test(name));
  return new Map([...names.map(asset), ['/page/library.css', libraryStyle]]);
}

/** The block library's style sheet, tied to a class of ours instead of one element id. */
function libraryStyle(): Answer {
  const path = createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css');
  const body = readFileSync(path, 'utf8').replaceAll('#slack_blocks_to_jsx', '.from-library');
  return { status: 200, body, headers: { 'content-type': 'text/css; charset=utf-8' } };
}

/** An uploaded file by id, from memory. Pictures are shown; anything else is only ever downloaded. */
function uploadedFile({ workspace }: Backstage, path: string): Answer | undefined {
  const file = workspace.files.get(/^\/files\/(\w+)$/.exec(path)?.[1] ?? '');
  if (!file?.bytes) return undefined;
  const picture = pictureType(file.bytes);
  const name = encodeURIComponent(file.name);
  const headers = picture
    ? { 'content-type': picture }
    : { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename*=UTF-8''${name}` };
  return { status: 200, body: file.bytes, headers: { ...headers, 'content-security-policy': "default-src 'none'" } };
}

function serve(parts: PageParts, client: WebSocket): void {
  const { stage, socket, replay } = parts;
  client.on('error', () => client.terminate());
  client.on('message', async (data) => {
    const sent = String(data);
    const order = fields(parseJson(sent));
    if (sent.length > LARGEST_ORDER && order.order !== 'file') return client.close(TOO_BIG);
    const answer = await obey(parts, order).catch(failure);
    client.send(JSON.stringify({ kind: 'answer', id: order.id, ...answer }));
  });
  client.send(JSON.stringify(welcome(stage, { connections: socket.connections(), replay })));
}

function failure(cause: unknown): Fields {
  console.error('The page could not do that:', cause);
  return { outcome: 'failed' };
}

/** What open pages must hear about a change. */
function framesFor({ stage, socket }: PageParts, change: Change): Fields[] {
  const { workspace } = stage;
  switch (change.kind) {
    case 'message': {
      const message = findMessage(workspace, change.channel, change.ts);
      const parent =
        message?.thread_ts === undefined ? undefined : findMessage(workspace, change.channel, message.thread_ts);
      const changed = [message, parent].filter((one) => one !== undefined);
      return changed.map((one) => ({ kind: 'message', message: messageView(workspace, one) }));
    }
    case 'removed':
      return [{ ...change }];
    case 'channels':
      return [{ kind: 'channels', channels: channelViews(workspace) }];
    case 'views':
      return [{ kind: 'views', views: workspace.views.map((view) => viewFields(workspace, view)) }];
    case 'home':
      return [{ kind: 'home', home: workspace.home ? viewFields(workspace, workspace.home) : null }];
    case 'connection':
      return [{ kind: 'connection', connected: socket.connections() > 0 }];
    case 'notice':
      return [{ ...change }];
    default:
      return [];
  }
}
