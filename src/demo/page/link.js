/** The one socket to the stand-in: frames in, orders out, and back again after a restart. */
const listeners = new Map();
const pending = new Map();
let socket;
let nextId = 1;

/** Calls `listener` with every frame of this kind. */
export function on(kind, listener) {
  listeners.set(kind, [...(listeners.get(kind) ?? []), listener]);
}

/** Sends an order; resolves with the stand-in's answer, or `{outcome: 'offline'}`. */
export function order(fields) {
  if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve({ outcome: 'offline' });
  const id = nextId++;
  socket.send(JSON.stringify({ ...fields, id }));
  return new Promise((resolve) => pending.set(id, resolve));
}

export function connect() {
  socket = new WebSocket(`ws://${location.host}/page/socket`);
  socket.addEventListener('message', ({ data }) => receive(JSON.parse(data)));
  socket.addEventListener('close', () => {
    for (const resolve of pending.values()) resolve({ outcome: 'offline' });
    pending.clear();
    for (const listener of listeners.get('offline') ?? []) listener();
    setTimeout(connect, 1000);
  });
}

function receive(frame) {
  if (frame.kind === 'answer') {
    pending.get(frame.id)?.(frame);
    pending.delete(frame.id);
    return;
  }
  for (const listener of listeners.get(frame.kind) ?? []) listener(frame);
}
