import { describe, expect, it } from 'vitest';
import { glance } from '../../commands/smallcaps-intraday.ts';
import type { Market, MarketSymbol, Quote } from '../../src/market/market.ts';
import { recompute } from '../support/formula.ts';
import { seriesOn } from '../support/series.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();
const NOW = at('2026-11-20T14:47');
const RUT = { ...seriesOn({ '2026-11-18': 2950, '2026-11-19': 2980 }), symbol: 'RUT', name: 'Russell 2000' };
const GSPC = { ...RUT, symbol: 'GSPC', name: 'S&P 500' };

function market(print: (symbol: MarketSymbol) => Partial<Quote> | undefined): Market {
  const source = { publisher: 'Yahoo Finance', series: '', fetchedAt: '2026-11-20T19:47:00Z', sample: false };
  return {
    sample: false,
    prices: async () => RUT,
    totalReturn: async () => RUT,
    quote: async (symbol) => {
      const made = print(symbol);
      const name = symbol === 'RUT' ? 'Russell 2000' : 'S&P 500';
      return made && { symbol, name, price: 2994.9, at: at('2026-11-20T14:32'), source, ...made };
    },
  };
}

const both = market(() => ({}));

describe('glance', () => {
  it('tells prints of the running session with their age, as intraday, each with a receipt', async () => {
    const { notes, numbers } = await glance(both, [RUT, GSPC], NOW);

    // 2,994.90 / 2,980 − 1 = 0.5%.
    expect(notes).toEqual([
      '*Delayed 15m* intraday 14:32 ET: Russell 2000 2,994.90, +0.50%; S&P 500 2,994.90, +0.50% on the last close.',
    ]);
    expect(numbers.map(({ id }) => id)).toEqual([
      'RUT.intraday',
      'RUT.intraday.change',
      'GSPC.intraday',
      'GSPC.intraday.change',
    ]);
    for (const receipt of numbers) expect(Number(recompute(receipt)), receipt.id).toBeCloseTo(Number(receipt.value), 9);
  });

  it('says Live up to two minutes, by the older of the prints', async () => {
    const fresh = market(() => ({ at: at('2026-11-20T14:46') }));
    const mixed = market((symbol) => ({ at: at(symbol === 'RUT' ? '2026-11-20T14:46' : '2026-11-20T14:27') }));

    expect((await glance(fresh, [RUT, GSPC], NOW)).notes[0]).toMatch(/^\*Live\* intraday 14:46 ET/);
    expect((await glance(mixed, [RUT, GSPC], NOW)).notes[0]).toMatch(/^\*Delayed 20m\* intraday 14:27 ET/);
  });

  it.each([
    ['before the open', both, '2026-11-20T09:29'],
    ['after the close', both, '2026-11-20T16:00'],
    ['on a half day after 13:00', both, '2026-11-27T13:00'],
    ['on a holiday', both, '2026-11-26T12:00'],
    ['with one print missing', market((symbol) => (symbol === 'RUT' ? {} : undefined)), '2026-11-20T14:47'],
    ['with a print of the day before', market(() => ({ at: at('2026-11-19T15:59') })), '2026-11-20T14:47'],
  ])('says nothing %s', async (_when, from, now) => {
    expect(await glance(from, [RUT, GSPC], at(now))).toEqual({ notes: [], numbers: [] });
  });
});
