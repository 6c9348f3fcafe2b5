/** Asks live sources: one read for all who want the same, paced, within limits, left alone while they refuse. It judges no number. */
import { CapwatchError } from '../errors.ts';
import { redacted, requestOk } from '../http.ts';
import type { Log } from '../log.ts';
import {
  counted,
  type Failure,
  failed,
  limitedUntil,
  NEW_STATE,
  SourceState,
  succeeded,
  waitsUntil,
} from './circuit.ts';
import type { KeyValueStore } from './key-value.ts';
import { createPacing, type Time } from './pacing.ts';
import type { Asking, Provider, SourceCard, SourceId, SourceRequest } from './provider.ts';

export interface RequesterParts extends Time {
  readonly store: KeyValueStore;
  readonly log: Log;
  /** Sources a desk switched off. */
  readonly off?: ReadonlySet<SourceId>;
  /** 0 to 1, spreads retries; Math.random by default. */
  readonly random?: () => number;
  /** Other addresses of sources, for tests against a server of their own. */
  readonly origins?: Readonly<Partial<Record<SourceId, string>>>;
}

export interface Requester {
  /**
   * The source's answer; callers who ask the same at the same time share one.
   * @throws CapwatchError `not_configured` when switched off, `rate_limited` while left alone, else what the source throws.
   */
  read<Query, Answer>(source: Provider<Query, Answer>, query: Query): Promise<Answer>;
  /** What is remembered of a source, for `/capwatch sources` and doctor. */
  state(card: SourceCard): Promise<SourceState>;
  isOff(card: SourceCard): boolean;
}

/** Tries after the first one, for a connection that failed or a 5xx; a timeout or a refusal is never tried again at once. */
const RETRIES = 2;

/** One requester for the process: it holds the queues, and the states until the store has them. */
export function createRequester(parts: RequesterParts): Requester {
  const book = createStateBook(parts);
  const readOnce = createReader(parts, book);
  const inFlight = new Map<string, Promise<unknown>>();
  const isOff = ({ id }: SourceCard) => parts.off?.has(id) ?? false;
  return {
    isOff,
    state: book.load,
    async read<Query, Answer>(source: Provider<Query, Answer>, query: Query): Promise<Answer> {
      if (isOff(source.card)) throw switchedOff(source.card);
      const key = `${source.card.id} ${JSON.stringify(query)}`;
      const shared = inFlight.get(key) ?? readOnce(source, query).finally(() => inFlight.delete(key));
      inFlight.set(key, shared);
      // The key holds the source and the whole query, so what is in flight under it is this source's answer.
      return shared as Promise<Answer>;
    },
  };
}

/** One read with its outcome written down, whether the failure was the connection's or the answer's shape. */
function createReader(parts: RequesterParts, book: StateBook) {
  const get = createGet(parts, book);
  const noted = async (card: SourceCard, error: unknown) => {
    const failure = failureOf(error);
    if (failure === undefined) return;
    const { kind, message } = failure;
    parts.log.warn('source failed', { source: card.id, kind, ...shapeOf(error), reason: message });
    await book.update(card, (state) => failed(state, failure, parts.clock()));
  };
  return async <Query, Answer>(source: Provider<Query, Answer>, query: Query): Promise<Answer> => {
    const { card } = source;
    const now = parts.clock();
    refuseWaiting(card, await book.load(card), now);
    try {
      const asking: Asking = { now, get: (request) => get(card, request) };
      const answer = await source.fetchAnswer(query, asking);
      await book.update(card, (state) => succeeded(state, parts.clock()));
      return answer;
    } catch (error) {
      await noted(card, error);
      throw error;
    }
  };
}

function createGet({ clock, sleep, random = Math.random, origins }: RequesterParts, book: StateBook) {
  const paced = createPacing({ clock, sleep });
  const once = (card: SourceCard, request: SourceRequest) =>
    paced(card, async () => {
      const until = limitedUntil(await book.load(card), card, clock());
      if (until) throw overLimit(card, until, clock());
      await book.update(card, (state) => counted(state, card, clock()));
      return body(card, request, origins?.[card.id] ?? card.origin);
    });
  return async (card: SourceCard, request: SourceRequest): Promise<string> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await once(card, request);
      } catch (error) {
        if (attempt === RETRIES || !mayPass(error)) throw error;
        await sleep(500 * 2 ** attempt * (0.5 + random()));
      }
    }
  };
}

