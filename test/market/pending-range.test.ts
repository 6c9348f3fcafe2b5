import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { BUNDLED_MEETINGS } from '../../src/calendar/fomc-seed.ts';
import { fredGraph } from '../../src/market/fred/graph.ts';
import { pendingDecision, rangeAfter } from '../../src/market/pending-range.ts';
import { mockHttp } from '../support/http.ts';
import { sourceDesk } from '../support/sources.ts';

mockHttp();

const SOURCE = { publisher: 'New York Fed', series: 'EFFR', fetchedAt: '2024-09-19T13:00:00Z', sample: false };
const ratesTo = (day: string) => ({ symbol: 'EFFR', dates: [day], ratePct: Float64Array.of(5.33), source: SOURCE });

describe('pendingDecision', () => {
  // The Fed cut on 18 September 2024; the rate of the 19th, the first under the new range, came out on the 20th.
  it.each([
    ['on the day of the decision', '2024-09-18', '2024-09-17', undefined],
    ['the evening after it', '2024-09-19', '2024-09-18', '2024-09-18'],
    ['two evenings after it', '2024-09-20', '2024-09-19', undefined],
  ])('%s', (_when, asOf, last, decision) => {
    expect(pendingDecision(BUNDLED_MEETINGS, ratesTo(last), asOf)).toBe(decision);
  });
});

describe('rangeAfter', () => {
  const fred = (id: string, rows: string) =>
    nock('https://fred.stlouisfed.org')
      .get('/graph/fredgraph.csv')
      .query({ id, cosd: '2024-09-19' })
      .reply(200, `observation_date,${id}\n${rows}`);
  const parts = () => ({ requester: sourceDesk().requester, series: fredGraph });

  it('is the range from the day after the decision, as published', async () => {
    fred('DFEDTARU', '2024-09-19,5.00\n');
    fred('DFEDTARL', '2024-09-19,4.75\n');

    expect(await rangeAfter('2024-09-18', parts())).toEqual({ from: '2024-09-19', lowerBp: 475, upperBp: 500 });
  });

  it('is unknown while one end is missing, the source is silent, or there is none', async () => {
    fred('DFEDTARU', '2024-09-19,5.00\n');
    fred('DFEDTARL', '2024-09-19,.\n');
    expect(await rangeAfter('2024-09-18', parts())).toBeUndefined();
    nock('https://fred.stlouisfed.org').get(/./).reply(404);
    expect(await rangeAfter('2024-09-18', parts())).toBeUndefined();
    expect(await rangeAfter('2024-09-18', { requester: sourceDesk().requester })).toBeUndefined();
  });
});
