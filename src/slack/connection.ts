/** One socket to Slack, from opening to its end. It never reconnects: whoever opened it opens the next one. */
import { SocketModeClient, type SocketModeOptions } from '@slack/socket-mode';
import { CapwatchError } from '../errors.ts';
import type { Log } from '../log.ts';
import { clientOptions } from './clients.ts';
import { connectionFailure } from './failure.ts';
import { type Frame, readFrame } from './frame.ts';
import { sdkLog } from './sdk-log.ts';
import { type Wait, within } from './wait.ts';

/** Slack's package has no timer for a missing hello and waits for ever. */
const HELLO_MS = 15_000;

/** An envelope as the package hands it on, checked by `readFrame`. */
export interface Envelope {
  readonly body: Record<string, unknown>;
  readonly ack: (response?: unknown) => Promise<void>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

/** `refresh`: Slack renews it, this one works for a moment more. `refused`: Slack ends it. `lost`: it is gone. */
export type End = 'refresh' | 'refused' | 'lost';

export interface Connection {
  readonly ended: Promise<End>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly log: Log;
  readonly wait: Wait;
  readonly onEnvelope: (envelope: Envelope) => void;
}

/**
 * A connection that Slack has greeted.
 * @throws CapwatchError `not_configured` (token refused), `rate_limited`, `unreachable` (no answer, no hello).
 */
export async function openConnection({
  appToken,
  apiUrl,
  log,
  wait,
  onEnvelope,
}: ConnectionOptions): Promise<Connection> {
  const { promise: ended, resolve: end } = Promise.withResolvers<End>();
  // Reconnecting is ours: the package's own way crashes the process when the second opening fails, waits five
  // seconds after every refresh, and closes the old socket before the new one stands.
  const options = { appToken, autoReconnectEnabled: false, logger: sdkLog(log, 'socket') };
  const client = new GuardedClient(
    { ...options, clientOptions: { ...clientOptions({ apiUrl, log }), timeout: 5000 } },
    (frame) => {
      if (frame.kind === 'drop') log.warn('socket frame dropped', { why: frame.why });
      if (frame.kind === 'refresh' || frame.kind === 'refused') {
        log.info('slack ends the socket', { reason: frame.reason });
        end(frame.kind);
      }
    },
  );
  client.on('disconnected', () => end('lost'));
  client.on('slack_event', onEnvelope);
  const close = () => client.disconnect();
  try {
    // The opening call itself is bounded below HELLO_MS, so no socket appears after the deadline.
    await within(client.start(), { ms: HELLO_MS, wait, what: 'The socket to Slack' });
  } catch (error) {
    void close();
    throw openingFailure(error);
  }
  return { ended, close };
}

function openingFailure(error: unknown): CapwatchError {
  const failure = connectionFailure(error);
  if (failure instanceof CapwatchError) return failure;
  const why = { source: 'Slack', ...(error !== undefined && { cause: error }) };
  return new CapwatchError('unreachable', 'Slack closed the socket before its greeting.', why);
}

/** Looks at each frame first, since the package's handler throws into nowhere (which ends the process) on bad ones. */
class GuardedClient extends SocketModeClient {
  readonly #onFrame: (frame: Frame) => void;

  constructor(options: SocketModeOptions, onFrame: (frame: Frame) => void) {
    super(options);
    this.#onFrame = onFrame;
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const frame = readFrame(data, isBinary);
    this.#onFrame(frame);
    if (frame.kind === 'pass') await super.onWebSocketMessage(data, isBinary);
    if (frame.kind === 'drop' && frame.envelope_id !== undefined) {
      this.websocket?.send(JSON.stringify({ envelope_id: frame.envelope_id }), () => {});
    }
  }
}
