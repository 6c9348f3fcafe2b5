import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { monthOf } from '../../src/calendar/month.ts';
import { CapwatchError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import type { FedMarket } from '../../src/market/fed-market.ts';
import { createLiveFedMarket, type LiveFedMarket } from '../../src/market/live-fed-market.ts';
import { parseSettlements } from '../../src/market/settlements/import.ts';
import { contractPrice, futuresDayAt, lastPricedMonth } from '../../src/metrics/fed-futures.ts';
import { type ContractSource, contractSource, flat } from '../support/contract-source.ts';
import { mockHttp } from '../support/http.ts';
import { fixture, type SourceDesk, sourceDesk, testTime } from '../support/sources.ts';

mockHttp();

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();
const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20'];
const LISTED = {
  '2026-11': flat(96.12, DAYS),
  '2026-12': flat(95.995, DAYS),
  '2027-01': flat(95.96, DAYS),
  '2027-02': flat(95.95, DAYS, 0),
  '2027-03': flat(95.94, DAYS),
};

interface Story {
  readonly market: LiveFedMarket;
  readonly futures: ContractSource;
  readonly desk: SourceDesk;
}

function story(start: string, folder?: FedMarket): Story {
  const desk = sourceDesk({ time: testTime(at(start)) });
  const futures = contractSource(LISTED);
  const log = createLog('error', () => {});
  const { requester, time, store } = desk;
  const market = createLiveFedMarket({ futures, requester, clock: time.clock, store, log, ...(folder && { folder }) });
  return { market, futures, desk };
}

function ratesAndMeetings(): void {
  nock('https://markets.newyorkfed.org')
    .get('/api/rates/unsecured/effr/last/400.json')
    .reply(200, fixture('nyfed-effr.json'));
  nock('https://www.federalreserve.gov').get('/json/calendar.json').reply(200, fixture('fed-calendar.json'));
}

describe('createLiveFedMarket', () => {
  it('gives the strip of the last settlement, the range in force and the meetings', async () => {
    ratesAndMeetings();
    const { market } = story('2026-11-20T17:00');

    const { futures, calendar, effr, sample } = await market.fedFunds('2026-11-20');
    const day = futuresDayAt(futures, '2026-11-20');

    expect(day?.date).toBe('2026-11-20');
    expect(day && contractPrice(day, monthOf('2026-12-01'))).toEqual({
      date: '2026-11-20',
      price: 95.995,
      kind: 'settlement',
    });
    expect(calendar.ranges).toEqual([{ from: '2026-11-17', lowerBp: 375, upperBp: 400 }]);
    expect([effr?.ratePct.at(-1), sample]).toEqual([3.88, false]);
  });

  it('ends the strip before the first month nobody traded', async () => {
    ratesAndMeetings();
    const { market } = story('2026-11-20T17:00');

    const { futures } = await market.fedFunds('2026-11-20');
    const day = futuresDayAt(futures, '2026-11-20');

    expect(day && lastPricedMonth(day)).toBe(monthOf('2027-01-01'));
  });

  it('stops asking at the second month that is not listed', async () => {
    ratesAndMeetings();
    const { market, futures } = story('2026-11-20T17:00');

    await market.fedFunds('2026-11-20');

    expect(futures.asked).toHaveLength(7);
  });

  it('keeps a month after it has expired, also after a restart', async () => {
    ratesAndMeetings();
    const first = story('2026-11-20T17:00');
    await first.market.fedFunds('2026-11-20');

    ratesAndMeetings();
    const { requester, time, store } = first.desk;
    time.now = at('2026-12-02T17:00');
    const december = ['2026-12-01', '2026-12-02'];
    const futures = contractSource({ '2026-12': flat(95.99, december), '2027-01': flat(95.95, december) });
    const log = createLog('error', () => {});
    const market = createLiveFedMarket({ futures, requester, clock: time.clock, store, log });
    const { futures: kept } = await market.fedFunds('2026-12-02');

    expect(kept.dates).toEqual([...DAYS, ...december]);
    expect(kept.last.get(monthOf('2026-11-01'))).toMatchObject({ date: '2026-11-20', price: 96.12 });
  });

  it('keeps the last whole strip when a month fails, and says what was tried', async () => {
    ratesAndMeetings();
    const { market, futures, desk } = story('2026-11-19T17:00');
    await market.fedFunds('2026-11-19');
    futures.failure = { month: '2027-01', error: new CapwatchError('rate_limited', 'wait') };
    desk.time.now = at('2026-11-20T17:00');
    nock('https://markets.newyorkfed.org').get(/effr/).reply(200, fixture('nyfed-effr.json'));

    const { futures: kept, outage } = await market.fedFunds('2026-11-20');

    expect(kept.dates.at(-1)).toBe('2026-11-19');
    expect(outage).toMatchObject({ since: at('2026-11-20T17:00'), tries: 1 });
    expect(kept.source.tried).toMatchObject([{ publisher: 'Yahoo Finance', outcome: 'rate_limited' }]);
  });

  it('refuses without a single strip, with the source’s own kind of failure', async () => {
    ratesAndMeetings();
    const { market, futures } = story('2026-11-20T17:00');
    futures.failure = { month: '2026-11', error: new CapwatchError('unreachable', 'down') };

    await expect(market.fedFunds('2026-11-20')).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('puts the exchange’s own settlements in the place of others', async () => {
    ratesAndMeetings();
    const { market } = story('2026-11-20T17:00');
    await market.fedFunds('2026-11-20');

    const file = fixture('cme-settlements-305.json').replace('"settle": "95.9950"', '"settle": "95.9925"');
    await market.addSettlements(parseSettlements(file));

    const { futures } = await market.fedFunds('2026-11-20');
    const day = futuresDayAt(futures, '2026-11-20');
    expect(day && contractPrice(day, monthOf('2026-12-01'))?.price).toBe(95.9925);
  });

  it('stands on the bundled meetings when the Fed’s calendar does not answer', async () => {
    nock('https://markets.newyorkfed.org').get(/effr/).reply(200, fixture('nyfed-effr.json'));
    nock('https://www.federalreserve.gov').get('/json/calendar.json').reply(403, 'no');
    const { market } = story('2026-11-20T17:00');

    const { calendar } = await market.fedFunds('2026-11-20');

    expect(calendar.meetings.map(({ date }) => date)).toContain('2026-12-09');
  });

  it.each(['2026-11-20T11:00', '2026-11-20T16:29'])(
    'never asks for nor gives a price of the running day before it is settled, at %s',
    async (time) => {
      ratesAndMeetings();
      const { market, futures: source } = story(time);

      const { futures } = await market.fedFunds('2026-11-20');

      expect(futures.dates).toEqual(['2026-11-18', '2026-11-19']);
      expect(new Set(source.asked.map(({ to }) => to))).toEqual(new Set(['2026-11-19']));
    },
  );

  it('takes the day’s prices as settlements from 16:30 on', async () => {
    ratesAndMeetings();
    const { market } = story('2026-11-20T16:30');

    const { futures } = await market.fedFunds('2026-11-20');

    expect(futures.dates).toEqual(DAYS);
  });
});
