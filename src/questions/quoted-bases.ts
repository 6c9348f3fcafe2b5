/** Other bases on which a quoted return or gap would be true: dividends, funds, other indexes, windows and days. Measures only. */
import type { MarketSymbol } from '../market/market.ts';
import { readSmallCaps, type SmallCapSeries } from '../market/small-caps.ts';
import { sessionDate } from '../messages/format.ts';
import { windowPhrase } from '../messages/words.ts';
import { fits, type Quoted } from '../metrics/claimed-figure.ts';
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import { comparison, windowReturn } from '../metrics/returns.ts';
import { dateAt, type PriceSeries, upTo } from '../metrics/series.ts';
import type { NamedWindow, Window } from '../metrics/windows.ts';
import type { Asking } from './desk.ts';
import type { Meant } from './quoted-start.ts';

/** A basis that would make a quoted figure true. */
export interface Alternative {
  /** After the figure: "with dividends, IWM to the same close". */
  readonly words: string;
  /** After "is true": "with dividends". */
  readonly short: string;
  readonly receipt: Receipt<number>;
}

/** Said when nothing held here explains the other figure. */
export const UNTRIED =
  '*Tried*: earlier closes, dividends, funds, other indexes and windows. *Not held*: dividends of the indexes themselves, futures, intraday prices between low and close; one of these or another day could explain it';

const WINDOWS: readonly NamedWindow[] = ['mtd', '1m', '3m', '6m', 'ytd', '1y'];
/** Sessions looked back for a day on which a gap was as quoted. */
const DAYS_BACK = 30;

interface Try {
  readonly words: string;
  readonly short: string;
  readonly figure: Measured | undefined;
}

/** A return of one index on other bases. */
export async function returnAlternatives(
  { desk, session }: Asking,
  { series, window = 'ytd' }: Meant,
  quoted: Quoted,
): Promise<Alternative[]> {
  const small = series.symbol === 'RUT';
  const [fund, other, sibling] = small ? (['IWM', 'GSPC', 'IJR'] as const) : (['SPY', 'RUT', 'IXIC'] as const);
  const total = (symbol: MarketSymbol) => desk.market.totalReturn(symbol, session).catch(() => undefined);
  const price = (symbol: MarketSymbol) => desk.market.prices(symbol, session).catch(() => undefined);
  const [withDividends, fundPrice, otherIndex, siblingIndex] = await Promise.all([
    total(fund),
    price(fund),
    price(other),
    small ? total(sibling) : price(sibling),
  ]);
  const of = (one: PriceSeries | undefined, over: Window = window) => one && windowReturn(one, over);
  return fitting(quoted, [
    { words: `with dividends: ${fund} over the same window`, short: 'with dividends', figure: of(withDividends) },
    { words: `${fund}, the fund’s price without dividends`, short: `for ${fund}`, figure: of(fundPrice) },
    {
      words: `is the ${otherIndex?.name ?? ''} over the same window`,
      short: 'for the other index',
      figure: of(otherIndex),
    },
    {
      words: small ? 'is the S&P 600 by IJR, with dividends' : 'is the Nasdaq Composite',
      short: 'for another index',
      figure: of(siblingIndex),
    },
    ...WINDOWS.filter((one) => one !== window).map((one) => ({
      words: `is the same index ${windowPhrase(one)}`,
      short: windowPhrase(one),
      figure: of(series, one),
    })),
  ]);
}

interface QuotedGap {
  readonly series: SmallCapSeries;
  readonly window: Window;
  readonly quoted: Quoted;
}

/** A gap on other days, against other benchmarks, with dividends, over other windows. */
export async function gapAlternatives(
  { desk, session }: Asking,
  { series, window, quoted }: QuotedGap,
): Promise<Alternative[]> {
  const against = (symbol: MarketSymbol) => readSmallCaps(desk.market, symbol, session).catch(() => undefined);
  const [tech, nasdaq, hundred, funds, small] = await Promise.all([
    against('XLK'),
    against('IXIC'),
    against('QQQ'),
    fundsOf(desk.market, session),
    against('IJR'),
  ]);
  const gapOf = (one: Pick<SmallCapSeries, 'subject' | 'benchmark'> | undefined, over: Window = window) =>
    one && comparison(one.subject, one.benchmark, over).gap;
  return fitting(quoted, [
    ...daysBack(series, window),
    { words: 'with dividends: IWM less SPY', short: 'with dividends', figure: gapOf(funds) },
    { words: 'against XLK (technology)', short: 'against technology', figure: gapOf(tech) },
    { words: 'against the Nasdaq Composite', short: 'against the Nasdaq', figure: gapOf(nasdaq) },
    { words: 'against QQQ', short: 'against QQQ', figure: gapOf(hundred) },
    { words: 'IWM less IJR (S&P 600), with dividends', short: 'against the S&P 600', figure: gapOf(small) },
    ...WINDOWS.filter((one) => one !== window).map((one) => ({
      words: `is the gap ${windowPhrase(one)}`,
      short: windowPhrase(one),
      figure: gapOf(series, one),
    })),
  ]);
}

async function fundsOf(market: Asking['desk']['market'], session: string) {
  try {
    const [subject, benchmark] = await Promise.all([
      market.totalReturn('IWM', session),
      market.totalReturn('SPY', session),
    ]);
    return { subject, benchmark };
  } catch {
    return undefined;
  }
}

/** The same gap at each of the last sessions, newest first. */
function daysBack({ subject, benchmark }: SmallCapSeries, window: Window): Try[] {
  const last = subject.dates.length - 1;
  return Array.from({ length: Math.min(DAYS_BACK, last) }, (_, back) => {
    const day = dateAt(subject, last - 1 - back);
    const { gap } = comparison(upTo(subject, day), upTo(benchmark, day), window);
    return { words: `on the close of ${sessionDate(day)}, same window`, short: `on ${sessionDate(day)}`, figure: gap };
  });
}

/** Those whose value rounds to the quoted figure, each basis once. */
function fitting(quoted: Quoted, tries: readonly Try[]): Alternative[] {
  const found = tries.flatMap(({ words, short, figure }) =>
    figure && isMeasured(figure) && fits(figure.value, quoted) ? [{ words, short, receipt: figure }] : [],
  );
  const dayAt = found.findIndex(({ short }) => short.startsWith('on '));
  return found.filter(({ short }, index) => !short.startsWith('on ') || index === dayAt);
}
