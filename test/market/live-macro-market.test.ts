import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { alfredGraph, fredGraph } from '../../src/market/fred/graph.ts';
import { createLiveMacroMarket } from '../../src/market/live-macro-market.ts';
import type { MacroMarket } from '../../src/market/macro-market.ts';
import { backdrop, MACRO_IDS, type MacroPrint } from '../../src/metrics/backdrop.ts';
import { mockHttp } from '../support/http.ts';
import { FRIDAY_EVENING, fixture, sourceDesk, testTime } from '../support/sources.ts';

mockHttp();

const SERIES = { latest: fredGraph, vintage: alfredGraph };
const TODAY = '2026-11-20';
const ALL: readonly MacroPrint[] = MACRO_IDS.filter((id) => id !== 'MMF_MONTH').map((id) => ({
  id,
  period: TODAY,
  value: 1,
  history: [],
  source: { publisher: 'the desk', series: id, fetchedAt: '2026-11-20T22:00:00Z', sample: false },
}));

function market(folder?: MacroMarket): MacroMarket {
  const { requester, time, store } = sourceDesk({ time: testTime(FRIDAY_EVENING) });
  return createLiveMacroMarket({ requester, store, clock: time.clock, series: SERIES, ...(folder && { folder }) });
}

const csv = (column: string, rows: Readonly<Record<string, number>>) =>
  `observation_date,${column}\n${Object.entries(rows)
    .map(([day, value]) => `${day},${value}`)
    .join('\n')}\n`;

function fred(id: string, rows: Readonly<Record<string, number>>): void {
  nock('https://fred.stlouisfed.org').get('/graph/fredgraph.csv').query({ id, cosd: /./ }).reply(200, csv(id, rows));
}

function alfred(id: string, day: string, rows: Readonly<Record<string, number>>): void {
  const column = `${id}_${day.replaceAll('-', '')}`;
  const query = { id, vintage_date: day, cosd: /./ };
  nock('https://alfred.stlouisfed.org').get('/graph/alfredgraph.csv').query(query).reply(200, csv(column, rows));
}

const down = (origin: string, times: number) => nock(origin).get(/./).times(times).reply(404, '<html>');

