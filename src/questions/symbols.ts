/** Series by the names people use for them. Pure. */
import type { MarketSymbol } from '../market/market.ts';

const ALIASES: Readonly<Record<string, MarketSymbol>> = {
  rut: 'RUT',
  '^rut': 'RUT',
  russell: 'RUT',
  'russell 2000': 'RUT',
  r2k: 'RUT',
  'small caps': 'RUT',
  gspc: 'GSPC',
  '^gspc': 'GSPC',
  spx: 'GSPC',
  's&p': 'GSPC',
  's&p 500': 'GSPC',
  's&p500': 'GSPC',
  sp500: 'GSPC',
  'large caps': 'GSPC',
  xlk: 'XLK',
  tech: 'XLK',
  technology: 'XLK',
  iwm: 'IWM',
  spy: 'SPY',
  qqq: 'QQQ',
  ixic: 'IXIC',
  '^ixic': 'IXIC',
  nasdaq: 'IXIC',
  'nasdaq composite': 'IXIC',
  rsp: 'RSP',
  'equal weight': 'RSP',
  'equal-weight': 'RSP',
  ijr: 'IJR',
  's&p 600': 'IJR',
  's&p600': 'IJR',
  sp600: 'IJR',
};

export const SYMBOL_WORDS = Object.keys(ALIASES);

/** The series that `words` (lower case) name, or undefined. */
export function symbolOf(words: string): MarketSymbol | undefined {
  return ALIASES[words.replace(/^the /, '')];
}
