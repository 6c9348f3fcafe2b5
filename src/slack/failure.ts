/** What Slack refused, as one of our errors: kind, Slack's code, and the sentence a person reads. Sends nothing. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { CapwatchError, type ErrorKind } from '../errors.ts';

/** Our code where Slack may have done what was asked although no answer came: look, never repeat. */
export const OUTCOME_UNKNOWN = 'outcome_unknown';

const TOKEN = 'Slack does not accept the token';
const NOT_THERE = 'Capwatch is not in that channel. Type `/invite @Capwatch` there, then try again.';
const FORM = 'Slack refused the form of the message; nothing was posted or changed.';

const REFUSALS: Readonly<Record<string, readonly [ErrorKind, string]>> = {
  not_in_channel: ['not_found', NOT_THERE],
  channel_not_found: ['not_found', NOT_THERE],
  is_archived: ['not_found', 'That channel is archived; nothing was posted.'],
  restricted_action: ['not_configured', 'This workspace does not let Capwatch post there.'],
  missing_scope: ['not_configured', 'Capwatch lacks a Slack permission; install it again from manifest.yml.'],
  msg_too_long: ['bad_response', FORM],
  invalid_blocks: ['bad_response', FORM],
  invalid_auth: ['not_configured', TOKEN],
  not_authed: ['not_configured', TOKEN],
  not_allowed_token_type: ['not_configured', TOKEN],
  token_revoked: ['not_configured', TOKEN],
  token_expired: ['not_configured', TOKEN],
  account_inactive: ['not_configured', TOKEN],
  team_disabled: ['not_configured', TOKEN],
  user_removed_from_team: ['not_configured', TOKEN],
  ratelimited: ['rate_limited', 'Slack asks to wait before the next message.'],
};

/** Slack says of these itself that part of the work may have been done. */
const HALF_DONE = new Set([OUTCOME_UNKNOWN, 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

/** Failures before anything was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Slack's code of a refusal ("not_in_channel"), or `OUTCOME_UNKNOWN`; undefined for other errors. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof CapwatchError ? error.details.code : undefined;
}

/** Slack's words for a post or a thread that somebody deleted. */
const DELETED = new Set(['message_not_found', 'thread_not_found', 'cant_update_message']);

/** True when what was to be edited or answered under is not there any more. */
export function isDeleted(error: unknown): boolean {
  return DELETED.has(slackCode(error) ?? '');
}

/** True when the bot must be invited first: the answer is `09-error-channel`. */
export function isNotInChannel(error: unknown): boolean {
  return slackCode(error) === 'not_in_channel' || slackCode(error) === 'channel_not_found';
}

/** A refusal by its code; `needed` is the scope Slack names with `missing_scope`. */
export function refusal(
  code: string,
  extra: { needed?: string; retryAfter?: number; cause?: unknown } = {},
): CapwatchError {
  if (HALF_DONE.has(code) || !/^[a-z][a-z0-9_]*$/.test(code)) return unknownOutcome(extra.cause);
  const [kind, sentence] = REFUSALS[code] ?? ['bad_response', `Slack refused: \`${code}\`.`];
  const userMessage =
    extra.needed === undefined
      ? sentence
      : `Capwatch lacks the Slack permission \`${extra.needed}\`; install it again from manifest.yml.`;
  return new CapwatchError(kind, userMessage, {
    source: 'Slack',
    code,
    ...(extra.retryAfter !== undefined && { retryAfterSeconds: extra.retryAfter }),
    ...(extra.cause !== undefined && { cause: extra.cause }),
  });
}

/** Whatever a web client threw, as a CapwatchError; an error that is not Slack's is returned as it is. */
export function slackFailure(cause: unknown): unknown {
  if (cause instanceof WebAPIRateLimitedError) return refusal('ratelimited', { retryAfter: cause.retryAfter, cause });
  if (cause instanceof WebAPIPlatformError) return platformRefusal(cause);
  if (cause instanceof WebAPIHTTPError) return unknownOutcome(cause);
  if (cause instanceof WebAPIRequestError) return isNeverSent(cause) ? notAnswering(cause) : unknownOutcome(cause);
  // A 429 without its header reaches us as a plain Error of the client.
  if (cause instanceof Error && cause.message.startsWith('Retry header did not'))
    return refusal('ratelimited', { cause });
  return cause;
}

/** As `slackFailure` for calls that post nothing: a lost answer is only Slack not answering. */
export function connectionFailure(error: unknown): unknown {
  const failure = slackFailure(error);
  if (!(failure instanceof CapwatchError) || failure.kind !== 'unreachable') return failure;
  return new CapwatchError('unreachable', 'Slack is not answering.', { source: 'Slack', cause: error });
}

function platformRefusal(cause: WebAPIPlatformError): CapwatchError {
  const { error, response_metadata } = cause.data;
  const needed: unknown = 'needed' in cause.data ? cause.data.needed : undefined;
  return refusal(typeof error === 'string' ? error : '', {
    cause,
    ...(typeof needed === 'string' && { needed }),
    ...(response_metadata?.retryAfter !== undefined && { retryAfter: response_metadata.retryAfter }),
  });
}

function isNeverSent({ original }: WebAPIRequestError): boolean {
  const { cause } = original;
  return cause instanceof Error && 'code' in cause && NEVER_SENT.has(String(cause.code));
}

function notAnswering(cause: unknown): CapwatchError {
  return new CapwatchError('unreachable', 'Slack is not answering; nothing was posted.', { source: 'Slack', cause });
}

function unknownOutcome(cause: unknown): CapwatchError {
  const sentence = 'Slack did not confirm the message. Look whether it is there before sending it again.';
  return new CapwatchError('unreachable', sentence, { source: 'Slack', code: OUTCOME_UNKNOWN, cause });
}
