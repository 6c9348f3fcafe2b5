/** A source of daily bars for tests of what stands above sources: closes by day, or a failure; it counts how often it is asked. */
import { cleanBars } from '../../src/market/bars.ts';
import { CBOE } from '../../src/market/cboe/bars.ts';
import type { BarProvider, BarQuery, SourceCard } from '../../src/market/provider.ts';
import { YAHOO } from '../../src/market/yahoo/request.ts';

export interface BarSource extends BarProvider {
  /** What it has; a test changes it as the story goes on. */
  closes: Record<string, number | null>;
  /** Thrown instead of an answer. */
  failure: Error | undefined;
  readonly asked: BarQuery[];
}

function barSource(card: SourceCard, closes: Record<string, number | null>, covers: BarProvider['covers']): BarSource {
  const source: BarSource = {
    card,
    closes,
    failure: undefined,
    asked: [],
    covers,
    async fetchAnswer(query, { now }) {
      source.asked.push(query);
      if (source.failure) throw source.failure;
      const rows = Object.entries(source.closes).map(([date, close]) => ({ date, close }));
      const { bars, dropped } = cleanBars(rows, query, now);
      const about = { publisher: card.publisher, series: query.symbol, fetchedAt: now.toString(), sample: false };
      return { symbol: query.symbol, bars, dropped, source: about };
    },
  };
  return source;
}

/** Stands for Yahoo: every symbol and basis. */
export function yahooWith(closes: Record<string, number | null>): BarSource {
  return barSource(YAHOO, closes, () => true);
}

/** Stands for Cboe: closes of the two indexes. */
export function cboeWith(closes: Record<string, number | null>): BarSource {
  return barSource(CBOE, closes, (symbol, basis) => basis === 'price' && (symbol === 'RUT' || symbol === 'GSPC'));
}
