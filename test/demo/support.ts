import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { type ErrorCode, WebClient } from '@slack/web-api';
import { type StandIn, type StandInOptions, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';

export const MONDAY_EVENING = Temporal.Instant.from('2024-01-22T23:00:00Z');

/** The SDK's own error lines say nothing a failing test would not. */
const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

const open: (() => Promise<unknown>)[] = [];

/** A stand-in on a free port whose clock stands at Monday 18:00 in New York; closed by `closeAll`. */
export async function standInAt(options: Partial<StandInOptions> = {}): Promise<StandIn> {
  const standIn = await startSlackStandIn({
    port: 0,
    now: () => MONDAY_EVENING,
    replay: true,
    fileReadyMs: 60,
    ackMs: 250,
    ...options,
  });
  open.push(() => standIn.close());
  return standIn;
}

/** A web client as the bot has one, without retries. */
export function clientOf({ apiUrl, tokens }: StandIn, token: string = tokens.bot): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    logger: quiet,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

/** A Bolt app connected to the stand-in over Socket Mode, listeners registered by `register`. */
export async function connectedApp(standIn: StandIn, register: (app: App) => void): Promise<App> {
  const clientOptions = { slackApiUrl: standIn.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken: standIn.tokens.app,
    logger: quiet,
    installerOptions: { clientOptions },
  });
  const app = new App({ token: standIn.tokens.bot, receiver, logger: quiet, convoStore: false, clientOptions });
  register(app);
  await app.start();
  open.push(() => app.stop());
  await standIn.until('a connection', () => standIn.socket.connections() > 0);
  return app;
}

export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

/** The `error` word and the rest of Slack's refusal of a call. */
export async function refused(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    const failure = error as { data?: Record<string, unknown>; code?: ErrorCode; statusCode?: number };
    return failure.data ?? { code: failure.code, statusCode: failure.statusCode };
  }
  throw new Error('the call was answered, not refused');
}

export const MANIFEST = `
features:
  slash_commands:
    - { command: /smallcaps, description: Small caps, usage_hint: "[ytd]" }
oauth_config: { scopes: { bot: [commands, "chat:write", "files:write"] } }
settings: { event_subscriptions: { bot_events: [message.channels, app_mention] } }
`;

/** Bytes that begin as a PNG does. */
export const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