describe('createLiveMacroMarket', () => {
  it('reads today in the latest vintage, without a column "now"', async () => {
    fred('ICSA', { '2026-06-06': 215000, '2026-11-07': 224000, '2026-11-14': 219000 });
    fred('IC4WSA', { '2026-11-07': 221500, '2026-11-14': 220250 });
    fred('PCEC96', { '2026-08-01': 16800, '2026-09-01': 16830 });
    fred('GDPC1', { '2026-04-01': 24000, '2026-07-01': 24150 });
    nock('https://data.financialresearch.gov')
      .get(/MMF-MMF_TOT-M/)
      .reply(200, fixture('ofr-mmf-tot.json'));
    fred('PERMIT', { '2026-09-01': 1390, '2026-10-01': 1410 });
    fred('RSAFS', { '2026-09-01': 740000, '2026-10-01': 743000 });
    fred('GDPNOW', { '2026-07-01': 2.9, '2026-10-01': 2.2 });
    fred('UNRATE', { '2026-09-01': 4.3, '2026-10-01': 4.4 });
    nock('https://home.treasury.gov').get(/2026/).reply(200, fixture('treasury-2026.csv'));

    const known = await market().macro(TODAY);

    expect(known.prints.map(({ id, value, previous }) => [id, value, previous?.value])).toEqual([
      ['ICSA', 219000, 224000],
      ['IC4WSA', 220250, 221500],
      ['PERMIT', 1410, 1390],
      ['RSAFS', 743000, 740000],
      ['PCEC96', 16830, 16800],
      ['GDPC1', 24150, 24000],
      ['GDPNOW', 2.2, undefined],
      ['UNRATE', 4.4, 4.3],
      ['DGS2', 4.78, 4.81],
      ['DGS10', 5.25, 5.26],
      // Dollars in the source, billions here.
      ['MMF_MONTH', 7903.4567890123, 7812.3456789012],
    ]);
    expect(known.prints[0]?.lowestSince).toEqual({ period: '2026-06-06', value: 215000 });
    expect(known.revisions).toEqual([]);
  });

  it('reads a past day in its own vintage: permits rose 1.9% on 22 January 2024, and fell since', async () => {
    alfred('PERMIT', '2024-01-22', { '2023-11-01': 1467, '2023-12-01': 1495 });
    fred('PERMIT', { '2023-11-01': 1513, '2023-12-01': 1501, '2024-01-01': 1548 });
    down('https://alfred.stlouisfed.org', 7);
    down('https://data.financialresearch.gov', 1);
    down('https://home.treasury.gov', 2);

    const known = await market().macro('2024-01-22');
    const { items } = backdrop(known);

    expect(items).toHaveLength(1);
    // 1,495 / 1,467 − 1 as known; 1,501 / 1,513 − 1 now.
    expect(items[0]?.change).toMatchObject({ value: expect.closeTo(0.019087, 6) });
    expect(items[0]?.now?.change).toMatchObject({ value: expect.closeTo(-0.007931, 6) });
    expect(items[0]?.latest.basis).toContain('as known that day');
    expect(known.lacking).toBe('no source has it for that day');
  });

  it('refuses in the first failure’s kind when no source has anything', async () => {
    down('https://alfred.stlouisfed.org', 8);
    down('https://data.financialresearch.gov', 1);
    down('https://home.treasury.gov', 2);

    await expect(market().macro('2024-01-22')).rejects.toMatchObject({
      kind: 'not_found',
      userMessage: 'No source has an economic series for 2024-01-22.',
    });
  });

  it('asks nobody for a day the desk’s own files know', async () => {
    const own = { asOf: TODAY, prints: ALL, revisions: [], lacking: '' };

    expect(await market({ macro: async () => own }).macro(TODAY)).toBe(own);
  });

  it('asks only for what the desk’s own files lack, and lives with them alone when nobody answers', async () => {
    const lacking = (id: string) => ({
      asOf: TODAY,
      prints: ALL.filter((one) => one.id !== id),
      revisions: [],
      lacking: '',
    });
    fred('UNRATE', { '2026-09-01': 4.3, '2026-10-01': 4.4 });
    down('https://fred.stlouisfed.org', 1);

    const completed = await market({ macro: async () => lacking('UNRATE') }).macro(TODAY);
    const alone = await market({ macro: async () => lacking('PERMIT') }).macro(TODAY);

    expect(completed.prints.find(({ id }) => id === 'UNRATE')?.value).toBe(4.4);
    expect(completed.prints).toHaveLength(ALL.length);
    expect(alone).toEqual(lacking('PERMIT'));
  });

  it('tells the day a print came out where the calendar lists it', async () => {
    alfred('ICSA', '2024-01-22', { '2024-01-06': 203000, '2024-01-13': 187000 });
    alfred('UNRATE', '2024-01-22', { '2023-11-01': 3.7, '2023-12-01': 3.7 });
    fred('ICSA', { '2024-01-13': 195000 });
    down('https://fred.stlouisfed.org', 1);
    down('https://alfred.stlouisfed.org', 6);
    down('https://data.financialresearch.gov', 1);
    down('https://home.treasury.gov', 2);

    const { prints } = await market().macro('2024-01-22');

    expect(prints.map(({ id, released }) => [id, released])).toEqual([
      ['ICSA', '2024-01-18'],
      ['UNRATE', '2024-01-05'],
    ]);
  });

  it('marks what the calendar has overtaken, and only that', async () => {
    fred('ICSA', { '2026-10-31': 224000, '2026-11-07': 219000 });
    fred('PERMIT', { '2026-08-01': 1390, '2026-09-01': 1410 });
    fred('GDPNOW', { '2026-10-01': 2.2 });
    nock('https://home.treasury.gov').get(/2026/).reply(200, fixture('treasury-2026.csv'));
    down('https://fred.stlouisfed.org', 5);
    down('https://data.financialresearch.gov', 1);

    const { prints } = await market().macro(TODAY);

    expect(prints.map(({ id, overdue, nextUnknown = false }) => [id, overdue, nextUnknown])).toEqual([
      // The week to 14 November was out on Thursday the 19th.
      ['ICSA', '2026-11-14', false],
      ['PERMIT', undefined, true],
      ['GDPNOW', undefined, true],
      ['DGS2', undefined, false],
      ['DGS10', undefined, false],
    ]);
  });
});
