import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { createMemoryStore } from '../src/market/key-value.ts';
import { createMarkets } from '../src/wire-market.ts';
import { DATA_DIR, describeWithData } from './support/data-folder.ts';
import { mockHttp } from './support/http.ts';
import { FRIDAY_EVENING } from './support/sources.ts';

mockHttp();

function markets(environment: Record<string, string>) {
  const log = createLog('error', () => {});
  return createMarkets(parseConfig(environment), { log, kept: createMemoryStore(), clock: () => FRIDAY_EVENING });
}

describe('createMarkets', () => {
  it('answers from the sample without a folder and without live sources, and asks nobody', async () => {
    const { market, macroMarket, dataSource } = markets({});

    expect(market.sample).toBe(true);
    expect(dataSource).toBe('generated sample');
    expect((await macroMarket.macro('2024-01-22')).prints.every(({ source }) => source.sample)).toBe(true);
  });

  it('knows which sources are switched off and which keys are set', async () => {
    const { live, market } = markets({
      CAPWATCH_LIVE: 'on',
      CAPWATCH_SOURCES_OFF: 'yahoo, fmp',
      CAPWATCH_FRED_KEY: 'canary',
    });

    const statuses = await live.statuses();

    expect(market).toBe(live.market);
    expect(statuses.filter(({ off }) => off).map(({ card }) => card.id)).toEqual(['yahoo', 'fmp']);
    expect(statuses.find(({ card }) => card.id === 'fred')?.key).toBe('set');
    expect(JSON.stringify(statuses)).not.toContain('canary');
  });

  it('refuses an id that no source has, with the ids there are', () => {
    expect(() => markets({ CAPWATCH_SOURCES_OFF: 'yahho' })).toThrow(/CAPWATCH_SOURCES_OFF .*yahoo, cboe/);
  });
});

describeWithData('createMarkets with a data folder', () => {
  it('takes a close from the folder before any live source', async () => {
    const { market } = markets({ CAPWATCH_LIVE: 'on', CAPWATCH_DATA_DIR: DATA_DIR });

    // An empty mock answers nothing: a request would fail the test.
    const series = await market.prices('RUT', '2024-01-22');

    expect(series.source.publisher).toBe('Yahoo Finance');
    expect(series.close.at(-1)).toBe(1983.38);
  });
});
