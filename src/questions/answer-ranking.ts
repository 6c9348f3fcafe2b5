/** Answers who stands where: most and least left, who is at a level, who is far from the others. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, level, ordinal, percent, plain } from '../messages/format.ts';
import { horizonPhrase, joined, levelWords, shortFirm, valueWords } from '../messages/targets-words.ts';
import { type CallState, isStanding } from '../metrics/call-status.ts';
import { firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { callLevel, isDerived, remainingUpside } from '../metrics/calls-level.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { at, lastSession } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, refused } from './desk.ts';
import { firmTitle, sameFirm } from './firm-names.ts';
import type { Figure } from './question.ts';
import {
  bothStreets,
  COMMAND_INDEX,
  countOf,
  horizonYear,
  leftOutFirms,
  links,
  NAMES,
  noteDay,
  type Street,
  says,
  unknownFirm,
  who,
} from './street.ts';
import { normalText } from './words-normal.ts';

/** A standing call with its two figures. */
interface Ranked {
  readonly state: CallState;
  readonly remaining: Receipt<number>;
  readonly level: Receipt<number>;
}

/** Standing calls by what is left from today, the largest (or smallest) first. */
export async function rankingAnswer(asking: Asking): Promise<AnswerDraft> {
  const { book, ranked, out } = await rankedBook(asking);
  const { series, index } = book;
  const firms = new Set(ranked.map(({ state }) => firmKey(state.call.firm))).size;
  const covered = countOf('targets.covered', { value: ranked.length, asOf: asking.session });
  const houses = countOf('targets.firms', { value: firms, asOf: asking.session });
  const close = level(at(series.close, series.close.length - 1));
  const { lead, named, lines, numbers = [], settings = [] } = answerTo(asking, { book, ranked, close });
  return draft({
    lead,
    lines: [
      ...(named
        ? [
            `*Note* of ${noteDay(named.state.call)}, due ${fullDate(horizonDay(named.state.call))}, ${named.state.status}`,
          ]
        : []),
      ...lines,
      `*${counted(covered.value, 'call')}* of ${counted(houses.value, 'firm')} on the ${NAMES[index]} in the ledger${out.length > 0 ? `, without ${joined(out)}` : ''}; ranked on what is left, not on what was promised`,
    ],
    rows: [
      ['Call', 'Left', 'Level', 'Due', 'Status'],
      ...ranked
        .slice(0, 8)
        .map((one) => [
          shortFirm(one.state.call.firm).slice(0, 16),
          percent(one.remaining.value),
          `${plain(one.level.value)}${isDerived(one.state.call) ? ' d' : ''}`,
          fullDate(horizonDay(one.state.call)),
          one.state.status,
        ]),
    ],
    basis: `level / close of ${close} − 1; d: derived from a stated return; horizons differ`,
    asOf: asOfWords(asking, lastSession(series)),
    ...(named ? links(named.state.call) : { source: 'calls from the pages named in the ledger' }),
    caveat: 'horizons differ, so the list orders distances, not conviction; only calls entered here are covered',
    numbers: receipts(covered, houses, ...ranked.flatMap((one) => [one.remaining, one.level]), ...numbers),
    session: lastSession(series),
    settings: [
      ...ranked.flatMap(({ state }) => [valueWords(state.call.value), who(state.call), state.call.firm]),
      ...settings,
      close,
    ],
    command: `/targets ${COMMAND_INDEX[index]} asof ${asking.session}`,
    ...(named && { found: { firm: firmKey(named.state.call.firm), call: named.state.call.call, index } }),
  });
}

interface Book {
  readonly book: Street;
  readonly ranked: readonly Ranked[];
  readonly out: readonly string[];
}

