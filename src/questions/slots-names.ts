/** What is named: series, publishers, economic figures, funds that stand for an index, what is not held here. Pure. */
import type { MarketSymbol } from '../market/market.ts';
import type { MacroId } from '../metrics/backdrop.ts';
import { COMMON_FIRMS } from './firm-names.ts';

const BENCHMARKS: readonly (readonly [RegExp, MarketSymbol])[] = [
  [
    /\b(vs|versus|v|against|relative to|compared (to|with)|than) (the )?(s ?& ?p(?! ?600)( ?500)?|spx|sp ?500|spy|large ?caps?|larges?)\b/,
    'GSPC',
  ],
  [/\b(qqqs?|nasdaq 100)\b/, 'QQQ'],
  [/\b(nasdaq|comp|composite|ixic)\b/, 'IXIC'],
  [/\b(rsp|equal ?weight(ed)?|eq weight|ew s&p|average stock)\b/, 'RSP'],
  [/\b(ijr|s&p 600|s&p600|sp600|small cap 600)\b/, 'IJR'],
  [/\b(xlk|tech|technology|mag(nificent)? ?(7|seven)|mega ?caps?|big tech)\b/, 'XLK'],
];

const MACROS: readonly (readonly [RegExp, MacroId])[] = [
  [
    /\b(claims(?! (that|the|its?|small|smalls|russell|rut|r2k|iwm|s&p|spx|a|an|we|you|they|this|to|\d)\b)|jobless claims|jobless(?! rate)|initial claims|lay ?offs|icsa|filings|filed|labou?r market|job losses|(4|four) ?week (moving )?(average|avg|mean))\b/,
    'ICSA',
  ],
  [/\b(permits|housing|building)\b/, 'PERMIT'],
  [/\b(retail( sales)?|consumer spending|spending)\b/, 'RSAFS'],
  [/\b(real gdp|gdp (growth|print|report|advance)|gdpc1)\b/, 'GDPC1'],
  [/\b(gdp( ?now)?|growth|atlanta fed(?! (tracker|probabilit|odds|says|shows|has)))\b/, 'GDPNOW'],
  [/\b(unemployment|jobless( rate)?|unrate)\b/, 'UNRATE'],
  [
    /\b(2 ?y(r|ear)?s?|twos|ust2|dgs2)\b(?=.*(yield|note|treasur))|\b(2y|2 year) (yield|note|treasury)|\btwos\b/,
    'DGS2',
  ],
  [
    /\b(10 ?y(r|ear)?s?|tens|dgs10)\b(?=.*(yield|note|treasur))|\b(10y|10 year) (yield|note|treasury)|\btens\b/,
    'DGS10',
  ],
  [/\b(money (market )?funds?|money market|mmfs?|sidelines|cash pile|cash on the sidelines)\b/, 'MMF'],
];
const OUTLET =
  /\b(yahoo|bloomberg|bbg|wirp|cmes?(?: own)?(?: site| page| tool)?|fedwatchs?(?: tool)?|the tool|reuters|refinitiv|eikon|factset|(?:my|the|our) screen|terminal|wsj|ft|cnbc|google|trading ?view|barrons|marketwatch|article|polymarket|kalshi|twitter|tweets?|fintwit|atlanta fed(?= (tracker|probabilit|odds|says|shows|has|is|at|\d))|atlanta feds? (?:market )?(?:probability )?tracker|koyfin|investing\.com|stooq|seeking alpha|press|newspaper|somebody|someone|bespoke|(?:my|our|the|a|one|some) (?:boss|pm|desk|traders?|broker|colleague|client|guy|model|calc\w*|(?:spread)?sheet))\b(?! (?:of|for) )/;

/** Funds and futures that are typed for the index they follow. */
const PROXIES: readonly (readonly [RegExp, string])[] = [
  [/\brussell futures\b/, 'Russell futures'],
  [/\bs&p futures\b/, 'S&P futures'],
  [/\biwm\b/, 'IWM'],
  [/\bspy\b/, 'SPY'],
];

/** The series a gap is asked against, where it is not the S&P 500. */
export function benchmarkIn(text: string): MarketSymbol | undefined {
  return BENCHMARKS.find(([pattern]) => pattern.test(text))?.[1];
}

const RECORD_DAY =
  /^(?:and |so )?(?:(?:was|is|were) (?:the )?(?:today|todays|yesterday|yesterdays|(?:last )?(?:mon|tues|wednes|thurs|fri)days?|market|stocks)(?: close)?|(?:did|have|has|are|is) (?:we|stocks|the market|today|yesterday|(?:mon|tues|wednes|thurs|fri)day)(?: (?:close|closed|finish|finished|make|made|set|hit|end|ended|at|on))*) (?:a |an |another )?(?:new |fresh )?(?:all time )?(?:record|high|ath)s?(?: (?:close|closing|high|territory|today|yesterday|on \w+day))*$/;

