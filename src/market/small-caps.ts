/** Reads what a small-cap answer needs and brings it to one session: the read step of every small-cap entry point. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { type Alignment, align } from '../metrics/alignment.ts';
import { type PriceSeries, upTo } from '../metrics/series.ts';
import type { Market, MarketSymbol } from './market.ts';

export interface SmallCapSeries extends Alignment<readonly [PriceSeries, PriceSeries]> {
  readonly asked: Day;
  readonly subject: PriceSeries;
  readonly benchmark: PriceSeries;
  readonly third?: PriceSeries;
  /** As read, cut at `asked` only. */
  readonly fresh: readonly PriceSeries[];
}

/** Funds that exist as dividend-adjusted closes only: compared with IWM and SPY, dividends included on all sides. */
const TOTAL_RETURN_ONLY: ReadonlySet<MarketSymbol> = new Set<MarketSymbol>(['RSP', 'IJR']);

/**
 * The Russell 2000, `benchmark` and a third series up to the session `asked`, cut at the last one the first two share.
 * @throws CapwatchError `invalid_input` when the day lies before the data, else what the market throws.
 */
export async function readSmallCaps(market: Market, benchmark: MarketSymbol, asked: Day): Promise<SmallCapSeries> {
  const withDividends = TOTAL_RETURN_ONLY.has(benchmark);
  const read = (symbol: MarketSymbol) =>
    withDividends ? market.totalReturn(symbol, asked) : market.prices(symbol, asked);
  const third: MarketSymbol = withDividends ? 'SPY' : benchmark === 'GSPC' ? 'XLK' : 'GSPC';
  const [subject, other, beside] = await Promise.all([
    read(withDividends ? 'IWM' : 'RUT'),
    read(benchmark),
    ifThere(read(third)),
  ]);
  for (const series of [subject, other]) refuseBeforeData(series, asked);
  const aligned = align([subject, other] as const, asked);
  const [cutSubject, cutBenchmark] = aligned.series;
  const cutThird = beside && upTo(beside, aligned.session);
  return {
    ...aligned,
    asked,
    subject: cutSubject,
    benchmark: cutBenchmark,
    ...(cutThird && cutThird.dates.length > 0 && { third: cutThird }),
    fresh: [subject, other],
  };
}

/** A third series that no source has is left out, not an error. */
async function ifThere(series: Promise<PriceSeries>): Promise<PriceSeries | undefined> {
  try {
    return await series;
  } catch (error) {
    if (error instanceof CapwatchError && error.kind === 'not_found') return undefined;
    throw error;
  }
}

function refuseBeforeData(series: PriceSeries, asked: Day): void {
  if (series.dates.length > 1) return;
  throw new CapwatchError('invalid_input', `${series.name} closes do not reach back to ${asked}.`, {
    example: '/smallcaps ytd asof 2024-01-19',
  });
}
