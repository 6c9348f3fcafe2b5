/** The first line of a list of calls, for what was asked of it: an end, a place, a level, a firm beside another. Words only. */
import { counted, ordinal, percent, plain } from '../messages/format.ts';
import { horizonPhrase, joined, levelWords, shortFirm, valueWords } from '../messages/targets-words.ts';
import type { CallState } from '../metrics/call-status.ts';
import { isDerived } from '../metrics/calls-level.ts';
import type { Receipt } from '../metrics/receipt.ts';
import type { Asking } from './desk.ts';
import type { Figure } from './question.ts';
import { besideClose, beyondLevel } from './ranking-sides.ts';
import { NAMES, type Street, says, who } from './street.ts';
import { normalText } from './words-normal.ts';

/** A standing call with its two figures. */
export interface Ranked {
  readonly state: CallState;
  readonly remaining: Receipt<number>;
  readonly level: Receipt<number>;
}

/** A figure this large is an index level. */
export const LEVEL = 400;

export interface Said {
  readonly lead: string;
  /** The call the first line names, if it names one. */
  readonly named?: Ranked;
  readonly lines: readonly string[];
  readonly numbers?: readonly Receipt[];
  readonly settings?: readonly string[];
}

export interface Listed {
  readonly book: Street;
  readonly ranked: readonly Ranked[];
  readonly close: string;
}

/** The first line for what was asked of the list. */
export function answerTo(asking: Asking, listed: Listed): Said {
  const { ranked } = listed;
  const { text } = normalText(asking.text);
  const figure = asking.question.slots.figures.find(
    ({ value, unit }) => value >= LEVEL && unit !== 'percent' && unit !== 'bp',
  );
  if (figure) return atLevel(figure, asking, listed);
  if (asking.question.slots.side !== undefined && SPOT.test(text)) return besideClose(asking, listed);
  const stated = asking.question.slots.figures.filter(({ unit }) => unit === 'percent');
  if (stated.length > 0) return stating(stated, listed);
  const firms = [...new Set(ranked.map(({ state }) => state.call.firm))];
  if (NEAREST.test(text)) return nearestToClose(listed);
  if (OUTLIER.test(text)) return outlier(asking, listed);
  if (asking.question.slots.firms) return compared(listed, firms);
  const { row = PLACES.findIndex((pattern) => pattern.test(text)) + 2 } = asking.question.slots;
  const place = row - 1;
  const own = ranked.find(({ state }) => state.call.firm === firms[place]) ?? ranked[0];
  if (!own) return { lead: 'No standing call.', lines: [] };
  if (ANY.test(text) && asking.question.slots.bearish && own.remaining.value >= 0)
    return { lead: 'Nobody is below the close.', lines: [`*Least left*: ${standing(own)}`] };
  const nth = place > 0 && place < firms.length ? `${ordinal(place + 1)} of ${firms.length} firms: ` : '';
  return {
    lead: `${nth}${standing(own)}.`,
    named: own,
    lines: [],
    settings: [ordinal(place + 1), `${firms.length} firms`],
  };
}

const SPOT = /\b(spot|close|here|current|market|index|we (are|trade)|level)\b/;
const ANY = /\b(any|anyone|anybody|is there)\b/;

const OUTLIER =
  /\b(outliers?|stands? out|(furthest|farthest|most) (away )?from (the )?(others?|rest|pack|street|consensus|median|mean))\b/;
const PLACES = [/\b(second|2nd|next|runner up|number 2)\b/, /\b(third|3rd|number 3)\b/];

/** "Fundstrat (Tom Lee): +53.30% from today’s close to 3,041, derived from +50% in 2024". */
function standing({ state: { call }, remaining, level: own }: Ranked): string {
  const said = isDerived(call)
    ? `${plain(own.value)}, derived from ${valueWords(call.value)} ${horizonPhrase(call)}`
    : `${levelWords(own.value)} ${horizonPhrase(call)}`;
  return `${who(call)}: ${percent(remaining.value)} from today’s close to ${said}`;
}

const NEAREST = /\b(closest|nearest)\b/;

function nearestToClose({ ranked, book }: Listed): Said {
  const [first] = ranked.toSorted((a, b) => Math.abs(a.remaining.value) - Math.abs(b.remaining.value));
  return first
    ? { lead: `${standing(first)}.`, named: first, lines: [] }
    : { lead: `No standing call on the ${NAMES[book.index]}.`, lines: [] };
}

