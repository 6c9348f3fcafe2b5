/** Reads one WebSocket frame before Slack's package does, which dies of some of them. Decides; sends nothing. */

/**
 * What to do with a frame: hand it on; open a new connection at once (Slack renews one every few hours) or later
 * (Slack refuses this one); or drop it, answering where it can be, so that it is not sent again.
 */
export type Frame =
  | { readonly kind: 'pass' }
  | { readonly kind: 'refresh'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'drop'; readonly why: string; readonly envelope_id?: string };

/**
 * The package emits an event under the name of every envelope type and every inner event type, its own names
 * included ("close", "ws_message"), so an unknown type can drive it as well as crash it.
 */
const OWN_NAMES = new Set([
  'ws_message',
  'slack_event',
  'outgoing_message',
  'error',
  'close',
  'connecting',
  'connected',
  'reconnecting',
  'disconnecting',
  'disconnected',
  'authenticated',
]);

const RENEWALS = ['refresh_requested', 'warning'];

/** The verdict on a frame as it came from the socket. Never throws. */
export function readFrame(data: unknown, isBinary: boolean): Frame {
  if (isBinary || typeof data !== 'string') return { kind: 'drop', why: 'binary' };
  const envelope = parsed(data);
  if (!isRecord(envelope)) return { kind: 'drop', why: 'not an object' };
  const { type, payload } = envelope;
  if (type === 'hello') return { kind: 'pass' };
  if (type === 'disconnect') {
    const reason = String(envelope.reason ?? 'not given');
    return { kind: RENEWALS.includes(reason) ? 'refresh' : 'refused', reason };
  }
  const answerable = typeof envelope.envelope_id === 'string' && { envelope_id: envelope.envelope_id };
  if (type === 'slash_commands' || type === 'interactive') {
    return isRecord(payload) ? { kind: 'pass' } : { kind: 'drop', why: `${type} without payload`, ...answerable };
  }
  if (type !== 'events_api') return { kind: 'drop', why: 'unknown envelope type', ...answerable };
  const event = isRecord(payload) ? payload.event : undefined;
  if (isRecord(event) && typeof event.type === 'string' && !OWN_NAMES.has(event.type)) return { kind: 'pass' };
  const limited = isRecord(payload) && payload.type === 'app_rate_limited';
  return { kind: 'drop', why: limited ? 'app_rate_limited' : 'event missing', ...answerable };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
