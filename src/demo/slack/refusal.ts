/** How Slack says no: `{ok: false, error}`, thrown inside the stand-in and answered at its edge. Imports only shapes. */
import { type Fields, isFields } from './json.ts';

/** An error that carries Slack's answer; `details` are added beside `error`. */
export function refusal(error: string, details: Fields = {}): Error {
  return new Error(error, { cause: { ok: false, error, ...details } });
}

/** The refusal for blocks or a view with these problems, spelled as Slack spells it. */
export function invalidBlocks(problems: readonly string[], error = 'invalid_blocks'): Error {
  const messages = problems.map((problem) => `[ERROR] ${problem}`);
  return refusal(error, { errors: problems, response_metadata: { messages } });
}

/** Slack's answer inside `thrown`, or undefined when `thrown` is something else. */
export function refusalAnswer(thrown: unknown): Fields | undefined {
  if (!(thrown instanceof Error) || !isFields(thrown.cause)) return undefined;
  return thrown.cause.ok === false ? thrown.cause : undefined;
}