/** The book that is asked about, ranked; the other one where nothing stands on it and none was named. */
async function rankedBook(asking: Asking): Promise<Book> {
  const books = await bothStreets(asking);
  const { index, firms } = asking.question.slots;
  const year = horizonYear(asking);
  const all = books.map((book) => {
    const standing = book.states.filter(
      (state) =>
        isStanding(state, asking.session) && (year === undefined || horizonDay(state.call).startsWith(`${year}`)),
    );
    const { kept, out } = leftOutFirms(asking, standing);
    const of = firms ? kept.filter(({ call }) => firms.some((firm) => sameFirm(firm, firmKey(call.firm)))) : kept;
    return { book, out, ranked: ordered(of, book, asking.question.slots.bearish) };
  });
  const level = asking.question.slots.figures.some(({ value }) => value >= LEVEL);
  const [first] = all;
  const found =
    index !== undefined
      ? first
      : firms
        ? all.toSorted((a, b) => firmsOf(b) - firmsOf(a))[0]
        : ((level ? all.find(({ ranked }) => isNear(ranked, asking)) : undefined) ??
          all.find(({ ranked }) => ranked.length > 0));
  const missing = firms?.find(
    (firm) => !books.some(({ states }) => states.some(({ call }) => sameFirm(firm, firmKey(call.firm)))),
  );
  if (missing !== undefined) throw unknownFirm(missing, books, asking.session);
  if (!found || found.ranked.length === 0)
    throw refused(
      `No standing call${firms ? ` of ${joined(firms.map((firm) => firmTitle(firm)))}` : ''} on the ${NAMES[first?.book.index ?? 'RUT']}${year === undefined ? '' : ` due in ${year}`} is known by ${fullDate(asking.session)}.`,
      '/targets russell',
    );
  return found;
}

function firmsOf({ ranked }: Pick<Book, 'ranked'>): number {
  return new Set(ranked.map(({ state }) => firmKey(state.call.firm))).size;
}

/** A figure this large is an index level. */
const LEVEL = 400;

function isNear(ranked: readonly Ranked[], asking: Asking): boolean {
  return asking.question.slots.figures.some(({ value }) =>
    ranked.some((one) => Math.abs(one.level.value / value - 1) < 0.3),
  );
}

function ordered(states: readonly CallState[], { series }: Street, bearish: boolean): Ranked[] {
  return states
    .flatMap((state) => {
      const [remaining, own] = [remainingUpside(state.call, series), callLevel(state.call, series)];
      return isMeasured(remaining) && isMeasured(own) ? [{ state, remaining, level: own }] : [];
    })
    .sort((a, b) => (bearish ? 1 : -1) * (a.remaining.value - b.remaining.value));
}

interface Said {
  readonly lead: string;
  /** The call the first line names, if it names one. */
  readonly named?: Ranked;
  readonly lines: readonly string[];
  readonly numbers?: readonly Receipt[];
  readonly settings?: readonly string[];
}

interface Listed {
  readonly book: Street;
  readonly ranked: readonly Ranked[];
  readonly close: string;
}

/** The first line for what was asked of the list. */
function answerTo(asking: Asking, listed: Listed): Said {
  const { ranked } = listed;
  const { text } = normalText(asking.text);
  const figure = asking.question.slots.figures.find(
    ({ value, unit }) => value >= LEVEL && unit !== 'percent' && unit !== 'bp',
  );
  if (figure) return atLevel(figure, asking, listed);
  const stated = asking.question.slots.figures.filter(({ unit }) => unit === 'percent');
  if (stated.length > 0) return stating(stated, listed);
  const firms = [...new Set(ranked.map(({ state }) => state.call.firm))];
  if (NEAREST.test(text)) return nearestToClose(listed);
  if (OUTLIER.test(text)) return outlier(asking, listed);
  if (asking.question.slots.firms) return compared(listed, firms);
  const place = PLACES.findIndex((pattern) => pattern.test(text)) + 1;
  const own = ranked.find(({ state }) => state.call.firm === firms[place]) ?? ranked[0];
  if (!own) return { lead: 'No standing call.', lines: [] };
  const nth = place > 0 && place < firms.length ? `${ordinal(place + 1)} of ${firms.length} firms: ` : '';
  return {
    lead: `${nth}${standing(own)}.`,
    named: own,
    lines: [],
    settings: [ordinal(place + 1), `${firms.length} firms`],
  };
}

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
  const beyond = side && ranked.filter(({ level: own }) => (side === 'above' ? own.value > value : own.value < value));
  if (beyond && side) {
    const lead =
      beyond.length === 0
        ? `Nobody is ${side} ${words} on the ${NAMES[book.index]}.`
        : `${counted(beyond.length, 'call')} ${side} ${words}: ${names(beyond)}.`;
    return {
      lead,
      lines: [],
      settings,
      numbers: [countOf('targets.beyond', { value: beyond.length, asOf: asking.session })],
    };
  }
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
