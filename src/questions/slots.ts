/** The parts of a question that have a value: windows, days, meetings, numbers, firms, series. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import type { MarketSymbol } from '../market/market.ts';
import type { MacroId } from '../metrics/backdrop.ts';
import type { Window } from '../metrics/windows.ts';
import { monthNumber, parseDay } from './dates.ts';
import type { MeetingWord } from './fedodds-request.ts';
import type { Figure, Slots } from './question.ts';
import type { NormalText } from './words-normal.ts';

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WINDOWS: readonly (readonly [RegExp, Window])[] = [
  [/\b(ytd|year to date|this year|so far in 20\d\d|since (new year|jan 1|1 jan|january 1)|on the year)\b/, 'ytd'],
  [/\b(mtd|month to date|this month)\b/, 'mtd'],
  [/\b(qtd|quarter to date|this quarter)\b/, 'qtd'],
  [/\b(1d|today|on the day|daily move|yesterday|last session)\b/, '1d'],
  [/\b(1w|this week|past week|last week|over a week|5 days|wtd)\b/, '1w'],
  [/\b(1m|past month|last month|over a month|a month|4 weeks|30 days)\b/, '1m'],
  [/\b(3m|3 months|three months|past quarter|last quarter)\b/, '3m'],
  [/\b(6m|6 months|six months|half year)\b/, '6m'],
  [/\b(1y|12m|1 year|one year|past year|last year|12 months|twelve months)\b/, '1y'],
  [/\b(3y|3 years|three years)\b/, '3y'],
  [/\b(5y|5 years|five years)\b/, '5y'],
  [/\b(10y|10 years|ten years|decade)\b/, '10y'],
];
const BENCHMARKS: readonly (readonly [RegExp, MarketSymbol])[] = [
  [/\b(xlk|tech|technology|mag(nificent)? ?(7|seven)|mega ?caps?|big tech)\b/, 'XLK'],
  [/\b(qqq|nasdaq 100)\b/, 'QQQ'],
  [/\bnasdaq\b/, 'IXIC'],
  [/\b(rsp|equal ?weight(ed)?)\b/, 'RSP'],
  [/\b(ijr|s&p 600|sp600)\b/, 'IJR'],
];
const FIRMS =
  /\b(goldman(?: sachs)?|gs|bofa|bank of america|jp ?morgan|jpm|morgan stanley|tom lee|lee|fundstrat|jefferies|ubs|barclays|citi(?:group)?|deutsche(?: bank)?|socgen|societe generale|wells fargo|rbc|evercore|yardeni|bmo|hsbc|oppenheimer|piper(?: sandler)?|stifel|ned davis|kostin|snider)\b/;
/** People and short names by the firm the ledger knows. */
const FIRM_OF: Readonly<Record<string, string>> = {
  'tom lee': 'fundstrat',
  lee: 'fundstrat',
  kostin: 'goldman',
  snider: 'goldman',
  gs: 'goldman',
};
const MACROS: readonly (readonly [RegExp, MacroId])[] = [
  [/\b(claims|jobless|layoffs|icsa|filings)\b/, 'ICSA'],
  [/\b(permits|housing|building)\b/, 'PERMIT'],
  [/\b(retail( sales)?|consumer spending|spending)\b/, 'RSAFS'],
  [/\b(gdp( ?now)?|growth)\b/, 'GDPNOW'],
  [/\b(unemployment|jobless rate|unrate)\b/, 'UNRATE'],
  [/\b(2 ?y(r|ear)?s?|two year|twos)\b(?=.*yield)|\b(2y|2yr|two year|2 year) yield\b/, 'DGS2'],
  [/\b(10 ?y(r|ear)?s?|ten year|tens)\b(?=.*yield)|\b(10y|10yr|ten year|10 year) yield\b/, 'DGS10'],
  [/\b(money (market )?funds?|mmf|sidelines|cash pile)\b/, 'MMF'],
];
const OUTLET =
  /\b(yahoo|bloomberg|bbg|cme(?: site)?|fedwatch|reuters|refinitiv|factset|my screen|terminal|wsj|ft|cnbc|google|tradingview|barrons|marketwatch|article)\b/;

