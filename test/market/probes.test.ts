import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { probeSources } from '../../src/market/probes.ts';
import { mockHttp } from '../support/http.ts';
import { fixture, sourceDesk } from '../support/sources.ts';

mockHttp();

describe('probeSources', () => {
  it('asks each source once and tells the newest day, or why there is none', async () => {
    const once = (origin: string, path: RegExp) => nock(origin).get(path);
    once('https://query2.finance.yahoo.com', /RUT/).reply(200, fixture('yahoo-chart-RUT.json'));
    once('https://query2.finance.yahoo.com', /ZQZ26/).reply(200, fixture('yahoo-chart-ZQZ26.json'));
    once('https://cdn.cboe.com', /RUT/).reply(429, 'Too Many Requests');
    once('https://markets.newyorkfed.org', /effr/).reply(200, fixture('nyfed-effr.json'));
    once('https://home.treasury.gov', /2026/).reply(200, fixture('treasury-2026.csv'));
    once('https://www.federalreserve.gov', /calendar/).reply(200, fixture('fed-calendar.json'));
    once('https://fred.stlouisfed.org', /DGS10/).reply(200, fixture('fredgraph-DGS2.csv').replace('DGS2', 'DGS10'));
    once('https://alfred.stlouisfed.org', /DGS10/).reply(200, '<html>maintenance</html>');
    once('https://data.financialresearch.gov', /MMF/).reply(200, fixture('ofr-mmf-tot.json'));
    once('https://eodhd.com', /RUT/).reply(200, fixture('eodhd-RUT.json'));
    const { requester, time } = sourceDesk({ off: new Set(['tiingo']) });

    const probes = await probeSources({ requester, keys: { eodhd: 'key', tiingo: 'key' }, clock: time.clock });

    expect(probes.map(({ card, latest, failure }) => [card.id, latest ?? failure?.kind])).toEqual([
      ['yahoo', '2026-11-20'],
      ['yahoo', '2026-11-20'],
      ['cboe', 'rate_limited'],
      ['nyfed', '2026-11-19'],
      ['treasury', '2026-11-20'],
      ['fed-calendar', '2026-12-09'],
      ['fredgraph', '2026-11-12'],
      ['alfred', 'bad_response'],
      ['ofr', '2026-10-31'],
      ['eodhd', '2026-11-20'],
    ]);
  });
});
