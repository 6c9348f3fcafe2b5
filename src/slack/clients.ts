/** The web clients of the app: one that must be quick, one that must not repeat itself. They send; they word nothing. */
import { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { sdkLog } from './sdk-log.ts';

export interface SlackAccess {
  readonly token: string;
  /** Default Slack's own; with the `/api/` path. */
  readonly apiUrl?: string;
  readonly log: Log;
}

/**
 * One client cannot serve both: a 429 on one call pauses a whole client, and a repeated chat.postMessage posts twice.
 */
export interface SlackClients {
  /** Modals and identity: answers within seconds or fails; one repeat. */
  readonly interactive: WebClient;
  /** Posts and files: never repeats a call by itself, for Slack may have done it although the answer was lost. */
  readonly bulk: WebClient;
  /** Origins that Slack may hand us in response_url and upload_url. */
  readonly origins: readonly string[];
}

/** Both clients for one bot token; a 429 is thrown at once by either. */
export function slackClients(access: SlackAccess): SlackClients {
  return {
    interactive: client(access, { timeout: 2500, retryConfig: { retries: 1, minTimeout: 200 } }),
    bulk: client(access, { timeout: 10_000, retryConfig: { retries: 0 } }),
    origins: [
      'https://hooks.slack.com',
      'https://files.slack.com',
      ...(access.apiUrl === undefined ? [] : [new URL(access.apiUrl).origin]),
    ],
  };
}

function client({ token, apiUrl, log }: SlackAccess, limits: { timeout: number; retryConfig: object }): WebClient {
  return new WebClient(token, { ...clientOptions({ apiUrl, log }), ...limits });
}

/**
 * Options every web client shares, as a fresh object: Bolt and the socket client write into theirs.
 * No repeats, ten seconds, no waiting inside the client for a 429.
 */
export function clientOptions({ apiUrl, log }: { apiUrl: string | undefined; log: Log }) {
  return {
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: sdkLog(log, 'web api'),
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  };
}
