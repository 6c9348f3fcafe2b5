/** A publisher on 127.0.0.1 that misbehaves in ways nock cannot: silence, an endless body, a drip, a closed connection. */
import { createServer, type ServerResponse } from 'node:http';

export type Misbehaviour = 'silent' | 'drip' | 'huge' | 'hang up' | 'half a body';

export interface ProviderServer {
  readonly origin: string;
  /** Requests so far. */
  readonly asked: () => number;
  close(): Promise<void>;
}

export async function startProviderServer(behaviour: Misbehaviour): Promise<ProviderServer> {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    misbehave(response, behaviour);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked: () => asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function misbehave(response: ServerResponse, behaviour: Misbehaviour): void {
  response.on('error', () => {});
  if (behaviour === 'silent') return;
  if (behaviour === 'hang up') {
    response.destroy();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  if (behaviour === 'half a body') {
    response.write('{"chart":');
    response.destroy();
    return;
  }
  const [piece, pauseMs] = behaviour === 'huge' ? [' '.repeat(1_000_000), 0] : [' ', 20];
  const write = () => {
    if (response.destroyed) return;
    response.write(piece);
    setTimeout(write, pauseMs).unref();
  };
  write();
}
