/** Every failure Capwatch expects: what kind it is, and the sentence a person reads. Floor 0: imports nothing. */

export type ErrorKind =
  | 'unreachable'
  | 'rate_limited'
  | 'bad_response'
  | 'not_found'
  | 'invalid_input'
  | 'not_configured';

interface ErrorDetails {
  /** Publisher or file that failed, for the log and the person. */
  readonly source?: string;
  /** A command line that works, shown as the example. */
  readonly example?: string;
  /** What may follow the example on its line: "windows: 1d 1w mtd …". */
  readonly hint?: string;
  /** A command the person probably meant, offered as a button. */
  readonly suggestion?: { readonly label: string; readonly command: string };
  readonly retryAfterSeconds?: number;
  /** The publisher's own word for the refusal, e.g. Slack's `not_in_channel`; for code, never shown alone. */
  readonly code?: string;
  readonly cause?: unknown;
}

/**
 * The one error class. `userMessage` is plain text for a person (words the person typed stand between backticks);
 * it is escaped where it is written into a message, never here.
 */
export class CapwatchError extends Error {
  override readonly name = 'CapwatchError';
  readonly kind: ErrorKind;
  readonly userMessage: string;
  readonly details: ErrorDetails;

  constructor(kind: ErrorKind, userMessage: string, details: ErrorDetails = {}) {
    super(userMessage, { cause: details.cause });
    this.kind = kind;
    this.userMessage = userMessage;
    this.details = details;
  }
}

/** Closes a switch over a union: a new member that nobody handles fails to compile. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
