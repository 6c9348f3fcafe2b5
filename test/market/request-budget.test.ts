import nock from 'nock';
import { afterEach, describe, expect, it } from 'vitest';
import { type Day, newYorkTime } from '../../src/calendar/day.ts';
import { sessionsIn } from '../../src/calendar/nyse.ts';
import { createLog } from '../../src/log.ts';
import { CBOE, cboeBars } from '../../src/market/cboe/bars.ts';
import { FED_CALENDAR } from '../../src/market/fed-calendar/meetings.ts';
import { createLiveFedMarket } from '../../src/market/live-fed-market.ts';
import { createLiveMarket } from '../../src/market/live-market.ts';
import { type MarketSymbol, SYMBOLS } from '../../src/market/market.ts';
import { NY_FED } from '../../src/market/nyfed/rates.ts';
import { yahooBars } from '../../src/market/yahoo/bars.ts';
import { yahooFutures } from '../../src/market/yahoo/futures.ts';
import { YAHOO } from '../../src/market/yahoo/request.ts';
import { mockHttp } from '../support/http.ts';
import { fixture, sourceDesk, testTime } from '../support/sources.ts';

mockHttp();

const requests: Record<string, Temporal.Instant[]> = {};
afterEach(() => nock.cleanAll());

/** Publishers that have every session of November up to now, and count who asks. */
function publishers(clock: () => Temporal.Instant, silent: ReadonlySet<string>): void {
  const note = (id: string) => {
    requests[id] ??= [];
    requests[id].push(clock());
  };
  const days = (): Day[] => sessionsIn('2026-11-02', newYorkTime(clock()).day);
  const reply = (id: string, body: (asked: unknown) => string) => (asked: unknown) => {
    note(id);
    return silent.has(id) ? [503, 'down'] : [200, body(asked)];
  };
  nock(YAHOO.origin)
    .persist()
    .get(/./)
    .reply(reply('yahoo', chart(days)));
  nock(CBOE.origin)
    .persist()
    .get(/RUT/)
    .reply(reply('cboe', () => history('RUT', days())));
  nock(CBOE.origin)
    .persist()
    .get(/SPX/)
    .reply(reply('cboe', () => history('SPX', days())));
  nock(NY_FED.origin)
    .persist()
    .get(/./)
    .reply(reply('nyfed', () => fixture('nyfed-effr.json')));
  nock(FED_CALENDAR.origin)
    .persist()
    .get(/./)
    .reply(reply('fed-calendar', () => fixture('fed-calendar.json')));
}

function history(name: string, days: readonly Day[]): string {
  const rows = days.map((day) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)},3000`);
  return ['DATE,', name, '\n', rows.join('\n'), '\n'].join('');
}

/** The mock is handed the request, whatever its types say. */
function chart(days: () => readonly Day[]): (asked: unknown) => string {
  return (asked) => {
    const address = asked instanceof Request ? asked.url : String(asked);
    const symbol = decodeURIComponent(/chart\/([^?]+)/.exec(address)?.[1] ?? '');
    const price = symbol.startsWith('ZQ') ? 96 : 3000;
    const stamp = (day: Day) => Temporal.ZonedDateTime.from(`${day}T09:30[America/New_York]`).epochMilliseconds / 1000;
    const prices = days().map(() => price);
    const meta = { symbol, exchangeTimezoneName: 'America/New_York' };
    const indicators = { quote: [{ close: prices, volume: prices }] };
    return JSON.stringify({ chart: { result: [{ meta, timestamp: days().map(stamp), indicators }], error: null } });
  };
}

/** A busy desk: every answer there is, every two minutes, from Thursday to Friday 17:00; how many answers failed. */
async function busyDay(silent: ReadonlySet<string>): Promise<number> {
  let failures = 0;
  const missed = () => {
    failures += 1;
  };
  for (const id of Object.keys(requests)) delete requests[id];
  const time = testTime(Temporal.Instant.from('2026-11-19T22:00:00Z'));
  publishers(time.clock, silent);
  const { requester, store } = sourceDesk({ time });
  const parts = { requester, clock: time.clock, store, log: createLog('error', () => {}) };
  const market = createLiveMarket({ ...parts, sources: [yahooBars, cboeBars] });
  const fed = createLiveFedMarket({ ...parts, futures: yahooFutures });
  const end = time.now.add({ hours: 24 });
  while (Temporal.Instant.compare(time.now, end) < 0) {
    const next = time.now.add({ minutes: 2 });
    const { day } = newYorkTime(time.now);
    const symbols = Object.keys(SYMBOLS).filter((name): name is MarketSymbol => name in SYMBOLS);
    for (const symbol of symbols) await market.prices(symbol, day).catch(missed);
    await fed.fedFunds(day).catch(missed);
    if (Temporal.Instant.compare(time.now, next) < 0) time.now = next;
  }
  return failures;
}

/** The most requests in any run of `hours`. */
function busiest(id: string, hours: number): number {
  const instants = requests[id] ?? [];
  const counts = instants.map((from) => {
    const to = from.add({ hours });
    return instants.filter((at) => Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) < 0)
      .length;
  });
  return Math.max(0, ...counts);
}

const CARDS = [YAHOO, CBOE, NY_FED, FED_CALENDAR];

describe('a day of a busy desk', () => {
  it.each([
    ['with every source up', new Set<string>(), { yahoo: 250, cboe: 10, nyfed: 40, 'fed-calendar': 1 }],
    ['with Yahoo down', new Set(['yahoo']), { yahoo: 40, cboe: 60, nyfed: 40, 'fed-calendar': 1 }],
    ['with everything down', new Set(['yahoo', 'cboe', 'nyfed', 'fed-calendar']), { yahoo: 40, cboe: 40, nyfed: 40 }],
  ])('%s stays below every limit', { timeout: 60_000 }, async (what, silent, most) => {
    const failures = await busyDay(silent);

    const day = Object.fromEntries(CARDS.map(({ id }) => [id, requests[id]?.length ?? 0]));
    console.info(`requests in 24 hours ${what}:`, day);
    if (silent.size === 0) expect(failures).toBe(0);
    for (const { id, limit } of CARDS) expect(busiest(id, limit.hours), id).toBeLessThanOrEqual(limit.requests);
    for (const [id, count] of Object.entries(most)) expect(day[id], id).toBeLessThanOrEqual(count);
  });
});