function mayPass(error: unknown): boolean {
  return error instanceof CapwatchError && error.kind === 'unreachable' && error.details.code !== 'timeout';
}

const ACCEPT = { json: 'application/json', csv: 'text/csv', html: 'text/html' } as const;

async function body(card: SourceCard, request: SourceRequest, origin: string): Promise<string> {
  const { path, query, headers, secrets = [], accepts, maxBytes } = request;
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  const answer = await requestOk({
    url: `${origin}${path}${search}`,
    origins: [origin],
    source: card.publisher,
    timeoutMs: card.timeoutMs,
    secrets,
    headers: { accept: ACCEPT[accepts], ...headers },
    ...(maxBytes !== undefined && { maxBytes }),
  });
  const text = answer.text();
  const isPage = /^\s*</.test(text) || /\bhtml\b/.test(answer.headers.get('content-type') ?? '');
  if (accepts !== 'html' && isPage) {
    const say = `${card.publisher} sent a web page instead of data.`;
    throw new CapwatchError('bad_response', say, { source: card.publisher, code: 'html' });
  }
  return redacted(text, secrets);
}

interface StateBook {
  load(card: SourceCard): Promise<SourceState>;
  update(card: SourceCard, change: (state: SourceState) => SourceState): Promise<void>;
}

/** States as the store had them, changed in memory first so that two requests never lose each other's count. */
function createStateBook({ store, log }: RequesterParts): StateBook {
  const held = new Map<SourceId, SourceState>();
  const load = async (card: SourceCard) => {
    const text = held.has(card.id) ? undefined : await store.get(stateKey(card));
    const state = held.get(card.id) ?? storedState(text);
    held.set(card.id, state);
    return state;
  };
  return {
    load,
    async update(card, change) {
      const state = change(await load(card));
      held.set(card.id, state);
      await store.set(stateKey(card), JSON.stringify(state)).catch((error: unknown) => {
        log.error('source state not kept', { source: card.id, error });
      });
    },
  };
}

function stateKey({ id }: SourceCard): string {
  return `source/${id}`;
}

/** A state nobody can read any more counts as none: the source is asked and its state written anew. */
function storedState(text: string | undefined): SourceState {
  if (text === undefined) return NEW_STATE;
  try {
    return SourceState.parse(JSON.parse(text));
  } catch {
    return NEW_STATE;
  }
}

/** A publisher that says "not found" has answered; a fault of our own is none of the source's. */
function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof CapwatchError) || error.kind === 'not_found' || error.kind === 'not_configured')
    return undefined;
  const { code, retryAfterSeconds } = error.details;
  // Our own limit is no failure of the source.
  if (code === 'own limit') return undefined;
  const refused = error.kind === 'rate_limited' || code === 'http 403';
  return {
    kind: error.kind,
    message: error.message,
    refused,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

/** Which field was not as agreed, for the log. */
function shapeOf(error: unknown): { readonly field?: string } {
  if (!(error instanceof CapwatchError) || error.details.code !== 'shape') return {};
  return error.cause instanceof Error ? { field: error.cause.message } : {};
}

function refuseWaiting(card: SourceCard, state: SourceState, now: Temporal.Instant): void {
  const until = waitsUntil(state, now);
  if (until === undefined) return;
  const kind = state.lastFailure?.kind === 'rate_limited' ? 'rate_limited' : 'unreachable';
  const retryAfterSeconds = Math.ceil(now.until(until).total('seconds'));
  const say = `${card.publisher} is left alone after failures.`;
  throw new CapwatchError(kind, say, { source: card.publisher, retryAfterSeconds, code: 'circuit open' });
}

function overLimit({ publisher }: SourceCard, until: Temporal.Instant, now: Temporal.Instant): CapwatchError {
  const retryAfterSeconds = Math.ceil(now.until(until).total('seconds'));
  const say = `The limit of requests to ${publisher} is reached.`;
  return new CapwatchError('rate_limited', say, { source: publisher, retryAfterSeconds, code: 'own limit' });
}

function switchedOff({ publisher }: SourceCard): CapwatchError {
  return new CapwatchError('not_configured', `${publisher} is switched off.`, { source: publisher, code: 'off' });
}
