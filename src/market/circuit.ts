/** What is remembered of a source between requests: when it answered, when it failed, how often it was asked, when to ask again. Pure. */
import { z } from 'zod';
import type { ErrorKind } from '../errors.ts';
import type { SourceCard } from './provider.ts';

const Instant = z.string();

export const SourceState = z.object({
  lastSuccessAt: Instant.optional(),
  lastFailure: z.object({ at: Instant, kind: z.string(), message: z.string() }).optional(),
  /** The first failure since the last success. */
  failingSince: Instant.optional(),
  /** Failures since the last success. */
  failures: z.number(),
  /** Times in a row the circuit opened: each doubles the next wait. */
  opened: z.number(),
  /** The source is not asked before this instant. */
  openUntil: Instant.optional(),
  /** When each request of the limit's window was made, oldest first. */
  asked: z.array(Instant),
});
export type SourceState = z.infer<typeof SourceState>;

export const NEW_STATE: SourceState = { failures: 0, opened: 0, asked: [] };

const FIRST_WAIT_SECONDS = 15 * 60;
const LONGEST_WAIT_SECONDS = 6 * 60 * 60;
/** A source that failed this often in a row is left alone for a while, even if it never asked for it. */
const FAILURES_TO_OPEN = 3;

export interface Failure {
  readonly kind: ErrorKind;
  readonly message: string;
  /** The publisher refuses us: 429 or 403. */
  readonly refused: boolean;
  readonly retryAfterSeconds?: number;
}

/** The state after an answer: whatever was counted against the source is forgotten. */
export function succeeded(state: SourceState, now: Temporal.Instant): SourceState {
  return { asked: state.asked, failures: 0, opened: 0, lastSuccessAt: now.toString() };
}

/** The state after a failure; a refusal, or the third failure in a row, opens the circuit for 15 minutes to 6 hours. */
export function failed(state: SourceState, failure: Failure, now: Temporal.Instant): SourceState {
  const { kind, message, refused, retryAfterSeconds } = failure;
  const failures = state.failures + 1;
  const failingSince = state.failingSince ?? now.toString();
  const counted = { ...state, failures, failingSince, lastFailure: { at: now.toString(), kind, message } };
  if (!refused && failures < FAILURES_TO_OPEN) return counted;
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** state.opened, LONGEST_WAIT_SECONDS);
  const seconds = Math.min(Math.max(wait, retryAfterSeconds ?? wait), LONGEST_WAIT_SECONDS);
  return { ...counted, opened: state.opened + 1, openUntil: now.add({ seconds }).toString() };
}

/** When the source may be asked again; undefined when it may be asked now. */
export function waitsUntil(state: SourceState, now: Temporal.Instant): Temporal.Instant | undefined {
  const until = state.openUntil === undefined ? undefined : Temporal.Instant.from(state.openUntil);
  return until !== undefined && Temporal.Instant.compare(now, until) < 0 ? until : undefined;
}

/** The state with one more request counted, older ones than the limit's window forgotten. */
export function counted(state: SourceState, { limit }: SourceCard, now: Temporal.Instant): SourceState {
  const since = now.subtract({ hours: limit.hours });
  const recent = state.asked.filter((at) => Temporal.Instant.compare(Temporal.Instant.from(at), since) > 0);
  return { ...state, asked: [...recent, now.toString()] };
}

/** When the limit lets the next request through; undefined when it does now. */
export function limitedUntil(
  state: SourceState,
  { limit }: SourceCard,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const oldest = state.asked.at(-limit.requests);
  if (oldest === undefined) return undefined;
  const free = Temporal.Instant.from(oldest).add({ hours: limit.hours });
  return Temporal.Instant.compare(free, now) > 0 ? free : undefined;
}
