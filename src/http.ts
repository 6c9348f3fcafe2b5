/** The only caller of fetch: every request is bounded in time and size. It knows no publisher and retries nothing. */
import { CapwatchError } from './errors.ts';

const MAX_BYTES = 20_000_000;

export interface HttpRequest {
  readonly url: string;
  /** Default GET. */
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  /** Publisher asked, for the error's sentence. */
  readonly source: string;
  /** Default 20 MB; a longer answer is refused. */
  readonly maxBytes?: number;
  /** Where given, only these origins are asked; anything else is refused before a connection is made. */
  readonly origins?: readonly string[];
  /** Keys inside the address: blanked in whatever a failure carries along. */
  readonly secrets?: readonly string[];
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  text(): string;
}

/**
 * The answer, whatever its status; redirects are refused, so that an address once checked stays the address asked.
 * @throws CapwatchError `unreachable` (no connection, time over), `bad_response` (too long, redirected).
 */
export async function request(asked: HttpRequest): Promise<HttpAnswer> {
  if (asked.origins && !isOnOrigin(asked.url, asked.origins)) {
    throw new CapwatchError('bad_response', `${asked.source} is not at that address.`, { source: asked.source });
  }
  try {
    const response = await fetch(asked.url, {
      method: asked.method ?? 'GET',
      redirect: 'manual',
      signal: AbortSignal.timeout(asked.timeoutMs),
      ...(asked.headers && { headers: asked.headers }),
      ...(asked.body !== undefined && { body: asked.body }),
    });
    const bytes = await boundedBody(response, asked);
    return { status: response.status, headers: response.headers, bytes, text: () => new TextDecoder().decode(bytes) };
  } catch (cause) {
    if (cause instanceof CapwatchError) throw cause;
    throw unanswered(asked, cause);
  }
}

/** A failure below HTTP; with keys in the address only the failure's own words, blanked, go along. */
function unanswered({ source, secrets }: HttpRequest, cause: unknown): CapwatchError {
  const code = cause instanceof Error && cause.name === 'TimeoutError' ? { code: 'timeout' } : {};
  const safe = secrets === undefined ? cause : new Error(redacted(String(cause), secrets));
  return new CapwatchError('unreachable', `${source} is not answering.`, { source, cause: safe, ...code });
}

/** `text` without the keys, as typed or as an address spells them. */
export function redacted(text: string, secrets: readonly string[]): string {
  const spellings = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((spelling) => spelling !== '');
  return spellings.reduce((blanked, spelling) => blanked.replaceAll(spelling, '…'), text);
}

/**
 * As `request`, but only a 2xx answer returns.
 * @throws CapwatchError also `rate_limited` (429, with its seconds), `not_found` (404), `unreachable` (5xx) and
 * `bad_response` (the rest).
 */
export async function requestOk(asked: HttpRequest): Promise<HttpAnswer> {
  const answer = await request(asked);
  const { source } = asked;
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  if (status === 429) {
    const retryAfterSeconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    const known = Number.isFinite(retryAfterSeconds) && { retryAfterSeconds };
    throw new CapwatchError('rate_limited', `${source} asks to wait before the next request.`, { source, ...known });
  }
  if (status === 404) throw new CapwatchError('not_found', `${source} has no such page.`, { source });
  if (status >= 500)
    throw new CapwatchError('unreachable', `${source} is not answering.`, { source, code: `http ${status}` });
  throw new CapwatchError('bad_response', `${source} refused the request.`, { source, code: `http ${status}` });
}

/** True when `url` is on one of `origins` ("https://hooks.slack.com"): an address from outside is asked only then. */
export function isOnOrigin(url: string, origins: readonly string[]): boolean {
  return URL.canParse(url) && origins.includes(new URL(url).origin);
}

async function boundedBody(response: Response, { source, maxBytes = MAX_BYTES }: HttpRequest): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new CapwatchError('bad_response', `${source} sent too much.`, { source });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
