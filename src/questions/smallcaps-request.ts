/** `/smallcaps [WINDOW] [VIEW] [vs SYMBOL] [asof DATE] [chart KIND] [csv]`: text in, request out. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import type { MarketSymbol } from '../market/market.ts';
import { quotedWord } from '../messages/format.ts';
import { NAMED_WINDOWS, type NamedWindow, type Window } from '../metrics/windows.ts';
import { dayAfter, monthNumber } from './dates.ts';
import { nearest } from './nearest.ts';
import { SYMBOL_WORDS, symbolOf } from './symbols.ts';
import { readWords, type Words } from './words.ts';

const VIEWS = ['highs', 'recovery', 'ratio', 'divergence', 'after', 'streak', 'seasonality'] as const;
export type View = (typeof VIEWS)[number];

/** The lowest or highest close of a named month: "since october low". */
interface MonthExtreme {
  readonly extreme: 'low' | 'high';
  /** 1–12. */
  readonly month: number;
  /** The latest such month before the answer's session when no year was typed. */
  readonly year?: number;
}

export interface SmallCapsRequest {
  readonly window: Window | MonthExtreme;
  readonly view?: View;
  /** Words that belong to the view: `all` for recovery, the rule for after, `panel` for the ratio chart. */
  readonly viewWords: readonly string[];
  readonly benchmark: MarketSymbol;
  /** The day asked for, session or not. */
  readonly asOf?: Day;
  readonly csv: boolean;
}

const EXAMPLE = '/smallcaps ytd';
const WINDOW_HINT = 'windows: 1d 1w mtd 1m qtd 3m 6m ytd 1y';
const WINDOW_ALIASES: Readonly<Record<string, NamedWindow>> = {
  day: '1d',
  week: '1w',
  month: '1m',
  quarter: '3m',
  year: '1y',
  '12m': '1y',
  '52w': '1y',
  '1yr': '1y',
  '2w': '1w',
  all: 'max',
};
const VIEW_ALIASES: Readonly<Record<string, View>> = {
  high: 'highs',
  recoveries: 'recovery',
  streaks: 'streak',
  seasonal: 'seasonality',
};
/** Views and what may follow them. */
const VIEW_WORDS: Partial<Record<View, RegExp>> = {
  recovery: /^all$/,
  after: /^((record|gain|gap|recovery)[a-z0-9-]*|\d{1,3}%?)$/,
  ratio: /^panel$/,
};
const CHARTS = ['rebased', 'drawdown', 'ratio', 'panel', 'race', 'fan', 'lines'] as const;
const CHART_VIEWS: Readonly<Record<string, View>> = {
  drawdown: 'highs',
  ratio: 'ratio',
  panel: 'ratio',
  race: 'recovery',
  fan: 'after',
};

/**
 * The request that `text` asks for; `today` is the New York day.
 * @throws CapwatchError `invalid_input` with an example, and a suggestion where a known word is near.
 */
export function parseSmallCapsRequest(text: string, today: Day): SmallCapsRequest {
  const words = readWords(text, EXAMPLE);
  const request: { -readonly [K in keyof SmallCapsRequest]: SmallCapsRequest[K] } = {
    window: 'ytd',
    viewWords: [],
    benchmark: 'GSPC',
    csv: false,
  };
  while (!words.done()) Object.assign(request, nextPart(words, request, today));
  return request;
}

function nextPart(words: Words, soFar: SmallCapsRequest, today: Day): Partial<SmallCapsRequest> {
  const word = words.next();
  if (word === 'asof' || word === 'on') return { asOf: dayAsOf(words, today) };
  if (word === 'vs' || word === 'against') return { benchmark: benchmarkAfter(words) };
  if (word === 'csv') return { csv: true };
  if (word === 'chart') return chartAfter(words);
  if (word === 'since') return { window: since(words, today) };
  if (soFar.view && VIEW_WORDS[soFar.view]?.test(word)) return { viewWords: [...soFar.viewWords, word] };
  const window = windowOf(word);
  if (window !== undefined) return { window };
  const view = viewOf(word);
  if (view !== undefined) return { view };
  throw unknownWord(word);
}

