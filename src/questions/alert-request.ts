/** `when gap ytd past -8`, `when march cut odds past 60 once`: text in, what to watch and when to speak out. Pure. */
import { addDays, type Day, NEW_YORK, yearOf } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { quotedWord } from '../messages/format.ts';
import { NAMED_WINDOWS } from '../metrics/windows.ts';
import { numberAt, type Sided, sidedAt, wholeAfter } from './alert-numbers.ts';
import { ALERT_EXAMPLE, ALERT_HINT, type DraftRule, type Found, refusal, ruleOf } from './alert-rule.ts';
import { monthNumber, parseDay } from './dates.ts';
import { nearest } from './nearest.ts';
import { zoneAt } from './subscribe-request.ts';
import { readWords, type Words } from './words.ts';

export interface AlertDraft {
  readonly rule: DraftRule;
  readonly once: boolean;
  /** The last day it is evaluated, as typed; else the meeting, or the year's end for a year-to-date gap. */
  readonly until?: Day;
  readonly quiet?: { readonly from: string; readonly to: string; readonly zone: string };
}

const METRICS = [
  'gap',
  'drawdown',
  'record',
  'divergence',
  'recovery',
  'target',
  'survey',
  'next',
  'cut',
  'hike',
  'hold',
];
const FILLERS: ReadonlySet<string> = new Set([
  'when',
  'if',
  'the',
  'a',
  'an',
  'odds',
  'of',
  'by',
  'at',
  'is',
  'are',
  'goes',
  'small',
  'cap',
  'caps',
  'small-cap',
  'fed',
  'new',
  'close',
  'closes',
  'meeting',
  'index',
  'high',
  'highs',
  'me',
  'alert',
  'tell',
]);
const SYMBOLS: Readonly<Record<string, 'RUT' | 'GSPC'>> = {
  rut: 'RUT',
  russell: 'RUT',
  gspc: 'GSPC',
  spx: 'GSPC',
  sp500: 'GSPC',
  's&p': 'GSPC',
};

/** @throws CapwatchError `invalid_input` with an example, and a suggestion where a known word is near. */
export function parseAlertRequest(text: string, today: Day): AlertDraft {
  const words = readWords(text, ALERT_EXAMPLE);
  const found: Found = { once: false };
  while (!words.done()) readPart(words, found, today);
  if (!found.metric) throw refusal('Say what to watch.');
  const { quiet, until } = found;
  const rule = ruleOf(found);
  const last = until ?? (rule.kind === 'gap' && rule.window === 'ytd' ? `${yearOf(today)}-12-31` : undefined);
  return { rule, once: found.once, ...(last !== undefined && { until: last }), ...(quiet && { quiet }) };
}

function readPart(words: Words, found: Found, today: Day): void {
  const word = words.next();
  if (FILLERS.has(word) || readMetric(word, found) || readTerm(word, words, { found, today })) return;
  const month = monthNumber(word);
  const window = NAMED_WINDOWS.find((name) => name === word) ?? (word === '12m' ? '1y' : undefined);
  if (window) found.window = window;
  else if (SYMBOLS[word]) found.symbol = SYMBOLS[word];
  else if (month !== undefined) found.meeting = { month, ...yearAt(words) };
  else if (/^\d{4}-\d{2}-\d{2}$/.test(word)) found.meeting = { day: word };
  else if (/^[+-]?\d/.test(word)) setPast(found, sidedAt('past', words, word));
  else throw unknown(word);
}