/** Everything with a value in the text; `today` dates days without a year. */
export function slotsIn({ text, typed }: NormalText, today: Day): Slots {
  const since = sinceDay(text, today);
  const asOf = since === undefined ? askedDay(text, today) : undefined;
  const month = monthIn(text);
  const found = {
    window: windowIn(text, since),
    benchmark: BENCHMARKS.find(([pattern]) => pattern.test(text))?.[1],
    month,
    meeting: meetingIn(text, month),
    word: wordIn(text),
    asOf,
    since,
    sinceMonth: sinceMeeting(text),
    firm: firmIn(text, typed),
    index: indexIn(text),
    macro: MACROS.find(([pattern]) => pattern.test(text))?.[1],
    who: OUTLET.exec(text)?.[1],
    side: sideIn(text),
  };
  return {
    ...defined(found),
    figures: figuresIn(text),
    chart: /\b(charts?|plots?|graphs?|draw|pictures?|visual\w*)\b/.test(text),
    bearish: /\b(bearish|bears?|pessimis\w*|lowest target|least upside|most (cautious|negative))\b/.test(text),
    fromHigh: /\b(off|from|below|under|down from|since)\b.{0,25}\b(highs?|peak|record|top|ath)\b/.test(text),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(found: T): Defined<T> {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Defined<T>;
}

function windowIn(text: string, since: Day | undefined): Window | undefined {
  if (since !== undefined) return { since };
  return WINDOWS.find(([pattern]) => pattern.test(text))?.[1];
}

/** A month's name, unless it stands in a full day ("19 january 2024"). "may" and "mar" only where a month is meant. */
function monthIn(text: string): number | undefined {
  const pattern = new RegExp(`(?<!\\d )\\b${MONTH}\\b(?! \\d{1,2}\\b)`, 'g');
  const words = [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  const meant = words.filter(
    (word) => word !== 'may' || /\b(for|in|by|at|the|same|and|about|to) may\b|^may\b/.test(text),
  );
  const beforeSince = meant.find((word) => !new RegExp(`since (the )?${word}`).test(text));
  const word = beforeSince ?? meant[0];
  return word === undefined ? undefined : monthNumber(word.slice(0, 3));
}

function meetingIn(text: string, month: number | undefined): MeetingWord | undefined {
  if (/\bnext (meeting|fomc|fed)\b/.test(text)) return 'next';
  if (month === undefined) return undefined;
  const year = /\b(20\d\d)\b/.exec(text)?.[1];
  return { month, ...(year !== undefined && { year: Number(year) }) };
}

/** The meeting after "since": "since the dec fomc". */
function sinceMeeting(text: string): number | undefined {
  const word = new RegExp(`since (?:the )?(?:last )?${MONTH}(?! \\d{1,2}\\b)`).exec(text)?.[1];
  return word === undefined ? undefined : monthNumber(word.slice(0, 3));
}

function wordIn(text: string): Slots['word'] {
  if (/\b(hikes?|hiking|hawkish|tighten\w*)\b/.test(text)) return 'hike';
  if (/\b(cuts?|cutting|eas(e|es|ing)|dovish)\b/.test(text)) return 'cut';
  return /\b(hold|pause|no change|unchanged)\b/.test(text) ? 'hold' : undefined;
}

function sinceDay(text: string, today: Day): Day | undefined {
  const after = /\bsince (?:the )?(.+)$/.exec(text)?.[1];
  return after === undefined ? undefined : leadingDay(after, today);
}

function askedDay(text: string, today: Day): Day | undefined {
  const after = /\b(?:as ?of|asof|on|at the close of|for) (.+)$/.exec(text)?.[1];
  return after === undefined ? undefined : leadingDay(after, today);
}

/** The longest run of up to three words that is a day. */
function leadingDay(words: string, today: Day): Day | undefined {
  const parts = words.split(' ');
  for (const count of [3, 2, 1]) {
    const phrase = parts.slice(0, count).join(' ');
    if (parts.length < count || !/\d|day$|^(mon|tue|wed|thu|fri)$/.test(phrase)) continue;
    const day = dayOrNone(phrase, today);
    if (day !== undefined) return day;
  }
  return undefined;
}

function dayOrNone(phrase: string, today: Day): Day | undefined {
  try {
    return parseDay(phrase, today);
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}

function firmIn(text: string, typed: string): string | undefined {
  const word = FIRMS.exec(text.replace(/goldmans\b/, 'goldman'))?.[1];
  if (word === undefined || (word === 'ms' && !/\bMS\b/.test(typed))) return undefined;
  return FIRM_OF[word] ?? word.replace(/ sachs$/, '');
}

function indexIn(text: string): 'RUT' | 'GSPC' | undefined {
  const small = /\b(small ?caps?|smalls?|r2k|rut|russell|iwm)\b/.test(text);
  const large = /\b(s ?& ?p( 500)?|spx|sp500|spy|large ?caps?|larges?)\b/.test(text);
  if (small === large) return undefined;
  return small ? 'RUT' : 'GSPC';
}

function sideIn(text: string): 'above' | 'below' | undefined {
  if (
    /\b(over|above|past|through|exceeds?|higher than|more than|tops?|beyond|up to|reach(es)?|hits?|greater)\b/.test(
      text,
    )
  )
    return 'above';
  return /\b(under|below|less than|drops?|falls?|lower than|dips?|beneath|sinks?)\b/.test(text) ? 'below' : undefined;
}

const WORD_NUMBERS: Readonly<Record<string, string>> = {
  five: '5',
  seven: '7',
  eight: '8',
  ten: '10',
  sixty: '60',
  fifty: '50',
  forty: '40',
  twenty: '20',
};

/** Numbers as typed, windows, days and names with digits left out. */
function figuresIn(text: string): Figure[] {
  const bare = text
    .replaceAll(
      /\b\d{4}-\d{2}-\d{2}\b|\b20\d\d\b|\b(52|26) ?w(ee)?ks?\b|\b\d+ ?(d|w|m|y)\b|\bmag(nificent)? 7\b|\br2k\b/g,
      ' ',
    )
    .replaceAll(
      /\brussell 2000\b|s ?& ?p ?500|\bsp500\b|\bspx 500\b|\bs&p 600\b|\b\d{1,3} (months?|weeks?|years?|days?|sessions?)\b/g,
      ' ',
    )
    .replaceAll(new RegExp(`\\b\\d{1,2}(st|nd|rd|th)? ${MONTH}\\b|\\b${MONTH} \\d{1,2}\\b|\\btop \\d+\\b`, 'g'), ' ')
    .replaceAll(/\b(five|seven|eight|ten|sixty|fifty|forty|twenty)\b/g, (word) => WORD_NUMBERS[word] ?? word);
  const pattern = /([-+]?)(\d+(?:\.(\d+))?)\s?(%|percent|per cent|pct|bps?|basis points?|pp|points?|pts?)?/g;
  return [...bare.matchAll(pattern)].map(([typed, sign, size = '', decimals = '', unit]) => ({
    value: Number(size) * (sign === '-' ? -1 : 1),
    decimals: decimals.length,
    unit: unitOf(unit),
    typed: typed.trim(),
  }));
}

function unitOf(unit: string | undefined): Figure['unit'] {
  if (unit === undefined) return 'none';
  if (unit.startsWith('%') || unit.startsWith('per') || unit === 'pct') return 'percent';
  return unit.startsWith('b') ? 'bp' : 'points';
}