function windowOf(word: string): NamedWindow | undefined {
  return NAMED_WINDOWS.find((window) => window === word) ?? WINDOW_ALIASES[word];
}

function viewOf(word: string): View | undefined {
  return VIEWS.find((view) => view === word) ?? VIEW_ALIASES[word];
}

function dayAsOf(words: Words, today: Day): Day {
  return dayAfter(words, { after: 'asof', today, shown: { example: `${EXAMPLE} asof 2024-01-19` } });
}

function benchmarkAfter(words: Words): MarketSymbol {
  const symbol = words.take(symbolOf);
  if (symbol === undefined) throw unknownSymbol(words.peek(1));
  if (symbol === 'RUT') {
    throw new CapwatchError('invalid_input', 'The Russell 2000 cannot be compared with itself.', {
      example: '/smallcaps ytd vs tech',
    });
  }
  return symbol;
}

function unknownSymbol(word: string | undefined): CapwatchError {
  if (word === undefined)
    return new CapwatchError('invalid_input', 'A name is missing after `vs`.', { example: '/smallcaps ytd vs tech' });
  const near = nearest(word, SYMBOL_WORDS) ?? 'iwm';
  const symbol = symbolOf(near) ?? 'IWM';
  const about = symbol === 'IWM' ? ', an ETF on the Russell 2000' : '';
  return new CapwatchError(
    'not_found',
    `No such symbol: \`${quotedWord(word.toUpperCase())}\`. Nearest: \`${symbol}\`${about}.`,
    {
      example: `/smallcaps ytd vs ${symbol}`,
      hint: 'known: Russell 2000, S&P 500, XLK, IWM, SPY',
      suggestion: { label: `Use ${symbol}`, command: `/smallcaps ytd vs ${symbol.toLowerCase()}` },
    },
  );
}

function chartAfter(words: Words): Partial<SmallCapsRequest> {
  const kind = words.done() ? 'rebased' : words.next();
  if (!CHARTS.some((chart) => chart === kind)) {
    const near = nearest(kind, CHARTS);
    throw new CapwatchError(
      'invalid_input',
      `I do not know the chart \`${quotedWord(kind)}\`.${near ? ` Did you mean \`${near}\`?` : ''}`,
      {
        example: `/smallcaps chart ${near ?? 'drawdown'}`,
        hint: `charts: ${CHARTS.slice(0, 6).join(' ')}`,
      },
    );
  }
  const view = CHART_VIEWS[kind];
  return { ...(view && { view }), viewWords: kind === 'panel' ? ['panel'] : [] };
}

/** "since 2023-10-27", "since 27 oct 2023", "since october low", "since october 2023 high". */
function since(words: Words, today: Day): Window | MonthExtreme {
  return words.take(monthExtreme) ?? { since: dayAsOf(words, today) };
}

/** "october low", "oct 2023 high". */
function monthExtreme(phrase: string): MonthExtreme | undefined {
  const [, name = '', year, extreme] = /^(\S+)(?: (\d{4}))? (low|high)$/.exec(phrase) ?? [];
  const month = monthNumber(name);
  if (month === undefined || (extreme !== 'low' && extreme !== 'high')) return undefined;
  return { extreme, month, ...(year !== undefined && { year: Number(year) }) };
}

function unknownWord(word: string): CapwatchError {
  const near = nearest(word, [...NAMED_WINDOWS, ...VIEWS, 'asof', 'csv', 'chart']);
  const what = /^\d|td/.test(word) || NAMED_WINDOWS.some((window) => window === near) ? 'the window ' : '';
  const suggestion = near ? ` Did you mean \`${near}\`?` : '';
  const runnable = near !== undefined && near !== 'asof' && near !== 'chart';
  return new CapwatchError('invalid_input', `I do not know ${what}\`${quotedWord(word)}\`.${suggestion}`, {
    example: runnable ? `/smallcaps ${near}` : EXAMPLE,
    hint: WINDOW_HINT,
    ...(runnable && { suggestion: { label: `Run /smallcaps ${near}`, command: `/smallcaps ${near}` } }),
  });
}
