/** The two series a question about prices names: indexes, their funds where funds are named, with dividends where those are. Reads only. */
import type { MarketSymbol } from '../market/market.ts';
import type { SmallCapSeries } from '../market/small-caps.ts';
import { align } from '../metrics/alignment.ts';
import type { PriceSeries } from '../metrics/series.ts';
import { type Asking, refused, seriesOf } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import { proxyIn } from './slots-names.ts';

const WITH_DIVIDENDS =
  /\b(total returns?|tr|(with|incl\w*|plus|after|counting) (the )?dividends?|dividends? (included|reinvested|adjusted))\b/;
const OTHER = /\b(r2k|rut|russell|small ?caps?|s&p|spx|large ?caps?|nasdaq|qqqs?|tech|xlk)\b/;
const FUNDS: readonly MarketSymbol[] = ['IWM', 'SPY'];
/** Indexes whose dividends are held by a fund alone, and those held by none. */
const FUND_OF: Partial<Record<MarketSymbol, MarketSymbol>> = { GSPC: 'SPY' };
const NO_DIVIDENDS: readonly MarketSymbol[] = ['IXIC'];

/** True where the question names dividends or a fund, so that the indexes would be another thing. */
function namesFunds(asking: Asking): boolean {
  return dividendsNamed(asking) || FUNDS.some((fund) => fund === fundNamed(asking));
}

/** The fund of the text, or of the question before where the text names no series of its own. */
function fundNamed(asking: Asking): string | undefined {
  const text = wordsOf(asking);
  return proxyIn(text) ?? (OTHER.test(text) ? undefined : asking.question.slots.proxy);
}

function dividendsNamed(asking: Asking): boolean {
  return WITH_DIVIDENDS.test(wordsOf(asking));
}

/**
 * The pair to compare: Russell 2000 and benchmark, or IWM and its own kind where a fund or dividends are named.
 * @throws CapwatchError `not_found` by the name of a series whose dividends are not held.
 */
export async function seriesNamed(asking: Asking): Promise<SmallCapSeries> {
  const { desk, session, question } = asking;
  if (!namesFunds(asking)) return seriesOf(asking);
  const total = dividendsNamed(asking);
  const named = question.slots.benchmark ?? 'GSPC';
  if (total && NO_DIVIDENDS.includes(named))
    throw refused('Dividends of the Nasdaq Composite are not held; QQQ with dividends is.', '/smallcaps ytd vs qqq');
  const benchmark = FUND_OF[named] ?? named;
  if (benchmark === 'RSP' || benchmark === 'IJR') return seriesOf(asking);
  const read = (symbol: MarketSymbol): Promise<PriceSeries> =>
    total ? desk.market.totalReturn(symbol, session) : desk.market.prices(symbol, session);
  const fresh = await Promise.all([read('IWM'), read(benchmark)]);
  const aligned = align([fresh[0], fresh[1]] as const, session);
  const [subject, other] = aligned.series;
  return { ...aligned, asked: session, subject, benchmark: other, fresh };
}
