import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../src/calendar/month.ts';
import { yahooBars } from '../../../src/market/yahoo/bars.ts';
import { yahooFutures } from '../../../src/market/yahoo/futures.ts';
import { mockHttp } from '../../support/http.ts';
import { fixture, sourceDesk, testTime } from '../../support/sources.ts';

mockHttp();

const chart = (body: string) =>
  nock('https://query2.finance.yahoo.com')
    .get(/\/v8\/finance\/chart\//)
    .reply(200, body);
const WEEK = { from: '2026-11-16', to: '2026-11-20' } as const;

describe('yahooBars', () => {
  it('reads a missing session, a null one and a live row that repeats today', async () => {
    chart(fixture('yahoo-chart-GSPC-dirty.json'));

    const { bars, dropped } = await sourceDesk().requester.read(yahooBars, { symbol: 'GSPC', ...WEEK, basis: 'price' });

    expect(bars.map(({ date, close }) => [date, close])).toEqual([
      ['2026-11-16', 7766.12],
      ['2026-11-17', 7779.45],
      ['2026-11-20', 7804.33],
    ]);
    expect(dropped).toEqual([
      { date: '2026-11-19', reason: 'no close' },
      { date: '2026-11-20', reason: 'earlier print of the session' },
    ]);
  });

  it('reads dividend-adjusted closes for total return, without highs and lows', async () => {
    chart(fixture('yahoo-chart-XLK.json'));

    const { bars } = await sourceDesk().requester.read(yahooBars, { symbol: 'XLK', ...WEEK, basis: 'total return' });

    expect(bars).toHaveLength(5);
    expect(bars.every((bar) => bar.high === undefined)).toBe(true);
  });

  it('does not cover an index as total return', () => {
    expect(yahooBars.covers('RUT', 'total return')).toBe(false);
    expect(yahooBars.covers('XLK', 'total return')).toBe(true);
  });
});

describe('yahooFutures', () => {
  const body = (stamps: readonly number[], closes: readonly number[]) =>
    JSON.stringify({
      chart: {
        result: [
          {
            // Today's offset is winter's; the bars are summer's, stamped 00:00 New York.
            meta: { symbol: 'ZQZ26.CBT', exchangeTimezoneName: 'America/New_York', gmtoffset: -18000 },
            timestamp: stamps,
            indicators: { quote: [{ close: closes, volume: closes.map(() => 10) }] },
          },
        ],
        error: null,
      },
    });
  const seconds = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000;
  const month = monthOf('2026-12-01');

  it('dates a summer bar by the zone, not by today’s offset', async () => {
    chart(body([seconds('2026-08-27T04:00:00Z'), seconds('2026-08-28T04:00:00Z')], [96.03, 96.035]));

    const { bars } = await sourceDesk().requester.read(yahooFutures, { month, from: '2026-08-24', to: '2026-08-28' });

    expect(bars.map(({ date }) => date)).toEqual(['2026-08-27', '2026-08-28']);
  });

  it('has no settlement of today before 16:30 in New York', async () => {
    const time = testTime(Temporal.Instant.from('2026-11-20T21:29:00Z'));
    chart(fixture('yahoo-chart-ZQZ26.json'));

    const { bars } = await sourceDesk({ time }).requester.read(yahooFutures, { month, ...WEEK });

    expect(bars.at(-1)?.date).toBe('2026-11-19');
  });

  it('drops a bar on a day the exchange is closed', async () => {
    chart(body([seconds('2026-11-25T05:00:00Z'), seconds('2026-11-26T05:00:00Z')], [96.03, 96.035]));
    const time = testTime(Temporal.Instant.from('2026-11-28T12:00:00Z'));

    const { bars } = await sourceDesk({ time }).requester.read(yahooFutures, {
      month,
      from: '2026-11-24',
      to: '2026-11-27',
    });

    expect(bars.map(({ date }) => date)).toEqual(['2026-11-25']);
  });
});
