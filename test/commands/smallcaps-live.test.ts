import { expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import { createLiveMarket } from '../../src/market/live-market.ts';
import type { Market, MarketSymbol } from '../../src/market/market.ts';
import type { BarProvider } from '../../src/market/provider.ts';
import { type BarSource, cboeWith, yahooWith } from '../support/bar-source.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';
import { sourceDesk, testTime } from '../support/sources.ts';

const log = createLog('error', () => {});
const folder = createFolderMarket({ dir: DATA_DIR, publisher: 'Yahoo Finance', sample: false, log });
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();
const DOWN = new CapwatchError('unreachable', 'not answering');
type Change = (closes: Record<string, number>) => Record<string, number>;
const same: Change = (closes) => closes;

/** Real closes of a symbol, served by a source of the test. */
async function closesOf(symbol: MarketSymbol): Promise<Record<string, number>> {
  const { dates, close } = await folder.prices(symbol, '2026-08-21');
  return Object.fromEntries(dates.map((day, index) => [day, close[index] ?? Number.NaN]));
}

/** One source over several symbols, each changed for its story. */
async function serving(
  make: (closes: Record<string, number>) => BarSource,
  symbols: readonly MarketSymbol[],
  change: Change,
): Promise<BarProvider & { failure: Error | undefined }> {
  const bySymbol = new Map<MarketSymbol, BarSource>();
  for (const symbol of symbols) {
    const closes = await closesOf(symbol);
    bySymbol.set(symbol, make(symbol === 'RUT' ? change(closes) : closes));
  }
  const source = {
    ...make({}),
    failure: undefined as Error | undefined,
    covers: (symbol: MarketSymbol) => bySymbol.has(symbol),
    fetchAnswer: (query, asking) => {
      if (source.failure) throw source.failure;
      const found = bySymbol.get(query.symbol);
      if (!found) throw new RangeError(query.symbol);
      return found.fetchAnswer(query, asking);
    },
  } as BarProvider & { failure: Error | undefined };
  return source;
}

interface Sources {
  readonly yahoo?: Change;
  readonly cboe?: Change;
}

async function live(now: string, { yahoo: mine = same, cboe: other = same }: Sources = {}) {
  const { requester, time, store } = sourceDesk({ time: testTime(at(now)) });
  const yahoo = await serving(yahooWith, ['RUT', 'GSPC', 'XLK'], mine);
  const cboe = await serving(cboeWith, ['RUT', 'GSPC'], other);
  const market: Market = createLiveMarket({ sources: [yahoo, cboe], requester, clock: time.clock, store, log });
  return { market, yahoo, cboe, time };
}

const without =
  (...days: readonly string[]): Change =>
  (closes) =>
    Object.fromEntries(Object.entries(closes).filter(([day]) => !days.includes(day)));

async function text(market: Market, now: string): Promise<string> {
  const message = await desk({ market, now: at(now) }).answer('/smallcaps ytd');
  return `${JSON.stringify(sentMessage(message), undefined, 2)}\n`;
}

const golden = (name: string) => `../golden/live/${name}.json`;

describeWithData('/smallcaps on live sources', () => {
  it('is golden 01-smallcaps-stale, word for word, when both sources lack the Russell 2000', async () => {
    const cut = without('2026-08-20', '2026-08-21');
    const { market } = await live('2026-08-21T16:45', { yahoo: cut, cboe: cut });

    const message = await desk({ market, now: at('2026-08-21T16:45') }).answer('/smallcaps asof 2026-08-21');

    expect(sentMessage(message)).toEqual(expectedMessage('01-smallcaps-stale'));
  });

  it('with Yahoo down names the exchange', async () => {
    const { market, yahoo } = await live('2026-08-21T18:30');
    await market.prices('XLK', '2026-08-21');
    yahoo.failure = DOWN;

    const said = await text(market, '2026-08-21T18:30');

    expect(said).toContain('Cboe');
    await expect(said).toMatchFileSnapshot(golden('yahoo-down'));
  });

  it('with Yahoo wrong tells both closes and which is used', async () => {
    const wrong: Change = (closes) => ({
      ...closes,
      '2026-08-21': Number(((closes['2026-08-21'] ?? 0) * 1.01).toFixed(2)),
    });
    const { market } = await live('2026-08-21T18:30', { yahoo: wrong });

    const said = await text(market, '2026-08-21T18:30');

    expect(said).toContain('apart; Cboe is used, the exchange’s own file.');
    await expect(said).toMatchFileSnapshot(golden('yahoo-wrong'));
  });

  it('with Yahoo missing the session names the second source', async () => {
    const { market } = await live('2026-08-21T18:30', { yahoo: without('2026-08-21') });

    const said = await text(market, '2026-08-21T18:30');

    expect(said).toContain('Russell 2000, Fri 21 Aug: close from Cboe, Yahoo Finance has none.');
    await expect(said).toMatchFileSnapshot(golden('yahoo-missing-session'));
  });

  it('with everything down leads with what is missing and who was tried', async () => {
    const { market, yahoo, cboe, time } = await live('2026-08-19T18:30');
    for (const symbol of ['RUT', 'GSPC', 'XLK'] as const) await market.prices(symbol, '2026-08-19');
    yahoo.failure = DOWN;
    cboe.failure = DOWN;
    time.now = at('2026-08-21T16:45');

    const said = await text(market, '2026-08-21T16:45');

    expect(said).toContain('*Stale 2 sessions* Wed 19 Aug 2026');
    expect(said).toContain('Yahoo Finance, Cboe tried 16:45 ET');
    await expect(said).toMatchFileSnapshot(golden('everything-down'));
  });

  it('calls a close provisional until 16:20', async () => {
    const { market } = await live('2026-08-21T16:05');

    expect(await text(market, '2026-08-21T16:05')).toContain('*Provisional* Fri 21 Aug 2026, 16:00 ET');
    const view = await desk({ market, now: at('2026-08-21T16:05') }).answer('/smallcaps streak');
    expect(JSON.stringify(view.blocks)).toContain('*Provisional* Fri 21 Aug 2026, 16:00 ET');
  });
});
