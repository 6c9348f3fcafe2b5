import { inspect } from 'node:util';
import nock from 'nock';
import { afterEach, describe, expect, it } from 'vitest';
import type { Provider } from '../../src/market/provider.ts';
import { mockHttp } from '../support/http.ts';
import { type Misbehaviour, type ProviderServer, startProviderServer } from '../support/provider-server.ts';
import { type SourceDesk, sourceDesk } from '../support/sources.ts';
import { CANARY, SOURCES, type SourceCase } from './sources.ts';

mockHttp({ allowLocal: true });

const servers: ProviderServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

function publisher({ source, path }: SourceCase) {
  return nock(source.card.origin).get(path);
}

function read({ source, query }: SourceCase, { requester }: SourceDesk = sourceDesk()): Promise<unknown> {
  return requester.read(source as Provider<unknown, unknown>, query);
}

describe.each(SOURCES)('$name', (one) => {
  const { good, type, empty, broken, says, expected } = one;
  const name = one.source.card.publisher;
  const headers = { 'content-type': type };

  it('reads a good answer', async () => {
    publisher(one).reply(200, good, headers);

    expect((says as (answer: unknown) => unknown)(await read(one))).toEqual(expected);
  });

  it('never passes an empty answer on as data', async () => {
    publisher(one).reply(200, empty, headers);

    await expect(read(one)).rejects.toMatchObject({
      kind: 'bad_response',
      userMessage: `${name} sent no data.`,
      details: { code: 'empty' },
    });
  });

  it.each(Object.keys(broken))('refuses %s', async (what) => {
    publisher(one).reply(200, broken[what], headers);

    await expect(read(one)).rejects.toMatchObject({ kind: 'bad_response', details: { source: name } });
  });

  it.each(['', '{', 'null', '[]]', '{"a":1}'])('refuses %j as a body', async (body) => {
    publisher(one).reply(200, body, headers);

    await expect(read(one)).rejects.toMatchObject({ kind: 'bad_response', details: { source: name } });
  });

  it('refuses a web page, whatever it calls itself', async () => {
    publisher(one).reply(200, '\n<!doctype html><html>consent</html>', headers);
    await expect(read(one)).rejects.toMatchObject({ kind: 'bad_response', details: { code: 'html' } });

    publisher(one).reply(200, 'Please enable JavaScript', { 'content-type': 'text/html; charset=utf-8' });
    await expect(read(one)).rejects.toMatchObject({ kind: 'bad_response', details: { code: 'html' } });
  });

  it('reads a byte order mark as none', async () => {
    publisher(one).reply(200, `\uFEFF${good.replace(/^\uFEFF/, '')}`, headers);

    expect((says as (answer: unknown) => unknown)(await read(one))).toEqual(expected);
  });

  it('says that it was not found', async () => {
    publisher(one).reply(404, '<html>', { 'content-type': 'text/html' });

    await expect(read(one)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('goes nowhere else when it is sent elsewhere', async () => {
    publisher(one).reply(302, '', { location: 'http://169.254.169.254/' });

    await expect(read(one)).rejects.toMatchObject({ kind: 'bad_response', details: { code: 'http 302' } });
  });

  it('asks once and waits as long as it is told, at least 15 minutes, after a 429', async () => {
    const desk = sourceDesk();
    publisher(one).reply(429, 'Too Many Requests\r\n', { 'retry-after': '3600' });

    await expect(read(one, desk)).rejects.toMatchObject({ kind: 'rate_limited', details: { retryAfterSeconds: 3600 } });
    desk.time.now = desk.time.now.add({ minutes: 59 });
    await expect(read(one, desk)).rejects.toMatchObject({ kind: 'rate_limited', details: { retryAfterSeconds: 60 } });
    desk.time.now = desk.time.now.add({ minutes: 1 });
    publisher(one).reply(200, good, headers);
    await expect(read(one, desk)).resolves.toBeDefined();
  });

  it('waits 15 minutes after a 429 that names no time', async () => {
    const desk = sourceDesk();
    publisher(one).reply(429, 'Too Many Requests\r\n', { 'content-type': 'text/plain' });

    await expect(read(one, desk)).rejects.toMatchObject({ kind: 'rate_limited' });

    await expect(read(one, desk)).rejects.toMatchObject({ details: { code: 'circuit open', retryAfterSeconds: 900 } });
  });

  it('tries twice more after a 500, and reads the answer that comes then', async () => {
    publisher(one).times(2).reply(500, 'oops');
    publisher(one).reply(200, good, headers);

    await expect(read(one)).resolves.toBeDefined();
  });

  it('is unreachable after three 503', async () => {
    publisher(one).times(3).reply(503, '<html>maintenance</html>');

    await expect(read(one)).rejects.toMatchObject({ kind: 'unreachable', userMessage: `${name} is not answering.` });
  });

  it.each<readonly [Misbehaviour, string, object]>([
    ['silent', 'unreachable', { code: 'timeout' }],
    ['drip', 'unreachable', { code: 'timeout' }],
    ['huge', 'bad_response', {}],
    ['hang up', 'unreachable', {}],
    ['half a body', 'unreachable', {}],
  ])('is bounded against a publisher that is %s', async (behaviour, kind, details) => {
    const server = await startProviderServer(behaviour);
    servers.push(server);
    const desk = sourceDesk({ origins: { [one.source.card.id]: server.origin } });
    const hasty = {
      ...one,
      source: {
        ...one.source,
        card: { ...one.source.card, timeoutMs: behaviour === 'silent' || behaviour === 'drip' ? 100 : 10_000 },
      },
    };

    await expect(read(hasty, desk)).rejects.toMatchObject({ kind, details });
    expect(server.asked()).toBeLessThanOrEqual(one.name === 'Treasury yields' ? 6 : 3);
  });

  it('lets no key into logs, errors or answers', async () => {
    const desk = sourceDesk();
    const echo = `api_key=${CANARY}&token=${encodeURIComponent(CANARY)}`;
    publisher(one).reply(403, echo);
    publisher(one).reply(200, `{"error_code":400,"error_message":"${echo}"}`, headers);
    publisher(one)
      .times(3)
      .replyWithError(new Error(`connect failed for ${echo}`));

    const failures: unknown[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      failures.push(await read(one, desk).catch((error: unknown) => error));
      desk.time.now = desk.time.now.add({ hours: 7 });
    }

    const told = [
      ...desk.logged,
      ...failures.map((error) => inspect(error, { depth: 10 })),
      await desk.store.get(`source/${one.source.card.id}`),
    ];
    for (const text of told) {
      expect(text).not.toContain(CANARY);
      expect(text).not.toContain(encodeURIComponent(CANARY));
    }
  });
});
