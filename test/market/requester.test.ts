import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { cboeBars } from '../../src/market/cboe/bars.ts';
import { createEodhd } from '../../src/market/eodhd/bars.ts';
import { nyFedRates } from '../../src/market/nyfed/rates.ts';
import { mockHttp } from '../support/http.ts';
import { fixture, sourceDesk } from '../support/sources.ts';

mockHttp();

const RUT = { symbol: 'RUT', from: '2026-11-16', to: '2026-11-20', basis: 'price' } as const;
const cboe = () => nock('https://cdn.cboe.com').get('/api/global/us_indices/daily_prices/RUT_History.csv');
const nyFed = (days: number) =>
  nock('https://markets.newyorkfed.org').get(`/api/rates/unsecured/effr/last/${days}.json`);

describe('createRequester', () => {
  it('asks the publisher once for 200 who want the same at the same time', async () => {
    cboe().reply(200, fixture('cboe-RUT_History.csv'));
    const { requester } = sourceDesk();

    const answers = await Promise.all(Array.from({ length: 200 }, () => requester.read(cboeBars, RUT)));

    expect(new Set(answers).size).toBe(1);
  });

  it('asks again for another query and once the first is done', async () => {
    nyFed(10).times(2).reply(200, fixture('nyfed-effr.json'));
    nyFed(20).reply(200, fixture('nyfed-effr.json'));
    const { requester, time } = sourceDesk();

    await Promise.all([requester.read(nyFedRates, { days: 10 }), requester.read(nyFedRates, { days: 20 })]);
    await requester.read(nyFedRates, { days: 10 });

    // Three requests, a second apart.
    expect(time.slept).toBe(2000);
  });

  it('asks nobody for a source that is switched off', async () => {
    const { requester } = sourceDesk({ off: new Set(['cboe']) });

    await expect(requester.read(cboeBars, RUT)).rejects.toMatchObject({
      kind: 'not_configured',
      userMessage: 'Cboe is switched off.',
    });
    expect(requester.isOff(cboeBars.card)).toBe(true);
  });

  it('leaves a source alone after three failures, also after a restart, and tries once more then', async () => {
    const desk = sourceDesk();
    for (let failure = 0; failure < 3; failure += 1) {
      cboe().times(3).reply(503);
      await expect(desk.requester.read(cboeBars, RUT)).rejects.toMatchObject({ kind: 'unreachable' });
    }

    const restarted = sourceDesk({ store: desk.store, time: desk.time });
    await expect(restarted.requester.read(cboeBars, RUT)).rejects.toMatchObject({ details: { code: 'circuit open' } });

    desk.time.now = desk.time.now.add({ minutes: 15 });
    cboe().reply(200, fixture('cboe-RUT_History.csv'));
    await restarted.requester.read(cboeBars, RUT);
    expect(await restarted.requester.state(cboeBars.card)).toMatchObject({ failures: 0, opened: 0 });
  });

  it('takes a refusal with 403 at its word', async () => {
    const { requester } = sourceDesk();
    cboe().reply(403, '{"message":"blocked"}');

    await expect(requester.read(cboeBars, RUT)).rejects.toMatchObject({ kind: 'bad_response' });

    await expect(requester.read(cboeBars, RUT)).rejects.toMatchObject({ details: { code: 'circuit open' } });
  });

  it('stops at the limit of a plan, without asking and without counting it against the source', async () => {
    const eodhd = createEodhd('key');
    const { requester, time } = sourceDesk();
    nock('https://eodhd.com').get('/api/eod/RUT.INDX').query(true).times(20).reply(200, fixture('eodhd-RUT.json'));
    for (let asked = 0; asked < 20; asked += 1) await requester.read(eodhd, RUT);

    await expect(requester.read(eodhd, RUT)).rejects.toMatchObject({
      kind: 'rate_limited',
      details: { code: 'own limit' },
    });
    expect(await requester.state(eodhd.card)).toMatchObject({ failures: 0 });

    time.now = time.now.add({ hours: 24 });
    nock('https://eodhd.com').get('/api/eod/RUT.INDX').query(true).reply(200, fixture('eodhd-RUT.json'));
    await expect(requester.read(eodhd, RUT)).resolves.toBeDefined();
  });

  it('counts an answer in the wrong shape as a failure, and one that says "not found" as none', async () => {
    const { requester } = sourceDesk();
    cboe().reply(200, 'DATE,SPX\n');
    cboe().reply(404);

    await expect(requester.read(cboeBars, RUT)).rejects.toMatchObject({ kind: 'bad_response' });
    await expect(requester.read(cboeBars, RUT)).rejects.toMatchObject({ kind: 'not_found' });

    expect(await requester.state(cboeBars.card)).toMatchObject({ failures: 1, lastFailure: { kind: 'bad_response' } });
  });

  it('works on when the store does not', async () => {
    const broken = { get: async () => undefined, set: () => Promise.reject(new Error('disk full')) };
    const { requester, logged } = sourceDesk({ store: broken });
    cboe().reply(200, fixture('cboe-RUT_History.csv'));

    await expect(requester.read(cboeBars, RUT)).resolves.toBeDefined();

    expect(logged.join('')).toContain('source state not kept');
  });
});