/** The index a question is about; undefined where it names both or none. */
export function indexIn(text: string): 'RUT' | 'GSPC' | undefined {
  const small =
    /\b(small ?caps?|smalls|small(?! or (?:big|large|huge)\b)(?<!\b(?:big|large|huge) or small)|r2k|rut|russell|iwm|little guys)\b/.test(
      text,
    );
  const large = /\b(s ?& ?p(?! ?600)( ?500)?|s and p|spx|sp ?500|spy|large ?caps?|larges?|big caps?)\b/.test(text);
  // "Was Friday a record" without a name is asked of the S&P 500, as a record alert is.
  if (!small && !large && RECORD_DAY.test(text)) return 'GSPC';
  if (small === large) return undefined;
  return small ? 'RUT' : 'GSPC';
}

/** The economic series named. */
export function macroIn(text: string): MacroId | undefined {
  return MACROS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Whose figure a question holds against ours. */
export function outletIn(text: string): string | undefined {
  return OUTLET.exec(text)?.[1];
}

/** The fund or future typed for an index. */
export function proxyIn(text: string): string | undefined {
  return PROXIES.find(([pattern]) => pattern.test(text))?.[1];
}

/** Something of the market that is asked about and not held here, in words for an answer. */
const UNHELD: readonly (readonly [RegExp, string])[] = [
  [
    /\b(pe ratios?|p ?e|price to (earnings|book|sales)|multiples?|valuations?|ev ebitda|book value|cape|earnings yield|dividend yield)\b/,
    'valuation ratios',
  ],
  [/\b(earnings|eps|revenues?|profit margins?|profits?|guidance)\b/, 'company earnings'],
  [
    /\b(vix|rvx|skew|implied vol(atility)?|volatility|vol|options?|(a|the) put|puts(?! (?:\w+ ){0,4}(?:at|to|back|above|below|behind|ahead|even|flat|level|past)\b)|gamma|realised vol|realized vol)\b/,
    'volatility and options',
  ],
  [/\b(correlat(ed|ion|ions|es)|sharpe|alpha|r squared|covariance|tracking error)\b/, 'correlations between indexes'],
  [/\b(credit spreads?|high yield|hy spreads?|ig spreads?|cds|oas|default rates?)\b/, 'credit spreads'],
  [/\b(dxy|dollar|euro|yen|fx|currency|currencies)\b/, 'currencies'],
  [/\b(oil|crude|wti|brent|gold|copper|commodit(y|ies)|bitcoin|btc|crypto|ethereum)\b/, 'commodities and crypto'],
  [/\b(ecb|boe|boj|snb|rba|ester|bank of england|bank of japan)\b/, 'other central banks'],
  [
    /\b(dax|ftse|nikkei|stoxx|hang seng|emerging markets?|msci|dow jones|djia|the dow|s&p 400|mid ?caps?|microcaps?)\b/,
    'that index',
  ],
  [
    /\b(flows?|inflows?|outflows?|short interest|cot|positioning data|margin debt|buybacks?)\b/,
    'fund flows and positioning',
  ],
  [
    /\b(cpi|inflation|pce|core pce|ppi|nonfarm|payrolls?|nfp|ism|pmi|consumer confidence)\b(?!.*\b(day|moved?|report on)\b)/,
    'that economic series',
  ],
  [
    /\b(banks?|financials|biotech|energy|utilities|regionals?|kre|health ?care|industrials|sector weights?|sectors?|constituents?|(?<!equal |eq )weights?|holdings|nvidia|nvda|apple|aapl|tesla|tsla|single stocks?)\b/,
    'sectors, weights and single stocks',
  ],
];

/** What is asked about and not held; undefined when nothing of the kind is named. */
export function unheldIn(text: string): string | undefined {
  // "Deutsche Bank" names a house, no sector.
  const other = COMMON_FIRMS.reduce((rest, { words }) => rest.replace(words, ' '), text);
  return UNHELD.find(([pattern]) => pattern.test(other))?.[1];
}

/** Everything that names somebody or something, for telling values from other words. */
export const NAME_PATTERNS: readonly RegExp[] = [
  ...COMMON_FIRMS.map(({ words }) => words),
  ...BENCHMARKS.map(([pattern]) => pattern),
  ...MACROS.map(([pattern]) => pattern),
  ...PROXIES.map(([pattern]) => pattern),
  /\b(small ?caps?|smalls?|r2k|rut|russell( 2000)?|little guys|s ?& ?p( 500)?|spx|sp ?500|large ?caps?|larges?|big caps?)\b/,
];
