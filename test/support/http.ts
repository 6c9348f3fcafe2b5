/** HTTP in tests: the network is off; a request without a mock and a mock without a request both fail the test. */
import nock from 'nock';
import { afterAll, afterEach, beforeAll } from 'vitest';

let unmatched: Promise<string>[] = [];

interface MockOptions {
  /** Lets requests to a server of the test itself through. Default false. */
  readonly allowLocal?: boolean;
}

/** Call once at the top of a test file that touches HTTP. */
export function mockHttp({ allowLocal = false }: MockOptions = {}): void {
  const remember = (request: Request) => {
    if (!allowLocal || new URL(request.url).hostname !== '127.0.0.1') unmatched.push(mockToWrite(request.clone()));
  };
  beforeAll(() => {
    nock.disableNetConnect();
    if (allowLocal) nock.enableNetConnect('127.0.0.1');
    nock.emitter.on('no match', remember);
  });
  afterEach(async () => {
    const unused = nock.pendingMocks();
    nock.cleanAll();
    const problems = [
      ...(await takeUnmatched()).map((mock) => `a request had no mock; it would be:\n  ${mock}`),
      ...unused.map((mock) => `a mock had no request: ${mock}`),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));
  });
  afterAll(() => {
    nock.emitter.removeListener('no match', remember);
    nock.enableNetConnect();
    nock.restore();
  });
}

/** The mocks that requests so far lacked, taken out of the account: for testing this helper. */
export async function takeUnmatched(): Promise<string[]> {
  const taken = unmatched;
  unmatched = [];
  return Promise.all(taken);
}

async function mockToWrite(request: Request): Promise<string> {
  const { origin, pathname, search } = new URL(request.url);
  const body = await request.text();
  const sent = body === '' ? '' : `, ${JSON.stringify(body.slice(0, 300))}`;
  const call = `.${request.method.toLowerCase()}(${JSON.stringify(pathname + search)}${sent})`;
  return `nock('${origin}')${call}.reply(200, { ok: true })`;
}

export type Fields = Readonly<Record<string, unknown>>;

export interface MockedMethod {
  /** The arguments of each call, JSON ones parsed, in order. */
  readonly calls: Fields[];
}

export interface MockedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Fields;
}

/** One call of a Slack Web API method, answered `{ok: true, …}`. */
export function mockSlack(method: string, answer: Fields | MockedAnswer = {}): MockedMethod {
  const { status, headers, body } = isMockedAnswer(answer) ? answer : { body: { ok: true, ...answer } };
  const calls: Fields[] = [];
  nock('https://slack.com')
    .post(`/api/${method}`)
    .reply(async (request: Request) => {
      calls.push(decodedForm(await request.text()));
      return [status ?? 200, body ?? '', headers];
    });
  return { calls };
}

/** One refusal of a Slack Web API method. */
export function mockSlackRefusal(method: string, error: string, extra: Fields = {}): MockedMethod {
  return mockSlack(method, { ok: false, error, ...extra });
}

/** One JSON body sent to `url`, such as a response_url. */
export function mockPost(url: string, { status = 200, headers, body = 'ok' }: MockedAnswer = {}): MockedMethod {
  const { origin, pathname } = new URL(url);
  const calls: Fields[] = [];
  nock(origin)
    .post(pathname)
    .reply(async (request: Request) => {
      calls.push(JSON.parse(await request.text()));
      return [status, body, headers];
    });
  return { calls };
}

/** The three steps of an upload that works; `fileId` is what the app is told. */
export function mockUpload(fileId = 'F0CHART00001'): {
  readonly address: MockedMethod;
  readonly complete: MockedMethod;
} {
  const upload_url = `https://files.slack.com/upload/v1/${fileId}`;
  const address = mockSlack('files.getUploadURLExternal', { upload_url, file_id: fileId });
  nock('https://files.slack.com').post(`/upload/v1/${fileId}`).reply(200, 'OK');
  return { address, complete: mockSlack('files.completeUploadExternal', { files: [{ id: fileId }] }) };
}

function isMockedAnswer(answer: Fields | MockedAnswer): answer is MockedAnswer {
  return 'status' in answer || 'body' in answer;
}

function decodedForm(form: string): Fields {
  return Object.fromEntries([...new URLSearchParams(form)].map(([name, value]) => [name, parsedField(value)]));
}

function parsedField(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
