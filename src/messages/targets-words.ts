/** Words every answer about calls shares: firms, values, horizons and labels, as the goldens 04 and 14 spell them. Pure. */
import { type Day, daysBetween } from '../calendar/day.ts';
import { type CallState, isStanding } from '../metrics/call-status.ts';
import { type CallValue, type CallVersion, firmKey } from '../metrics/calls.ts';
import { callLevel, isDerived } from '../metrics/calls-level.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { lastSession, type PriceSeries } from '../metrics/series.ts';
import { LIMITS } from './blocks.ts';
import { escapeText, fullDate, level, percent, plain, sessionDate, shortDate } from './format.ts';
import { isSample } from './receipt-line.ts';
import type { AnswerContext } from './smallcaps.ts';

/** The longest first cell of a table. */
export const CELL = 16;

/** Firms that people call by a shorter name, by key. */
const SHORT: Readonly<Record<string, string>> = {
  'goldman-sachs': 'Goldman',
  'bank-of-america': 'BofA',
  'morgan-stanley': 'M. Stanley',
  'deutsche-bank': 'Deutsche',
  'societe-generale': 'SocGen',
  'royal-bank-of-canada': 'RBC',
};

/** "Goldman" for Goldman Sachs; any other firm as it was entered. */
export function shortFirm(firm: string): string {
  return SHORT[firmKey(firm)] ?? firm;
}

/** "Goldman’s", "Jefferies’". */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** The stated figure as the note has it: "+15%", "+12.5%", "3,000". */
export function valueWords(value: CallValue): string {
  return value.kind === 'level' ? levelWords(value.level) : statedPercent(value.fraction);
}

/** A return as someone stated it, without decimals it did not have: "+15%". */
export function statedPercent(fraction: number): string {
  return percent(fraction).replace(/\.?0+%$/, '%');
}

/** A level whole, as targets are quoted; decimals only where they were stated. */
export function levelWords(value: number): string {
  return Number.isInteger(value) ? plain(value) : level(value);
}

/** A derived level is whole and marked: "2,244 d"; a stated one is as stated: "3,000". */
export function levelCell(call: CallVersion, series: PriceSeries): string {
  const figure = callLevel(call, series);
  if (!isMeasured(figure)) return '–';
  return isDerived(call) ? `${plain(figure.value)} d` : levelWords(figure.value);
}

/** "in 12 months", "in 2024" or, of a level, "by the end of 2024". */
export function horizonPhrase({ horizon, value }: Pick<CallVersion, 'horizon' | 'value'>): string {
  switch (horizon.kind) {
    case 'months':
      return `in ${horizon.months} ${horizon.months === 1 ? 'month' : 'months'}`;
    case 'year-end':
      return value.kind === 'return' ? `in ${horizon.year}` : `by the end of ${horizon.year}`;
    case 'month':
      return `by the end of ${monthWords(horizon.month)}`;
    case 'second-half':
      return `in H2 ${horizon.year}`;
  }
}

/** What kind of horizon it is: "year end", "12 months from the note". */
export function horizonKind({ horizon }: Pick<CallVersion, 'horizon'>): string {
  switch (horizon.kind) {
    case 'months':
      return `${horizon.months} ${horizon.months === 1 ? 'month' : 'months'} from the note`;
    case 'year-end':
      return 'year end';
    case 'month':
      return 'month end';
    case 'second-half':
      return 'second half';
  }
}

/** "Jan 2024" of `2024-01`. */
export function monthWords(month: string): string {
  return shortDate(`${month}-01`)
    .replace(/^1 /, '')
    .concat(` ${month.slice(0, 4)}`);
}

/** "Jan 24". */
export function monthCell(day: Day): string {
  return monthWords(day.slice(0, 7)).replace(/ \d\d(\d\d)$/, ' $1');
}

/** "31 Dec 24". */
export function dayCell(day: Day): string {
  return `${shortDate(day)} ${day.slice(2, 4)}`;
}

/** "12 Jan", or with its year where that could be mistaken. */
export function nearDate(day: Day, asOf: Day): string {
  return Math.abs(daysBetween(day, asOf)) > 300 ? fullDate(day) : shortDate(day);
}

/** "Goldman +15%"; a call of another year that runs by months says so: "Goldman +14% ’23". At most 16 characters. */
export function callCell(call: CallVersion, asOf: Day): string {
  const old = call.horizon.kind === 'months' && call.noteDate.slice(0, 4) !== asOf.slice(0, 4);
  const value = `${valueWords(call.value)}${old ? ` ’${call.noteDate.slice(2, 4)}` : ''}`;
  return `${cut(shortFirm(call.firm), CELL - value.length - 1)} ${value}`;
}

/** "a", "a and b", "a, b and c". */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A notification's text: escaped, at most 300 characters, never ending inside an escape. */
export function notification(text: string): string {
  return escapeText(text)
    .slice(0, LIMITS.fallback)
    .replace(/&[a-z]{0,3}$/, '');
}

/** At most `length` characters, the last one an ellipsis where something was cut. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1)).trimEnd()}…`;
}

/** "hit 16 Jul 24", "active". */
export function statusCell({ status, since }: CallState): string {
  return status === 'active' ? 'active' : `${status} ${dayCell(since)}`;
}

/** The calls that still speak of the future, on one index. */
export function standingOn(states: readonly CallState[], series: PriceSeries): CallState[] {
  const asOf = lastSession(series);
  return states.filter((state) => state.call.index === series.symbol && isStanding(state, asOf));
}

/** What the printed distances count, said once for all calls shown. */
export function basisOfCalls(calls: readonly CallVersion[]): string {
  const unknown = calls.filter(({ basis }) => basis === 'unknown').length;
  const total = calls.some(({ basis }) => basis === 'total') ? '; total-return calls have no level' : '';
  if (unknown === 0) return `price return${total}`;
  if (unknown === calls.length)
    return `price return assumed, ${unknown === 1 ? 'the note does' : 'notes do'} not say${total}`;
  return `price return, assumed where notes do not say${total}`;
}

/** What an answer about calls knows besides its figures. */
export interface TargetsContext extends AnswerContext {
  /** The session that was asked for; a series that ends before is stale. */
  readonly asked: Day;
  /** Sessions the series lacks up to it. */
  readonly staleSessions: number;
}

/** "*Close* Mon 22 Jan 2024", or that it is stale or sample data. */
export function freshness(series: PriceSeries, { staleSessions }: TargetsContext): string {
  const day = sessionDate(lastSession(series));
  const sample = isSample([series.source]) ? '*SAMPLE DATA* ' : '';
  if (staleSessions > 0)
    return `${sample}*Stale ${staleSessions} ${staleSessions === 1 ? 'session' : 'sessions'}* ${day} close`;
  return `${sample || '*Close* '}${day}`;
}

/** Opens a fallback text: sample data and stale closes are its first words. */
export function warnings(series: PriceSeries, { staleSessions }: TargetsContext): string {
  return `${isSample([series.source]) ? 'Sample data: ' : ''}${staleSessions > 0 ? 'Stale: ' : ''}`;
}
