import { describe, expect, it } from 'vitest';
import { refresh } from '../../jobs/refresh.ts';
import { CapwatchError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import type { FedMarket } from '../../src/market/fed-market.ts';
import type { Market } from '../../src/market/market.ts';
import { seriesOn } from '../support/series.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();
const log = createLog('error', () => {});

function parts(now: string) {
  const asked: string[] = [];
  const market: Market = {
    sample: false,
    prices: async (symbol) => {
      asked.push(symbol);
      if (symbol === 'XLK') throw new CapwatchError('unreachable', 'down');
      return seriesOn({ [symbol === 'RSP' ? '2026-11-19' : '2026-11-20']: 100 });
    },
    totalReturn: async () => seriesOn({}),
  };
  const fedMarket: FedMarket = { fedFunds: () => Promise.reject(new CapwatchError('rate_limited', 'wait')) };
  const macroMarket = { macro: async (asOf: string) => ({ asOf, prints: [], revisions: [], lacking: '' }) };
  return { asked, market, fedMarket, macroMarket, clock: () => at(now), log };
}

describe('refresh', () => {
  it('reads everything after a session and tells what is behind', async () => {
    const { current, behind } = await refresh(parts('2026-11-20T18:05'));

    expect(current).toEqual(['RUT', 'GSPC', 'IWM', 'SPY', 'QQQ', 'IXIC', 'IJR', 'macro']);
    expect(behind).toEqual(['XLK', 'RSP', 'ZQ']);
  });

  it('asks nobody on a day without a session', async () => {
    const thanksgiving = parts('2026-11-26T16:22');

    expect(await refresh(thanksgiving)).toEqual({ current: [], behind: [] });
    expect(thanksgiving.asked).toEqual([]);
  });

  it('lets a fault of the program through', async () => {
    const broken = {
      ...parts('2026-11-20T18:05'),
      fedMarket: { fedFunds: () => Promise.reject(new TypeError('a slip')) },
    };

    await expect(refresh(broken)).rejects.toThrow(TypeError);
  });
});
