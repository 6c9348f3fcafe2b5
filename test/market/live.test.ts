import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createMemoryStore } from '../../src/market/key-value.ts';
import { createLiveSources, type SourceKeys } from '../../src/market/live.ts';
import { SOURCE_IDS, type SourceId } from '../../src/market/provider.ts';
import { mockHttp } from '../support/http.ts';
import { fixture, testTime } from '../support/sources.ts';

mockHttp();

function live({ keys = {}, off = [] }: { keys?: SourceKeys; off?: readonly SourceId[] } = {}) {
  const log = createLog('error', () => {});
  return createLiveSources({ ...testTime(), store: createMemoryStore(), log, keys, off: new Set(off) });
}

describe('createLiveSources', () => {
  it('knows every source by id, with its key, its switch and what happened to it', async () => {
    nock('https://cdn.cboe.com')
      .get(/RUT_History/)
      .reply(200, fixture('cboe-RUT_History.csv'));
    const sources = live({ keys: { fred: 'canary' }, off: ['yahoo'] });
    await sources.market.prices('RUT', '2026-11-20');

    const statuses = await sources.statuses();

    const byId = new Map(statuses.map((status) => [status.card.id, status]));
    expect([...byId.keys()].sort()).toEqual([...SOURCE_IDS].sort());
    expect(byId.get('yahoo')).toMatchObject({ off: true, key: 'not needed', asked: 0 });
    expect(byId.get('cboe')).toMatchObject({ off: false, asked: 1, lastSuccessAt: '2026-11-20T23:30:00Z' });
    expect(byId.get('fred')?.key).toBe('set');
    expect(byId.get('eodhd')?.key).toBe('not set');
    expect(JSON.stringify(statuses)).not.toContain('canary');
  });

  it('asks a desk’s own subscription before Yahoo, and the exchange for a second opinion', async () => {
    nock('https://eodhd.com').get('/api/eod/RUT.INDX').query(true).reply(200, fixture('eodhd-RUT.json'));
    nock('https://cdn.cboe.com')
      .get(/RUT_History/)
      .reply(200, fixture('cboe-RUT_History.csv'));

    const series = await live({ keys: { eodhd: 'key' } }).market.prices('RUT', '2026-11-20');

    expect(series.source.tried?.map(({ publisher, outcome }) => [publisher, outcome])).toEqual([
      ['EODHD', 'used'],
      ['Cboe', 'checked'],
    ]);
  });

  it('reads a past day’s vintages keyless from ALFRED, and with a key from FRED', async () => {
    const alfred = nock('https://alfred.stlouisfed.org')
      .get(/PERMIT/)
      .reply(200, fixture('alfred-PERMIT-2024-01-22.csv'));
    nock('https://alfred.stlouisfed.org').get(/./).times(7).reply(404);
    nock('https://data.financialresearch.gov').get(/./).times(2).reply(404);
    nock('https://home.treasury.gov').get(/./).times(2).reply(404);
    nock('https://fred.stlouisfed.org')
      .get(/PERMIT/)
      .reply(404);
    const keyed = nock('https://api.stlouisfed.org')
      .get(/realtime_start=2024-01-22/)
      .times(8)
      .reply(404);
    nock('https://home.treasury.gov').get(/./).times(2).reply(404);

    const known = await live().macroMarket.macro('2024-01-22');
    await expect(live({ keys: { fred: 'key' } }).macroMarket.macro('2024-01-22')).rejects.toMatchObject({
      kind: 'not_found',
    });

    expect(known.prints.map(({ id, value }) => [id, value])).toEqual([['PERMIT', 1495]]);
    expect([alfred.isDone(), keyed.isDone()]).toEqual([true, true]);
  });

  it('has a row in docs/data-sources.md for every source', async () => {
    const document = readFileSync(fileURLToPath(new URL('../../docs/data-sources.md', import.meta.url)), 'utf8');
    const rows = [...document.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id);

    expect(rows.sort()).toEqual([...SOURCE_IDS].sort());
    for (const { card } of await live().statuses()) {
      expect(document).toContain(
        `${card.limit.requests} in ${card.limit.hours === 1 ? 'an hour' : `${card.limit.hours} hours`}`,
      );
      if (card.keySetting !== undefined) expect(document).toContain(card.keySetting);
    }
  });
});
