/** Reads the calls a question is about and picks the one it means: of the firm named, never of another one. */
import type { Day } from '../calendar/day.ts';
import { fullDate } from '../messages/format.ts';
import { joined, valueWords } from '../messages/targets-words.ts';
import { type CallState, callStates, isStanding } from '../metrics/call-status.ts';
import { type CallVersion, callId, firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { callLevel } from '../metrics/calls-level.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import type { PriceSeries } from '../metrics/series.ts';
import { type Asking, refused } from './desk.ts';
import { firmTitle, sameFirm } from './firm-names.ts';
import { horizonYear } from './horizon-asked.ts';
import type { Figure } from './question.ts';
import { normalText } from './words-normal.ts';

export type StreetIndex = 'RUT' | 'GSPC';

export interface Street {
  readonly index: StreetIndex;
  readonly series: PriceSeries;
  /** Every known call on the index, newest note first. */
  readonly states: readonly CallState[];
}

export async function street({ desk, session }: Asking, index: StreetIndex): Promise<Street> {
  const [{ calls }, series] = await Promise.all([desk.ledger(), desk.market.prices(index, session)]);
  const states = callStates(calls, session, (symbol) => (symbol === index ? series : undefined)).filter(
    (one) => one.call.index === index,
  );
  return { index, series, states: [...states].sort((a, b) => (a.call.noteDate < b.call.noteDate ? 1 : -1)) };
}

/** Both books, the one asked about first. */
export function bothStreets(asking: Asking): Promise<readonly [Street, Street]> {
  const first = streetIndex(asking);
  return Promise.all([street(asking, first), street(asking, first === 'RUT' ? 'GSPC' : 'RUT')]);
}

export const NAMES = { RUT: 'Russell 2000', GSPC: 'S&P 500' } as const;
/** The word `/targets` knows an index by. */
export const COMMAND_INDEX = { RUT: 'russell', GSPC: 'spx' } as const;

/** The index named, else the one the thread is on, else the post's, else small caps. */
function streetIndex({ question, post }: Asking): StreetIndex {
  const { index, found } = question.slots;
  return index ?? found?.index ?? (/\b(spx|sp500|s&p|gspc)\b/i.test(post?.command ?? '') ? 'GSPC' : 'RUT');
}

export function links(call: CallVersion): { source: string; link?: string } {
  return {
    source: `${call.source.publisher}, note of ${noteDay(call)}`,
    ...(call.source.link && { link: call.source.link }),
  };
}

/** "12 Jan 2024", "18 Jan 2024 (day approximate)". */
export function noteDay({ noteDate, noteDateApproximate }: CallVersion): string {
  return `${fullDate(noteDate)}${noteDateApproximate ? ' (day approximate)' : ''}`;
}

/** The call a question is about, and the same firm's other standing calls, of either index. */
export interface Meant extends Street {
  readonly state: CallState;
  readonly others: readonly CallState[];
}

/**
 * The call a question is about; undefined where no firm is named, neither in it nor in its thread nor by its post.
 * @throws CapwatchError `not_found` for a firm, a year or a figure that the ledger does not hold: by name.
 */
export async function theCall(asking: Asking): Promise<Meant | undefined> {
  const books = await bothStreets(asking);
  const firm = firmOf(asking) ?? firmByFigure(asking, books);
  if (firm === undefined) return undefined;
  const own = books.flatMap(({ states }) => states).filter(({ call }) => sameFirm(firmKey(call.firm), firm));
  const state = oneOf(fitting(asking, { firm, own, books }), asking);
  const book = books.find(({ index }) => index === state?.call.index);
  if (!state || !book) throw unknownFirm(firm, books, asking.session);
  const others = own.filter((one) => one !== state && isStanding(one, asking.session));
  return { ...book, state, others };
}

/** "the 14% one": the firm of the only calls that state the figure. */
function firmByFigure(asking: Asking, books: readonly Street[]): string | undefined {
  const { figures } = asking.question.slots;
  const said = books
    .flatMap(({ states }) => states)
    .filter((state) => isStanding(state, asking.session) && figures.some((figure) => says(state, figure, books)));
  const firms = new Set(said.map(({ call }) => firmKey(call.firm)));
  return firms.size === 1 ? [...firms][0] : undefined;
}

/** The firm named, else the one the thread just spoke of, else the only one the post shows. */
function firmOf({ question, post }: Asking): string | undefined {
  const { firm, found } = question.slots;
  if (firm !== undefined) return firm;
  if (found?.firm !== undefined) return found.firm;
  const typed = /^\/targets who ([a-z-]+)/.exec(post?.command ?? '')?.[1];
  if (typed !== undefined && typed !== 'asof') return firmKey(typed);
  const shown = (post?.numbers ?? []).map(({ id }) => id.split('.')).filter(([kind]) => kind === 'target');
  const firms = new Set(shown.map(([, key]) => key));
  return firms.size === 1 ? [...firms][0] : undefined;
}

interface Own {
  readonly firm: string;
  readonly own: readonly CallState[];
  readonly books: readonly Street[];
}

/** The firm's calls that fit the index, the year, the length and the figure said. @throws CapwatchError `not_found` */
function fitting(asking: Asking, { firm, own, books }: Own): readonly CallState[] {
  const { slots } = asking.question;
  const { index, figures, found } = slots;
  if (own.length === 0) return [];
  const shown = asking.question.kind === 'horizon' && index === undefined ? postedCall(asking, own) : undefined;
  if (shown && figures.every((figure) => !own.some((state) => state !== shown && says(state, figure, books))))
    return [shown];
  const onIndex = index === undefined ? own : own.filter(({ call }) => call.index === index);
  if (onIndex.length === 0 && index !== undefined) throw otherIndex(firm, index, { own, asking });
  const year = horizonYear(asking);
  const inYear = year === undefined ? onIndex : onIndex.filter((state) => horizonDay(state.call).startsWith(`${year}`));
  if (inYear.length === 0) throw otherYear(firm, year ?? 0, onIndex);
  const figured = figures.flatMap((figure) => inYear.filter((state) => says(state, figure, books)));
  const named = figured.length > 0 ? figured : inYear;
  const kept = slots.firm === undefined && index === undefined && year === undefined && figured.length === 0;
  const same = kept ? named.filter(({ call }) => call.call === found?.call) : [];
  return same.length > 0 ? same : named;
}

const THIS = /\b(this|that|it|its|thats|the (call|target|alert|note|figure|number)|so|due)\b/;

/** The call an alert or an answer just showed, where "this" asks about its horizon; a year said then is the reader's guess. */
function postedCall({ question, post, text, session }: Asking, own: readonly CallState[]): CallState | undefined {
  if (!THIS.test(normalText(text).text)) return undefined;
  const { found } = question.slots;
  if (found) return own.find(({ call }) => call.call === found.call);
  if (post?.kind !== 'alert') return undefined;
  const shown = (post.numbers ?? []).filter(({ id }) => id.startsWith('target.'));
  const standing = own.filter((state) => isStanding(state, session));
  return shown.flatMap(({ id }) => standing.filter(({ call }) => id.startsWith(`${callId(call)}.`)))[0];
}

/** Whether the call states this figure: "the 9% one", "5,200". */
export function says(state: CallState, { value, unit }: Figure, books: readonly Street[]): boolean {
  const { call } = state;
  if (call.value.kind === 'return' && (unit === 'percent' || unit === 'none') && value < 100)
    return Math.abs(call.value.fraction * 100 - value) < 0.05;
  const series = books.find(({ index }) => index === call.index)?.series;
  const figure = series && callLevel(call, series);
  return figure !== undefined && isMeasured(figure) && Math.abs(figure.value - value) < 0.51;
}

const YEAR_END = /\b(year end|end of (the )?year|end year|full year|for dec(ember)?|dec(ember)? target|eoy)\b/;
const MONTHS = /\b(\d+) ?(?:m|months?)\b/;

/** The one that is meant of several: the standing one of the kind said, twelve months before others, the newest first. */
function oneOf(states: readonly CallState[], asking: Asking): CallState | undefined {
  const standing = states.filter((state) => isStanding(state, asking.session));
  const pool = standing.length > 0 ? standing : states.filter(({ status }) => status !== 'superseded');
  const usable = pool.length > 0 ? pool : states;
  const { text } = normalText(asking.text);
  const months = Number(MONTHS.exec(text)?.[1]);
  const ofKind =
    horizonYear(asking) !== undefined || (asking.question.kind !== 'horizon' && YEAR_END.test(text))
      ? usable.filter(({ call }) => call.horizon.kind === 'year-end')
      : usable.filter(({ call }) => call.horizon.kind === 'months' && call.horizon.months === months);
  const preferred = ofKind.length > 0 ? ofKind : usable;
  const index = streetIndex(asking);
  const first = preferred.filter(({ call }) => call.index === index);
  const candidates = first.length > 0 ? first : preferred;
  return candidates.find(({ call }) => call.horizon.kind === 'months' && call.horizon.months === 12) ?? candidates[0];
}

/** "Goldman Sachs and Fundstrat on the Russell 2000; …": whose calls are held. */
export function coverage(books: readonly Street[]): string {
  const parts = books.flatMap(({ index, states }) => {
    const firms = [...new Set(states.map(({ call }) => call.firm))];
    return firms.length === 0 ? [] : [`${joined(firms.slice(0, 12))} on the ${NAMES[index]}`];
  });
  return parts.length === 0 ? 'none yet' : parts.join('; ');
}

/** @returns the refusal that names the firm and those that are held. */
export function unknownFirm(firm: string, books: readonly Street[], session: Day) {
  return refused(
    `The ledger holds no call of ${firmTitle(firm)} known by ${fullDate(session)}. Held: ${coverage(books)}.`,
    '/targets russell',
  );
}

function otherIndex(firm: string, index: StreetIndex, { own, asking }: { own: readonly CallState[]; asking: Asking }) {
  const other = index === 'RUT' ? 'GSPC' : 'RUT';
  const held = own.filter((state) => isStanding(state, asking.session)).map(callWords);
  const said = held.length > 0 ? `: ${joined(held.slice(0, 3))}` : ', none of them standing';
  return refused(
    `The ledger holds no call of ${own[0]?.call.firm ?? firmTitle(firm)} on the ${NAMES[index]}, only on the ${NAMES[other]}${said}.`,
    `/targets who ${firm}`,
  );
}

function otherYear(firm: string, year: number, own: readonly CallState[]) {
  const held = [...new Set(own.map(({ call }) => horizonDay(call).slice(0, 4)))].sort();
  return refused(
    `The ledger holds no call of ${own[0]?.call.firm ?? firmTitle(firm)} due in ${year}; held are calls due in ${joined(held)}.`,
    `/targets who ${firm}`,
  );
}

/** "+9% in 6 months", "5,100 on the S&P 500 by the end of 2024". */
export function callWords({ call }: CallState): string {
  const index = call.index === 'GSPC' ? NAMES.GSPC : NAMES.RUT;
  return `${valueWords(call.value)} on the ${index}, due ${fullDate(horizonDay(call))}`;
}

export function who({ firm, people }: CallVersion): string {
  return people.length === 0 ? firm : `${firm} (${people.join(', ')})`;
}

/** What a list or a mean leaves out on request, by the firms' printed names. */
export function leftOutFirms({ question }: Asking, states: readonly CallState[]): { kept: CallState[]; out: string[] } {
  const without = question.slots.without ?? [];
  const isOut = ({ call }: CallState) => without.some((firm) => sameFirm(firm, firmKey(call.firm)));
  return {
    kept: states.filter((state) => !isOut(state)),
    out: [...new Set(states.filter(isOut).map(({ call }) => call.firm))],
  };
}

export function countOf(id: string, { value, asOf }: { value: number; asOf: string }): Receipt<number> {
  return {
    id,
    value,
    unit: 'count',
    asOf,
    basis: 'ledger of calls',
    formula: 'calls',
    inputs: [{ name: 'calls', series: 'ledger', date: asOf, value }],
    sources: [],
  };
}