/** Who promised a return of this size. */
function stating(figures: readonly Figure[], { ranked, book }: Listed): Said {
  const settings = figures.map(({ typed }) => typed);
  const there = ranked.filter(({ state }) => figures.some((figure) => says(state, figure, [book])));
  const [first, ...others] = there;
  if (!first)
    return {
      lead: `Nobody in the ledger says ${settings.join(' or ')} on the ${NAMES[book.index]}.`,
      lines: [],
      settings,
    };
  return {
    lead: `${standing(first)}.`,
    named: first,
    lines: others.slice(0, 3).map((one) => `*${standing(one).replace(': ', '*: ')}`),
    settings,
  };
}

/** Who is at, above or below a level. */
function atLevel({ value, typed }: Figure, asking: Asking, { ranked, book }: Listed): Said {
  const { side } = asking.question.slots;
  const words = plain(value);
  const settings = [typed, words];
  const names = (list: readonly Ranked[]) =>
    joined(
      [...new Set(list.map(({ state, level: own }) => `${shortFirm(state.call.firm)} ${plain(own.value)}`))].slice(
        0,
        8,
      ),
    );
  if (side)
    return beyondLevel(
      side,
      { value, words, settings, text: asking.text },
      { ranked, book, names, session: asking.session },
    );
  const there = ranked.filter(({ level: own }) => Math.abs(own.value - value) < 0.51);
  const [first] = there;
  if (first && there.length === 1) return { lead: `${standing(first)}.`, named: first, lines: [], settings };
  if (first) return { lead: `${names(there)}, at ${words}.`, named: first, lines: [], settings };
  const [nearest] = ranked.toSorted((a, b) => Math.abs(a.level.value - value) - Math.abs(b.level.value - value));
  return {
    lead: `Nobody is at ${words} on the ${NAMES[book.index]}.`,
    lines: nearest ? [`*Nearest*: ${standing(nearest)}`] : [],
    settings,
  };
}

/** The call farthest from the median level. */
function outlier(asking: Asking, { ranked, book }: Listed): Said {
  const sorted = ranked.map(({ level: own }) => own.value).sort((a, b) => a - b);
  const middle =
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
  const [far] = ranked.toSorted((a, b) => Math.abs(b.level.value - middle) - Math.abs(a.level.value - middle));
  if (!far || ranked.length < 3)
    return { lead: `Too few to tell: ${counted(ranked.length, 'call')} on the ${NAMES[book.index]}.`, lines: [] };
  const median: Receipt<number> = {
    ...far.level,
    id: `targets.${book.index}.median`,
    value: middle,
    asOf: asking.session,
    basis: 'levels of standing calls, any horizon',
    formula: 'median(level)',
    inputs: ranked.map(({ state, level: own }) => ({
      name: 'level',
      series: `${state.call.firm} note`,
      date: state.call.noteDate,
      value: own.value,
    })),
  };
  const gap: Receipt<number> = {
    ...median,
    id: `targets.${book.index}.outlier`,
    value: far.level.value / middle - 1,
    unit: 'fraction',
    formula: 'own / median(level) − 1',
    inputs: [{ name: 'own', series: far.level.id, date: far.level.asOf, value: far.level.value }, ...median.inputs],
  };
  return {
    lead: `${who(far.state.call)}: ${plain(far.level.value)}, ${percent(gap.value)} from the median of ${plain(middle)}.`,
    named: far,
    lines: [],
    numbers: [median, gap],
  };
}

/** Several firms named: each with its call, the one with more left first. */
function compared({ ranked, book }: Listed, firms: readonly string[]): Said {
  const best = firms.flatMap((firm) => ranked.find(({ state }) => state.call.firm === firm) ?? []);
  const [first, second] = best;
  if (!first || !second)
    return {
      lead: `Only ${first ? first.state.call.firm : 'none'} has a standing call on the ${NAMES[book.index]}.`,
      lines: [],
    };
  return {
    lead: `${standing(first)}.`,
    named: first,
    lines: best.slice(1, 4).map((one) => `*${standing(one).replace(': ', '*: ')}`),
  };
}
