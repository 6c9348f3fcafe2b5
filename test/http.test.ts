import { createServer, type RequestListener, type Server } from 'node:http';
import nock from 'nock';
import { afterEach, describe, expect, it } from 'vitest';
import { isOnOrigin, request, requestOk } from '../src/http.ts';
import { mockHttp, takeUnmatched } from './support/http.ts';

mockHttp({ allowLocal: true });

const servers: Server[] = [];

/** A real server, for what nock cannot do: silence, and answers that drip. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const ASK = { url: 'https://prices.example/daily', timeoutMs: 1000, source: 'Prices' };

describe('request', () => {
  it('returns any status with its body', async () => {
    nock('https://prices.example').get('/daily').reply(418, 'short and stout');

    const answer = await request(ASK);

    expect(answer.status).toBe(418);
    expect(answer.text()).toBe('short and stout');
  });

  it('sends method, headers and body', async () => {
    nock('https://prices.example', { reqheaders: { 'content-type': 'text/csv' } })
      .post('/daily', 'a,b')
      .reply(200);

    const answer = await request({ ...ASK, method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'a,b' });

    expect(answer.status).toBe(200);
  });

  it('is unreachable when nothing answers in time', async () => {
    const url = await serve(() => {});

    await expect(request({ ...ASK, url, timeoutMs: 40 })).rejects.toMatchObject({
      kind: 'unreachable',
      userMessage: 'Prices is not answering.',
    });
  });

  it('is unreachable when the answer drips beyond its time', async () => {
    const url = await serve((_, response) => void response.write('half an ans'));

    await expect(request({ ...ASK, url, timeoutMs: 40 })).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('is unreachable when nobody listens', async () => {
    const url = await serve(() => {});
    servers.splice(0).forEach((server) => void server.close());

    await expect(request({ ...ASK, url })).rejects.toMatchObject({
      kind: 'unreachable',
      details: { source: 'Prices' },
    });
  });

  it('refuses an answer that is too long', async () => {
    nock('https://prices.example').get('/daily').reply(200, 'x'.repeat(2000));

    await expect(request({ ...ASK, maxBytes: 1999 })).rejects.toMatchObject({ kind: 'bad_response' });
  });

  it('does not follow a redirect to another address', async () => {
    nock('https://prices.example').get('/daily').reply(302, '', { location: 'http://169.254.169.254/secret' });

    expect((await request(ASK)).status).toBe(302);
  });
});

describe('requestOk', () => {
  it('returns a 2xx answer', async () => {
    nock('https://prices.example').get('/daily').reply(201, 'made');

    expect((await requestOk(ASK)).text()).toBe('made');
  });

  it('says how long to wait when there are too many requests', async () => {
    nock('https://prices.example').get('/daily').reply(429, '', { 'retry-after': '17' });

    await expect(requestOk(ASK)).rejects.toMatchObject({ kind: 'rate_limited', details: { retryAfterSeconds: 17 } });
  });

  it('does not invent a waiting time that was not given', async () => {
    nock('https://prices.example').get('/daily').reply(429);

    const error = await requestOk(ASK).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ kind: 'rate_limited' });
    expect(error).not.toHaveProperty('details.retryAfterSeconds');
  });

  it.each([
    [404, 'not_found'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [302, 'bad_response'],
    [403, 'bad_response'],
  ])('turns %i into %s', async (status, kind) => {
    nock('https://prices.example').get('/daily').reply(status);

    await expect(requestOk(ASK)).rejects.toMatchObject({ kind });
  });
});

describe('isOnOrigin', () => {
  it.each([
    ['https://hooks.slack.com/commands/1', true],
    ['http://hooks.slack.com/commands/1', false],
    ['https://hooks.slack.com.evil.example/1', false],
    ['https://hooks.slack.com@evil.example/1', false],
    ['https://hooks.slack.com:8443/1', false],
    ['http://169.254.169.254/', false],
    ['file:///etc/passwd', false],
    ['not an address', false],
  ])('%s: %s', (url, allowed) => {
    expect(isOnOrigin(url, ['https://hooks.slack.com'])).toBe(allowed);
  });
});

describe('mockHttp', () => {
  it('remembers a request to an unknown host with the mock to write', async () => {
    await request(ASK).catch(() => {});

    expect(await takeUnmatched()).toEqual([`nock('https://prices.example').get("/daily").reply(200, { ok: true })`]);
  });

  it('remembers a request that a mocked host does not know', async () => {
    nock('https://prices.example').get('/daily').reply(200);

    await request({ ...ASK, url: 'https://prices.example/weekly?from=1', method: 'POST', body: 'x=1' }).catch(() => {});
    await request(ASK);

    expect(await takeUnmatched()).toEqual([
      `nock('https://prices.example').post("/weekly?from=1", "x=1").reply(200, { ok: true })`,
    ]);
  });
});
