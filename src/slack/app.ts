/** The Slack app: Bolt over Socket Mode with our clients. Registers no command; whoever calls does. */
import { App } from '@slack/bolt';
import { CapwatchError } from '../errors.ts';
import type { Log } from '../log.ts';
import { clientOptions, type SlackClients, slackClients } from './clients.ts';
import { openConnection } from './connection.ts';
import { connectionFailure } from './failure.ts';
import { createReceiver, type Keep } from './receiver.ts';
import { sdkLog } from './sdk-log.ts';
import { realWait, type Wait } from './wait.ts';

export interface SlackAppOptions {
  readonly botToken: string;
  readonly appToken: string;
  /** Default Slack's own; with the `/api/` path. */
  readonly apiUrl?: string;
  readonly log: Log;
  readonly wait?: Wait;
}

export interface SlackApp {
  /** Where commands, actions and events are registered, before `start`. */
  readonly bolt: App;
  readonly slack: SlackClients;
  readonly team: string;
  readonly botUserId: string;
  /** The workspace's own address, with its last slash; absent where Slack did not name it. */
  readonly url?: string;
  /** Before `start`: what happens to an envelope before Slack is told that it arrived. */
  keepFirst(keep: Keep): void;
  /** Resolves when the first socket stands. @throws CapwatchError `not_configured` naming SLACK_APP_TOKEN. */
  start(): Promise<void>;
  /** Takes nothing new and waits up to ten seconds for what is under way; then the process may exit. */
  stop(): Promise<void>;
}

/**
 * An app whose bot token Slack has accepted; not yet listening.
 * @throws CapwatchError `not_configured` naming SLACK_BOT_TOKEN, or `unreachable`.
 */
export async function createSlackApp(options: SlackAppOptions): Promise<SlackApp> {
  const { botToken: token, appToken, apiUrl, log, wait = realWait } = options;
  const slack = slackClients({ token, log, ...(apiUrl !== undefined && { apiUrl }) });
  const identity = await naming('SLACK_BOT_TOKEN', whoAmI(slack));
  let keep: Keep = () => Promise.resolve();
  const receiver = createReceiver({
    keep: (body) => keep(body),
    open: (onEnvelope) => openConnection({ appToken, apiUrl, log, wait, onEnvelope }),
    wait,
    log,
  });
  const bolt = new App({
    token,
    botId: identity.botId,
    botUserId: identity.botUserId,
    receiver,
    convoStore: false,
    logger: sdkLog(log, 'bolt'),
    clientOptions: clientOptions({ apiUrl, log }),
  });
  // Bolt's own handler would log the error a second time; the receiver logs what no wrapper caught.
  bolt.error((error) => Promise.reject(error));
  return {
    bolt,
    slack,
    team: identity.team,
    botUserId: identity.botUserId,
    ...(identity.url !== undefined && { url: identity.url }),
    keepFirst(given) {
      keep = given;
    },
    start: () =>
      naming(
        'SLACK_APP_TOKEN',
        receiver.start().then(() => {}),
      ),
    stop: () => receiver.stop().then(() => {}),
  };
}

async function whoAmI(slack: SlackClients) {
  const {
    bot_id: botId,
    user_id: botUserId,
    team_id: team,
    url,
  } = await slack.interactive.auth.test().catch((error: unknown) => {
    throw connectionFailure(error);
  });
  if (botId === undefined || botUserId === undefined || team === undefined) {
    throw new CapwatchError('not_configured', 'Slack does not know the token as a bot’s');
  }
  return { botId, botUserId, team, url };
}

/** Bolt and Slack say only "invalid_auth"; a person needs to know which setting. */
async function naming<T>(setting: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof CapwatchError) || error.kind !== 'not_configured') throw error;
    const code = error.details.code === undefined ? '' : ` (${error.details.code})`;
    const sentence = `${setting}: ${error.userMessage}${code}. Copy it again from the app’s settings.`;
    throw new CapwatchError('not_configured', sentence, { ...error.details, cause: error });
  }
}
