/** HTTP for the stand-in: bounded bodies, JSON answers, and the guard that only this machine's own page passes. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly json?: Readonly<Record<string, unknown>>;
  readonly body?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The whole body, or undefined when it is longer than `most` bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > most) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export function send(response: ServerResponse, { status, json, body, headers }: Answer): void {
  const type = json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...SAFE_HEADERS, ...type, ...headers });
  response.end(json === undefined ? body : JSON.stringify(json));
}

/**
 * True for a request addressed to this machine by name or number, and not sent by some other web page: a page elsewhere
 * may point its own name at 127.0.0.1 (wrong Host) or post here directly (wrong Origin).
 */
export function isLocal(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || hosts.some((own) => origin === `http://${own}`);
}