function readMetric(word: string, found: Found): boolean {
  switch (word) {
    case 'gap':
    case 'drawdown':
    case 'record':
    case 'divergence':
    case 'recovery':
      found.metric = word;
      return true;
    case 'next':
      found.meeting = 'next';
      return true;
    case 'cut':
    case 'hike':
    case 'hold':
      Object.assign(found, { word, metric: 'odds' });
      return true;
    case 'target':
    case 'targets':
    case 'call':
      Object.assign(found, { metric: 'calls', what: found.what ?? 'any' });
      return true;
    case 'added':
    case 'changed':
    case 'hit':
    case 'expired':
      Object.assign(found, { metric: 'calls', what: word });
      return true;
    case 'survey':
    case 'flip':
    case 'flips':
      Object.assign(found, { metric: 'calls', what: 'flip' });
      return true;
    default:
      return false;
  }
}

function readTerm(
  word: string,
  words: Words,
  { found, today }: { readonly found: Found; readonly today: Day },
): boolean {
  switch (word) {
    case 'past':
    case 'above':
    case 'over':
    case 'below':
    case 'under':
      setPast(found, sidedAt(word, words));
      return true;
    case 'moves':
    case 'move':
      found.moves = movesAfter(words);
      return true;
    case 'rearm':
      found.rearm = numberAt(words);
      return true;
    case 'once':
    case 'standing':
      found.once = word === 'once';
      return true;
    case 'until':
      found.until = untilAfter(words, today);
      return true;
    case 'quiet':
      found.quiet = quietAfter(words);
      return true;
    default:
      return false;
  }
}

/** One threshold is one alert; the last of two is nobody's wish. */
function setPast(found: Found, past: Sided): void {
  if (found.past) throw refusal('Give one threshold: two alerts are set one by one.');
  found.past = past;
}

/** The year after a month: "december 2024". */
function yearAt(words: Words): { year?: number } {
  const year = words.take((phrase) => (/^20\d\d$/.test(phrase) ? Number(phrase) : undefined));
  return year === undefined ? {} : { year };
}

/** "10 points in 5 days". */
function movesAfter(words: Words): { size: number; sessions: number } {
  const size = Math.abs(numberAt(words));
  if (words.peekOne(0) !== 'in') return { size, sessions: 1 };
  words.next();
  const sessions = wholeAfter(words.next());
  words.take((phrase) => /^(futures|days?|sessions?)( days?)?$/.test(phrase) || undefined);
  return { size, sessions };
}

/** The last day of an alert; one to come needs its year. */
function untilAfter(words: Words, today: Day): Day {
  const found = words.take((typed) => lastDay(typed, today));
  if (found === undefined) throw refusal('Give a day after `until`, year first.');
  if (found < today) throw refusal(`${found} is over.`);
  return found;
}

/** "friday" is the last one elsewhere; an alert runs until the next. */
function lastDay(typed: string, today: Day): Day | undefined {
  const day = parseDay(typed, today);
  const isNext = day !== undefined && /^[a-z]+$/.test(typed) && day < today && typed !== 'yesterday';
  return isNext ? addDays(day, 7) : day;
}

/** "22:00 to 06:00", "from 22:00 06:00", "22:00-06:00 london". */
function quietAfter(words: Words): NonNullable<AlertDraft['quiet']> {
  const times: string[] = [];
  while (times.length < 2) {
    const word = words.next();
    if (word === 'from' || word === 'to' || word === '-') continue;
    const found = word.split('-').filter((part) => /^([01]?\d|2[0-3]):[0-5]\d$/.test(part));
    if (found.length === 0) throw refusal('Give two times after `quiet`, such as 22:00 06:00.');
    times.push(...found.map((time) => time.padStart(5, '0')));
  }
  const [from = '', to = ''] = times;
  if (from === to) throw refusal('Quiet hours from and to one time would be none, or all day.');
  return { from, to, zone: zoneAt(words) ?? NEW_YORK };
}

function unknown(word: string): CapwatchError {
  const near = nearest(word, METRICS);
  return new CapwatchError(
    'invalid_input',
    `I do not know \`${quotedWord(word)}\`.${near ? ` Did you mean \`${near}\`?` : ''}`,
    {
      example: ALERT_EXAMPLE,
      hint: ALERT_HINT,
    },
  );
}
