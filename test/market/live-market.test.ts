import { describe, expect, it } from 'vitest';
import { sessionsIn } from '../../src/calendar/nyse.ts';
import { CapwatchError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { createLiveMarket } from '../../src/market/live-market.ts';
import type { Market } from '../../src/market/market.ts';
import type { PriceSeries } from '../../src/metrics/series.ts';
import { type BarSource, cboeWith, yahooWith } from '../support/bar-source.ts';
import { seriesOn } from '../support/series.ts';
import { type SourceDesk, sourceDesk, testTime } from '../support/sources.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();
const DOWN = new CapwatchError('unreachable', 'not answering');

/** Made-up closes for every session from 3 August to `last`. */
function august(last: string): Record<string, number> {
  return Object.fromEntries(sessionsIn('2026-08-03', last).map((day, index) => [day, 3000 + index]));
}

interface Story {
  readonly market: Market;
  readonly yahoo: BarSource;
  readonly cboe: BarSource;
  readonly desk: SourceDesk;
}

function story(start: string, closes: Record<string, number>, folder?: Market): Story {
  const desk = sourceDesk({ time: testTime(at(start)) });
  const [yahoo, cboe] = [yahooWith(closes), cboeWith(closes)];
  const { requester, time, store } = desk;
  const log = createLog('error', () => {});
  const market = createLiveMarket({
    sources: [yahoo, cboe],
    requester,
    clock: time.clock,
    store,
    log,
    ...(folder && { folder }),
  });
  return { market, yahoo, cboe, desk };
}

const lastClose = ({ dates, close }: PriceSeries) => [dates.at(-1), close.at(-1)];

describe('createLiveMarket', () => {
  it('gives closes up to the day asked for, with their publisher', async () => {
    const { market } = story('2026-08-21T18:30', august('2026-08-21'));

    const series = await market.prices('RUT', '2026-08-19');

    expect(lastClose(series)).toEqual(['2026-08-19', 3012]);
    expect(series).toMatchObject({ kind: 'index', missing: [], source: { publisher: 'Yahoo Finance', sample: false } });
  });

  it('asks nobody again once the evening has settled the session, after a restart neither', async () => {
    const { market, yahoo, cboe, desk } = story('2026-08-21T18:30', august('2026-08-21'));
    await market.prices('RUT', '2026-08-21');

    const { requester, time, store } = desk;
    time.now = at('2026-08-24T15:59');
    const restarted = createLiveMarket({
      sources: [yahoo, cboe],
      requester,
      clock: time.clock,
      store,
      log: createLog('error', () => {}),
    });
    const series = await restarted.prices('RUT', '2026-08-24');

    expect(lastClose(series)).toEqual(['2026-08-21', 3014]);
    expect([yahoo.asked.length, cboe.asked.length]).toEqual([1, 1]);
  });

  it('asks once for 200 who ask at once', async () => {
    const { market, yahoo } = story('2026-08-21T16:30', august('2026-08-21'));

    await Promise.all(Array.from({ length: 200 }, () => market.prices('RUT', '2026-08-21')));

    expect(yahoo.asked).toHaveLength(1);
  });

  it('gives a provisional close until 16:20 and the final one then', async () => {
    const closes = august('2026-08-21');
    const { market, desk, yahoo } = story('2026-08-21T16:05', closes);

    const early = await market.prices('RUT', '2026-08-21');
    expect(early.notes).toEqual([{ date: '2026-08-21', kind: 'provisional', publisher: 'Yahoo Finance', close: 3014 }]);

    yahoo.closes = { ...closes, '2026-08-21': 3014.5 };
    desk.time.now = at('2026-08-21T16:21');
    const late = await market.prices('RUT', '2026-08-21');
    expect(lastClose(late)).toEqual(['2026-08-21', 3014.5]);
    expect(late.notes).toBeUndefined();
  });

  it('with Yahoo down gives the exchange’s closes', async () => {
    const { market, yahoo } = story('2026-08-21T18:30', august('2026-08-21'));
    yahoo.failure = DOWN;

    const series = await market.prices('RUT', '2026-08-21');

    expect(lastClose(series)).toEqual(['2026-08-21', 3014]);
    expect(series.source).toMatchObject({
      publisher: 'Cboe',
      tried: [
        { publisher: 'Yahoo Finance', outcome: 'unreachable' },
        { publisher: 'Cboe', outcome: 'used' },
      ],
    });
  });

  it('with Yahoo wrong keeps both closes and says so on later days too', async () => {
    const closes = august('2026-08-21');
    const { market, yahoo, desk } = story('2026-08-21T18:30', closes);
    yahoo.closes = { ...closes, '2026-08-21': 3030 };
    await market.prices('RUT', '2026-08-21');
    desk.time.now = at('2026-08-22T12:00');

    const series = await market.prices('RUT', '2026-08-21');

    expect(lastClose(series)).toEqual(['2026-08-21', 3014]);
    expect(series.notes).toEqual([
      {
        date: '2026-08-21',
        kind: 'disputed',
        publisher: 'Cboe',
        close: 3014,
        other: { publisher: 'Yahoo Finance', close: 3030 },
      },
    ]);
  });

  it('with Yahoo missing 28 August 2026 fills that session from the exchange, and names it', async () => {
    const closes = august('2026-08-31');
    const { market, yahoo } = story('2026-08-31T18:30', closes);
    const { '2026-08-28': _, ...holed } = closes;
    yahoo.closes = holed;

    const series = await market.prices('RUT', '2026-08-31');

    expect(series.missing).toEqual([]);
    expect(series.notes).toEqual([
      { date: '2026-08-28', kind: 'filled', publisher: 'Cboe', close: closes['2026-08-28'] },
    ]);
    expect(series.source.publisher).toBe('Yahoo Finance, Cboe');
  });

  it('with both missing it the session stays missing, and is never filled from its neighbours', async () => {
    const { '2026-08-28': _, ...holed } = august('2026-08-31');
    const { market } = story('2026-08-31T18:30', holed);

    const series = await market.prices('RUT', '2026-08-31');

    expect(series.missing).toEqual(['2026-08-28']);
    expect(series.dates).not.toContain('2026-08-28');
  });

  it('with everything down ends at the last good session and says what was tried', async () => {
    const { market, yahoo, cboe, desk } = story('2026-08-19T18:30', august('2026-08-19'));
    await market.prices('RUT', '2026-08-19');
    yahoo.failure = DOWN;
    cboe.failure = DOWN;
    desk.time.now = at('2026-08-21T16:45');

    const series = await market.prices('RUT', '2026-08-21');

    expect(lastClose(series)).toEqual(['2026-08-19', 3012]);
    expect(series.source.tried?.map(({ publisher, outcome }) => [publisher, outcome])).toEqual([
      ['Yahoo Finance', 'unreachable'],
      ['Cboe', 'unreachable'],
    ]);
  });

  it('with everything down from the first day refuses in a sentence', async () => {
    const { market, yahoo, cboe } = story('2026-08-21T16:45', {});
    yahoo.failure = DOWN;
    cboe.failure = DOWN;

    await expect(market.prices('RUT', '2026-08-21')).rejects.toMatchObject({
      kind: 'unreachable',
      userMessage: 'No source of Russell 2000 answered; tried Yahoo Finance, Cboe at 16:45 ET.',
    });
  });

  it('has today’s close after an outage, without a second request for what it holds', async () => {
    const closes = august('2026-08-21');
    const { market, yahoo, desk } = story('2026-08-19T18:30', august('2026-08-19'));
    await market.prices('RUT', '2026-08-19');
    yahoo.closes = closes;
    desk.time.now = at('2026-08-21T16:45');

    expect(lastClose(await market.prices('RUT', '2026-08-21'))).toEqual(['2026-08-21', 3014]);
    expect(yahoo.asked.at(-1)).toMatchObject({ from: '2026-08-05', to: '2026-08-21' });
  });

  it('reads history again when an ETF was split', async () => {
    const before = Object.fromEntries(Object.entries(august('2026-08-20')).map(([day, close]) => [day, close / 10]));
    const { market, yahoo, desk } = story('2026-08-20T18:30', before);
    await market.prices('XLK', '2026-08-20');
    yahoo.closes = Object.fromEntries(Object.entries(august('2026-08-21')).map(([day, close]) => [day, close / 20]));
    desk.time.now = at('2026-08-21T18:30');

    const series = await market.prices('XLK', '2026-08-21');

    expect(series.close.at(0)).toBe(150);
    expect(lastClose(series)).toEqual(['2026-08-21', 150.7]);
    expect(series.notes?.every(({ kind }) => kind === 'restated')).toBe(true);
  });

  it('never gives an index as total return, nor an ETF’s price as one', async () => {
    const { market } = story('2026-08-21T18:30', august('2026-08-21'));

    await expect(market.totalReturn('RUT', '2026-08-21')).rejects.toMatchObject({ kind: 'not_found' });
    expect(await market.totalReturn('XLK', '2026-08-21')).toMatchObject({ totalReturn: true, kind: 'etf' });
  });

  describe('beside a desk’s own folder', () => {
    const own = seriesOn({ '2026-08-19': 3012.25, '2026-08-20': 3013.25 });
    const folder: Market = { sample: false, prices: async () => own, totalReturn: async () => own };

    it('asks nobody for a session the folder holds', async () => {
      const { market, yahoo } = story('2026-08-20T18:30', august('2026-08-20'), folder);

      expect(await market.prices('RUT', '2026-08-20')).toBe(own);
      expect(yahoo.asked).toEqual([]);
    });

    it('keeps the folder’s closes and adds what comes after', async () => {
      const { market } = story('2026-08-21T18:30', august('2026-08-21'), folder);

      const series = await market.prices('RUT', '2026-08-21');

      expect([...series.close.slice(-3)]).toEqual([3012.25, 3013.25, 3014]);
      expect(series.source.publisher).toBe('Yahoo Finance, Test');
    });
  });
});
