/** Answers who stands where: most and least left, who is at a level, who is far from the others. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, level, percent, plain } from '../messages/format.ts';
import { joined, shortFirm, valueWords } from '../messages/targets-words.ts';
import { type CallState, isStanding } from '../metrics/call-status.ts';
import { firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { callLevel, isDerived, remainingUpside } from '../metrics/calls-level.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { at, lastSession } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, refused } from './desk.ts';
import { firmTitle, sameFirm } from './firm-names.ts';
import { horizonYear } from './horizon-asked.ts';
import { answerTo, LEVEL, type Ranked } from './ranking-leads.ts';
import {
  bothStreets,
  COMMAND_INDEX,
  countOf,
  leftOutFirms,
  links,
  NAMES,
  noteDay,
  type Street,
  unknownFirm,
  who,
} from './street.ts';

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
    rows: rowsOf(ranked),
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
    told: { firms: [...new Set(ranked.map(({ state }) => firmKey(state.call.firm)))] },
    ...(named && { found: { firm: firmKey(named.state.call.firm), call: named.state.call.call, index } }),
  });
}

function rowsOf(ranked: readonly Ranked[]): string[][] {
  return [
    ['Call', 'Left', 'Level', 'Due', 'Status'],
    ...ranked
      .slice(0, 8)
      .map(({ state: { call, status }, remaining, level: own }) => [
        shortFirm(call.firm).slice(0, 16),
        percent(remaining.value),
        `${plain(own.value)}${isDerived(call) ? ' d' : ''}`,
        fullDate(horizonDay(call)),
        status,
      ]),
  ];
}

interface Book {
  readonly book: Street;
  readonly ranked: readonly Ranked[];
  readonly out: readonly string[];
}

/** The book that is asked about, ranked; the other one where nothing stands on it and none was named. */
async function rankedBook(asking: Asking): Promise<Book> {
  const books = await bothStreets(asking);
  const { index, firms, calls } = asking.question.slots;
  const year = horizonYear(asking);
  const all = books.map((book) => {
    const standing = book.states.filter(
      (state) =>
        isStanding(state, asking.session) &&
        (calls === undefined || calls.includes(state.call.call)) &&
        (year === undefined || horizonDay(state.call).startsWith(`${year}`)),
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
          (year !== undefined && isOn(asking, first) ? first : all.find(({ ranked }) => ranked.length > 0)));
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

/** Whether the post is on that index and calls stand on it: another year is then no reason to answer for the other index. */
function isOn({ post, session }: Asking, one: Book | undefined): boolean {
  return (
    /^\/targets (spx|russell)\b/.test(post?.command ?? '') &&
    one?.book.states.some((state) => isStanding(state, session)) === true
  );
}

function firmsOf({ ranked }: Pick<Book, 'ranked'>): number {
  return new Set(ranked.map(({ state }) => firmKey(state.call.firm))).size;
}

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
