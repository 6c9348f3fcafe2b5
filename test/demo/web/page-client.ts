import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { StandIn } from '../../../src/demo/slack/stand-in.ts';

export interface PageClient {
  frames: Record<string, unknown>[];
  order(fields: object): Promise<Record<string, unknown>>;
  frame(kind: string): Promise<Record<string, unknown>>;
  /** Resolves with the code the socket is closed under. */
  closed: Promise<number>;
}

/** A page without a browser: it sees what the socket carries and sends orders through it. */
export async function openPage(standIn: StandIn): Promise<PageClient> {
  const socket = new WebSocket(`${standIn.url.replace('http', 'ws')}/page/socket`, { origin: standIn.url });
  const frames: Record<string, unknown>[] = [];
  let woken = () => {};
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)));
    woken();
  });
  const closed = once(socket, 'close').then(([code]) => Number(code));
  await once(socket, 'open');
  const matching = async (fits: (frame: Record<string, unknown>) => boolean) => {
    for (;;) {
      const found = frames.findLast(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        woken = resolve;
      });
    }
  };
  let id = 0;
  return {
    frames,
    closed,
    frame: (kind) => matching((frame) => frame.kind === kind),
    async order(fields) {
      const own = ++id;
      socket.send(JSON.stringify({ ...fields, id: own }));
      return matching((frame) => frame.kind === 'answer' && frame.id === own);
    },
  };
}
