import { describe, expect, it } from 'vitest';
import { closesCheck, sourceChecks } from '../../src/checks/data.ts';
import { CapwatchError } from '../../src/errors.ts';
import { CBOE } from '../../src/market/cboe/bars.ts';
import type { Market } from '../../src/market/market.ts';
import { NY_FED } from '../../src/market/nyfed/rates.ts';
import { YAHOO } from '../../src/market/yahoo/request.ts';
import { seriesOn } from '../support/series.ts';
import { FRIDAY_EVENING } from '../support/sources.ts';

function market(prices: Market['prices']): Market {
  return { sample: false, prices, totalReturn: prices };
}

describe('closesCheck', () => {
  it('counts sessions behind, and fails in the market’s own words', async () => {
    const fresh = market(async () => seriesOn({ '2026-11-20': 2987.41 }));
    const stale = market(async () => seriesOn({ '2026-11-18': 2979.02 }));
    const none = market(() => Promise.reject(new CapwatchError('not_found', 'There is no data file prices/RUT.csv.')));

    expect((await closesCheck(fresh, FRIDAY_EVENING)).state).toBe('ok');
    expect(await closesCheck(stale, FRIDAY_EVENING)).toMatchObject({
      state: 'warn',
      found: 'last Russell 2000 close Wed 18 Nov 2026, 2 sessions behind',
    });
    expect(await closesCheck(none, FRIDAY_EVENING)).toMatchObject({
      state: 'fail',
      found: 'There is no data file prices/RUT.csv.',
    });
  });
});

describe('sourceChecks', () => {
  const failure = new CapwatchError('bad_response', 'Yahoo Finance refused the request.', { code: 'http 403' });
  const yahoo = { card: YAHOO, what: 'closes', tookMs: 9, failure };
  const cboe = { card: CBOE, what: 'closes', tookMs: 12, latest: '2026-11-20' };
  const nyFed = { card: NY_FED, what: 'rate', tookMs: 5, failure: new CapwatchError('unreachable', 'not answering') };

  it('warns of a source that others stand in for, with what to do', () => {
    expect(sourceChecks([yahoo, cboe, nyFed], true).map(({ state }) => state)).toEqual(['warn', 'ok', 'warn']);
    expect(sourceChecks([yahoo], false)[0]?.todo).toContain('this network is shut out');
  });

  it('fails when answers rest on sources of closes and none answers', () => {
    expect(sourceChecks([yahoo, nyFed], true).map(({ state }) => state)).toEqual(['fail', 'warn']);
    expect(sourceChecks([yahoo, nyFed], false).map(({ state }) => state)).toEqual(['warn', 'warn']);
  });
});
